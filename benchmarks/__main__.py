"""`python -m benchmarks [PART ...] [--rounds N]`, or `table` to write the page from the results."""

import argparse
import time
from collections.abc import Callable

from benchmarks import figures, page
from benchmarks.machine import machine
from benchmarks.parts import Answer
from benchmarks.parts.drawings import drawings
from benchmarks.parts.films import change, ten_minutes
from benchmarks.parts.judged import judged
from benchmarks.parts.layers import layers
from benchmarks.parts.readers import gate, voice
from benchmarks.parts.renderers import engine, peers

PARTS: dict[str, Callable[[int], Answer]] = {
    "change": change,
    "peers": peers,
    "engine": engine,
    "voice": voice,
    "gate": gate,
    "layers": layers,
    "drawings": drawings,
    "judged": judged,
    "ten_minutes": ten_minutes,
}
ALL = ("change", "peers", "voice", "gate", "layers", "drawings", "judged", "ten_minutes")
"""`engine` is in `peers`."""


def main() -> None:
    """Run the parts, saving each as it is done; a part that fails costs only itself."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    known = ", ".join((*PARTS, "table"))
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{known}; without one: all")
    parser.add_argument("--rounds", type=int, default=3, help="interleaved rounds of renderers (default 3)")
    given = parser.parse_args()
    if unknown := [name for name in given.parts if name not in (*PARTS, "table")]:
        parser.error(f"there is no part {unknown[0]!r}; choose from {known}")
    names = [name for name in given.parts or ALL if name != "table"]
    for number, name in enumerate(names):
        print(f"[{number + 1}/{len(names)}] {name}", flush=True)
        _run(name, given.rounds)
    page.write()
    print(page.plain())


def _run(name: str, rounds: int) -> None:
    began, facts = time.perf_counter(), machine()
    try:
        answer = PARTS[name](rounds)
    except (RuntimeError, OSError, ValueError) as error:
        print(f"    {name} could not be measured: {error}", flush=True)
        return
    figures.save(name, answer.figures, answer.raw, facts)
    print(f"    done in {time.perf_counter() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
