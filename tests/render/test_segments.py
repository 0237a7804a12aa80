"""Cutting into segments and rendering them: exact lengths, keys that stay, bits that do not depend on how."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import av
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyreel.kit.errors import InputError, MediaError
from storyreel.kit.hashing import sha256_file
from storyreel.media.frames import decoded_planes
from storyreel.render.film import render
from storyreel.render.join import join
from storyreel.render.plan import plan_segments
from storyreel.render.profiles import FORMATS, PROFILES, Encoder, caption_style, frame_size
from storyreel.render.segment import render_segment, segment_frames
from storyreel.render.spec import SegmentSpec
from storyreel.render.toolchain import film_toolchain, sound_toolchain, toolchain
from storyreel.timeline.model import Box, Clip, Layer, MediaRef, Rate, Timeline, Transition
from tests.render.conftest import Rendered
from tests.render.small_film import render_one

PICTURE = MediaRef(sha256="0" * 64, media_type="image/png")


def clip(name: str, frames: int) -> Clip:
    box = Box(x=0, y=0, width=64, height=36)
    return Clip(id=name, duration=frames, layers=(Layer(name="g", media=PICTURE, box=box),))


@given(
    shots=st.lists(st.tuples(st.integers(20, 90), st.integers(0, 20)), min_size=1, max_size=6),
    kind=st.sampled_from(["dissolve", "dip_to_black"]),
)
def test_segments_add_up_to_the_film_with_transitions_anywhere(
    shots: list[tuple[int, int]], kind: str
) -> None:
    clips = tuple(clip(f"c{i}", frames) for i, (frames, _) in enumerate(shots))
    joins = tuple(
        Transition.model_validate({"kind": kind, "after_clip": f"c{i}", "duration": n})
        for i, (_, n) in enumerate(shots[:-1])
        if n
    )
    film = Timeline(name="t", rate=Rate(numerator=30), width=64, height=36, clips=clips, transitions=joins)
    specs = plan_segments(film, Encoder())
    assert sum(spec.frames for spec in specs) == film.duration
    assert [spec.kind for spec in specs if spec.kind != "body"] == [kind] * len(joins)


def test_a_transition_too_long_for_its_clip_is_refused() -> None:
    film = Timeline(
        name="t",
        rate=Rate(numerator=30),
        width=64,
        height=36,
        clips=(clip("a", 30), clip("b", 4), clip("c", 30)),
        transitions=(Transition(kind="dissolve", after_clip="a", duration=12),),
    )
    with pytest.raises(InputError, match="Clip b has 4 frames"):
        plan_segments(film, Encoder())


def test_a_transition_after_the_last_clip_is_refused() -> None:
    film = Timeline(
        name="t",
        rate=Rate(numerator=30),
        width=64,
        height=36,
        clips=(clip("a", 30),),
        transitions=(Transition(kind="dissolve", after_clip="a", duration=4),),
    )
    with pytest.raises(InputError, match="not a clip with another one after it"):
        plan_segments(film, Encoder())


def test_a_longer_first_shot_leaves_every_later_spec_as_it_was(rendered: Rendered) -> None:
    film = rendered.timeline
    step = film.rate.ticks(10)
    later = tuple(
        cue.model_copy(
            update={
                "start": cue.start + step,
                "end": cue.end + step,
                "words": tuple(
                    w.model_copy(update={"start": w.start + step, "end": w.end + step}) for w in cue.words
                ),
            }
        )
        for cue in film.cues
    )
    first = film.clips[0].model_copy(update={"duration": film.clips[0].duration + 10})
    moved = film.model_copy(update={"clips": (first, *film.clips[1:]), "cues": later})
    before, after = (plan_segments(one, Encoder()) for one in (film, moved))
    assert [a.digest for a in before[2:]] == [b.digest for b in after[2:]]
    assert before[0].digest != after[0].digest


def test_a_spec_names_the_pictures_it_needs_and_survives_json(rendered: Rendered) -> None:
    for spec in rendered.specs:
        assert SegmentSpec.model_validate_json(spec.model_dump_json()) == spec
        assert set(spec.media) == {layer.sha256 for take in spec.takes for layer in take.layers}


def test_a_segment_rendered_from_its_middle_shows_the_same_frames(rendered: Rendered) -> None:
    for spec in rendered.specs:
        whole = list(segment_frames(spec, rendered.shelf))
        tail = segment_frames(spec, rendered.shelf, frames=range(spec.frames // 2, spec.frames))
        for old, new in zip(whole[spec.frames // 2 :], tail, strict=True):
            assert all((a == b).all() for a, b in zip(old, new, strict=True))


def test_two_processes_give_the_bytes_of_one(rendered: Rendered, tmp_path: Path) -> None:
    jobs = [(spec, rendered.shelf, tmp_path) for spec in rendered.specs]
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        parallel = list(pool.map(render_one, jobs))
    assert parallel == [sha256_file(rendered.work / f"{spec.digest}.mp4") for spec in rendered.specs]


def test_the_film_is_bit_identical_when_made_again(rendered: Rendered, tmp_path: Path) -> None:
    render(rendered.timeline, rendered.shelf, tmp_path, tmp_path / "film.mp4")
    assert sha256_file(tmp_path / "film.mp4") == sha256_file(rendered.film)


@pytest.mark.parametrize("rate", [Rate(numerator=24), Rate(numerator=30000, denominator=1001)])
@pytest.mark.parametrize("preset", ["ultrafast", "veryfast"])
def test_joined_frames_stand_at_exact_times(
    rendered: Rendered, tmp_path: Path, rate: Rate, preset: str
) -> None:
    encoder = Encoder.model_validate({"preset": preset})
    specs = [
        spec.model_copy(update={"rate": rate, "encoder": encoder})
        for spec in (*rendered.specs[:3], *rendered.specs[5:7])
    ]
    paths = [tmp_path / f"{i}.mp4" for i in range(len(specs))]
    for spec, path in zip(specs, paths, strict=True):
        render_segment(spec, rendered.shelf, path)
    frames = join(paths, rate, tmp_path / "film.mp4")
    with av.open(str(tmp_path / "film.mp4")) as film:
        times = [frame.pts * frame.time_base for frame in film.decode(video=0)]
        assert film.streams.video[0].duration * film.streams.video[0].time_base == frames / rate.fraction
    assert times == [index / rate.fraction for index in range(frames)]
    assert len(list(decoded_planes(tmp_path / "film.mp4"))) == sum(spec.frames for spec in specs)


def test_segments_of_other_settings_are_not_joined(rendered: Rendered, tmp_path: Path) -> None:
    other = rendered.specs[0].model_copy(update={"encoder": Encoder(preset="ultrafast")})
    render_segment(other, rendered.shelf, tmp_path / "other.mp4")
    first = rendered.work / f"{rendered.specs[0].digest}.mp4"
    with pytest.raises(MediaError, match="other settings"):
        join([first, tmp_path / "other.mp4"], rendered.timeline.rate, tmp_path / "film.mp4")


def test_every_profile_and_format_has_even_sides_of_its_short_side() -> None:
    for profile in PROFILES.values():
        for name in FORMATS:
            width, height = frame_size(profile.name, name)
            assert min(width, height) == profile.short_side
            assert width % 2 == height % 2 == 0
    assert frame_size("standard_local", "youtube") == (1920, 1080)
    assert frame_size("preview_local", "shorts") == (540, 960)
    assert caption_style("tiktok").bottom >= 0.22


def test_unknown_names_are_answered_with_the_known_ones() -> None:
    with pytest.raises(InputError, match="preview_local"):
        frame_size("4k", "youtube")
    with pytest.raises(InputError, match="square"):
        frame_size("standard_local", "imax")


def test_the_toolchain_is_plain_text_that_stays() -> None:
    for part in (toolchain, sound_toolchain, film_toolchain):
        assert part() == part()
        assert all(isinstance(value, str) and value for value in part().values())
