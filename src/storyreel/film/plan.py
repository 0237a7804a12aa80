"""The shot planner: a Script becomes shots, each decided from its own words and place alone.

What a shot is never depends on the words of its neighbours, only on how the scene is divided and on
where and when it plays; so a changed word changes one shot, and everything made for the others is found
again by its hash.
"""

from collections.abc import Iterator

from storyreel.film.brand.model import NO_BRAND, Brand
from storyreel.film.cards import Card, card_shot
from storyreel.film.model import CREDITS, INTRO, OUTRO, TITLE, PlannedShot, ShotPlan
from storyreel.film.shots import line_shot
from storyreel.film.staging import has_card, placed
from storyreel.film.told import Told, told_of
from storyreel.kit.project import Project
from storyreel.story.model import Scene, Script
from storyreel.timeline.model import Rate

TITLE_S = 2.5
CARD_S = 2.0
CREDITS_S = 3.6


def plan_shots(script: Script, project: Project, brand: Brand = NO_BRAND) -> ShotPlan:
    """The shots of a script in order, from title to credits, not yet timed.

    The intro of a brand comes before the title, its outro after the credits.
    """
    rate = Rate(numerator=project.fps)
    first, last = script.scenes[0].id, script.scenes[-1].id
    shots: list[PlannedShot] = []
    if brand.intro:
        shots.append(card_shot(Card(INTRO, first, INTRO, brand.intro.duration_s, "house", 0), rate))
    told = told_of(script)
    shots.append(card_shot(Card(TITLE, first, script.title, TITLE_S, "title", len(shots)), rate, told))
    for number, scene in enumerate(script.scenes, 1):
        shots += _scene_shots(script, scene, number, rate, len(shots), told)
    if brand.end_card:
        shots.append(
            card_shot(Card(CREDITS, last, script.title, CREDITS_S, "credits", len(shots)), rate, told)
        )
    if brand.outro:
        card = Card(OUTRO, last, OUTRO, brand.outro.duration_s, "house", len(shots))
        shots.append(card_shot(card, rate))
    return ShotPlan(title=script.title, rate=rate, shots=tuple(shots))


def _scene_shots(
    script: Script, scene: Scene, number: int, rate: Rate, position: int, told: Told
) -> Iterator[PlannedShot]:
    if has_card(scene):
        card = Card(f"{scene.id}-card", scene.id, scene.heading, CARD_S, "chapter", position, number == 1)
        yield card_shot(card, rate, told)
        position += 1
    for group, place in placed(script, scene, number, position, told):
        yield line_shot(script, group, place, rate, told)
