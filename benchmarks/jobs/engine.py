"""Storyreel's engine: every segment of the plan from empty caches, then joined.

One process, so that starting Python counts once, as it does for the others; the studio starts its
workers once for a whole film.
"""

import json
import sys
import time
from pathlib import Path

from benchmarks.measure import folder
from benchmarks.plan import load
from storyreel.render.join import join
from storyreel.render.plan import plan_segments
from storyreel.render.segment import render_segment


def main(where: Path, out: Path) -> None:
    """Render the plan; prints the slowest segment's seconds."""
    plan = load(where)
    parts = folder(out.with_suffix(".parts"))
    paths: list[Path] = []
    seconds: list[float] = []
    for number, spec in enumerate(plan_segments(plan.timeline, plan.encoder)):
        began = time.perf_counter()
        paths.append(parts / f"{number:04}.mp4")
        render_segment(spec, plan.media, paths[-1])
        seconds.append(time.perf_counter() - began)
    join(paths, plan.timeline.rate, out)
    print(json.dumps({"slowest_shot_s": round(max(seconds), 2), "segments": len(paths)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
