"""Frames of any video in the colours of our films: BT.709, limited range, 8 bits, upright, cut to a size.

Colour is changed where it costs least: the difference between two matrices is a matter of the two
small planes and a correction of luma. Only wide colour (BT.2020) and high dynamic range go through
linear light, by tables and whole numbers, so that every processor gives the same bits.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from storyreel.media.image import Pixels
from storyreel.render.planes import MATRIX_STEP, Plane, Sheet, sheet_of

Levels = NDArray[Any]
"""A plane of 8 or 16 bits a sample."""

KR_KB = {1: (0.2126, 0.0722), 4: (0.30, 0.11), 7: (0.212, 0.087), 9: (0.2627, 0.0593)}
"""Weights of red and blue by number of matrix in ISO/IEC 23091-2; all others count as BT.601."""
BT601 = (0.299, 0.114)
BT709, RGB, UNSAID, BT2020, BT2020_CONSTANT = 1, 0, 2, 9, 10
FULL_RANGE = 2
PQ, HLG = 16, 18
HD_LINES = 576
"""A picture with more lines than this and no matrix named counts as BT.709, as players have it."""
PLANAR = ("yuv420p", "yuvj420p", "yuv422p", "yuvj422p", "yuv444p", "yuvj444p", "yuva420p")
DEEP = ("yuv420p10le", "yuv422p10le", "yuv444p10le", "yuv420p12le", "yuv422p12le", "yuv444p12le")
FULL_BY_NAME = "yuvj"
EXPOSURE_NITS, PEAK_NITS = 150.0, 1000.0
"""High dynamic range is squeezed so that 203 cd/m2, its paper white, gives 0.82 of the signal, and the
peak all of it."""
HLG_A, HLG_B, HLG_C = 0.17883277, 0.28466892, 0.55991073
LIGHT_LEVELS = 1 << 13
SIGNAL_LEVELS = 1 << 10
TO_709 = ((1.6605, -0.5876, -0.0728), (-0.1246, 1.1329, -0.0083), (-0.0182, -0.1006, 1.1187))
"""Linear BT.2020 to BT.709 primaries; ITU-R BT.2087."""


@dataclass(frozen=True)
class _Kind:
    """How a frame's numbers are meant."""

    matrix: int
    full: bool
    transfer: int
    bits: int

    @property
    def wide(self) -> bool:
        return self.matrix in (BT2020, BT2020_CONSTANT) or self.transfer in (PQ, HLG)

    @property
    def weights(self) -> tuple[float, float]:
        return KR_KB.get(BT2020 if self.matrix == BT2020_CONSTANT else self.matrix, BT601)


def sheet_of_frame(frame: Any, aspect: Fraction, size: tuple[int, int]) -> Sheet:
    """An opaque sheet of even `size` from a decoded frame (PyAV), covered and cut evenly.

    `aspect` is that of the stored pixels, before any rotation.
    """
    turns = round(frame.rotation / 90) % 4
    aspect = 1 / aspect if turns % 2 else aspect
    if frame.format.name not in (*PLANAR, *DEEP):
        bgr: Any = np.rot90(frame.to_ndarray(format="bgr24"), turns)
        return sheet_of(np.ascontiguousarray(_fitted(bgr, _window(bgr.shape, aspect, size), bgr.shape, size)))
    planes = [np.rot90(plane, turns) for plane in _stored(frame)]
    kind = _kind_of(frame)
    whole = planes[0].shape
    window = _window(whole, aspect, size)
    sizes = (size, (size[0] // 2, size[1] // 2), (size[0] // 2, size[1] // 2))
    shrinks = (window[2] - window[0]) * (window[3] - window[1]) > size[0] * size[1]
    if kind.wide:
        even = [_fitted(plane, window, whole, size) for plane in planes] if shrinks else _level(planes)
        bgr = _narrowed(even, kind)
        return sheet_of(bgr if shrinks else _fitted(bgr, window, whole, size))
    if not shrinks:
        planes = list(_converted(planes, kind))
    first, second, third = (
        _fitted(plane, window, whole, target) for plane, target in zip(planes, sizes, strict=True)
    )
    if shrinks:
        first, second, third = _converted([first, second, third], kind)
    return Sheet(size[0], size[1], 0, 0, (first, second, third), None)


def _kind_of(frame: Any) -> _Kind:
    matrix = int(frame.colorspace)
    if matrix in (RGB, UNSAID):
        matrix = BT709 if min(frame.width, frame.height) > HD_LINES else 6
    full = int(frame.color_range) == FULL_RANGE or frame.format.name.startswith(FULL_BY_NAME)
    return _Kind(matrix, full, int(frame.color_trc), int(frame.format.components[0].bits))


def _stored(frame: Any) -> list[Levels]:
    """Y, U and V as they lie in the frame."""
    deep = frame.format.name in DEEP
    planes: list[Levels] = []
    for plane in frame.planes[:3]:
        raw = np.frombuffer(plane, dtype="<u2" if deep else np.uint8)
        planes.append(raw.reshape(plane.height, -1)[:, : plane.width])
    return planes


def _window(
    shape: tuple[int, ...], aspect: Fraction, size: tuple[int, int]
) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    """The part of an upright picture that covers `size`: left, top, right, bottom in its own pixels."""
    height, width = Fraction(shape[0]), Fraction(shape[1])
    wanted = Fraction(size[0], size[1]) / aspect
    across, down = min(width, height * wanted), min(height, width / wanted)
    left, top = (width - across) / 2, (height - down) / 2
    return left, top, left + across, top + down


def _fitted(
    plane: Levels,
    window: tuple[Fraction, Fraction, Fraction, Fraction],
    whole: tuple[int, ...],
    size: tuple[int, int],
) -> Any:
    """The window of a plane (given in pixels of the whole picture) at `size` pixels."""
    down, across = Fraction(plane.shape[0], whole[0]), Fraction(plane.shape[1], whole[1])
    left, right = round(window[0] * across), round(window[2] * across)
    top, bottom = round(window[1] * down), round(window[3] * down)
    part = plane[top : max(bottom, top + 1), left : max(right, left + 1)]
    if part.shape[1::-1] == size:
        return np.ascontiguousarray(part)
    smaller = part.shape[1] > size[0] or part.shape[0] > size[1]
    way = cv2.INTER_AREA if smaller else cv2.INTER_CUBIC
    return cv2.resize(np.ascontiguousarray(part), size, interpolation=way)


def _level(planes: list[Levels]) -> list[Any]:
    """All three planes at the size of the first."""
    height, width = planes[0].shape
    return [
        np.ascontiguousarray(plane)
        if plane.shape == (height, width)
        else cv2.resize(np.ascontiguousarray(plane), (width, height), interpolation=cv2.INTER_LINEAR)
        for plane in planes
    ]


def _converted(planes: list[Levels], kind: _Kind) -> tuple[Plane, Plane, Plane]:
    """Planes of standard range and colour in 8 bits, limited range, BT.709."""
    luma, *chroma = (_eight(plane, kind.bits) for plane in planes)
    if kind.full:
        luma = np.asarray(cv2.LUT(luma, _FULL_TO_LIMITED), dtype=np.uint8)
    if not kind.full and kind.weights == KR_KB[BT709]:
        return luma, chroma[0], chroma[1]
    pair: Any = cv2.merge([plane.astype(np.float32) for plane in chroma])
    moved: Any = np.rint(cv2.transform(pair, _between(kind.weights, kind.full)))
    parts: list[Plane] = [np.clip(moved[..., i], 0, 255).astype(np.uint8) for i in (0, 1, 2)]
    correction, second, third = parts
    if kind.weights != KR_KB[BT709]:
        spread: Any = cv2.resize(correction, luma.shape[::-1], interpolation=cv2.INTER_LINEAR)
        corrected: Any = cv2.addWeighted(luma, 1, spread, 1, -128)
        return corrected, second, third
    return luma, second, third


def _eight(plane: Levels, bits: int) -> Plane:
    if bits == 8:
        return np.ascontiguousarray(plane, dtype=np.uint8)
    drop = bits - 8
    return np.minimum((plane.astype(np.uint32) + (1 << (drop - 1))) >> drop, 255).astype(np.uint8)


_FULL_TO_LIMITED = ((np.arange(256) * 219 * 2 + 255) // 510 + 16).astype(np.uint8)


@cache
def _between(weights: tuple[float, float], full: bool) -> NDArray[np.float32]:
    """From two chroma levels to (luma correction + 128, chroma of BT.709), offsets in the last column."""
    across = _rgb_to_ycc(*KR_KB[BT709]) @ np.linalg.inv(_rgb_to_ycc(*weights))
    scale = 224 / 255 if full else 1.0
    rows = np.array([across[0, 1:] * 219 / 224, across[1, 1:], across[2, 1:]]) * scale
    rows = np.round(rows * MATRIX_STEP) / MATRIX_STEP
    offset = 128 - rows.sum(axis=1) * 128
    return np.column_stack([rows, offset]).astype(np.float32)


def _rgb_to_ycc(red: float, blue: float) -> NDArray[np.float64]:
    luma = np.array([red, 1 - red - blue, blue])
    second = (np.array([0, 0, 1]) - luma) / (2 * (1 - blue))
    third = (np.array([1, 0, 0]) - luma) / (2 * (1 - red))
    return np.array([luma, second, third])


def _narrowed(planes: list[Any], kind: _Kind) -> Pixels:
    """Wide colour or high dynamic range as 8-bit BGR of BT.709, by way of linear light."""
    levels: Any = cv2.merge([plane.astype(np.float32) for plane in planes])
    signal: Any = np.rint(cv2.transform(levels, _signal_matrix(kind.weights, kind.full, kind.bits)))
    light = _light(kind.transfer)[np.clip(signal, 0, SIGNAL_LEVELS - 1).astype(np.uint16)]
    gamut = np.array(TO_709) if kind.matrix in (BT2020, BT2020_CONSTANT) else np.eye(3)
    exact = (np.round(gamut * 512) / 512).astype(np.float32)
    shown: Any = np.rint(cv2.transform(light, exact))
    rgb = _DISPLAYED[np.clip(shown, 0, LIGHT_LEVELS - 1).astype(np.uint16)]
    return np.ascontiguousarray(rgb[..., ::-1])


@cache
def _signal_matrix(weights: tuple[float, float], full: bool, bits: int) -> NDArray[np.float32]:
    """From stored levels to red, green, blue in 0..1023."""
    unit = 1 << (bits - 8)
    top = (256 * unit - 1) if full else 219 * unit
    spread = top if full else 224 * unit
    black, middle = (0 if full else 16 * unit), 128 * unit
    back = np.linalg.inv(_rgb_to_ycc(*weights)) @ np.diag([1 / top, 1 / spread, 1 / spread])
    rows = np.round(back * (SIGNAL_LEVELS - 1) * 2048) / 2048
    return np.column_stack([rows, -rows @ np.array([black, middle, middle])]).astype(np.float32)


@cache
def _light(transfer: int) -> NDArray[np.float32]:
    """Displayed light of each signal level, in steps of 1 / 8191 of an ordinary screen's white."""
    signal = np.arange(SIGNAL_LEVELS) / (SIGNAL_LEVELS - 1)
    if transfer == PQ:
        root = signal ** (1 / 78.84375)
        light = _squeezed(
            10_000
            * (np.maximum(root - 0.8359375, 0) / (18.8515625 - 18.6875 * root)) ** (1 / 0.1593017578125)
        )
    elif transfer == HLG:
        scene = np.where(signal <= 0.5, signal**2 / 3, (np.exp((signal - HLG_C) / HLG_A) + HLG_B) / 12)
        light = _squeezed(PEAK_NITS * scene**1.2)
    else:
        light = signal**2.4
    return np.rint(np.minimum(light, 1) * (LIGHT_LEVELS - 1)).astype(np.float32)


def _squeezed(nits: NDArray[np.float64]) -> NDArray[np.float64]:
    """Reinhard's curve with the peak at white."""
    part, peak = nits / EXPOSURE_NITS, PEAK_NITS / EXPOSURE_NITS
    return part * (1 + part / peak**2) / (1 + part)


_DISPLAYED = np.rint(255 * (np.arange(LIGHT_LEVELS) / (LIGHT_LEVELS - 1)) ** (1 / 2.4)).astype(np.uint8)
