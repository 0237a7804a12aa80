"""How a whole film is drawn: one look by the kind of text, one palette by its title or its brand."""

from collections.abc import Sequence

from storyreel.assets.look_choice import look_for
from storyreel.assets.looks import LOOKS, look_named
from storyreel.assets.palettes import decided_palette
from storyreel.film.brand.model import Brand
from storyreel.film.model import FilmStyle, ShotPlan
from storyreel.kit.decision import Decision, decide
from storyreel.kit.project import Project

AUTO = "auto"
OWN_COLORS = "editorial"
"""The look whose palettes are plain roles; other looks mix theirs from time and weather."""


def film_style(plan: ShotPlan, project: Project, asked: str, brand: Brand) -> FilmStyle:
    """The style of a film; `asked` is a look's name or `auto`. Raises InputError for an unknown name."""
    decision = _look(plan, project, asked)
    look = next(choice.name for choice in decision.choices if choice.name in LOOKS)
    palette = _palette(plan.title, project, look, brand)
    return FilmStyle(look=look, palette=palette.chosen.name, decisions=(decision, palette))


def asked_scores(*, asked: str, known: Sequence[str]) -> dict[str, float]:
    """1 for what was asked for, 0 for everything else."""
    return {name: float(name == asked) for name in dict.fromkeys((asked, *known))}


def _look(plan: ShotPlan, project: Project, asked: str) -> Decision:
    if asked == AUTO:
        readings = [shot.reading for shot in plan.shots if shot.reading is not None]
        # The genre that every project begins with says nothing about this text.
        genre = "" if project.genre == Project().genre else project.genre
        return look_for(plan.title, genre, readings)
    return _asked("look", look_named(asked).name, tuple(LOOKS), "the author asks for it")


def _palette(title: str, project: Project, look: str, brand: Brand) -> Decision:
    if look == OWN_COLORS:
        if brand.colors and project.palette == AUTO:
            known = look_named(look).palettes
            return _asked("palette", brand.colors.palette, known, "they are the colours of the brand")
        return decided_palette(title, project.genre, project.visual_style, project.palette)
    known = look_named(look).palettes
    named = project.palette in known
    why = "the project sets it" if named else "it is the look's own, mixed shot by shot"
    return _asked("palette", project.palette if named else known[0], known, why)


def _asked(question: str, asked: str, known: Sequence[str], why: str) -> Decision:
    scores = asked_scores(asked=asked, known=known)
    rule = f"{__name__}:asked_scores"
    return decide("film", question, rule, scores, {asked: why}, asked=asked, known=list(known))
