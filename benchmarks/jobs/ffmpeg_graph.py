"""The same film as one ffmpeg graph: `zoompan` on enlarged stills, `overlay`, `xfade`, `ass`.

`zoompan` and `overlay` step by whole pixels, so each moving layer is enlarged four times first and
moved there: a step is then a quarter of a pixel, near to the engine's motion. What stands still at
the bottom is laid once, as the engine does. Fades of opacity are linear, the engine's are eased.
"""

import math
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import imageio_ffmpeg

from benchmarks.plan import CAPTIONS, Plan, changes, load, stand
from storyreel.render.fonts import FOLDER as FONTS
from storyreel.timeline.exact import Handles, cuts
from storyreel.timeline.model import Clip, Layer

ENLARGED = 4
YUV = "scale=out_color_matrix=bt709:out_range=tv"
XFADE = {"dissolve": "fade", "dip_to_black": "fadeblack"}
EASED = {"linear": "{t}", "in_out": "({t})*({t})*(3-2*({t}))", "out": "1-(1-({t}))*(1-({t}))"}
BT709 = ("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv")


class Graph:
    """Inputs and filters, each named as it is added."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.inputs: list[str] = []
        self.filters: list[str] = []

    def add(self, inputs: Sequence[str], chain: str) -> str:
        """Add a chain of filters over named streams; returns the name of what comes out."""
        name = f"v{len(self.filters)}"
        self.filters.append("".join(f"[{stream}]" for stream in inputs) + f"{chain}[{name}]")
        return name

    def still(self, layer: Layer) -> str:
        """A stream of one frame."""
        path = str(self.plan.media(layer.media.sha256))
        self.inputs += ["-framerate", str(self.plan.fps), "-f", "png_pipe", "-i", path]
        return f"{self.inputs.count('-i') - 1}:v"


def film(plan: Plan) -> Graph:
    """The whole graph; its last filter is the finished picture."""
    graph = Graph(plan)
    fps = plan.fps
    streams = [_clip(graph, clip, beyond) for clip, _, beyond in plan.takes()]
    whole = streams[0]
    for cut, stream in zip(cuts(plan.timeline), streams[1:], strict=True):
        if cut.transition is None:
            whole = graph.add([whole, stream], f"concat=n=2:v=1:a=0,settb=1/{fps},setpts=N,fps={fps}")
            continue
        kind, length = XFADE[cut.transition.kind], cut.transition.duration
        offset = (cut.frame - length // 2) / fps
        whole = graph.add([whole, stream], f"xfade={kind}:duration={length / fps:.6f}:offset={offset:.6f}")
    graph.add([whole], f"ass={plan.folder / CAPTIONS}:fontsdir={FONTS},format=yuv420p")
    return graph


def _clip(graph: Graph, clip: Clip, beyond: Handles) -> str:
    """A clip with what its dissolves need before its start and behind its end."""
    frames = beyond.head + clip.duration + beyond.tail
    first_moving = next((n for n, layer in enumerate(clip.layers) if changes(layer)), len(clip.layers))
    if first_moving == 0:
        whole = _moving_ground(graph, clip.layers[0], beyond.head, frames)
        first_moving = 1
    else:
        whole = _standing_ground(graph, clip, first_moving, frames)
    for layer in clip.layers[first_moving:]:
        placed = _moving(graph, layer, beyond.head, frames) if changes(layer) else _standing(graph, layer)
        whole = _laid(graph, whole, *placed)
    return whole


def _moving_ground(graph: Graph, layer: Layer, head: int, frames: int) -> str:
    """A ground in motion, cut to the frame; nothing lies below it."""
    name, x, y = _moving(graph, layer, head, frames)
    width, height = graph.plan.size
    return graph.add([name], f"crop={width}:{height}:{-x}:{-y},format=yuv420p")


def _standing_ground(graph: Graph, clip: Clip, first_moving: int, frames: int) -> str:
    """What stands still at the bottom of a clip, laid once."""
    ground = graph.add([graph.still(clip.layers[0])], f"{YUV},format=yuv420p")
    for layer in clip.layers[1:first_moving]:
        ground = _laid(graph, ground, *_standing(graph, layer))
    return graph.add([ground], f"loop=loop={frames - 1}:size=1,settb=1/{graph.plan.fps},setpts=N")


def _laid(graph: Graph, below: str, above: str, x: int, y: int) -> str:
    return graph.add([below, above], f"overlay=x={x}:y={y}:format=yuv420")


def _standing(graph: Graph, layer: Layer) -> tuple[str, int, int]:
    """One frame of a layer that does not change, and where its corner stands."""
    now, box = stand(layer, 0), layer.box
    width, height = round(box.width * now.scale), round(box.height * now.scale)
    name = graph.add([graph.still(layer)], f"scale={width}:{height},{YUV},format=yuva420p")
    x = box.x + box.width / 2 + now.dx - width / 2
    return name, round(x), round(box.y + box.height / 2 + now.dy - height / 2)


def _moving(graph: Graph, layer: Layer, head: int, frames: int) -> tuple[str, int, int]:
    """A stream of a layer in motion on a clear canvas, and where the canvas stands."""
    box, poses = layer.box, layer.poses
    turned = poses[0].rotation_deg
    assert len(poses) == 2
    assert all(pose.rotation_deg == turned for pose in poses)
    least, most = min(p.scale for p in poses), max(p.scale for p in poses)
    slack = math.ceil(abs(math.sin(math.radians(turned))) * max(box.width, box.height)) + 4
    reach_x, reach_y = (math.ceil(max(abs(getattr(p, a)) for p in poses)) for a in ("dx", "dy"))
    width = _even(box.width * most + 2 * reach_x + slack)
    height = _even(box.height * most + 2 * reach_y + slack)
    # The window of `zoompan` must not leave its picture, so the picture is larger by the way it goes.
    room = 1.01 + 2 * max(reach_x / width, reach_y / height)
    across, down = _even(room * width * ENLARGED), _even(room * height * ENLARGED)
    drawn = round(box.width * least * ENLARGED), round(box.height * least * ENLARGED)
    turn = f",rotate={math.radians(turned):.6f}:c=black@0" if turned else ""
    still = (
        f"format=rgba,scale={drawn[0]}:{drawn[1]}:flags=bicubic,"
        f"pad={across}:{down}:(ow-iw)/2:(oh-ih)/2:color=black@0{turn},{YUV},format=yuva420p"
    )
    motion = (
        f"zoompan=z='{_zoom(layer, head, across / (width * ENLARGED) / least)}'"
        f":x='iw/2-({width / 2:g}+{_value(layer, 'dx', head)})*iw/(zoom*{width})'"
        f":y='ih/2-({height / 2:g}+{_value(layer, 'dy', head)})*ih/(zoom*{height})'"
        f":d={frames}:s={width}x{height}:fps={graph.plan.fps}"
    )
    name = graph.add([graph.still(layer)], f"{still},{motion}{_fade(layer, head)}")
    return name, round(box.x + box.width / 2 - width / 2), round(box.y + box.height / 2 - height / 2)


def _zoom(layer: Layer, head: int, factor: float) -> str:
    return f"({_value(layer, 'scale', head)})*{factor:.8f}"


def _value(layer: Layer, name: str, head: int) -> str:
    """A value of the pose as an expression of `on`, the number of the stream's frame."""
    before, after = layer.poses
    start, end = getattr(before, name), getattr(after, name)
    if start == end:
        return f"{start:g}"
    t = f"clip((on-{head + before.frame})/{after.frame - before.frame},0,1)"
    return f"({start:g}+({end - start:g})*({EASED[layer.ease].format(t=t)}))"


def _fade(layer: Layer, head: int) -> str:
    before, after = layer.poses
    if before.opacity == after.opacity:
        return ""
    assert (before.opacity, after.opacity) == (0, 1)
    return f",fade=in:start_frame={head + before.frame}:nb_frames={after.frame - before.frame}:alpha=1"


def _even(value: float) -> int:
    return math.ceil(value / 2) * 2


def main(where: Path, out: Path) -> None:
    """Render the plan with the pinned ffmpeg."""
    plan = load(where)
    graph = film(plan)
    options = plan.encoder.options()
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-y", "-v", "error", "-nostdin", *graph.inputs]
    command += ["-filter_complex_threads", "1", "-filter_complex", ";".join(graph.filters)]
    command += ["-map", f"[v{len(graph.filters) - 1}]", "-c:v", "libx264", *BT709]
    command += [part for name, value in options.items() for part in (f"-{name}", value)]
    subprocess.run([*command, str(out)], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
