"""The tables of `docs/benchmarks.md`, made from the results files."""

from pathlib import Path

from benchmarks.figures import RENDER, measured, part

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
BEGIN, END = "<!-- figures: python -m benchmarks table -->", "<!-- /figures -->"


def block() -> str:
    """The part of the page between the two marks, from the results files alone."""
    return "\n\n".join((BEGIN, _figures(), *_renderers(), *_machine(), END))


def with_block(page: str) -> str:
    """The page with its block made anew. Raises ValueError when a mark is missing."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{PAGE.name} lacks the marks {BEGIN} and {END}.")
    return before + block() + after


def write() -> None:
    """Bring the page into step with the results."""
    PAGE.write_text(with_block(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


def plain() -> str:
    """The figures for a terminal."""
    lines = [
        f"{row.figure.label:<46}{row.value_text:>12}   {row.figure.bound_text:<18}{row.verdict}".rstrip()
        for row in measured()
    ]
    return "\n".join(lines)


def _figures() -> str:
    rows = [
        f"| {row.figure.label} | {row.value_text} | {row.figure.bound_text} | {row.verdict} |"
        for row in measured()
    ]
    return "\n".join(("| Figure | measured | bound | |", "|---|---|---|---|", *rows))


def _renderers() -> list[str]:
    answer = part("peers")
    if answer is None:
        return []
    plan = answer["plan"]
    head = (
        f"One plan of {plan['seconds']:g} s, {plan['size']}: {plan['shots']} shots, {plan['layers']} "
        f"layers of which {plan['moving_layers']} move, {plan['dissolves']} dissolves, {plan['captions']} "
        f"captions with {plan['caption_words']} words. Per second of film:"
    )
    rows = [
        f"| {row['name']} | {row['cpu_per_s_min']:.2f} | {row['cpu_per_s_median']:.2f} | "
        f"{row['wall_per_s_min']:.2f} | {row['peak_mb']:g} | {row['size_mb']:.1f} |"
        for row in answer["renderers"].values()
    ]
    columns = "| Renderer | CPU s, least | CPU s, median | wall s, least | peak MB | file MB |"
    return [head, "\n".join((columns, "|---|---|---|---|---|---|", *rows))]


def _machine() -> list[str]:
    if not RENDER.exists():
        return []
    found = part("render") or {}
    facts = found["machine"]
    loads = ", ".join(f"{name} {load:g}" for name, load in facts["load"].items())
    cores = f"{facts['cores']} cores, {facts['cpu']}, {facts['memory_gb']:g} GB"
    return [f"{cores}. Load just before each part: {loads}."]
