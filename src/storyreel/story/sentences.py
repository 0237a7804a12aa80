"""Cutting a paragraph into lines that one voice says in one go.

A line is one or two sentences, at most 28 words and 220 characters (about 11 s at 150 words a
minute). A longer sentence is parted where its clauses part. How words are grouped depends on the
words of the paragraph alone.
"""

import re
from collections.abc import Sequence

from sentencex import segment  # pyright: ignore[reportMissingTypeStubs, reportAttributeAccessIssue, reportUnknownVariableType]  # compiled, without stubs

from storyreel.story.draft import SourceWord

MAX_WORDS = 28
MAX_CHARACTERS = 220
COMFORTABLE_WORDS = 22
"""A sentence longer than this is parted if both parts stand well alone (a shot over 9 s is long)."""
SHORT_WORDS = 7
"""A sentence shorter than this joins its neighbour."""
JOINED_WORDS = 16
PAUSE_STRENGTH = 0.9
"""From here on a cut falls on punctuation; below, only a sentence that must be parted is cut there."""
LEAST_WORDS = 4

_TITLES = frozenset((
    "mr", "mrs", "ms", "mx", "dr", "prof", "st", "sr", "jr", "rev", "hon", "capt", "cpt", "col",
    "gen", "lt", "sgt", "maj", "cmdr", "adm", "gov", "sen", "rep", "pres", "no", "vs", "etc",
    "e.g", "i.e", "cf", "approx", "fig", "vol", "pp", "mt", "ft", "dept",
))  # fmt: skip
_NEVER_LAST = frozenset((
    "mr", "mrs", "ms", "mx", "dr", "prof", "st", "rev", "hon", "capt", "cpt", "col", "gen", "lt",
    "sgt", "maj", "cmdr", "e.g", "i.e", "cf", "vs",
))  # fmt: skip
_CLOSERS = "\"'”’»)]*_"
_JOINERS = frozenset((
    "and", "but", "or", "nor", "so", "yet", "because", "which", "who", "whom", "whose", "where",
    "when", "while", "whereas", "although", "though", "if", "unless", "until", "before", "after",
    "since", "as", "with", "without", "that", "than", "to", "for", "from", "into", "over", "under",
))  # fmt: skip


def sentences(words: Sequence[SourceWord], language: str) -> list[tuple[int, int]]:
    """Half-open word ranges of the sentences, in order, covering all words."""
    text = " ".join(word.text for word in words)
    parts: list[str] = [*segment(language, text)]  # pyright: ignore[reportUnknownArgumentType]  # as above
    ends = _word_ends(text, parts)
    ranges: list[tuple[int, int]] = []
    first = 0
    for last in ends:
        if last < len(words) and _goes_on(words[last - 1].text, words[last].text):
            continue
        if not any(word.spoken for word in words[first:last]):
            if not ranges:
                continue
            first = ranges.pop()[0]
        ranges.append((first, last))
        first = last
    if first < len(words):
        ranges.append((first, len(words)))
    return ranges


def _word_ends(text: str, parts: Sequence[str]) -> list[int]:
    """Number of whole words up to the end of each part; a boundary inside a word is none."""
    ends: list[int] = []
    seen = 0
    for part in parts:
        seen += len(part)
        at_gap = seen >= len(text) or text[seen] == " " or text[seen - 1] == " "
        count = len(text[:seen].split())
        if at_gap and count and (not ends or count > ends[-1]):
            ends.append(count)
    return ends


def _goes_on(last: str, following: str) -> bool:
    """Whether a full stop belongs to a shortened word, an initial or a trailing thought."""
    bare = last.rstrip(_CLOSERS).lstrip("\"'“‘«([")
    stem = bare.rstrip(".").lower()
    lower = following.lstrip("\"'“‘«([—–-")[:1].islower()
    if bare.endswith((".", "…")) and (
        stem in _NEVER_LAST or (lower and (stem in _TITLES or bare.endswith(("..", "…"))))
    ):
        return True
    if bare.endswith(("!", "?")) and lower and last != bare:
        return True
    return bool(re.fullmatch(r"[A-Z]\.", bare)) and following[:1].isupper() and bare != "I."


def cut_lines(words: Sequence[SourceWord], language: str) -> list[tuple[SourceWord, ...]]:
    """The paragraph as lines, in order; together they are exactly its words."""
    pieces: list[tuple[int, int]] = []
    whole: list[bool] = []
    for first, last in sentences(words, language):
        parts = _part(words, first, last)
        pieces += parts
        whole += [len(parts) == 1] * len(parts)
    return [tuple(words[first:last]) for first, last in _join(words, pieces, whole)]


def _characters(words: Sequence[SourceWord], first: int, last: int) -> int:
    return sum(len(word.text) + 1 for word in words[first:last]) - 1


def _join(
    words: Sequence[SourceWord], pieces: list[tuple[int, int]], whole: list[bool]
) -> list[tuple[int, int]]:
    """Join short sentences to the one before, two to a line; tiny ones also to a parted sentence."""
    lines: list[tuple[int, int]] = []
    open_whole = joinable = False
    for piece, single in zip(pieces, whole, strict=True):
        both_whole = open_whole and single
        if lines and _may_join(words, lines[-1], piece, joinable=joinable, both_whole=both_whole):
            lines[-1] = (lines[-1][0], piece[1])
            joinable = False
        else:
            lines.append(piece)
            open_whole, joinable = single, True
    return lines


def _may_join(
    words: Sequence[SourceWord],
    line: tuple[int, int],
    piece: tuple[int, int],
    *,
    joinable: bool,
    both_whole: bool,
) -> bool:
    ahead, size = line[1] - line[0], piece[1] - piece[0]
    if not any(word.spoken for word in words[piece[0] : piece[1]]):
        return True
    if not joinable or ahead + size > MAX_WORDS or _characters(words, line[0], piece[1]) > MAX_CHARACTERS:
        return False
    if min(ahead, size) < LEAST_WORDS:
        return True
    return both_whole and min(ahead, size) < SHORT_WORDS and ahead + size <= JOINED_WORDS


def _part(words: Sequence[SourceWord], first: int, last: int) -> list[tuple[int, int]]:
    """A sentence, parted at its clauses until each part fits in a line."""
    size = last - first
    must = size > MAX_WORDS or _characters(words, first, last) > MAX_CHARACTERS
    if size < 2 or (not must and size <= COMFORTABLE_WORDS):
        return [(first, last)]
    least = LEAST_WORDS if must else SHORT_WORDS
    cut = _best_cut(words, first, last, least, must)
    if cut is None:
        return [(first, last)]
    return _part(words, first, cut) + _part(words, cut, last)


def _best_cut(words: Sequence[SourceWord], first: int, last: int, least: int, must: bool) -> int | None:
    """The word before which to part: strong punctuation near the middle wins.

    Without `must` only punctuation counts, so that no sentence is torn for comfort.
    """
    least = min(least, (last - first) // 2)
    best: tuple[float, int] | None = None
    spoken = [index for index in range(first, last) if words[index].spoken]
    if len(spoken) < 2:
        return None
    # Each part must have something to say.
    for cut in range(max(first + least, spoken[0] + 1), min(last - least, spoken[-1]) + 1):
        strength = _strength(words[cut - 1].text, words[cut].text)
        if strength < PAUSE_STRENGTH and not must:
            continue
        off_centre = abs((cut - first) - (last - cut)) / (last - first)
        score = off_centre * 2 - strength
        if best is None or score < best[0]:
            best = (score, cut)
    return None if best is None else best[1]


def _strength(before: str, after: str) -> float:
    """How well a pause fits between two words: 0 for not at all."""
    end = before.rstrip(_CLOSERS)[-1:]
    if end in ";:—–…" or after[:1] in "—–" or end in ".!?":
        return 1.6
    joiner = after.strip(",;:\"'“”‘’").lower() in _JOINERS
    if end == ",":
        return 1.5 if joiner else 1.1
    if end in ")]" or after[:1] in "([":
        return 0.9
    return 0.4 if joiner else 0.0
