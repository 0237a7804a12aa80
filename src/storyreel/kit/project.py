"""The Project document (document 003, 5.1): one show's settings, with defaults for a first run."""

from typing import ClassVar, Literal

from pydantic import Field

from storyreel.kit.schema import Artifact, Model


class CostPolicy(Model):
    """What may be spent. The offline line costs nothing and needs nothing."""

    max_budget_usd: float = Field(default=0.0, ge=0)
    external_allowed: bool = False
    approval: Literal["auto", "threshold", "manual"] = "manual"
    approval_threshold_usd: float = Field(default=0.0, ge=0)


class HumanCheckpoints(Model):
    """Where a person decides (27.2)."""

    approve_canon_diff: bool = True
    approve_character_packs: bool = False
    approve_shotlist_timing_lock: bool = True
    approve_external_spend: bool = True


class TargetDuration(Model):
    """The length the film should have, in seconds."""

    min_s: float = Field(default=30.0, ge=0)
    max_s: float = Field(default=900.0, gt=0)


class Project(Artifact):
    """Settings of a show.

    Under the policy `solo` the author who runs it is the approver at every gate that
    `human_checkpoints` names, and a packet says so.
    """

    schema_name: ClassVar[str] = "project"

    id: str = "default"
    title: str = "Untitled"
    genre: str = "story"
    visual_style: str = "editorial"
    palette: str = "auto"
    search: tuple[str, ...] = ()
    """Picture sources that may be asked, in order; none unless they are named."""
    language: str = "en"
    target_duration: TargetDuration = TargetDuration()
    fps: int = Field(default=30, ge=1, le=120)
    render_profiles: tuple[str, ...] = ("preview_local", "standard_local")
    continuity_mode: Literal["strict", "warn", "off"] = "strict"
    cost_policy: CostPolicy = CostPolicy()
    safety_mode: Literal["fail_closed", "warn_only"] = "fail_closed"
    rating: Literal["G", "PG", "PG-13", "R"] = "PG"
    policy: Literal["solo"] = "solo"
    human_checkpoints: HumanCheckpoints = HumanCheckpoints()
