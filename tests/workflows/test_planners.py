"""The documents of a film are keyed by what plans them."""

from storyreel.workflows.film import FILM_STAGES
from storyreel.workflows.planners import planner_sources, planners
from storyreel.workflows.stage import Job


def test_the_rooms_that_decide_are_all_in_the_digest() -> None:
    sources = planner_sources()
    assert {"film/plan.py", "assets/reader/near.json", "assets/nouns.py", "story/read.py"} <= set(sources)
    assert sources == tuple(sorted(sources))


def test_the_stages_that_plan_know_the_digest() -> None:
    for name in ("script", "shot_plan", "packs", "style", "asset_manifest"):
        stage = FILM_STAGES[name]
        assert stage.toolchain() == planners()
        assert stage.key(Job("", {})) == stage.key(Job("", {}))
