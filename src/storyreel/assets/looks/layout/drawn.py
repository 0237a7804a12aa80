"""Checks on what was really drawn: the alpha of the layers, and the ground under the words."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import cv2
import numpy as np

from storyreel.assets.looks.layout.contrast import needed
from storyreel.assets.looks.layout.model import Block, Fault, Plan
from storyreel.assets.looks.layout.rules import WHOLE, faults, related
from storyreel.assets.looks.layout.safe import bands
from storyreel.assets.looks.port import DrawnLayer
from storyreel.kit.errors import MediaError

Pixels = np.ndarray[Any, Any]
SOLID = 128
"""Alpha from which a pixel counts as covered."""
COVERED = 0.02
"""Share of a block's pixels that later layers may hide."""
PALE = 0.06
"""Share of the words' pixels that may stand on ground of too little contrast: halftone dots under a line."""
ROUNDED = 0.94
"""Share of the wanted contrast that counts as reached: grain and rounding move it by that much."""
GRAIN_BLUR = 5
"""Pixels over which the ground is averaged, so that its grain is no contrast."""
PASSING = frozenset(("fall", "blink", "mouth", "flicker"))
"""Layers that come and go do not cover what they cross."""


@dataclass(frozen=True)
class _Drawn:
    """A layer's pixels where they meet the frame."""

    layer: DrawnLayer
    color: Pixels
    alpha: Pixels
    outside: int
    """Solid pixels beyond the frame."""


def faults_drawn(layers: Sequence[DrawnLayer], plan: Plan) -> tuple[Fault, ...]:
    """What is wrong with drawn layers, back to front; the first one's box is the frame.

    The plan may have any unit. Of layers that count, only the last state is looked at. Raises MediaError
    when a layer cannot be read.
    """
    frame = (int(layers[0].box.width), int(layers[0].box.height))
    scale = frame[0] / plan.width
    drawn = [_read(layer, frame) for layer in layers if _last_state(layer)]
    found = list(faults(plan))
    blocks = [b for b in plan.blocks if b.role in WHOLE and any(b.layer == d.layer.name for d in drawn)]
    masks = {block.name: _mask(block, drawn, scale) for block in blocks}
    found += _outside(blocks, drawn)
    for block in blocks:
        found += _hidden(block, masks[block.name], drawn, blocks)
        found += _in_band(block, masks[block.name], frame, plan)
    found += _pale([b for b in blocks if b.size], masks, drawn, plan)
    for first, second in combinations(blocks, 2):
        if not related(first, second) and _share(masks[first.name], masks[second.name]) > COVERED:
            weight = max(first.weight, second.weight)
            found.append(Fault(first.name, "overlap", f"{first.name} and {second.name} overlap.", weight))
    return tuple({(f.block, f.rule, f.sentence): f for f in found}.values())


def _last_state(layer: DrawnLayer) -> bool:
    return all(act.kind != "count" or act.order == act.of - 1 for act in layer.acts)


def _read(layer: DrawnLayer, frame: tuple[int, int]) -> _Drawn:
    picture = cv2.imread(str(layer.file), cv2.IMREAD_UNCHANGED)
    if picture is None:
        raise MediaError(f"The layer {layer.name} cannot be read.")
    width, height = frame
    color, alpha = np.zeros((height, width, 3), np.uint8), np.zeros((height, width), np.uint8)
    x, y = round(layer.box.x), round(layer.box.y)
    rows, cols = picture.shape[:2]
    x0, y0, x1, y1 = max(x, 0), max(y, 0), min(x + cols, width), min(y + rows, height)
    solid = picture[:, :, 3] if picture.shape[2] == 4 else np.full((rows, cols), 255, np.uint8)
    if x1 > x0 and y1 > y0:
        part = np.s_[y0 - y : y1 - y, x0 - x : x1 - x]
        color[y0:y1, x0:x1], alpha[y0:y1, x0:x1] = picture[:, :, :3][part], solid[part]
    beyond = int((solid >= SOLID).sum()) - int((alpha >= SOLID).sum())
    return _Drawn(layer, color, alpha, beyond)


def _mask(block: Block, drawn: Sequence[_Drawn], scale: float) -> Pixels:
    """The block's solid pixels: its layer's alpha inside its area."""
    source = next(d for d in drawn if d.layer.name == block.layer)
    mask = np.zeros(source.alpha.shape, bool)
    area = block.area.scaled(scale).grown(2)
    part = np.s_[
        max(int(area.y), 0) : max(int(area.foot) + 1, 0), max(int(area.x), 0) : max(int(area.right) + 1, 0)
    ]
    mask[part] = source.alpha[part] >= SOLID
    return mask


def _share(first: Pixels, second: Pixels) -> float:
    smaller = min(int(first.sum()), int(second.sum()))
    return int((first & second).sum()) / smaller if smaller else 0.0


def _outside(blocks: Sequence[Block], drawn: Sequence[_Drawn]) -> list[Fault]:
    """Layers of words whose pixels leave the frame."""
    worded = {block.layer for block in blocks if block.role != "face"}
    return [
        Fault(d.layer.name, "outside", f"{d.layer.name} is drawn beyond the frame.")
        for d in drawn
        if d.layer.name in worded and d.outside
    ]


def _hidden(block: Block, mask: Pixels, drawn: Sequence[_Drawn], blocks: Sequence[Block]) -> list[Fault]:
    """Whether later layers of another rig hide a part."""
    own = next(k for k, d in enumerate(drawn) if d.layer.name == block.layer)
    rig, total, found = drawn[own].layer.rig, int(mask.sum()), list[Fault]()
    for later in drawn[own + 1 :]:
        layer = later.layer
        if (rig and layer.rig == rig) or any(act.kind in PASSING for act in layer.acts):
            continue
        if any(each.layer == layer.name and related(block, each) for each in blocks):
            continue
        if total and int((mask & (later.alpha >= SOLID)).sum()) > COVERED * total:
            sentence = f"{block.name} is covered by {layer.name}."
            found.append(Fault(block.name, "covered", sentence, block.weight))
    return found


def _in_band(block: Block, mask: Pixels, frame: tuple[int, int], plan: Plan) -> list[Fault]:
    found: list[Fault] = []
    for name, band in bands(*frame, captions=plan.captions):
        inside = mask[int(band.y) + 1 : int(band.foot), int(band.x) + 1 : int(band.right)]
        if int(inside.sum()) > COVERED * max(int(mask.sum()), 1):
            sentence = f"{block.name} stands in the band of the {name}."
            found.append(Fault(block.name, "band", sentence, block.weight))
    return found


def _pale(
    blocks: Sequence[Block], masks: dict[str, Pixels], drawn: Sequence[_Drawn], plan: Plan
) -> list[Fault]:
    """Contrast of the words' own pixels with what lies under each of them."""
    found: list[Fault] = []
    below: Pixels = np.zeros(drawn[0].color.shape, np.uint8)
    for each in drawn:
        ground = _without_grain(below)
        # Words on a shape of their own layer have no ground below that could be measured: they declare it.
        for block in (b for b in blocks if b.layer == each.layer.name and b.on != b.layer):
            mask = masks[block.name] & (each.alpha == 255)
            if not mask.any():
                continue
            wanted, inks, under = needed(block.size / plan.unit) * ROUNDED, each.color[mask], ground[mask]
            low = float((_ratios(inks, under) < wanted).mean())
            if low > PALE:
                sentence = f"{block.name} is too pale for its ground on {low:.0%} of its letters."
                found.append(Fault(block.name, "contrast", sentence, block.weight))
        _lay(below, each)
    return found


def _without_grain(picture: Pixels) -> Pixels:
    smooth: Any = cv2.blur(picture, (GRAIN_BLUR, GRAIN_BLUR))
    return smooth


def _lay(below: Pixels, each: _Drawn) -> None:
    alpha = each.alpha[:, :, None].astype(np.uint16)
    below[:] = ((each.color * alpha + below * (255 - alpha) + 127) // 255).astype(np.uint8)


def _ratios(first: Pixels, second: Pixels) -> Pixels:
    one, two = _luminance(first), _luminance(second)
    return (np.maximum(one, two) + 0.05) / (np.minimum(one, two) + 0.05)


_LINEAR = np.array([c / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in range(256)])
_LINEAR[:11] /= 255


def _luminance(bgr: Pixels) -> Pixels:
    """Relative luminance of WCAG 2 of N x 3 pixels."""
    linear = _LINEAR[bgr]
    return linear[:, 0] * 0.0722 + linear[:, 1] * 0.7152 + linear[:, 2] * 0.2126
