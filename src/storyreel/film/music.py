"""Which music lies under which stretch of the film."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from storyreel.film.model import Shot, ShotList


def bed_sections(shot_list: ShotList) -> tuple[tuple[str, int], ...]:
    """(mood, ticks) of each scene in order; together exactly as long as the film.

    A scene has the mood of most of its spoken shots; among equals the one that comes first.
    """
    sections: list[tuple[str, int]] = []
    frames = 0
    for _, group in groupby(shot_list.shots, key=lambda shot: shot.scene_id):
        shots = list(group)
        start = shot_list.rate.ticks(frames)
        frames += sum(shot.duration for shot in shots)
        sections.append((_mood(shots), shot_list.rate.ticks(frames) - start))
    return tuple(sections)


def _mood(shots: Sequence[Shot]) -> str:
    spoken = [shot for shot in shots if shot.audio.voice] or shots
    return Counter(shot.audio.music_mood for shot in spoken).most_common(1)[0][0]
