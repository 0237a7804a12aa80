"""The look of a film: by the kind of its text, and no ordinary word turns it."""
# ruff: noqa: E501  # running text reads better in long lines

import re
from pathlib import Path

import pytest

from storyreel.assets.look_choice import BLOCK, block_vote, look_for
from storyreel.assets.reader import Surroundings, read_shot, scene_setting
from storyreel.assets.reading import Reading
from storyreel.kit.decision import scored_again

EXAMPLES = Path(__file__).parents[2] / "examples"
ARTICLE = """The canal is 193 kilometres long and 24 metres deep. It was opened in 1869. About 50 ships pass through it
every day. One in ten ships carries oil. In 1870 only 486 ships used it; in 2020 there were 18,830. The waterway earns
more money than tourism. Four things are carried: oil, grain, cars and clothes. What matters most is time. It saves
nine days. Freight costs fell by 40 percent. The rule is simple. Nothing about it is new."""
TALE = """Once a miller lived with his daughter Elsa by a wide river. One winter night the ice came down the river. She
took the lantern and walked to the old bridge. Under the bridge sat a heron with a broken wing. She carried the bird
home through the snow. The miller wept in the kitchen. On the tenth morning the heron stood by the window. At noon the
whole village heard a noise. A hundred herons came down on the roof. Elsa laughed and closed the door. The old man sat
by the fire. In the morning the girl went to the river."""


def _readings(text: str) -> list[Reading]:
    lines = [line.strip() for line in re.split(r"(?<=[.!?])\s+", text.replace("\n", " ")) if line.strip()]
    setting = scene_setting(lines, "", "", "")
    around = Surroundings(place=setting.place, time=setting.time, weather=setting.weather)
    return [read_shot(line, around) for line in lines]


@pytest.mark.parametrize(("text", "look"), [(ARTICLE, "editorial"), (TALE, "paper-cut")])
def test_the_kind_of_text_gives_the_look(text: str, look: str) -> None:
    decision = look_for("The river", "", _readings(text))
    assert decision.chosen.name == look
    assert scored_again(decision) == {choice.name: choice.score for choice in decision.choices}


def test_a_named_genre_decides() -> None:
    assert look_for("Canals", "explainer", _readings(TALE[:200])).chosen.name == "editorial"
    assert look_for("Canals", "fairy tale", _readings(ARTICLE[:200])).chosen.name == "paper-cut"


@pytest.mark.parametrize("text", [ARTICLE, TALE])
def test_no_single_changed_word_turns_the_look(text: str) -> None:
    settled = look_for("", "", _readings(text)).chosen.name
    words = text.split()
    for index in range(0, len(words), 3):
        changed = " ".join([*words[:index], "quiet", *words[index + 1 :]])
        assert look_for("", "", _readings(changed)).chosen.name == settled, words[index]


def test_an_unclear_block_does_not_vote() -> None:
    scene = Reading(kind="scene", place="forest", people=1)
    number = Reading(kind="number")
    assert block_vote([scene, number] * (BLOCK // 2)) == 0
    assert block_vote([scene] * BLOCK) == 1
    assert block_vote([number] * BLOCK) == -1


def test_the_examples_that_tell_stories_are_cut_from_paper() -> None:
    text = (EXAMPLES / "lighthouse.md").read_text("utf-8")
    plain = " ".join(line for line in text.splitlines() if line and not line.startswith("#"))
    assert look_for("The Last Keeper of Grey Rock", "", _readings(plain)).chosen.name == "paper-cut"
