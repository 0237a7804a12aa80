"""Everything stands in time where the lock says."""

import pytest

from storyreel.film.timeline import assemble, conform
from storyreel.kit.errors import RuleError
from storyreel.kit.project import Project
from storyreel.render.captions import lay_out
from storyreel.timeline.exact import check, clip_starts
from storyreel.timeline.model import Rate, Timeline
from tests.film.making import MUSIC, TEXT, Film, script

FILM = Film(script())


def test_the_timeline_holds_together() -> None:
    timeline = FILM.timeline()
    check(timeline)
    assert timeline.duration == sum(shot.duration for shot in FILM.shots.shots)
    assert Timeline.from_bytes(timeline.to_bytes()) == timeline


@pytest.mark.parametrize(
    "rate", [Rate(numerator=24), Rate(numerator=30000, denominator=1001), Rate(numerator=60)]
)
def test_another_frame_rate_moves_no_boundary_by_more_than_half_a_frame(rate: Rate) -> None:
    film = Film(script(), fps=rate)
    timeline = film.timeline()
    check(timeline)
    before = conform(film.shots, film.shots.rate)
    for frame, listed in zip((*clip_starts(timeline), timeline.duration), before, strict=True):
        assert abs(rate.seconds(frame) - film.shots.rate.seconds(listed)) <= 0.5001 / float(rate.fraction)


def test_sound_starts_where_the_shot_list_places_it() -> None:
    timeline = FILM.timeline()
    starts = dict(zip((clip.id for clip in timeline.clips), clip_starts(timeline), strict=True))
    placed = {clip.id: clip.start for clip in timeline.sound[0].clips}
    for shot in FILM.shots.shots:
        for ref in shot.audio.voice:
            assert placed[ref.line_id] == timeline.rate.ticks(starts[shot.id] + ref.offset)


def test_one_bed_lies_under_the_whole_film() -> None:
    timeline = FILM.timeline()
    (bed,) = timeline.sound[1].clips
    assert (bed.start, bed.duration) == (0, timeline.rate.ticks(timeline.duration))


def test_silent_shots_carry_no_caption() -> None:
    timeline = FILM.timeline()
    silent = timeline.rate.ticks(timeline.clips[0].duration + timeline.clips[1].duration)
    assert all(cue.start >= silent for cue in timeline.cues)


def test_captions_of_a_line_end_with_its_shot() -> None:
    timeline = FILM.timeline()
    ends = {timeline.rate.ticks(start) for start in clip_starts(timeline)}
    for cue in timeline.cues:
        assert not any(cue.start < end < cue.end for end in ends)


def test_grounds_of_drawn_pictures_stand_still_and_text_hardly_moves() -> None:
    for clip in FILM.timeline().clips:
        ground, _, text = clip.layers
        assert ground.poses == ()
        assert all(abs(pose.dy) <= 8 and pose.dx == 0 and pose.scale == 1 for pose in text.poses)
        assert all(pose.frame <= 15 for pose in text.poses)


def test_photos_are_travelled_over_and_always_cover_the_frame() -> None:
    timeline = Film(script(), origin="author").timeline()
    check(timeline)
    assert any(clip.layers[0].poses for clip in timeline.clips)


def test_text_is_not_faded_twice_by_a_dissolve() -> None:
    timeline = FILM.timeline()
    dissolved = {transition.after_clip for transition in timeline.transitions}
    ids = [clip.id for clip in timeline.clips]
    for clip in timeline.clips[1:]:
        if ids[ids.index(clip.id) - 1] in dissolved:
            assert clip.layers[2].poses == ()


def test_a_move_goes_on_through_the_dissolve_that_ends_it() -> None:
    timeline = FILM.timeline()
    tails = {t.after_clip: t.duration - t.duration // 2 for t in timeline.transitions}
    moving = [clip for clip in timeline.clips if clip.id in tails and len(clip.layers[1].poses) > 1]
    assert moving
    for clip in moving:
        assert clip.layers[1].poses[-1].frame == clip.duration + tails[clip.id] - 1


def test_one_changed_word_leaves_the_clips_of_other_shots_alone() -> None:
    before, after = FILM.timeline(), Film(script(TEXT.replace("an apple", "a lemon"))).timeline()
    changed = [a.id for a, b in zip(before.clips, after.clips, strict=True) if a != b]
    assert changed in ([], ["s01-b01-l02"])


def test_scenes_are_marked_for_an_editor() -> None:
    assert [marker.name for marker in FILM.timeline().markers] == ["Morning", "Evening"]


def test_missing_pictures_are_named() -> None:
    pictures = {key: value for key, value in FILM.pictures.items() if key != "title"}
    with pytest.raises(RuleError, match="not handed in") as caught:
        assemble(FILM.shots, FILM.manifest, FILM.plan, pictures, FILM.voices, MUSIC, Project())
    assert caught.value.evidence == ("picture title",)


def test_a_plan_for_another_timing_is_refused() -> None:
    plan = FILM.plan.model_copy(update={"timing_lock_hash": "0" * 64})
    with pytest.raises(RuleError, match="another timing"):
        assemble(FILM.shots, FILM.manifest, plan, FILM.pictures, FILM.voices, MUSIC, Project())


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (540, 960), (1080, 1080)])
def test_captions_of_a_film_have_one_size(size: tuple[int, int]) -> None:
    shouted = TEXT.replace("the old man on the bench did not mind at all", "WE WOMEN WOULD WAIT WITH WILLIAM")
    timeline = Film(script(shouted), size=size).timeline()
    style = timeline.caption_style
    assert style is not None
    sizes = {
        lay_out(tuple(tuple(line.split()) for line in cue.text_lines), style, *size).size
        for cue in timeline.cues
    }
    assert sizes == {round(style.size * size[1], 2)}
