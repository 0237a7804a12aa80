"""What the heavy jobs of line A do. Each function imports its room itself: a worker that records
voices never loads the renderer, and the other way round.
"""

import atexit
import functools
import importlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from storyreel.workflows.own_media import OWN, own_bed, own_line
from storyreel.workflows.stage import JobOrder, Output, Part, part_of

if TYPE_CHECKING:
    from storyreel.assets.resolve import FoundFile, Resolved
    from storyreel.sound.engines.port import VoiceEngine
    from storyreel.sound.model import VoiceNeed

WAV = "audio/wav"
MP4 = "video/mp4"
NOT_READ = "The voice-over does not say “{}”, so the studio voice speaks it."
READ_AGAIN = "The voice-over says “{}” more than once; the last good reading is used."


READY_MODULES = {
    "cpu": ("storyreel.assets.resolve", "storyreel.sound.bed"),
    "media": (
        "storyreel.film.model",
        "storyreel.render.film",
        "storyreel.render.segment",
        "storyreel.render.mix",
    ),
}


def get_ready(queue: str) -> None:
    """Load what jobs of this queue will want, so that the first of them need not wait for it."""
    for module in READY_MODULES[queue]:
        importlib.import_module(module)


def voice_line(order: JobOrder) -> Output:
    """The author's own reading of a line, else the best engine there is speaks it."""
    from storyreel.sound.model import VoiceNeed

    need = VoiceNeed.model_validate(order.params["need"])
    wav = order.new_file(".wav")
    if "take" not in order.params:
        missing = order.params.get("missing", False)
        return _spoken(order, need, wav, (NOT_READ.format(need.text),) if missing else ())
    line = own_line(order, need, wav)
    if line is None:
        return _spoken(order, need, wav, (NOT_READ.format(need.text),))
    again = order.params["take"]["readings"] > 1
    return Output(
        document=line,
        parts=(Part("audio", wav, WAV),),
        rights=OWN,
        warnings=(READ_AGAIN.format(need.text),) if again else (),
    )


def _spoken(order: JobOrder, need: "VoiceNeed", wav: Path, notes: tuple[str, ...]) -> Output:
    from storyreel.sound.speak import record

    line = record(need, _engines(Path(order.context["weights"])), wav)
    planned = {row["engine"] for row in order.params["identity"] if "unavailable" in row}
    unforeseen = [skip for skip in line.skipped if skip.engine not in planned]
    return Output(
        document=line,
        parts=(Part("audio", wav, WAV),),
        rights={"license_type": "generated_local", "provider_or_model": line.engine},
        # What an engine failed at this once is asked of it again the next time.
        reusable=not unforeseen,
        warnings=(*notes, *(f"{skip.engine} did not speak: {skip.reason}" for skip in line.skipped)),
    )


def picture(order: JobOrder) -> Output:
    """The author's picture for a shot, a drawn one, or a placeholder."""
    from storyreel.assets.model import PictureNeed
    from storyreel.assets.resolve import resolve
    from storyreel.workflows.author import author_folder

    rows = order.params["author"]
    width, height = order.params["size"]
    with tempfile.TemporaryDirectory(dir=order.context["tmp"]) as workdir:
        resolved = resolve(
            PictureNeed.model_validate(order.params["need"]),
            size=(width, height),
            look=order.params["look"],
            palette=order.params["palette"],
            author=author_folder(rows, {row["sha256"]: order.path(row["sha256"]) for row in rows}),
            workdir=Path(workdir),
            outside=_outside(order),
            people={
                sha256: order.path(sha256)
                for role, sha256 in order.job.inputs.items()
                if role.startswith("person:")
            },
        )
        parts, kept = _picture_parts(resolved, order)
    return Output(
        document=resolved.picture,
        parts=parts,
        existing_parts=kept,
        rights=resolved.picture.rights.model_dump(mode="json"),
        warnings=tuple(f"{resolved.picture.need_id}: {flag}" for flag in resolved.picture.flags),
        decisions=resolved.picture.decisions,
    )


def _outside(order: JobOrder) -> "FoundFile | None":
    """What a search brought for this shot."""
    from storyreel.assets.model import FoundPicture
    from storyreel.assets.resolve import FoundFile

    if "found" not in order.job.inputs:
        return None
    found = order.document("found", FoundPicture)
    return FoundFile(found, order.path(order.job.inputs["found_picture"]))


def _picture_parts(
    resolved: "Resolved", order: JobOrder
) -> tuple[tuple[Part, ...], tuple[tuple[str, str], ...]]:
    """The files that were made for a picture, and those of the author that it plays as they are."""
    picture = resolved.picture
    media = [(layer.name, layer.media) for layer in picture.layers]
    if picture.sound is not None:
        media.append(("sound", picture.sound.media))
    made = tuple(
        Part(role, _out_of(resolved.files[ref.sha256], order), ref.media_type)
        for role, ref in media
        if ref.sha256 in resolved.files
    )
    return made, tuple((role, ref.sha256) for role, ref in media if ref.sha256 not in resolved.files)


def bed(order: JobOrder) -> Output:
    """The author's music, else a quiet bed composed for the whole film, one section a scene."""
    from storyreel.film.model import ShotList
    from storyreel.film.music import bed_sections
    from storyreel.sound.bed import write_bed

    shots = order.document("shot_list", ShotList)
    sections = bed_sections(shots)
    wav = order.new_file(".wav")
    unused = ""
    if "music" in order.job.inputs:
        unused = own_bed(order, sum(ticks for _, ticks in sections), wav)
        if not unused:
            played = (("music", order.job.inputs["music"]),)
            return Output(file=wav, media_type=WAV, rights=OWN, existing_parts=played)
    write_bed(sections, shots.title, wav)
    return Output(
        file=wav,
        media_type=WAV,
        rights={"license_type": "generated_local", "provider_or_model": "composed by rule"},
        warnings=(unused,) if unused else (),
    )


def segment(order: JobOrder) -> Output:
    """One closed stretch of picture."""
    from storyreel.render.segment import render_segment
    from storyreel.render.spec import SegmentSpec

    out = order.new_file(".mp4")
    render_segment(SegmentSpec.model_validate(order.params["spec"]), order.path, out)
    return Output(file=out, media_type=MP4)


def mix_sound(order: JobOrder) -> Output:
    """The whole sound, encoded once."""
    from storyreel.film.model import Mix
    from storyreel.render.mix import mix
    from storyreel.timeline.model import SoundPlan

    out = order.new_file(".mp4")
    heard = mix(SoundPlan.model_validate(dict(order.params)), order.path, out)
    part, sound = part_of("sound", out, "audio/mp4")
    document = Mix(sound=sound, loudness_lufs=heard.loudness_lufs, true_peak_dbtp=heard.true_peak_dbtp)
    return Output(document=document, parts=(part,))


def master(order: JobOrder) -> Output:
    """Segments and sound joined into the film."""
    from storyreel.film.model import Master, Mix
    from storyreel.render.film import finish
    from storyreel.timeline.model import Timeline

    roles = sorted(role for role in order.job.inputs if role.startswith("segment:"))
    segments = [order.path(order.job.inputs[role]) for role in roles]
    out = order.new_file(".mp4")
    sound = order.path(order.document("mix", Mix).sound.sha256)
    frames = finish(order.document("timeline", Timeline), segments, sound, out)
    part, video = part_of("video", out, MP4)
    return Output(document=Master(video=video, frames=frames), parts=(part,))


@functools.lru_cache(maxsize=1)
def _engines(weights: Path) -> "tuple[VoiceEngine, ...]":
    """The engines of this worker; their processes stay up from line to line."""
    from storyreel.sound.engines.registry import build_engines
    from storyreel.sound.weights import WeightsStore

    engines = build_engines(WeightsStore(weights, offline=True))
    for engine in engines:
        atexit.register(engine.close)
    return engines


def _out_of(path: Path, order: JobOrder) -> Path:
    """A copy where the store takes it from; two layers may share one file."""
    target = order.new_file(path.suffix)
    return Path(shutil.copyfile(path, target))
