"""Pictures as planes: BT.709 limited-range I420, premultiplied, with the inverse of their alpha.

A `Sheet` is a picture ready to be laid on a frame. Luma has one sample a pixel, the two chroma
planes one for 2 x 2 pixels, sited in their centre. Where a sheet has alpha, its planes are
premultiplied and two more hold 255 - alpha, at luma's and at chroma's resolution, so that laying it
down is `dst * inverse / 255 + sheet`, exact to the last bit in two passes.

OpenCV is held to one thread and to its own kernels: IPP's differ from machine to machine.
"""

from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from storyreel.media.image import Pixels

cv2.setNumThreads(1)
cv2.ipp.setUseIPP(False)

Plane = NDArray[np.uint8]

BLACK = (16, 128, 128)
MATRIX_STEP = 1 << 13
"""Coefficients are multiples of 1/8192: every product and sum is then exact in 32-bit floats, whatever
the processor's order of operations, and off from BT.709 by less than 0.05 of a level."""


def _rounded(row: list[float]) -> list[float]:
    return [round(value * MATRIX_STEP) / MATRIX_STEP for value in row]


def _matrix() -> NDArray[np.float32]:
    """Rows Y, U, V over blue, green, red and alpha (which carries the offsets); ITU-R BT.709, limited."""
    red, blue = 0.2126, 0.0722
    green = 1.0 - red - blue
    luma, chroma = 219 / 255, 224 / 255
    rows = [
        _rounded([luma * blue, luma * green, luma * red, 16 / 255]),
        _rounded([chroma * 0.5, -chroma * green / (1 - blue) / 2, -chroma * red / (1 - blue) / 2, 128 / 255]),
        _rounded([-chroma * blue / (1 - red) / 2, -chroma * green / (1 - red) / 2, chroma * 0.5, 128 / 255]),
    ]
    for row in rows[1:]:
        row[1] -= row[0] + row[1] + row[2]  # grey has no colour at all
    return np.array([*rows, [0.0, 0.0, 0.0, 1.0]], dtype=np.float32)


BGRA_TO_YUVA = _matrix()


@dataclass(frozen=True, eq=False)
class Sheet:
    """A picture in planes.

    `width`, `height` are those of the whole picture; the planes may hold only the part that is not
    clear, whose top left corner stands at `left`, `top` (both even). `inverse` is None for an opaque
    picture, else 255 - alpha at luma's and at chroma's resolution.
    """

    width: int
    height: int
    left: int
    top: int
    planes: tuple[Plane, Plane, Plane]
    inverse: tuple[Plane, Plane] | None

    @property
    def nbytes(self) -> int:
        return sum(plane.nbytes for plane in (*self.planes, *(self.inverse or ())))

    def inverse_of(self, index: int) -> Plane | None:
        """The inverse alpha that belongs to plane `index` (0 luma, 1 and 2 chroma)."""
        return None if self.inverse is None else self.inverse[min(index, 1)]


def sheet_of(pixels: Pixels, *, pad: tuple[int, int] = (0, 0)) -> Sheet:
    """A sheet of 8-bit BGR or premultiplied BGRA pixels.

    `pad` adds clear pixels at the left and top (then the sheet has alpha), so that chroma's grid can
    be put where it will be needed.
    """
    height, width = pixels.shape[:2]
    if pixels.shape[2] == 4 and int(pixels[..., 3].min()) == 255:
        pixels = np.ascontiguousarray(pixels[..., :3])
    if pixels.shape[2] == 3 and pad == (0, 0):
        even: Any = cv2.copyMakeBorder(pixels, 0, height % 2, 0, width % 2, cv2.BORDER_REPLICATE)
        return Sheet(width, height, 0, 0, _convert(even), None)
    return _clear_sheet(pixels, width, height, pad)


def _clear_sheet(pixels: Pixels, width: int, height: int, pad: tuple[int, int]) -> Sheet:
    bgra: Any = pixels if pixels.shape[2] == 4 else cv2.cvtColor(pixels, cv2.COLOR_BGR2BGRA)
    left, top, right, bottom = _seen(bgra[..., 3])
    part: Pixels = bgra[top:bottom, left:right]
    left, top = left + pad[0], top + pad[1]
    lead, above = left % 2, top % 2
    even: Any = cv2.copyMakeBorder(
        part,
        above,
        (above + part.shape[0]) % 2,
        lead,
        (lead + part.shape[1]) % 2,
        cv2.BORDER_CONSTANT,
        value=(0, 0, 0, 0),
    )
    alpha: Plane = np.ascontiguousarray(even[..., 3])
    inverse = (_invert(alpha), _invert(_halved(alpha)))
    planes = _convert(even)
    return Sheet(width + pad[0], height + pad[1], left - lead, top - above, planes, inverse)


@dataclass(frozen=True, eq=False)
class Texture:
    """A picture to be scaled and turned: height x width x 4 (Y, U, V, alpha), premultiplied, full size.

    One pass over four interleaved channels costs a third of four passes over planes, and alpha stays
    in step with colour. `left`, `top` as in `Sheet`.
    """

    width: int
    height: int
    left: int
    top: int
    pixels: Pixels

    @property
    def nbytes(self) -> int:
        return self.pixels.nbytes


def texture_of(pixels: Pixels) -> Texture:
    """A texture of 8-bit BGR or premultiplied BGRA pixels."""
    height, width = pixels.shape[:2]
    bgra: Any = pixels if pixels.shape[2] == 4 else cv2.cvtColor(pixels, cv2.COLOR_BGR2BGRA)
    left, top, right, bottom = _seen(bgra[..., 3])
    part: Pixels = bgra[top:bottom, left:right]
    values: Any = cv2.transform(part.astype(np.float32), BGRA_TO_YUVA)
    return Texture(width, height, left, top, _bytes(values))


def texture_from(sheet: Sheet) -> Texture:
    """An opaque sheet as a texture."""
    luma, *chroma = sheet.planes
    height, width = luma.shape
    wide: list[Any] = [cv2.resize(plane, (width, height), interpolation=cv2.INTER_LINEAR) for plane in chroma]
    pixels: Any = cv2.merge([luma, *wide, np.full_like(luma, 255)])
    return Texture(sheet.width, sheet.height, sheet.left, sheet.top, pixels)


def cropped(texture: Texture, part: tuple[int, int, int, int]) -> Texture:
    """What of a texture lies in a rectangle (left, top, right, bottom) of its whole picture."""
    height, width = texture.pixels.shape[:2]
    left, top = max(0, part[0] - texture.left), max(0, part[1] - texture.top)
    right, bottom = min(width, part[2] - texture.left), min(height, part[3] - texture.top)
    pixels = texture.pixels[top : max(top, bottom), left : max(left, right)]
    return replace(texture, left=texture.left + left, top=texture.top + top, pixels=pixels)


def opened(sheet: Sheet) -> Sheet:
    """The same sheet with an inverse alpha, so that its edges can be blended."""
    if sheet.inverse is not None:
        return sheet
    inverse = (np.zeros_like(sheet.planes[0]), np.zeros_like(sheet.planes[1]))
    return replace(sheet, inverse=inverse)


def faded(sheet: Sheet, weight: int) -> Sheet:
    """The sheet at an opacity of `weight` 256ths; exact, because all products fit a 32-bit float."""
    part = opened(sheet)
    assert part.inverse is not None
    share, rest = weight / 256, 255 * (256 - weight) / 256
    planes: Any = tuple(cv2.convertScaleAbs(plane, alpha=share) for plane in part.planes)
    inverse: Any = tuple(cv2.convertScaleAbs(plane, alpha=share, beta=rest) for plane in part.inverse)
    return replace(part, planes=planes, inverse=inverse)


def premultiplied(bgra: Pixels) -> Pixels:
    """Colour times alpha, rounded; alpha stays."""
    alpha = bgra[..., 3]
    spread: Any = cv2.merge([alpha, alpha, alpha, np.full_like(alpha, 255)])
    product: Any = cv2.multiply(bgra, spread, scale=1 / 255)
    return product


def _seen(alpha: Plane) -> tuple[int, int, int, int]:
    """The smallest rectangle that holds every pixel that is not clear: left, top, right, bottom."""
    left, top, width, height = cv2.boundingRect(np.ascontiguousarray(alpha))
    return (left, top, left + width, top + height) if width and height else (0, 0, 2, 2)


def _convert(pixels: Pixels) -> tuple[Plane, Plane, Plane]:
    if pixels.shape[2] == 3:
        offset = BGRA_TO_YUVA[:3, 3:] * np.float32(255)
        matrix: Any = np.hstack([BGRA_TO_YUVA[:3, :3], np.rint(offset)]).astype(np.float32)
    else:
        matrix = BGRA_TO_YUVA
    only_luma = matrix[:1] if pixels.shape[2] == 3 else matrix  # OpenCV has no quick path from four to one
    luma: Any = cv2.transform(pixels.astype(np.float32), only_luma)
    luma = luma if luma.ndim == 2 else luma[..., 0]
    half = _halved(pixels)
    chroma: Any = cv2.transform(half.astype(np.float32), matrix)
    return _bytes(luma), _bytes(chroma[..., 1]), _bytes(chroma[..., 2])


def _bytes(values: Any) -> Plane:
    return np.rint(values).astype(np.uint8)


def _halved(plane: Plane) -> Plane:
    result: Any = cv2.resize(plane, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    return result


def _invert(plane: Plane) -> Plane:
    return np.subtract(255, plane, dtype=np.uint8)


def lay(frame: Plane, plane: Plane, inverse: Plane, x: int, y: int) -> None:
    """Blend a premultiplied plane onto `frame` with its top left corner at x, y; what is outside is cut."""
    left, top = max(0, -x), max(0, -y)
    right, bottom = min(plane.shape[1], frame.shape[1] - x), min(plane.shape[0], frame.shape[0] - y)
    if right <= left or bottom <= top:
        return
    part: Any = frame[y + top : y + bottom, x + left : x + right]
    cv2.multiply(part, inverse[top:bottom, left:right], dst=part, scale=1 / 255)
    cv2.add(part, plane[top:bottom, left:right], dst=part)


def copy_plane(frame: Plane, plane: Plane, x: int, y: int) -> None:
    """Copy an opaque plane onto `frame` with its top left corner at x, y; what is outside is cut."""
    left, top = max(0, -x), max(0, -y)
    right, bottom = min(plane.shape[1], frame.shape[1] - x), min(plane.shape[0], frame.shape[0] - y)
    if right > left and bottom > top:
        np.copyto(frame[y + top : y + bottom, x + left : x + right], plane[top:bottom, left:right])
