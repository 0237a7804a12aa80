"""Nouns that the tables miss: what they are a kind of, as WordNet knows it (tests/assets/near_words.py)."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True)
class NearWords:
    """Words by dictionary form; each word stands in one of the tables at most."""

    things: dict[str, str]
    """Word -> object id: `terrier` -> `dog`."""
    places: dict[str, str]
    """Word -> place id: `bistro` -> `inn`."""
    people: frozenset[str]
    """Words for somebody: `cooper`, `heiress`."""


@cache
def near_words() -> NearWords:
    """The table that ships with Storyreel."""
    raw = resources.files("storyreel.assets.reader").joinpath("near.json").read_bytes()
    things: dict[str, str] = {}
    places: dict[str, str] = {}
    people: frozenset[str] = frozenset()
    for name, row in json.loads(raw).items():
        if name == "+":
            people = frozenset(row.split())
        elif name.startswith("@"):
            places.update(dict.fromkeys(row.split(), name[1:]))
        else:
            things.update(dict.fromkeys(row.split(), name))
    return NearWords(things, places, people)


def singulars(word: str) -> tuple[str, ...]:
    """A word and what it may be the plural of."""
    forms = [word]
    if word.endswith("ies") and len(word) > 4:
        forms.append(word[:-3] + "y")
    if word.endswith("es") and len(word) > 4:
        forms.append(word[:-2])
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        forms.append(word[:-1])
    if word.endswith("men") and len(word) > 4:
        forms.append(word[:-3] + "man")
    return tuple(forms)
