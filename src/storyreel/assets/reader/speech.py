"""What is quoted in a line, and who says it."""
# ruff: noqa: E501  # rows of words read worse when they are broken

import re
from dataclasses import dataclass

_QUOTED = re.compile(r"[\"“«„]([^\"“”«»„]+)[\"”»“]")
SAYS = (
    r"(?:said|says?|used to say|would say|asked|asks?|repl(?:y|ies)|tells?|replied|answered|cried|whispered|shouted|called|muttered|murmured|sighed|laughed|told|"
    r"wrote|writes|declared|announced|added|warned|begged|thought|sang|roared|explained|insisted|recalled|remembered)"
)
_NAME = (
    r"((?:[Tt]he |[Aa]n? |[Hh]is |[Hh]er |[Mm]y )(?:old |young |little |tall |small |tall?er |smaller |younger |older |elder |first |second |other )?[\w'’-]+|"
    r"(?:(?:Dr|Mr|Mrs|Ms|Prof|St)\. |(?:von|van|de|der|di|da|la|le) )*[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}|s?he)"
)
_SAID_BY = re.compile(rf"\b{SAYS}\s+{_NAME}")
_BY_SAID = re.compile(rf"{_NAME}\s+{SAYS}\b")
_PARTICLES = frozenset(["von", "van", "de", "der", "di", "da", "la", "le"])
_NOBODY = frozenset(
    ["he", "she", "they", "it", "i", "we", "you", "that", "who", "one", "and", "to", "as", "had", "has"]
)


@dataclass(frozen=True)
class Quoted:
    """The quotations of a line."""

    texts: tuple[str, ...] = ()
    said_by: str = ""
    """The last one who is named as saying it, as the author wrote it."""
    share: float = 0.0
    """How much of the line's words are quoted."""


def quoted(text: str) -> Quoted:
    """What stands in quotation marks; a single quoted word that nobody says is only a word."""
    texts = tuple(match.strip() for match in _QUOTED.findall(text))
    outside = _QUOTED.sub(" § ", text)
    speakers = [name for name in (*_SAID_BY.findall(outside), *_BY_SAID.findall(outside)) if _somebody(name)]
    said = re.search(SAYS, outside) is not None
    texts = tuple(each for each in texts if len(each.split()) > 2 or (said and each))
    words = sum(len(each.split()) for each in texts)
    return Quoted(texts, speakers[-1] if speakers and texts else "", words / max(1, len(text.split())))


def sayer(text: str) -> str:
    """Who is named as saying a line's quotation, be it `she`; '' for nobody."""
    outside = _QUOTED.sub(" § ", text)
    named = quoted(text).said_by
    found = (*_SAID_BY.findall(outside), *_BY_SAID.findall(outside))
    return named or next((name for name in found if name.lower() in ("she", "he")), "")


def speakers_named(text: str) -> int:
    """How many different people are named as saying something in the line."""
    outside = _QUOTED.sub(" § ", text)
    found = {*_SAID_BY.findall(outside), *_BY_SAID.findall(outside)}
    return len({name for name in found if _somebody(name)}) or min(1, len(found & {"he", "she"}))


def _somebody(name: str) -> bool:
    first = name.split()[0].lower()
    named = name[0].isupper() or first in ("the", "a", "an", "his", "her", "my", *_PARTICLES)
    return first not in _NOBODY and named
