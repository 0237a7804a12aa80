"""The physical limit: x264 with the studio's own settings, fed with finished frames."""

import sys
from pathlib import Path
from typing import BinaryIO

from benchmarks.plan import load
from storyreel.render.encode import SegmentWriter
from storyreel.render.planes import Plane


def main(where: Path, frames: Path, out: Path) -> None:
    """Encode raw frames into one mp4."""
    plan = load(where)
    with (
        frames.open("rb") as file,
        SegmentWriter(out, plan.size, plan.timeline.rate.fraction, plan.encoder) as writer,
    ):
        for _ in range(plan.timeline.duration):
            for plane in writer.canvas:
                _read(file, plane)
            writer.write()


def _read(file: BinaryIO, plane: Plane) -> None:
    """Fill a plane; rows that do not lie one after another are filled one by one."""
    for rows in [plane] if plane.flags.c_contiguous else plane:
        file.readinto(rows.data)  # pyright: ignore[reportAttributeAccessIssue]  # every open file has it


if __name__ == "__main__":
    main(*(Path(arg) for arg in sys.argv[1:]))
