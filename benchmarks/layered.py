"""Films of layers in motion, drawn by code alone, as plans for the renderers.

`stills`: photographs that pan and grow, captions lit word by word, dissolves. `photo`: the same with
one layer that drifts by parts of a pixel and one that grows. `paper_cut`: four sheets of a landscape that
drift against each other, two of them over the whole frame, a person with a mouth and eyes, rain, wipes.
"""

import shutil
from typing import Any

import cv2
import numpy as np

from benchmarks.measure import folder
from benchmarks.plan import CAPTIONS, Plan, load
from benchmarks.studio import WORK
from storyreel.kit.hashing import sha256_file
from storyreel.render.profiles import caption_style
from storyreel.timeline.captions import make_cues
from storyreel.timeline.model import (
    Box,
    Clip,
    Layer,
    MediaRef,
    Pose,
    Rate,
    Timeline,
    Transition,
    Word,
)
from storyreel.timeline.sidecars import sidecars

SIZES = {"16x9": (1920, 1080), "9x16": (1080, 1920)}
FORMATS = {"16x9": "youtube", "9x16": "shorts"}
SHOT, SHOTS, JOIN = 120, 5, 15
"""Frames of a shot, shots, frames of a join."""
SPOKEN = (
    "The keeper climbed the stairs each evening and lit the lamp before the first boat came round the head, "
    "and in all those years he never once looked down, for the sea below was loud and the night was long."
)
WORD_TICKS = 16_000
MOUTH_FRAMES = 3

Pixels = np.ndarray[Any, Any]


def layered(style: str, shape: str) -> Plan:
    """The plan of a style (`stills`, `photo`, `paper_cut`) in a format (`16x9`, `9x16`), drawn anew."""
    where = WORK / "layers" / f"{style}-{shape}"
    shutil.rmtree(where, ignore_errors=True)
    desk = _Desk(where, SIZES[shape])
    shots = {"stills": _still_shot, "photo": _photo_shot, "paper_cut": _paper_shot}[style]
    clips = tuple(Clip(id=f"s{n}", duration=SHOT, layers=shots(desk, n)) for n in range(SHOTS))
    kind = "wipe" if style == "paper_cut" else "dissolve"
    timeline = Timeline(
        name=f"{style} {shape}",
        rate=Rate(numerator=30),
        width=desk.width,
        height=desk.height,
        clips=clips,
        transitions=tuple(
            Transition.model_validate({"kind": kind, "after_clip": clip.id, "duration": JOIN})
            for clip in clips[1:-1]
        ),
        cues=_cues(),
        caption_style=caption_style(FORMATS[shape]),
    )
    (where / "timeline.json").write_bytes(timeline.to_bytes())
    (where / CAPTIONS).write_bytes(sidecars(timeline)["ass"])
    return load(where)


def _cues() -> Any:
    words = [
        Word(text=text, start=8_000 + n * WORD_TICKS, end=8_000 + n * WORD_TICKS + WORD_TICKS * 4 // 5)
        for n, text in enumerate(SPOKEN.split())
    ]
    return make_cues(words, line_characters=24)


class _Desk:
    """Where pictures are drawn and kept by their hash."""

    def __init__(self, where: Any, size: tuple[int, int]) -> None:
        self.width, self.height = size
        self._media = folder(where / "media")
        self._seed = 0

    def kept(self, pixels: Pixels) -> MediaRef:
        """The picture as a file."""
        path = self._media / "new.png"
        cv2.imwrite(str(path), pixels)
        digest = sha256_file(path)
        path.rename(self._media / digest)
        return MediaRef(sha256=digest, media_type="image/png")

    def paper(self, width: int, height: int, color: tuple[int, int, int]) -> Pixels:
        """Coloured paper with soft clouds of tone and fine grain."""
        self._seed += 1
        rng = np.random.default_rng(self._seed)
        tone = np.zeros((height, width), dtype=np.float32)
        for part, strength in ((256, 14), (64, 7), (16, 3)):
            coarse = rng.normal(0, strength, (height // part + 2, width // part + 2)).astype(np.float32)
            tone += cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
        tone += rng.normal(0, 1.2, tone.shape).astype(np.float32)
        return np.clip(np.array(color, dtype=np.float32) + tone[..., None], 0, 255).astype(np.uint8)

    def photo(self, width: int, height: int) -> Pixels:
        """Clouds of tone with sharp shapes."""
        pixels = self.paper(width, height, (120, 130, 140))
        rng = np.random.default_rng(1000 + self._seed)
        for _ in range(60):
            x, y = int(rng.integers(0, width)), int(rng.integers(0, height))
            color = tuple(int(c) for c in rng.integers(30, 220, 3))
            cv2.circle(pixels, (x, y), int(rng.integers(20, 120)), color, -1, cv2.LINE_AA)
        return pixels

    def cutout(self, width: int, height: int, color: tuple[int, int, int]) -> Pixels:
        """A paper oval with a soft edge, straight alpha."""
        pixels = cv2.cvtColor(self.paper(width, height, color), cv2.COLOR_BGR2BGRA)
        alpha = np.zeros((height, width), dtype=np.uint8)
        cv2.ellipse(
            alpha, (width // 2, height // 2), (width // 2 - 4, height // 2 - 4), 0, 0, 360, 255, -1, 16
        )
        pixels[..., 3] = cv2.GaussianBlur(alpha, (0, 0), 1.2)
        return pixels

    def hill(self, width: int, height: int, top: float, color: tuple[int, int, int]) -> Pixels:
        """Paper below a wavy ridge, clear above."""
        pixels = cv2.cvtColor(self.paper(width, height, color), cv2.COLOR_BGR2BGRA)
        x = np.arange(width)
        ridge = top * height + 40 * np.sin(x / 170 + top * 9) + 12 * np.sin(x / 45)
        pixels[..., 3] = np.clip((np.arange(height)[:, None] - ridge[None]) * 96, 0, 255)
        return pixels

    def rain(self) -> Pixels:
        """Strokes on a sheet twice as high as the frame, whose halves are equal."""
        pixels = np.zeros((2 * self.height, self.width, 4), dtype=np.uint8)
        rng = np.random.default_rng(77)
        for _ in range(220):
            x, y = int(rng.integers(0, self.width)), int(rng.integers(0, self.height))
            for at in (y, y + self.height):
                cv2.line(pixels, (x, at), (x - 6, at + 46), (240, 235, 230, 110), 2, cv2.LINE_AA)
        return pixels


def _box(x: float, y: float, width: float, height: float) -> Box:
    return Box(x=x, y=y, width=width, height=height)


def _still_shot(desk: _Desk, number: int) -> tuple[Layer, ...]:
    width, height = desk.width, desk.height
    turn = -1 if number % 2 else 1
    return (
        Layer(
            name="photo",
            media=desk.kept(desk.photo(width * 5 // 4, height * 5 // 4)),
            box=_box(-0.03 * width, -0.03 * height, 1.06 * width, 1.06 * height),
            poses=(Pose(frame=0), Pose(frame=SHOT + JOIN, dx=turn * 0.02 * width, scale=1.08)),
            ease="linear",
        ),
    )


def _photo_shot(desk: _Desk, number: int) -> tuple[Layer, ...]:
    width, height = desk.width, desk.height
    large, small = (0.37 * min(width, height * 2), 0.48 * min(width, height * 2)), 0.21 * max(width, height)
    turn = -1 if number % 2 else 1
    drifting = desk.kept(desk.cutout(round(large[0]), round(large[1]), (60, 90, 180)))
    growing = desk.kept(desk.cutout(round(small * 1.08), round(small * 1.08), (170, 120, 60)))
    end = SHOT + JOIN
    return (
        *_still_shot(desk, number),
        Layer(
            name="drifting",
            media=drifting,
            box=_box(0.1 * width, 0.2 * height, round(large[0]), round(large[1])),
            poses=(Pose(frame=0), Pose(frame=end, dx=turn * 23.7, dy=-9.3)),
            ease="linear",
        ),
        Layer(
            name="growing",
            media=growing,
            box=_box(0.6 * width, 0.15 * height, small, small),
            poses=(Pose(frame=0, scale=0.94), Pose(frame=end, dx=-turn * 12, scale=1.08)),
            ease="linear",
        ),
    )


def _paper_shot(desk: _Desk, number: int) -> tuple[Layer, ...]:
    width, height = desk.width + 120, desk.height + 40
    turn = -1 if number % 2 else 1
    colors = ((200, 180, 120), (150, 140, 90), (90, 120, 70), (50, 70, 40))
    drawn = [desk.paper(width, height, colors[0])]
    drawn += [
        desk.hill(width, height, top, color) for top, color in zip((0.02, 0.6, 0.78), colors[1:], strict=True)
    ]
    sheets = [
        Layer(
            name=f"sheet {n}",
            media=desk.kept(pixels),
            box=_box(-60, -20, width, height),
            poses=(Pose(frame=0, dx=-turn * way), Pose(frame=SHOT + JOIN, dx=turn * way)),
        )
        for n, (pixels, way) in enumerate(zip(drawn, (9, 17, 29, 48), strict=True))
    ]
    rain: list[Layer] = []
    if number == 2:
        fall = desk.height // 40
        poses = (Pose(frame=0), Pose(frame=fall, dy=desk.height))
        box = _box(0, -desk.height, desk.width, 2 * desk.height)
        rain = [
            Layer(name="rain", media=desk.kept(desk.rain()), box=box, poses=poses, cycle=fall, ease="linear")
        ]
    return (*sheets[:3], *_person(desk, turn), sheets[3], *rain)


def _person(desk: _Desk, turn: int) -> list[Layer]:
    """A body, four mouths in turn and lids that close twice, all drifting as one."""
    x, y, unit = 0.35 * desk.width, 0.4 * desk.height, min(desk.width, desk.height) / 1080
    poses = (Pose(frame=0, dx=-turn * 29), Pose(frame=SHOT + JOIN, dx=turn * 29))
    parts: list[tuple[Pixels, tuple[float, float], tuple[tuple[int, int], ...]]] = [
        (desk.cutout(round(420 * unit), round(640 * unit), (80, 90, 190)), (0, 0), ())
    ]
    step = 4 * MOUTH_FRAMES
    for n in range(4):
        shown = tuple((at, at + MOUTH_FRAMES) for at in range(n * MOUTH_FRAMES, SHOT, step))
        mouth = desk.cutout(round(70 * unit), round((18 + 9 * n) * unit), (40, 30, 90))
        parts.append((mouth, (175 * unit, 300 * unit), shown))
    lid = desk.cutout(round(44 * unit), round(14 * unit), (70, 80, 170))
    parts += [(lid, ((140 + 100 * n) * unit, 200 * unit), ((40, 44), (90, 94))) for n in (0, 1)]
    return [
        Layer(
            name=f"person {n}",
            media=desk.kept(pixels),
            box=_box(x + dx, y + dy, pixels.shape[1], pixels.shape[0]),
            poses=poses,
            shown=shown,
        )
        for n, (pixels, (dx, dy), shown) in enumerate(parts)
    ]
