"""Searching a picture for a need: sources in order, the best that fits, under a licence that may be used.

A candidate is judged by its title and tags against the words of the shot before a byte of it is fetched. A
drawn picture stands among the candidates with the score that a found one has to reach, so what is taken is
what the shot gains by.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from storyreel.assets.found import rights_of
from storyreel.assets.meaning import STOP, vocabulary
from storyreel.assets.model import FoundPicture, PictureNeed
from storyreel.assets.rights import known, licence_title
from storyreel.assets.search_cache import SearchCache
from storyreel.assets.stems import stem, stems, words
from storyreel.kit.decision import Decision, decide
from storyreel.kit.hashing import sha256_file
from storyreel.media.image import read_header
from storyreel.providers.picture_source import Candidate, PictureSource
from storyreel.providers.web import SourceError
from storyreel.timeline.model import MediaRef

SEARCHED_KINDS = frozenset(("scene", "sentence", "emotion", "crowd", "journey", "lower_third"))
"""Kinds of picture that a photo can be; numbers, lists, quotations and cards are drawn."""
CANDIDATES = 12
"""How many are asked of each source."""
TRIES = 3
"""How many are downloaded until one is whole."""
LONGEST_QUERY = 4
"""Words of a question: more find less."""
DRAWN = "drawn"
INSTEAD = "The next source, or a drawn picture, stands in for it."
FIT = {"meaning": 0.4, "stems": 0.6}
"""What a found picture must reach, by the way in which likeness was measured. 0.4 parts a mill's wheel from a
Ferris wheel and a steam engine from a search engine in pairs that were looked at."""
UNLICENSED = 0.8
"""An unknown licence costs this much where only a preview is made."""
KINDS = {"jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp"}


class Likeness(Protocol):
    """How alike texts are."""

    @property
    def method(self) -> str:
        """`meaning` or `stems`: the key of `FIT`."""
        ...

    def of(self, words: str, texts: Sequence[str]) -> list[float]:
        """Likeness of `words` to each text, about 0 to 1."""
        ...


class StemOverlap:
    """The share of the words that a text has too: what is left without the model's weights."""

    method = "stems"

    def of(self, words: str, texts: Sequence[str]) -> list[float]:
        wanted = {root for root in stems(words) if root not in STOP}
        return [round(len(wanted & set(stems(text))) / max(1, len(wanted)), 2) for text in texts]


@dataclass(frozen=True)
class Search:
    """What a search is made with."""

    sources: Sequence[PictureSource]
    likeness: Likeness
    cache: SearchCache
    size: tuple[int, int]
    """Of the frame, in pixels."""
    preview: bool
    """Whether the film is only looked at, so that an unknown licence may be taken."""


@dataclass(frozen=True)
class Searched:
    """The answer, the file behind it, and whether an equal search would answer the same."""

    found: FoundPicture
    file: Path | None
    settled: bool
    """False when a source could not be asked: next time it may be."""


def search_words(need: PictureNeed) -> str:
    """What is searched for: the things that the words call, then place and weather; '' for no search."""
    if need.kind not in SEARCHED_KINDS:
        return ""
    reading = need.reading
    if reading is not None:
        things = [thing.word for thing in (reading.subject, *reading.props) if thing and not thing.denied]
        around = [reading.place.replace("_", " "), reading.weather if reading.weather != "clear" else ""]
        said = [*things, *around] if things or reading.place else []
    else:
        named = vocabulary()
        said = [word for word in words(need.words) if stem(word) in named and word not in STOP]
    parts = [word for part in said for word in words(part)]
    return " ".join(dict.fromkeys(parts[:LONGEST_QUERY]))


def search_picture(need: PictureNeed, search: Search, workdir: Path) -> Searched:
    """Ask the sources in order until one has a picture that fits.

    What a source does wrong becomes a flag, never an error. The file lies below `workdir`.
    """
    query, flags, settled = search_words(need), list[str](), True
    seen: list[Candidate] = []
    decision = _decision(need, query, seen, search)
    for source in search.sources if query else ():
        try:
            seen += _asked(source, query, search)
        except SourceError as error:
            flags.append(f"{error.message} {INSTEAD}")
            settled = False
            continue
        for _ in range(TRIES):
            decision = _decision(need, query, seen, search)
            taken = next((each for each in seen if _name(each) == decision.chosen.name), None)
            if taken is None:
                break
            try:
                file = _fetched(taken, search, workdir)
            except SourceError as error:
                flags.append(f"{_name(taken)} was left out: {error.message}")
                settled = False
                seen.remove(taken)
                continue
            return Searched(_taken(need, query, taken, file, search.cache, flags, decision), file, settled)
    empty = FoundPicture(need_id=need.id, query=query, flags=tuple(flags), decisions=(decision,))
    return Searched(empty, None, settled)


def fit_scores(
    likeness: Mapping[str, float],
    usable: Mapping[str, float],
    width: Mapping[str, int],
    frame_width: int,
    fit: float,
) -> dict[str, float]:
    """How good each candidate is: its likeness, less where the licence or the pixels are wanting.

    `usable` is 1 for a licence that is known, 0 for one that may not be used; a width of 0 is not known.
    A drawn picture has the score `fit`.
    """
    scores = {
        name: round(alike * usable[name] * min(1.0, (width[name] or frame_width) / frame_width), 3)
        for name, alike in likeness.items()
    }
    return {**scores, DRAWN: fit}


def _asked(source: PictureSource, query: str, search: Search) -> tuple[Candidate, ...]:
    cache = search.cache
    kept = cache.answer(source.name, query, search.size)
    if kept is not None:
        return kept
    if cache.resting(source.name):
        raise SourceError(source.name, "had too many questions and is left alone", kind="rate_limit")
    try:
        found = source.search(query, size=search.size, limit=CANDIDATES)
    except SourceError as error:
        if error.kind == "rate_limit":
            cache.rest(source.name, error.retry_after_s)
        raise
    cache.keep_answer(source.name, query, search.size, found)
    return found


def _decision(need: PictureNeed, query: str, seen: Sequence[Candidate], search: Search) -> Decision:
    method = search.likeness.method
    told = [_told(candidate) for candidate in seen]
    by_query = search.likeness.of(query, told) if told else []
    by_words = search.likeness.of(need.words, told) if told and method == "meaning" else by_query
    # A line says more than what is seen, a question less than what is meant: their mean judges best.
    alike = [round((a + b) / 2, 3) for a, b in zip(by_query, by_words, strict=True)]
    names = [_name(candidate) for candidate in seen]
    inputs: dict[str, Any] = {
        "likeness": dict(zip(names, alike, strict=True)),
        "usable": {_name(each): _usable(each, search.preview) for each in seen},
        "width": {_name(each): each.width for each in seen},
        "frame_width": search.size[0],
        "fit": FIT[method],
    }
    reasons = {_name(each): _reason(each, like, query) for each, like in zip(seen, alike, strict=True)}
    reasons[DRAWN] = f"a found picture has to reach this by {method}"
    return decide(
        f"asset:{need.id}",
        "found picture",
        "storyreel.assets.search:fit_scores",
        fit_scores(**inputs),
        reasons,
        **inputs,
    )


def _usable(candidate: Candidate, preview: bool) -> float:
    if known(candidate.licence):
        return 1.0
    return UNLICENSED if preview else 0.0


def _reason(candidate: Candidate, alike: float, query: str) -> str:
    title = candidate.title or ", ".join(candidate.tags[:3]) or candidate.id
    return f"“{title}” is {alike:.2f} like “{query}”, {licence_title(candidate.licence)}"


def _fetched(candidate: Candidate, search: Search, workdir: Path) -> Path:
    file = workdir / f"found-{candidate.source}"
    if search.cache.picture(candidate, file):
        return file
    source = next(source for source in search.sources if source.name == candidate.source)
    source.download(candidate, file)
    search.cache.keep_picture(candidate, file)
    return file


def _taken(
    need: PictureNeed,
    query: str,
    candidate: Candidate,
    file: Path,
    cache: SearchCache,
    flags: list[str],
    decision: Decision,
) -> FoundPicture:
    first = cache.first_licence(candidate)
    if first.licence != candidate.licence:
        flags.append(
            f"{_name(candidate)} is offered under {licence_title(candidate.licence)} now; it was first taken "
            f"under {licence_title(first.licence)}, and that stands."
        )
    if not known(first.licence):
        flags.append(f"{_name(candidate)} has no known licence: the film may be looked at, not published.")
    header = read_header(file)
    return FoundPicture(
        need_id=need.id,
        query=query,
        media=MediaRef(sha256=sha256_file(file), media_type=KINDS[header.kind]),
        source=candidate.source,
        source_id=candidate.id,
        title=candidate.title or ", ".join(candidate.tags[:3]),
        page_url=candidate.page_url,
        width=header.width,
        height=header.height,
        rights=rights_of(first),
        flags=tuple(flags),
        decisions=(decision,),
    )


def _name(candidate: Candidate) -> str:
    return f"{candidate.source}:{candidate.id}"


def _told(candidate: Candidate) -> str:
    return "; ".join(part for part in (candidate.title, ", ".join(candidate.tags[:10])) if part)
