"""RenderPackage v1 (document 003, 21): the one thing a renderer is asked with, and what it answers.

Inputs are documents or references to documents, never prose. This part is pure: it parses and
checks; reading references and rendering are somebody else's.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, cast
from uuid import UUID

from pydantic import Field, field_validator

from storyreel.film.lock import check_lock
from storyreel.film.model import AssetManifest, RenderPlan, ShotList
from storyreel.film.render_plan import check_met
from storyreel.film.rules import check_no_provider
from storyreel.film.timeline import check_plan
from storyreel.kit.errors import RuleError, SchemaError
from storyreel.kit.schema import AnyArtifact, Artifact, Body, Model, parse_json

Output = Literal["video", "captions", "audio_stems", "run_summary"]
Reference = str | Body
"""`artifact:<sha256>`, `file:<path>`, or the document itself."""

Load = Callable[[str], bytes]
"""Gives the bytes behind a reference."""


class PackageInputs(Model):
    """The three documents that a render stands on."""

    shotlist_ref: Reference
    asset_manifest_ref: Reference
    render_plan_ref: Reference

    @field_validator("*")
    @classmethod
    def _known_reference(cls, value: Reference) -> Reference:
        if isinstance(value, str) and not value.startswith(("artifact:", "file:")):
            raise ValueError("give an inline document, or a reference beginning with artifact: or file:")
        return value


class LoggingOptions(Model):
    """How much is told, and what is left out of it."""

    trace_level: Literal["error", "warning", "info", "debug"] = "info"
    redact: tuple[str, ...] = ()


class RenderPackage(Artifact):
    """A render request. Replaying an idempotency key gives the result that is already there."""

    schema_name: ClassVar[str] = "render_package"

    request_id: UUID
    idempotency_key: str = Field(min_length=1, max_length=200)
    tenant_id: str = "local"
    render_profile: str = Field(pattern=r"^(preview_local|standard_local|hq_[A-Za-z0-9]+)$")
    inputs: PackageInputs
    desired_outputs: tuple[Output, ...] = Field(default=("video", "captions"), min_length=1)
    callbacks: tuple[str, ...] = ()
    logging_options: LoggingOptions = LoggingOptions()


class PackageError(Model):
    """One thing that went wrong, for programs and for people."""

    code: str
    message: str
    stage: str = ""
    recoverable: bool = False


class RenderSummary(Model):
    """How the render went: seconds by stage, what it cost, what was found in the cache."""

    stage_timings_s: dict[str, float] = Field(default_factory=dict)
    cost_usd: float = 0.0
    cache_hits: int = Field(default=0, ge=0)
    errors: tuple[str, ...] = ()


class RenderResponse(Artifact):
    """The answer to a render request (21.2)."""

    schema_name: ClassVar[str] = "render_response"

    request_id: UUID
    status: Literal["queued", "in_progress", "completed", "failed", "degraded"]
    artifact_uris: dict[str, str] = Field(default_factory=dict)
    lineage_hashes: dict[str, str] = Field(default_factory=dict)
    run_summary: RenderSummary = RenderSummary()
    errors: tuple[PackageError, ...] = ()


@dataclass(frozen=True)
class RenderInputs:
    """The documents of a package, read and checked against each other."""

    shot_list: ShotList
    manifest: AssetManifest
    render_plan: RenderPlan


def read_package(raw: bytes) -> RenderPackage:
    """A package from JSON, with or without its envelope. Raises SchemaError."""
    document: Any = parse_json(raw)
    if isinstance(document, dict) and "request_id" in document:
        document = {
            "schema": RenderPackage.schema_name,
            "schema_version": RenderPackage.schema_version,
            "body": cast("Body", document),
        }
    return RenderPackage.from_document(document)


def open_package(package: RenderPackage, load: Load) -> RenderInputs:
    """The package's documents, if they belong together and the timing is as it was locked.

    Raises SchemaError for a document that cannot be read and RuleError for one that does not fit.
    """
    inputs = package.inputs
    shot_list = _document(ShotList, inputs.shotlist_ref, load, "shotlist_ref")
    manifest = _document(AssetManifest, inputs.asset_manifest_ref, load, "asset_manifest_ref")
    plan = _document(RenderPlan, inputs.render_plan_ref, load, "render_plan_ref")
    check_lock(shot_list)
    check_plan(shot_list, plan)
    check_no_provider(shot_list)
    check_no_provider(manifest)
    _check_profile(package, plan)
    _check_needs(shot_list, manifest)
    check_met(manifest, plan)
    return RenderInputs(shot_list, manifest, plan)


def _document(kind: type[AnyArtifact], reference: Reference, load: Load, field: str) -> AnyArtifact:
    document: Any = parse_json(load(reference)) if isinstance(reference, str) else reference
    try:
        return kind.from_document(document)
    except SchemaError as error:
        raise SchemaError(
            f"inputs.{field}: {error.message}", path=f"inputs.{field}.{error.path}", next_step=error.next_step
        ) from error


def _check_profile(package: RenderPackage, plan: RenderPlan) -> None:
    if plan.profile != package.render_profile:
        raise RuleError(
            f"The package asks for the profile {package.render_profile!r}, but its plan was made for "
            f"{plan.profile!r}.",
            next_step="Make a render plan for the profile, or ask for the plan's own.",
        )


def _check_needs(shot_list: ShotList, manifest: AssetManifest) -> None:
    """Every shot has its picture need and every line its voice need."""
    pictures = {need.id for need in manifest.backgrounds}
    voices = {item.line_id for item in manifest.voice_lines}
    missing = [f"picture {shot.id}" for shot in shot_list.shots if shot.id not in pictures]
    missing += [
        f"voice {ref.line_id}"
        for shot in shot_list.shots
        for ref in shot.audio.voice
        if ref.line_id not in voices
    ]
    if missing:
        raise RuleError(
            f"The asset manifest lacks {len(missing)} need(s) of its shot list.",
            evidence=tuple(missing),
            next_step=f"Make the manifest again from this shot list; it lacks {missing[0]}.",
        )
