"""A film of eight small shots that uses everything the engine can do; drawn and sounded by code alone."""

import wave
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from storyreel.kit.hashing import sha256_file
from storyreel.render.segment import render_segment
from storyreel.render.spec import SegmentSpec
from storyreel.timeline.model import (
    Box,
    CaptionStyle,
    Clip,
    Cue,
    Layer,
    MediaRef,
    Pose,
    Rate,
    SoundClip,
    SoundTrack,
    Timeline,
    Transition,
    Word,
)

WIDTH, HEIGHT, SHOT = 320, 180, 24
RATE = Rate(numerator=30)
WORDS = ("the", "old", "lamp", "had", "not", "been", "lit", "since", "storm", "took", "wall", "away")


@dataclass
class Shelf:
    """Fixture files by hash."""

    folder: Path
    paths: dict[str, Path]

    def __call__(self, sha256: str) -> Path:
        return self.paths[sha256]

    def picture(self, name: str, pixels: np.ndarray) -> MediaRef:
        path = self.folder / f"{name}.png"
        assert cv2.imwrite(str(path), pixels)
        return self._kept(path, "image/png")

    def sound(self, name: str, samples: np.ndarray, rate: int) -> MediaRef:
        path = self.folder / f"{name}.wav"
        with wave.open(str(path), "wb") as out:
            out.setnchannels(1 if samples.ndim == 1 else samples.shape[1])
            out.setsampwidth(2)
            out.setframerate(rate)
            out.writeframes(np.round(np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
        return self._kept(path, "audio/wav")

    def _kept(self, path: Path, kind: str) -> MediaRef:
        digest = sha256_file(path)
        self.paths[digest] = path
        return MediaRef(sha256=digest, media_type=kind)


def ground(seed: int, width: int = WIDTH, height: int = HEIGHT) -> np.ndarray:
    """Opaque paper with bands and a few blocks in strong colours."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width]
    paper = np.stack([(x * 3 + y + seed * 40) % 256, (y * 2 + 60) % 256, (x + seed * 70) % 256], axis=2)
    pixels = (180 + paper // 8).astype(np.uint8)
    for _ in range(6):
        left, top = int(rng.integers(0, width - 40)), int(rng.integers(0, height - 40))
        pixels[top : top + 36, left : left + 36] = rng.integers(0, 256, 3)
    return pixels


def cutout(seed: int, size: int = 90) -> np.ndarray:
    """A soft disc with a cross, straight alpha."""
    y, x = (np.mgrid[0:size, 0:size] - (size - 1) / 2) / (size / 2)
    alpha = np.clip((0.95 - np.hypot(x, y)) * 16, 0, 1)
    pixels = np.zeros((size, size, 4), dtype=np.uint8)
    pixels[..., :3] = np.random.default_rng(seed).integers(0, 256, 3)
    pixels[np.minimum(abs(x), abs(y)) < 0.12, :3] = (20, 20, 235)
    pixels[..., 3] = np.round(alpha * 255)
    return pixels


def motions() -> list[tuple[Pose, ...]]:
    """One way to move for each shot."""
    end = SHOT + 6
    return [
        (Pose(frame=0), Pose(frame=end, dx=23.7, dy=-5.3)),
        (Pose(frame=0, scale=0.8), Pose(frame=end, scale=1.2)),
        (),
        (Pose(frame=0), Pose(frame=end, rotation_deg=40)),
        (Pose(frame=4, opacity=0), Pose(frame=16, opacity=1)),
        (Pose(frame=0, dx=-260), Pose(frame=end, dx=-30)),
        (Pose(frame=0, scale=1.1, opacity=0.5), Pose(frame=end, scale=0.7, dx=12.5, opacity=0.9)),
        (Pose(frame=0, dx=1.25), Pose(frame=12, dx=6.5), Pose(frame=20, dx=6.5)),
    ]


def shots(shelf: Shelf) -> tuple[Clip, ...]:
    clips: list[Clip] = []
    title = np.zeros((24, 100, 4), dtype=np.uint8)
    title[4:20, 6:94] = (60, 20, 90, 230)
    for index, poses in enumerate(motions()):
        wide = index in (1, 5)
        back = shelf.picture(f"g{index}", ground(index, WIDTH + 32 * wide, HEIGHT + 18 * wide))
        box = Box(x=-16, y=-9, width=WIDTH + 32, height=HEIGHT + 18)
        slow = {1: (Pose(frame=0), Pose(frame=30, scale=1.06)), 5: (Pose(frame=0), Pose(frame=30, dx=9.4))}
        clips.append(
            Clip(
                id=f"s{index}",
                duration=SHOT,
                layers=(
                    Layer(
                        name="ground",
                        media=back,
                        box=box if wide else Box(x=0, y=0, width=WIDTH, height=HEIGHT),
                        poses=slow.get(index, ()),
                        ease="linear",
                    ),
                    Layer(
                        name="subject",
                        media=shelf.picture(f"c{index}", cutout(index)),
                        box=Box(x=150, y=40, width=90, height=90),
                        poses=poses,
                        ease=("linear", "in_out", "out")[index % 3],
                    ),
                    Layer(
                        name="title",
                        media=shelf.picture("title", title),
                        box=Box(x=131, y=31, width=100, height=24),
                    ),
                ),
            )
        )
    return tuple(clips)


def cues(total_ticks: int) -> tuple[Cue, ...]:
    found: list[Cue] = []
    at, spoken = 8_000, 0
    while at + 4 * 12_000 < total_ticks:
        words = tuple(
            Word(text=WORDS[(spoken + i) % len(WORDS)], start=at + i * 12_000, end=at + i * 12_000 + 10_000)
            for i in range(4)
        )
        found.append(Cue(words=words, lines=((0, 2), (2, 4)), start=at, end=at + 50_000))
        at, spoken = at + 56_000, spoken + 4
    return tuple(found)


def sounds(shelf: Shelf, total_ticks: int) -> tuple[SoundTrack, ...]:
    rng = np.random.default_rng(5)
    time = np.arange(24_000 * 2) / 24_000
    buzz = sum(np.sin(2 * np.pi * 140 * k * time + k) / k for k in range(1, 16))
    voice = shelf.sound("voice", 0.15 * buzz * (1 + 0.2 * rng.standard_normal(len(time))), 24_000)
    long = np.arange(total_ticks) / 48_000
    tones = np.stack([np.sin(2 * np.pi * f * long) for f in (220.0, 277.2)], axis=1)
    bed = shelf.sound("bed", 0.2 * tones, 48_000)
    lines = tuple(
        SoundClip(id=f"v{i}", media=voice, start=24_000 + i * 150_000, duration=90_000) for i in range(2)
    )
    music = SoundClip(
        id="bed", media=bed, start=0, duration=total_ticks, gain_db=-6, fade_in=9_600, fade_out=19_200
    )
    return SoundTrack(role="voice", clips=lines), SoundTrack(role="music", clips=(music,))


def small_film(folder: Path) -> tuple[Timeline, Shelf]:
    """The film and its shelf of fixtures, written to `folder`."""
    shelf = Shelf(folder, {})
    clips = shots(shelf)
    total = RATE.ticks(SHOT * len(clips))
    return (
        Timeline(
            name="small",
            rate=RATE,
            width=WIDTH,
            height=HEIGHT,
            clips=clips,
            transitions=(
                Transition(kind="dissolve", after_clip="s0", duration=7),
                Transition(kind="dissolve", after_clip="s2", duration=8),
                Transition(kind="dip_to_black", after_clip="s4", duration=9),
                Transition(kind="dissolve", after_clip="s5", duration=1),
            ),
            sound=sounds(shelf, total),
            cues=cues(total),
            caption_style=CaptionStyle(size=0.09),
        ),
        shelf,
    )


def render_one(job: tuple[SegmentSpec, Shelf, Path]) -> str:
    """Render a segment into a folder, perhaps in another process; returns the SHA-256 of its file."""
    spec, shelf, folder = job
    out = folder / f"again-{spec.digest}.mp4"
    render_segment(spec, shelf, out)
    return sha256_file(out)
