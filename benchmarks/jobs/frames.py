"""The plan's finished frames as raw I420: what the encoder alone is fed with. Not measured itself."""

import sys
from pathlib import Path

from benchmarks.plan import load
from storyreel.render.plan import plan_segments
from storyreel.render.segment import segment_frames


def main(where: Path, out: Path) -> None:
    """Write all frames of the plan to one file."""
    plan = load(where)
    with out.open("wb") as file:
        for spec in plan_segments(plan.timeline, plan.encoder):
            for canvas in segment_frames(spec, plan.media):
                for plane in canvas:
                    file.write(plane.tobytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
