"""The paper effect: what makes a flat shape a sheet that stands above the one behind it.

Measures are those of a frame with a short side of 1080 and are scaled to the pixels drawn. All sums are
done on whole levels (8 bit), blurs at reduced size on the sheet's own box; OpenCV is held to its own
kernels: IPP's differ from machine to machine.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

import cv2
import numpy as np

cv2.setNumThreads(1)
cv2.ipp.setUseIPP(False)

Pixels = np.ndarray[Any, Any]

GRAIN_TILE = 512
GRAIN_SEED = 41
FINE, COARSE = 3.5, 1.5
"""Standard deviation of the grain in levels about 128: 2.7 % and 1.2 %; coarser looks like stains."""
LEVELS = 18
"""Grain is clipped to +-14 %."""
VIGNETTE = 0.36
"""Most ink in the corners."""
REDUCED_SIGMA = 3.0
"""Blurs wider than this are done on a smaller mask."""

_CLEAN = np.clip(np.arange(256) * 5 - 969, 0, 255).astype(np.uint8)
"""Alpha x 5 - 3.8: what is less than three quarters there casts nothing."""


@dataclass(frozen=True)
class Light:
    """The one light of a picture, in pixels and levels."""

    away: tuple[float, float]
    color: tuple[int, int, int]
    """Of light edges, blue green red."""
    ink: tuple[int, int, int]
    """Of shadows, blue green red."""
    scale: float
    """Pixels per design unit."""


def shadow_reach(elevation: float, scale: float) -> int:
    """How many pixels beyond a sheet its shadow can be seen."""
    return int((14 * elevation + 2.2 * (6 + 22 * elevation)) * scale) + 2 if elevation > 0 else 0


def shadow(alpha: Pixels, elevation: float, light: Light) -> Pixels:
    """The shadow of a sheet as a mask 0..255: a wide soft one and a narrow one at its foot."""
    s, (dx, dy) = light.scale, light.away
    wide = _soft_shifted(
        alpha, (6 + 22 * elevation) * s / 2, 14 * elevation * s * dx, 14 * elevation * s * dy
    )
    near = _soft_shifted(alpha, (1.5 + 2.2 * elevation) * s, 4 * elevation * s * dx, 4 * elevation * s * dy)
    wide = cv2.convertScaleAbs(wide, alpha=min(0.34 + 0.14 * elevation, 0.62))
    near = cv2.convertScaleAbs(near, alpha=0.34)
    return cv2.add(wide, cv2.multiply(near, cv2.bitwise_not(wide), scale=1 / 255))


def cleaned(alpha: Pixels, scale: float) -> Pixels:
    """Alpha without hair seams and half-transparent shapes: where shadow and edge are taken from."""
    soft = cv2.GaussianBlur(alpha, (0, 0), max(0.9 * scale, 0.35), borderType=cv2.BORDER_REPLICATE)
    return cv2.LUT(soft, _CLEAN)


def edge(clean: Pixels, strength: float, light: Light) -> Pixels:
    """The rim that faces the light as a mask 0..255: the shape without itself moved away from the light."""
    reach = 2.6 * light.scale
    rim = cv2.subtract(clean, _shifted(clean, reach * light.away[0], reach * light.away[1]))
    return cv2.convertScaleAbs(rim, alpha=strength * 0.8)


def _soft_shifted(mask: Pixels, sigma: float, dx: float, dy: float) -> Pixels:
    rows, cols = mask.shape
    down = max(1, min(int(sigma / REDUCED_SIGMA), rows // 4, cols // 4))
    small = mask
    if down > 1:
        small = cv2.resize(mask, (-(-cols // down), -(-rows // down)), interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), max(sigma / down, 0.35), borderType=cv2.BORDER_REPLICATE)
    small = _shifted(small, dx / down, dy / down)
    return cv2.resize(small, (cols, rows), interpolation=cv2.INTER_LINEAR) if down > 1 else small


def _shifted(mask: Pixels, dx: float, dy: float) -> Pixels:
    """Moved by a fraction of pixels; what comes in at the border repeats it, so frames have no rim."""
    way = np.array([[1, 0, dx], [0, 1, dy]], np.float32)
    return cv2.warpAffine(
        mask, way, (mask.shape[1], mask.shape[0]), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )


def softened(picture: Pixels, sigma: float) -> Pixels:
    """A premultiplied picture, blurred; wide blurs at reduced size."""
    rows, cols = picture.shape[:2]
    down = max(1, min(int(sigma / REDUCED_SIGMA), rows // 4, cols // 4))
    if down == 1:
        return cv2.GaussianBlur(picture, (0, 0), max(sigma, 0.3), borderType=cv2.BORDER_REPLICATE)
    small = cv2.resize(picture, (-(-cols // down), -(-rows // down)), interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), sigma / down, borderType=cv2.BORDER_REPLICATE)
    return cv2.resize(small, (cols, rows), interpolation=cv2.INTER_LINEAR)


@cache
def _grain() -> Pixels:
    """One tile about 128: fine noise and long fibres. Sums of whole numbers, equal everywhere."""
    rng = np.random.Generator(np.random.PCG64(GRAIN_SEED))
    size = (GRAIN_TILE, GRAIN_TILE)
    fine = rng.integers(-100, 101, (6, *size)).sum(axis=0)
    coarse = rng.integers(-100, 101, (6, *size)).sum(axis=0)
    for axis, reach in ((1, 24), (0, 20), (1, 9), (0, 9)):
        coarse = sum((np.roll(coarse, k, axis) for k in range(1, reach)), coarse)
    fine, coarse = (f * 1024 // int(np.sqrt((f * f).mean())) for f in (fine, coarse))
    total = np.clip((fine * int(FINE * 10) + coarse * int(COARSE * 10)) // 10240, -LEVELS, LEVELS)
    return (128 + total).astype(np.uint8)


@cache
def _grain_sheet(rows: int, cols: int, offset: int) -> Pixels:
    tile = np.roll(_grain(), (-(offset * 97) % GRAIN_TILE, -(offset * 61) % GRAIN_TILE), (0, 1))
    wide = np.tile(tile, (-(-rows // GRAIN_TILE), -(-cols // GRAIN_TILE)))[:rows, :cols]
    return cv2.merge((wide, wide, wide))


def grained(colors: Pixels, offset: int) -> Pixels:
    """Colours (blue green red) multiplied with the grain; `offset` gives each sheet its own fibres."""
    return cv2.multiply(colors, _grain_sheet(*colors.shape[:2], offset), scale=1 / 128)


@cache
def _vignette(width: int, height: int) -> Pixels:
    """Weight 0..255 of the ink over a frame: nothing up to half the radius, most in the corners."""
    cols, rows = max(width // 8, 2), max(height // 8, 2)
    across = np.linspace(-1, 1, cols) ** 2
    down = np.linspace(-1, 1, rows) ** 2
    radius = np.sqrt((across[None, :] + down[:, None]) / 2)
    small = np.rint(np.clip((radius - 0.5) / 0.5, 0, 1) ** 1.5 * VIGNETTE * 255).astype(np.uint8)
    return cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)


def vignetted(
    colors: Pixels, left: int, top: int, size: tuple[int, int], ink: tuple[int, int, int]
) -> Pixels:
    """Straight colours of a layer at left, top of a frame, darkened towards the frame's corners.

    It is part of each layer, so that no layer of its own has to be laid over all others in every frame.
    """
    rows, cols = colors.shape[:2]
    width, height = size
    above, before = max(-top, 0), max(-left, 0)
    part = _vignette(width, height)[max(top, 0) : max(top + rows, 0), max(left, 0) : max(left + cols, 0)]
    if not part.size:
        return colors
    full = cv2.copyMakeBorder(
        part, above, rows - above - part.shape[0], before, cols - before - part.shape[1], cv2.BORDER_REPLICATE
    )
    rest = cv2.bitwise_not(full)
    kept = cv2.multiply(colors, cv2.merge((rest, rest, rest)), scale=1 / 255)
    return cv2.add(kept, cv2.merge([cv2.convertScaleAbs(full, alpha=level / 255) for level in ink]))
