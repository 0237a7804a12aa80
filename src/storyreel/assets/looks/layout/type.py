"""Measured type: sizes are fitted, lines are broken into stairs, nothing runs over its box."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from storyreel.assets.looks.layout.model import Area
from storyreel.render.fonts import measure

Style = Literal["normal", "italic"]
PARTED_FROM = 1.3
"""Words that must be cut are set at most this much larger than the smallest size."""


@dataclass(frozen=True)
class Face:
    """A face as it is used here; tracking in em."""

    family: str
    weight: int
    style: Style = "normal"
    tracking: float = 0.0
    caps: bool = False

    def width(self, text: str, size: float) -> float:
        """Advance width of a line, tracking included."""
        return size * _ems(self, text)


@lru_cache(maxsize=1 << 15)
def _ems(face: Face, text: str) -> float:
    """Advance width of a line in em; breaking lines asks for the same ones again and again."""
    shown = text.upper() if face.caps else text
    return measure(shown, face.family, face.weight, 1.0, face.style) + face.tracking * len(shown)


DISPLAY = Face("Fraunces", 900, tracking=-0.015)
NUMERAL = Face("Fraunces", 900, tracking=-0.03)
ITALIC = Face("Fraunces", 600, "italic", tracking=-0.005)
KICKER = Face("Inter", 800, tracking=0.16, caps=True)
PLAIN = Face("Inter", 600)


@dataclass(frozen=True)
class Setting:
    """Lines that fit a box, with the size that was found."""

    lines: tuple[str, ...]
    face: Face
    size: float
    leading: float

    @property
    def height(self) -> float:
        """From the top of the first line's capitals to the last base line, plus descenders."""
        return self.size * (0.78 + 0.2) + (len(self.lines) - 1) * self.step

    @property
    def step(self) -> float:
        return self.size * self.leading

    @property
    def width(self) -> float:
        return max(self.face.width(line, self.size) for line in self.lines)


def fit(
    text: str, face: Face, area: Area, *, largest: float, smallest: float, leading: float, lines: int
) -> Setting:
    """The largest size at which `text` stands in `area` in at most `lines` lines.

    A word wider than the box at the smallest size is parted with hyphens; where even the smallest size is
    too large, the text is cut at a word and ends in an ellipsis.
    """
    tokens = text.split()
    plain = _largest(tokens, face, area, largest, smallest, leading, lines, parted=False)
    if plain is None and any(face.width(token, smallest) > area.width for token in tokens):
        start = min(largest, smallest * PARTED_FROM)
        plain = _largest(tokens, face, area, start, smallest, leading, lines, parted=True)
        tokens = tokens if plain else parts_of(tokens, face, smallest, area.width)
    return plain or _cut(tokens, face, area, smallest, leading, lines)


def _largest(
    tokens: list[str], face: Face, area: Area, largest: float, smallest: float, leading: float, lines: int, *,
    parted: bool,
) -> Setting | None:  # fmt: skip
    """The largest size from `largest` down that fits; `parted` words may be cut with hyphens."""
    size = largest
    while size >= smallest:
        shown = parts_of(tokens, face, size, area.width) if parted else tokens
        broken = (
            greedy(shown, face, size, area.width) if parted else stairs(shown, face, size, area.width, lines)
        )
        if broken and len(broken) <= lines and size * (0.98 + (len(broken) - 1) * leading) <= area.height:
            return Setting(broken, face, size, leading)
        size *= 0.96
    return None


def parts_of(tokens: list[str], face: Face, size: float, width: float) -> list[str]:
    """The words, those wider than a line cut into parts with hyphens."""
    out: list[str] = []
    for token in tokens:
        rest = token
        while len(rest) > 1 and face.width(rest, size) > width:
            keep = next(
                (k for k in range(len(rest) - 1, 1, -1) if face.width(rest[:k] + "-", size) <= width), 1
            )
            # No part of one or two letters is left alone.
            keep = min(keep, max(len(rest) - 3, 1))
            out.append(rest[:keep] + "-")
            rest = rest[keep:]
        out.append(rest)
    return out


def stairs(tokens: list[str], face: Face, size: float, width: float, most: int) -> tuple[str, ...]:
    """Break words into at most `most` lines no wider than `width`, even but rather growing downwards.

    Empty when it cannot be done.
    """
    for count in range(1, most + 1):
        if count > len(tokens):
            break
        best: tuple[float, tuple[str, ...]] | None = None
        for broken in _breaks(tokens, count, face, size, width):
            cost = _raggedness([face.width(line, size) for line in broken], broken)
            if best is None or cost < best[0]:
                best = (cost, broken)
        if best is not None:
            return best[1]
    return ()


def _breaks(tokens: list[str], count: int, face: Face, size: float, width: float) -> list[tuple[str, ...]]:
    if count == 1:
        line = " ".join(tokens)
        return [(line,)] if face.width(line, size) <= width else []
    found: list[tuple[str, ...]] = []
    for cut in range(1, len(tokens) - count + 2):
        head = " ".join(tokens[:cut])
        if face.width(head, size) > width:
            break
        found.extend((head, *rest) for rest in _breaks(tokens[cut:], count - 1, face, size, width))
        if len(found) > 400:
            break
    return found


def _raggedness(widths: list[float], lines: tuple[str, ...]) -> float:
    widest = max(widths)
    uneven = sum((1 - w / widest) ** 2 for w in widths)
    falling = sum(max(0.0, a - b) / widest for a, b in pairwise(widths)) * 0.25
    lone = 0.3 * sum(len(line) <= 3 for line in lines)
    return uneven + falling + lone


def _cut(tokens: list[str], face: Face, area: Area, size: float, leading: float, lines: int) -> Setting:
    for keep in range(len(tokens), 0, -1):
        shown = (
            tokens if keep == len(tokens) else [*tokens[: keep - 1], tokens[keep - 1].rstrip(",.;:") + "…"]
        )
        broken = greedy(shown, face, size, area.width)
        if len(broken) <= lines and size * (0.98 + (len(broken) - 1) * leading) <= area.height:
            narrow = min(1.0, area.width / max(face.width(line, size) for line in broken))
            return Setting(broken, face, size * narrow, leading)
    narrow = min(1.0, area.width / face.width(tokens[0], size))
    return Setting((tokens[0],), face, size * narrow, leading)


def greedy(tokens: list[str], face: Face, size: float, width: float) -> tuple[str, ...]:
    """Fill each line as far as it goes; a word wider than the box stands alone."""
    lines: list[str] = []
    for token in tokens:
        longer = f"{lines[-1]} {token}" if lines else token
        if lines and face.width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(token)
    return tuple(lines)
