"""The timing lock: recorded lines give each shot its length, and nothing after may move it."""

from collections.abc import Iterable, Mapping

from storyreel.film.model import AudioIntent, PlannedShot, Shot, ShotList, ShotPlan, VoiceRef
from storyreel.film.rules import check_no_provider
from storyreel.kit.errors import RuleError
from storyreel.kit.hashing import sha256_json
from storyreel.sound.model import VoiceLine
from storyreel.timeline.model import Rate

PAUSE_S = 0.3
"""Silence between two lines of one shot."""


def lock(plan: ShotPlan, recorded: Mapping[str, VoiceLine]) -> ShotList:
    """Time the shots by their recorded lines (line id -> recording) and lock them.

    A shot lasts its beats plus its lines, each rounded up to whole frames. Raises RuleError for
    missing recordings and for shots without any length.
    """
    missing = [line for shot in plan.shots for line in shot.line_ids if line not in recorded]
    if missing:
        raise RuleError(
            f"{len(missing)} line(s) have no recording, so their shots have no length.",
            evidence=tuple(missing),
            next_step=f"Record the line {missing[0]!r} and the others first.",
        )
    shots = tuple(_timed(shot, recorded, plan.rate) for shot in plan.shots)
    listed = ShotList(
        title=plan.title, rate=plan.rate, shots=shots, timing_lock_hash=timing_lock_hash(plan.rate, shots)
    )
    check_no_provider(listed)
    return listed


def timing_lock_hash(rate: Rate, shots: Iterable[Shot]) -> str:
    """SHA-256 over rate, ids, order and durations, and nothing else."""
    return sha256_json(
        {
            "rate": [rate.numerator, rate.denominator],
            "shots": [[shot.id, shot.duration] for shot in shots],
        }
    )


def check_lock(shot_list: ShotList) -> None:
    """Refuse a shot list whose timing is not the one that was locked. Raises RuleError."""
    found = timing_lock_hash(shot_list.rate, shot_list.shots)
    if found != shot_list.timing_lock_hash:
        raise RuleError(
            f"The timing of the shot list {shot_list.title!r} was changed after it was locked.",
            evidence=(f"locked as {shot_list.timing_lock_hash}", f"now {found}"),
            next_step="Restore the durations and the order of the shots, or lock the plan again.",
        )


def _timed(shot: PlannedShot, recorded: Mapping[str, VoiceLine], rate: Rate) -> Shot:
    refs: list[VoiceRef] = []
    now = shot.beat_before
    pause = round(PAUSE_S * float(rate.fraction))
    for line_id in shot.line_ids:
        now += pause if refs else 0
        refs.append(VoiceRef(line_id=line_id, offset=now))
        now += rate.frames_ceil(recorded[line_id].duration)
    duration = now + shot.beat_after if refs else shot.silent_duration
    if duration <= 0:
        raise RuleError(
            f"The shot {shot.id!r} has neither lines nor a silent duration.",
            next_step="Give it a line to say or a silent_duration in frames.",
        )
    return Shot(
        id=shot.id,
        scene_id=shot.scene_id,
        template=shot.template,
        duration=duration,
        framing=shot.framing,
        movement=shot.movement,
        characters=shot.characters,
        environment=shot.environment,
        time_of_day=shot.time_of_day,
        action_beats=shot.action_beats,
        emotional_tags=shot.emotional_tags,
        words=shot.words,
        speaker=shot.speaker,
        picture_kind=shot.picture_kind,
        audio=AudioIntent(voice=tuple(refs), sfx_tags=shot.sfx_tags, music_mood=shot.music_mood),
        transition_in=shot.transition_in,
        reason=shot.reason,
        reading=shot.reading,
        people=shot.people,
        decisions=shot.decisions,
    )
