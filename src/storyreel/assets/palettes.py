"""One palette for a film of the editorial look: the one that is set, else by its title, genre and style."""

from storyreel.assets.looks.editorial.palette import PALETTES
from storyreel.assets.looks.editorial.palette import palette as roles
from storyreel.assets.stems import stems
from storyreel.kit.decision import Decision, decide

PALETTE_WORDS: dict[str, str] = {
    "harbour": "news science technology sea ocean coast lighthouse harbour ship sailor island water river "
    "history report documentary space weather storm keeper",
    "plum": "music night youth dream romance love mystery horror ghost thriller party magic fantasy moon",
    "orchard": "nature garden farm food forest cooking countryside animal health spring harvest recipe tree",
    "hearth": "home family comedy children essay explainer fairy tale winter fire bread cat",
}


def choose_palette(title: str, genre: str, visual_style: str, palette_setting: str) -> str:
    """One palette for a film: the one that is set, else by its title, genre and style.

    Lines have no say, so changing a line never recolours a film. Raises InputError.
    """
    return decided_palette(title, genre, visual_style, palette_setting).chosen.name


def decided_palette(title: str, genre: str, visual_style: str, palette_setting: str) -> Decision:
    """The choice of `choose_palette` with its reasons. Raises InputError."""
    if palette_setting != "auto":
        roles(palette_setting)
    inputs = {"said": f"{title} {genre} {visual_style}", "setting": palette_setting}
    scores = palette_scores(**inputs)
    told = {
        name: "the project sets it" if name == palette_setting else f"{score:g} of its words are in the title"
        for name, score in scores.items()
    }
    return decide("film", "palette", f"{__name__}:palette_scores", scores, told, **inputs)


def palette_scores(said: str, setting: str) -> dict[str, float]:
    """How many of a palette's words are said; the one that is set has more than any could have."""
    roots = stems(said)
    found = {name: sum(roots.count(root) for root in stems(PALETTE_WORDS[name])) for name in PALETTES}
    return {name: float(count + (len(roots) + 1) * (name == setting)) for name, count in found.items()}
