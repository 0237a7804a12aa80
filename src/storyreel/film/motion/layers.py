"""A picture's layers with everything that moves them: camera, cycles, entrances, faces."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from storyreel.assets.model import Act, Picture, PictureLayer
from storyreel.film.motion import camera, cycles, entrances, faces
from storyreel.film.motion.move import Move, Point, Ranges, Stand, centre, eased, foot, rounded
from storyreel.timeline.model import Box, Layer, Pose

TEXT_RISE_PX = 8.0
"""Words come up by so much of a frame of 1080, and never move more than this besides."""
CAMERA_SAMPLES = 16
SHARED = frozenset(("pop", "rise", "fade"))
"""Entrances that a rig makes as one."""
WHOLE = Stand()
BREATH = Act(kind="breathe", amount=0.005, period_s=3.6)
"""Who has eyes or a mouth that move breathes, too."""


@dataclass(frozen=True)
class _Rig:
    """Layers that move as one: their foot, and what the first of them that has acts does."""

    pivot: Point
    depth: float
    acts: tuple[Act, ...]


def layers_of(picture: Picture, move: Move) -> tuple[Layer, ...]:
    """The picture's layers in the frame, back to front; one that is never seen is left out."""
    ratio = move.height / picture.height
    boxes = [_in_frame(layer.box, move.width / picture.width, ratio) for layer in picture.layers]
    rigs = _rigs(picture.layers, boxes)
    focus = camera.focus_of(picture.layers, boxes, move)
    blinking = faces.blinks(_blinkers(picture.layers), move)
    photo = picture.origin in ("author", "found")
    placed: list[Layer] = []
    for layer, box in zip(picture.layers, boxes, strict=True):
        own = rigs[layer.rig or layer.name]
        if photo and layer.group == "ground":
            way = camera.photo_way(move) if layer.footage is None else camera.Way(focus)
        else:
            way = camera.way_of(own.depth, box, focus, move)
        seen = _Actor(layer, box, own, way, ratio, move).placed(blinking)
        if seen is not None:
            placed.append(seen)
    return tuple(placed)


def _in_frame(box: Box, across: float, down: float) -> Box:
    return Box(
        x=rounded(box.x * across),
        y=rounded(box.y * down),
        width=rounded(box.width * across),
        height=rounded(box.height * down),
    )


def _blinkers(layers: Sequence[PictureLayer]) -> tuple[str, ...]:
    found = [act.person or layer.rig for layer in layers for act in layer.acts if act.kind == "blink"]
    return tuple(dict.fromkeys(found))


def _rigs(layers: Sequence[PictureLayer], boxes: Sequence[Box]) -> dict[str, _Rig]:
    """Each rig by its name; a layer without one is a rig of its own, by the layer's name."""
    members: dict[str, list[tuple[PictureLayer, Box]]] = {}
    behind: dict[str, list[tuple[float, Box]]] = {}
    grounds: list[tuple[float, Box]] = []
    for index, (layer, box) in enumerate(zip(layers, boxes, strict=True)):
        members.setdefault(layer.rig or layer.name, []).append((layer, box))
        behind.setdefault(layer.rig or layer.name, list(grounds))
        if layer.group == "ground" and index > 0:
            grounds.append((layer.depth, box))
    rigs: dict[str, _Rig] = {}
    for name, parts in members.items():
        whole = _union([box for _, box in parts])
        leader = parts[0][0]
        shared = [act for layer, _ in parts for act in layer.acts if act.kind in cycles.CYCLIC | SHARED]
        kinds = {act.kind: act for act in reversed(shared)}
        acts = tuple(act for act in shared if kinds[act.kind] is act) if len(parts) > 1 else ()
        alive = any(act.kind in ("mouth", "blink") for layer, _ in parts for act in layer.acts)
        if alive and not any(act.kind in cycles.CYCLIC for act in shared):
            acts = (*acts, BREATH)
        rigs[name] = _Rig(foot(whole), camera.depth_of(leader, whole, behind[name]), acts)
    return rigs


def _union(boxes: Sequence[Box]) -> Box:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right = max(box.x + box.width for box in boxes)
    bottom = max(box.y + box.height for box in boxes)
    return Box(x=left, y=top, width=right - left, height=bottom - top)


@dataclass(frozen=True)
class _Actor:
    """One layer while its poses are worked out."""

    layer: PictureLayer
    box: Box
    rig: _Rig
    way: camera.Way
    ratio: float
    move: Move

    def placed(self, blinking: Mapping[str, Ranges]) -> Layer | None:
        """The layer of the time line; None where it is never seen."""
        shown = self._shown(blinking)
        if shown is not None and not shown:
            return None
        poses, ease, cycle = self._poses()
        entrance = self._entrance()
        wipe = entrance.act if entrance and entrance.act.kind == "wipe" else None
        return Layer.model_validate(
            {
                "name": self.layer.name,
                "media": self.layer.media,
                "box": self.box,
                "poses": poses,
                "ease": ease,
                "cycle": cycle,
                "shown": shown or (),
                "reveal_from": entrances.reveal_from(wipe) if wipe else "left",
                "footage": self.layer.footage,
            }
        )

    def _acts(self, *kinds: str) -> list[Act]:
        """Acts of these kinds: the rig's, and the layer's own where the rig has none of the kind."""
        rig = [act for act in self.rig.acts if act.kind in kinds]
        shared = {act.kind for act in rig}
        return [*rig, *(act for act in self.layer.acts if act.kind in kinds and act.kind not in shared)]

    def _entrance(self) -> entrances.Entrance | None:
        acts = self._acts(*sorted(entrances.ENTRANCES))
        if not acts and self.layer.group == "text" and not self.layer.acts:
            acts = [self._usual_rise()]
        where = centre(self.box)
        # What stands grows out of its foot, and words out of their own middle.
        pivot = where if self.layer.group == "text" else self.rig.pivot
        return entrances.entrance_of(acts[0], where, pivot, self.ratio, self.move) if acts else None

    def _usual_rise(self) -> Act:
        return Act(kind="rise", amount=TEXT_RISE_PX * self.move.height / 1080 / self.ratio)

    def _shown(self, blinking: Mapping[str, Ranges]) -> Ranges | None:
        """When the layer is seen; None: always."""
        ranges: list[Ranges] = []
        entrance = self._entrance()
        if entrance is not None and entrance.start > 0:
            ranges.append(((entrance.start, self.move.frames),))
        for act in self._acts("count", "mouth", "blink"):
            if act.kind == "count":
                ranges.append(entrances.counted(act, self.move))
            elif act.kind == "mouth":
                ranges.append(faces.mouth(act.person or self.layer.rig, self.move))
            else:
                ranges.append(blinking[act.person or self.layer.rig])
        if not ranges:
            return None
        seen = ranges[0]
        for other in ranges[1:]:
            seen = _both(seen, other)
        return seen

    def _poses(self) -> tuple[tuple[Pose, ...], str, int]:
        """Poses, ease and cycle."""
        falls = self._acts("fall")
        if falls:
            frames, (dx, dy) = cycles.fall(falls[0], self.ratio, self.move)
            return (Pose(frame=0), Stand(dx, dy).pose(frames)), "linear", frames
        entrance, travel = self._entrance(), self._travel()
        key, where = self.layer.rig or self.layer.name, centre(self.box)
        swings = [
            cycles.cycle_of(self._tame(act), where, self.rig.pivot, self.ratio, key, self.move)
            for act in self._acts(*sorted(cycles.CYCLIC))
        ]
        if entrance is None and travel is None:
            if not swings:
                return self._camera_only()
            if self.way.still and len({swing.period for swing in swings}) == 1:
                return self._one_period(swings)
        return self._sampled(entrance, travel, swings)

    def _tame(self, act: Act) -> Act:
        """Words hardly move whatever they are asked."""
        most = TEXT_RISE_PX * self.move.height / 1080 / self.ratio
        if self.layer.group != "text" or act.kind not in ("float", "tremble"):
            return act
        return act.model_copy(update={"amount": min(act.amount, most)})

    def _travel(self) -> entrances.Travel | None:
        acts = self._acts("travel")
        return entrances.travel_of(acts[0], self.ratio, self.move) if acts else None

    def _camera_only(self) -> tuple[tuple[Pose, ...], str, int]:
        if self.way.still:
            return (), "in_out", 0
        ends = (0, 0.0), (self.move.frames - 1, 1.0)
        where = centre(self.box)
        return tuple(self.way.at(part, where, WHOLE).pose(frame) for frame, part in ends), "in_out", 0

    def _one_period(self, swings: Sequence[cycles.Cycle]) -> tuple[tuple[Pose, ...], str, int]:
        period = swings[0].period
        frames = sorted({*range(0, period, min(swing.step for swing in swings)), period})
        return tuple(_sum(swings, frame).pose(frame) for frame in frames), "linear", period

    def _sampled(
        self,
        entrance: entrances.Entrance | None,
        travel: entrances.Travel | None,
        swings: Sequence[cycles.Cycle],
    ) -> tuple[tuple[Pose, ...], str, int]:
        last = self.move.frames - 1
        frames = {0, last}
        if not self.way.still:
            frames.update(range(0, last, max(1, last // CAMERA_SAMPLES)))
        for swing in swings:
            frames.update(range(0, last, swing.step))
        for steps in (entrance.frames if entrance else (), travel.steps if travel else ()):
            frames.update(frame for frame in steps if frame <= last)
        where = centre(self.box)
        poses: list[Pose] = []
        for frame in sorted(frames):
            inner = _sum(swings, frame)
            inner = _joined(inner, travel.at(frame)) if travel else inner
            inner = _joined(inner, entrance.at(frame)) if entrance else inner
            poses.append(self.way.at(eased(frame / last) if last else 0.0, where, inner).pose(frame))
        return _without_rests(poses), "linear", 0


def _sum(swings: Sequence[cycles.Cycle], frame: int) -> Stand:
    total = WHOLE
    for swing in swings:
        total = _joined(total, swing.at(frame))
    return total


def _joined(first: Stand, second: Stand) -> Stand:
    """Two small motions at once; sizes and covers multiply, shifts and turns add up."""
    return Stand(
        first.dx + second.dx,
        first.dy + second.dy,
        first.scale * second.scale,
        first.rotation_deg + second.rotation_deg,
        first.opacity * second.opacity,
        first.reveal * second.reveal,
    )


def _without_rests(poses: list[Pose]) -> tuple[Pose, ...]:
    """Without poses among equal ones: before the first and after the last pose a layer holds."""
    kept: list[Pose] = []
    for index, pose in enumerate(poses):
        around = poses[max(0, index - 1) : index] + poses[index + 1 : index + 2]
        if not all(_same(pose, other) for other in around):
            kept.append(pose)
    if kept:
        return tuple(kept)
    still = poses[0].model_copy(update={"frame": 0})
    return () if still == Pose(frame=0) else (still,)


def _same(first: Pose, second: Pose) -> bool:
    return first.model_copy(update={"frame": second.frame}) == second


def _both(first: Ranges, second: Ranges) -> Ranges:
    """Frames that are in both."""
    both = [(max(a, c), min(b, d)) for a, b in first for c, d in second]
    return tuple(sorted((low, high) for low, high in both if low < high))
