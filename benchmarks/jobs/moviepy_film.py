"""The same film with MoviePy 2, as its own documents show: clips in composites, motion by functions of time.

Kept as cheap for MoviePy as it allows: what stands still at the bottom is one picture, a line of
text is drawn once, and only the spoken word is a clip of its own on top.
"""

import sys
from pathlib import Path
from typing import Any

import numpy as np
from moviepy import CompositeVideoClip, ImageClip, TextClip, vfx
from PIL import Image

from benchmarks.plan import Plan, changes, load, picture, stand
from storyreel.render.captions import LEADING, WEIGHT
from storyreel.render.fonts import FACES, FOLDER, measure
from storyreel.render.plan import caption_states
from storyreel.timeline.exact import Handles
from storyreel.timeline.model import CaptionStyle, Clip, Layer, Transition

ROOM = 12
"""Pixels around a text, so that its outline and descenders are not cut off."""


def film(plan: Plan) -> Any:
    """All shots in order, each fading in over the one before where the plan dissolves, captions on top."""
    fades = {t.after_clip: t for t in plan.timeline.transitions}
    shots: list[Any] = []
    before: Transition | None = None
    for clip, start, beyond in plan.takes():
        shot = _shot(plan, clip, beyond).with_start((start - beyond.head) / plan.fps)
        shots.append(shot.with_effects([vfx.CrossFadeIn(before.duration / plan.fps)]) if before else shot)
        before = fades.get(clip.id)
    whole = CompositeVideoClip([*shots, *_captions(plan)], size=plan.size)
    return whole.with_duration(plan.timeline.duration / plan.fps)


def _shot(plan: Plan, clip: Clip, beyond: Handles) -> Any:
    frames = beyond.head + clip.duration + beyond.tail
    first_moving = next((n for n, layer in enumerate(clip.layers) if changes(layer)), len(clip.layers))
    ground = Image.new("RGBA", plan.size)
    for layer in clip.layers[:first_moving]:
        drawn, x, y = _standing(plan, layer)
        ground.alpha_composite(drawn, (max(0, x), max(0, y)), (max(0, -x), max(0, -y)))
    layers = [ImageClip(np.asarray(ground.convert("RGB")))]
    for layer in clip.layers[first_moving:]:
        if changes(layer):
            layers.append(_moving(plan, layer, beyond.head))
        else:
            drawn, x, y = _standing(plan, layer)
            layers.append(ImageClip(np.asarray(drawn)).with_position((x, y)))
    seconds = frames / plan.fps
    timed = [layer.with_duration(seconds) for layer in layers]
    return CompositeVideoClip(timed, size=plan.size, use_bgclip=True) if len(timed) > 1 else timed[0]


def _standing(plan: Plan, layer: Layer) -> tuple[Image.Image, int, int]:
    now, box = stand(layer, 0), layer.box
    drawn = Image.fromarray(picture(plan, layer))
    if now.scale != 1:
        drawn = drawn.resize((round(drawn.width * now.scale), round(drawn.height * now.scale)))
    x, y = box.x + box.width / 2 + now.dx, box.y + box.height / 2 + now.dy
    return drawn, round(x - drawn.width / 2), round(y - drawn.height / 2)


def _moving(plan: Plan, layer: Layer, head: int) -> Any:
    """A picture whose size and place are functions of time."""
    poses, box = layer.poses, layer.box
    drawn = Image.fromarray(picture(plan, layer))
    if poses[0].rotation_deg:
        drawn = drawn.rotate(-poses[0].rotation_deg, Image.Resampling.BICUBIC, expand=True)
    clip: Any = ImageClip(np.asarray(drawn))

    def now(t: float) -> Any:
        return stand(layer, max(0, round(t * plan.fps) - head))

    def corner(t: float) -> tuple[float, float]:
        at = now(t)
        x, y = box.x + box.width / 2 + at.dx, box.y + box.height / 2 + at.dy
        return x - drawn.width * at.scale / 2, y - drawn.height * at.scale / 2

    if len({pose.scale for pose in poses}) > 1:
        clip = clip.resized(lambda t: now(t).scale)
    if poses[0].opacity < poses[1].opacity:
        clip = clip.with_duration(1e6).with_effects([vfx.CrossFadeIn((head + poses[1].frame) / plan.fps)])
    return clip.with_position(corner)


def _captions(plan: Plan) -> list[Any]:
    """Each cue's lines as clips, and the spoken word in its colour over them while it is spoken."""
    timeline = plan.timeline
    style = timeline.caption_style or CaptionStyle()
    clips: list[Any] = []
    for cue in timeline.cues:
        states = caption_states((cue,), timeline.rate, 0, timeline.duration)
        lines = [tuple(word.text for word in cue.words[a:b]) for a, b in cue.lines]
        spans: list[tuple[str, int, str, int, int]] = []
        places = [(row, n) for row, words in enumerate(lines) for n in range(len(words))]
        for row, words in enumerate(lines):
            spans.append((" ".join(words), row, "", states[0].first, states[-1].last))
        for state in states:
            if state.active is not None:
                row, n = places[state.active]
                spans.append((lines[row][n], row, " ".join((*lines[row][:n], "")), state.first, state.last))
        for number, (text, row, ahead, first, last) in enumerate(spans):
            color = style.text_color if number < len(lines) else style.active_color
            place = (" ".join(lines[row]), ahead, len(lines) - 1 - row)
            clips.append(_text(plan, style, text, color, place, (first, last)))
    return clips


def _text(
    plan: Plan, style: CaptionStyle, text: str, color: str, place: tuple[str, str, int], span: tuple[int, int]
) -> Any:
    """`place`: the line it stands in, what stands before it there, and how many lines are below."""
    width, height = plan.size
    size, weight = round(style.size * height), WEIGHT[style.font_family]
    line, ahead, below = place
    widths = [measure(part, style.font_family, weight, size) for part in (line, ahead)]
    clip: Any = TextClip(
        font=str(FOLDER / FACES[(style.font_family, weight, "normal")]),
        text=text,
        font_size=size,
        color=color,
        stroke_color=style.outline_color,
        stroke_width=max(1, round(size / 16)),
        margin=(ROOM, ROOM),
    )
    x = width / 2 - widths[0] / 2 + widths[1] - ROOM
    y = height * (1 - style.bottom) - LEADING * size * below - size - ROOM
    first, last = span
    return clip.with_position((round(x), round(y))).with_start(first / plan.fps).with_end(last / plan.fps)


def main(where: Path, out: Path) -> None:
    """Render the plan with MoviePy and its own ffmpeg, with the studio's encoder settings."""
    plan = load(where)
    options = plan.encoder.options()
    film(plan).write_videofile(
        str(out),
        fps=plan.fps,
        codec="libx264",
        preset=options["preset"],
        threads=plan.encoder.threads,
        audio=False,
        logger=None,
        ffmpeg_params=["-crf", options["crf"], "-pix_fmt", "yuv420p", "-x264-params", options["x264-params"]],
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
