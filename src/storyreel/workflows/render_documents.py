"""What the document jobs from the render plan to the film's summary do. Knows no story."""

from collections.abc import Mapping
from pathlib import Path

from storyreel.assets.model import Picture
from storyreel.film.brand.model import Brand
from storyreel.film.model import (
    AssetManifest,
    CaptionFiles,
    Master,
    Mix,
    RenderOutput,
    RenderPlan,
    ShotList,
    Sidecar,
)
from storyreel.film.timeline import assemble
from storyreel.kit.project import Project
from storyreel.render.fonts import use_own
from storyreel.sound.model import VoiceLine
from storyreel.timeline.model import MediaRef, Timeline
from storyreel.timeline.sidecars import sidecars
from storyreel.workflows.stage import JobOrder, Output, part_of

SIDECAR_TYPES = {"srt": "application/x-subrip", "vtt": "text/vtt", "ass": "text/x-ssa"}


def timeline(order: JobOrder) -> Output:
    """Everything placed in time."""
    brand = Brand.model_validate(order.params["brand"])
    if brand.caption_font:
        use_own(brand.caption_font.sha256, order.path(brand.caption_font.sha256))
    made = assemble(
        order.document("shot_list", ShotList),
        order.document("asset_manifest", AssetManifest),
        order.document("render_plan", RenderPlan),
        pictures(order),
        lines(order),
        bed(order),
        Project(**order.params["project"]),
        brand,
    )
    return Output(document=made)


def captions(order: JobOrder) -> Output:
    """SRT, WebVTT and ASS beside the film."""
    files = sidecars(order.document("timeline", Timeline), language=order.params["language"])
    parts = [
        part_of(kind, _written(order.new_file(f".{kind}"), data), SIDECAR_TYPES[kind])
        for kind, data in files.items()
    ]
    rows = tuple(Sidecar(format=kind, media=ref) for kind, (_, ref) in zip(files, parts, strict=True))
    return Output(document=CaptionFiles(files=rows), parts=tuple(part for part, _ in parts))


def render_output(order: JobOrder) -> Output:
    """The film with everything it stands on."""
    line = order.document("timeline", Timeline)
    plan = order.document("render_plan", RenderPlan)
    master, mix = order.document("master", Master), order.document("mix", Mix)
    output = RenderOutput(
        video=master.video,
        captions=order.document("captions", CaptionFiles).files,
        duration=line.duration,
        rate=line.rate,
        width=line.width,
        height=line.height,
        loudness_lufs=mix.loudness_lufs,
        true_peak_dbtp=mix.true_peak_dbtp,
        profile=plan.profile,
        timing_lock_hash=plan.timing_lock_hash,
        made_from=dict(order.job.inputs),
        flags=tuple(f"placeholder: {row.need_id}" for row in plan.assets if row.placeholder),
    )
    return Output(document=output, existing_parts=(("video", master.video.sha256),))


def _inputs(order: JobOrder, prefix: str) -> Mapping[str, str]:
    """Item -> role of the inputs `prefix:item`, in the order of the job."""
    return {role.partition(":")[2]: role for role in order.job.inputs if role.startswith(f"{prefix}:")}


def lines(order: JobOrder) -> dict[str, VoiceLine]:
    """Line id -> recording, of the inputs `line:ID`."""
    return {item: order.document(role, VoiceLine) for item, role in _inputs(order, "line").items()}


def pictures(order: JobOrder) -> dict[str, Picture]:
    """Shot id -> picture, of the inputs `picture:ID`."""
    return {item: order.document(role, Picture) for item, role in _inputs(order, "picture").items()}


def bed(order: JobOrder) -> MediaRef | None:
    """The music under the whole film, if there is any."""
    sha256 = order.job.inputs.get("bed")
    return MediaRef(sha256=sha256, media_type="audio/wav") if sha256 else None


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
