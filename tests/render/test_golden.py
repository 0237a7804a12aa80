"""The golden film is met exactly, and each single fault in it is seen."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from storyreel.kit.errors import MediaError
from storyreel.render import mix, planes, shift
from storyreel.render.film import finish
from storyreel.render.join import join
from storyreel.render.plan import plan_segments
from storyreel.render.profiles import Encoder
from storyreel.render.spec import SegmentSpec
from storyreel.timeline.model import Timeline
from tests.render.conftest import Rendered
from tests.render.golden_check import (
    GOLDEN,
    file_facts,
    file_faults,
    frame_faults,
    frame_hashes,
    worst_psnr_db,
)

pytestmark = pytest.mark.usefixtures("cold_cache")


def test_every_frame_is_the_golden_frame(rendered: Rendered) -> None:
    assert frame_faults(frame_hashes(rendered.specs, rendered.shelf)) == []


def test_the_file_says_and_sounds_what_the_golden_says(rendered: Rendered) -> None:
    assert file_faults(file_facts(rendered.film)) == []


def test_the_file_shows_the_rendered_frames(rendered: Rendered) -> None:
    limit = json.loads(GOLDEN.read_text())["limits"]["psnr_db"]
    assert worst_psnr_db(rendered.film, rendered.specs, rendered.shelf) > limit


def test_another_colour_matrix_is_seen(rendered: Rendered, monkeypatch: pytest.MonkeyPatch) -> None:
    bt601 = planes.BGRA_TO_YUVA.copy()
    bt601[0, :3] = np.array([0.114, 0.587, 0.299], dtype=np.float32) * np.float32(219 / 255)
    monkeypatch.setattr(planes, "BGRA_TO_YUVA", bt601)
    assert frame_faults(frame_hashes(rendered.specs, rendered.shelf))


def test_pictures_one_frame_late_are_seen(rendered: Rendered) -> None:
    late = [_later(spec) for spec in rendered.specs]
    assert frame_faults(frame_hashes(late, rendered.shelf))


def test_a_caption_off_by_one_word_is_seen(rendered: Rendered) -> None:
    faults = frame_faults(frame_hashes(_specs_of(rendered, _word_late), rendered.shelf))
    assert faults
    assert len(faults) < rendered.timeline.duration


def test_captions_one_frame_late_are_seen(rendered: Rendered) -> None:
    assert frame_faults(frame_hashes(_specs_of(rendered, _cues_a_frame_late), rendered.shelf))


def test_motion_in_whole_pixels_is_seen(rendered: Rendered, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shift, "SHIFT_STEPS", 1)
    assert frame_faults(frame_hashes(rendered.specs, rendered.shelf))


def test_a_dropped_join_is_seen(rendered: Rendered, tmp_path: Path) -> None:
    paths = [
        rendered.work / f"{spec.digest}.mp4"
        for spec in rendered.specs
        if spec is not next(s for s in rendered.specs if s.kind == "dissolve")
    ]
    sound = rendered.work / "sound.m4a"
    join(paths, rendered.timeline.rate, tmp_path / "film.mp4", sound=sound)
    assert file_faults(file_facts(tmp_path / "film.mp4"))
    with pytest.raises(MediaError, match="185 frames"):
        finish(rendered.timeline, paths, sound, tmp_path / "film.mp4")


def test_a_gain_off_by_one_decibel_is_seen(
    rendered: Rendered, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mix, "TARGET_LUFS", -13.0)
    assert file_faults(file_facts(_with_sound_of(rendered.timeline, rendered, tmp_path)))


def test_a_voice_one_decibel_louder_than_planned_is_seen(rendered: Rendered, tmp_path: Path) -> None:
    voice, music = rendered.timeline.sound
    louder = tuple(clip.model_copy(update={"gain_db": 1.0}) for clip in voice.clips)
    changed = rendered.timeline.model_copy(
        update={"sound": (voice.model_copy(update={"clips": louder}), music)}
    )
    assert file_faults(file_facts(_with_sound_of(changed, rendered, tmp_path)))


def _with_sound_of(timeline: Timeline, rendered: Rendered, folder: Path) -> Path:
    mix.mix(timeline, rendered.shelf, folder / "sound.m4a")
    paths = [rendered.work / f"{spec.digest}.mp4" for spec in rendered.specs]
    finish(timeline, paths, folder / "sound.m4a", folder / "film.mp4")
    return folder / "film.mp4"


def _specs_of(rendered: Rendered, change: Callable[[Timeline], Timeline]) -> tuple[SegmentSpec, ...]:
    return plan_segments(change(rendered.timeline), Encoder())


def _later(spec: SegmentSpec) -> SegmentSpec:
    takes = tuple(take.model_copy(update={"first": take.first - 1}) for take in spec.takes)
    return spec.model_copy(update={"takes": takes})


def _word_late(timeline: Timeline) -> Timeline:
    first = timeline.cues[0]
    words = (first.words[0], *(w.model_copy(update={"start": w.start + 12_000}) for w in first.words[1:]))
    return timeline.model_copy(
        update={"cues": (first.model_copy(update={"words": words}), *timeline.cues[1:])}
    )


def _cues_a_frame_late(timeline: Timeline) -> Timeline:
    step = timeline.rate.ticks(1)
    moved = tuple(
        cue.model_copy(
            update={
                "start": cue.start + step,
                "end": cue.end + step,
                "words": tuple(
                    w.model_copy(update={"start": w.start + step, "end": w.end + step}) for w in cue.words
                ),
            }
        )
        for cue in timeline.cues
    )
    return timeline.model_copy(update={"cues": moved})
