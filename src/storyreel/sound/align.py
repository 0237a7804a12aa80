"""Whose sound is it: gives phonemes, and then times, to the words of a text."""

from collections.abc import Sequence

import numpy as np

BLANK_AGAINST_SOUND = 3
"""Cost of pairing a blank with a phoneme: word borders hold unless a voice has fused two words."""


def owners(phonemes: str, by_word: Sequence[str]) -> list[int]:
    """The index of the word that each phoneme character of a whole utterance belongs to.

    `by_word` is how each word sounds when it is said alone. Voices fuse words ("of the"), expand
    them ("1984") and change sounds at their borders, so the two strings are aligned by edit
    distance; the answer never runs backwards.
    """
    expected, owner = _joined(by_word)
    if not expected:
        return [0] * len(phonemes)
    steps = _edit_steps(phonemes, expected)
    result, row, column = [0] * len(phonemes), len(phonemes), len(expected)
    while row > 0:
        step = steps[row, column] if column > 0 else 1
        if step in (0, 1):
            row -= 1
            result[row] = owner[max(column - 1, 0)]
        if step in (0, 2):
            column -= 1
    return result


def _joined(by_word: Sequence[str]) -> tuple[str, list[int]]:
    expected, owner = "", list[int]()
    for index, sound in enumerate(by_word):
        if sound:
            piece = sound if not expected else " " + sound
            expected += piece
            owner += [index] * len(piece)
    return expected, owner


def _edit_steps(left: str, right: str) -> np.ndarray[tuple[int, ...], np.dtype[np.int8]]:
    """For each cell the last step of the cheapest edit: 0 pair, 1 drop from left, 2 drop from right."""
    steps = np.ones((len(left) + 1, len(right) + 1), np.int8)
    steps[0, 1:] = 2
    previous = list(range(len(right) + 1))
    for row, a in enumerate(left, start=1):
        current = [row]
        for column, b in enumerate(right, start=1):
            change = 0 if a == b else BLANK_AGAINST_SOUND if " " in (a, b) else 1
            best = min(
                (previous[column - 1] + change, 0), (previous[column] + 1, 1), (current[column - 1] + 1, 2)
            )
            current.append(best[0])
            steps[row, column] = best[1]
        previous = current
    return steps


def fill_gaps(
    spans: Sequence[tuple[float, float] | None], weights: Sequence[int], total_s: float
) -> list[tuple[float, float]]:
    """A span for every word: runs without one share the time of the word before (or after) them.

    `weights` (for example word lengths) divide a shared span. Starts never run backwards, no span
    is negative and none begins before the one before it has ended.
    """
    result: list[tuple[float, float]] = []
    for first, last, span in _runs(spans, total_s):
        share = sum(max(1, weight) for weight in weights[first:last])
        now = span[0]
        for index in range(first, last):
            end = now + (span[1] - span[0]) * max(1, weights[index]) / share
            result.append((now, end))
            now = end
    return _monotonic(result, total_s)


def _runs(
    spans: Sequence[tuple[float, float] | None], total_s: float
) -> list[tuple[int, int, tuple[float, float]]]:
    known = [index for index, span in enumerate(spans) if span is not None]
    if not known:
        return [(0, len(spans), (0.0, total_s))]
    runs: list[tuple[int, int, tuple[float, float]]] = []
    for position, index in enumerate(known):
        first = index if position else 0
        last = known[position + 1] if position + 1 < len(known) else len(spans)
        span = spans[index]
        assert span is not None
        runs.append((first, last, span))
    return runs


def _monotonic(spans: Sequence[tuple[float, float]], total_s: float) -> list[tuple[float, float]]:
    result: list[tuple[float, float]] = []
    floor = 0.0
    for start, end in spans:
        start = min(max(start, floor), total_s)
        end = min(max(end, start), total_s)
        result.append((start, end))
        floor = end
    return result
