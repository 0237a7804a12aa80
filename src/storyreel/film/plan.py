"""The shot planner: a Script becomes shots, each decided from its own words and place alone.

What a shot is never depends on the words of its neighbours, only on how the scene is divided and on
where and when it plays; so a changed word changes one shot, and everything made for the others is found
again by its hash.
"""

from collections.abc import Iterator

from storyreel.film.model import CREDITS, TITLE, PlannedShot, ShotPlan
from storyreel.film.shots import card_shot, line_shot
from storyreel.film.staging import has_card, placed
from storyreel.kit.project import Project
from storyreel.story.model import Scene, Script
from storyreel.timeline.model import Rate

TITLE_S = 2.5
CARD_S = 2.0
CREDITS_S = 3.6


def plan_shots(script: Script, project: Project, *, end_card: bool = True) -> ShotPlan:
    """The shots of a script in order, from title to credits, not yet timed."""
    rate = Rate(numerator=project.fps)
    shots = [
        card_shot(
            TITLE, script.scenes[0].id, script.title, TITLE_S, rate, kind="title", position=0,
            why="The title opens the film, in silence.",
        )
    ]  # fmt: skip
    for number, scene in enumerate(script.scenes, 1):
        shots += _scene_shots(script, scene, number, rate, len(shots))
    if end_card:
        shots.append(
            card_shot(
                CREDITS, script.scenes[-1].id, script.title, CREDITS_S, rate, kind="credits",
                position=len(shots), why="The end card names who made what is seen and heard.",
            )
        )  # fmt: skip
    return ShotPlan(title=script.title, rate=rate, shots=tuple(shots))


def _scene_shots(
    script: Script, scene: Scene, number: int, rate: Rate, position: int
) -> Iterator[PlannedShot]:
    if has_card(scene):
        yield card_shot(
            f"{scene.id}-card", scene.id, scene.heading, CARD_S, rate, kind="chapter", position=position,
            why="The author's heading names the scene.",
        )  # fmt: skip
        position += 1
    for group, place in placed(script, scene, number, position):
        yield line_shot(script, group, place, rate)
