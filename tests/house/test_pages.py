"""What the pages say is there."""

import re
from pathlib import Path

import pytest
import typer.main

from storyreel.cli.app import app
from storyreel.kit.errors import StudioError
from storyreel.kit.settings import Settings
from tests.house import licences
from tests.house.project import ROOT, pages, sources, tables, text_of, tracked, without_fences
from tests.schemas import all_schemas

README = text_of("README.md")


def broken_links(page: Path, text: str) -> list[str]:
    """Links to files that are not there, and anchors of headings that are not there."""
    findings: list[str] = []
    for target in re.findall(r"\]\(([^)\s]+)\)", without_fences(text)):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        file = (page.parent / name).resolve() if name else page
        if not file.exists():
            findings.append(f"{page.name} links to {target}, which is not there.")
        elif anchor and anchor not in _anchors(file.read_text(encoding="utf-8")):
            findings.append(f"{page.name} links to {target}, which has no such heading.")
    return findings


def _anchors(text: str) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def lost_paths(page: str, text: str) -> list[str]:
    """Files and folders of the project that a page names in backticks and that are not there."""
    roots = ("src/", "docs/", "tests/", "examples/", "schemas/", "requirements/", ".ci/")
    named = re.findall(r"`([\w./-]+)`", without_fences(text))
    return [
        f"{page} names {path}, which is not there."
        for path in named
        if path.startswith(roots) and not (ROOT / path).exists() and path not in EXAMPLES_OF_PATHS
    ]


EXAMPLES_OF_PATHS = frozenset(("tests/baselines/script-2.0.0.json",))
"""Files that a recipe tells to make."""


def test_links_lead_somewhere() -> None:
    assert not [finding for page in pages() for finding in broken_links(ROOT / page, text_of(page))]


def test_a_link_to_nowhere_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Here\n", encoding="utf-8")
    assert broken_links(page, "[a](gone.md)")
    assert broken_links(page, "[a](page.md#gone)")
    assert not broken_links(page, "[a](page.md#here) [b](https://example.org)")


def test_paths_on_pages_are_there() -> None:
    assert not [finding for page in pages() for finding in lost_paths(page, text_of(page))]


def test_a_lost_path_is_found() -> None:
    assert lost_paths("page", "see `src/storyreel/gone.py`")
    assert not lost_paths("page", "see `src/storyreel/cli`")


def commands() -> list[tuple[str, tuple[str, ...]]]:
    """(words of the command, its long options) of every command."""
    found: list[tuple[str, tuple[str, ...]]] = []

    def walk(command: object, words: tuple[str, ...]) -> None:
        inner = getattr(command, "commands", None)
        for name, child in (inner or {}).items():
            walk(child, (*words, name))
        if inner is None:
            options = [o for p in getattr(command, "params", ()) for o in p.opts if o.startswith("--")]
            found.append((" ".join(words), tuple(options)))

    walk(typer.main.get_command(app), ("storyreel",))
    return found


def undocumented_commands(text: str) -> list[str]:
    """Commands without a row and options without a word on a page."""
    rows = [cells[0] for cells in tables(text) if cells]
    findings: list[str] = []
    for command, options in commands():
        own = [row for row in rows if re.match(rf"`{command}(?:`| )", row)]
        if not own:
            findings.append(f"{command} has no row.")
        # What `make` takes has a table of its own.
        where = text if command == "storyreel make" else " ".join(own)
        findings += [f"{command} {o} is not there." for o in options if o not in where and o != "--help"]
    return findings


def test_every_command_and_option_is_in_the_readme() -> None:
    assert len(commands()) > 10
    assert not undocumented_commands(README)


def test_a_missing_command_is_found() -> None:
    assert "storyreel doctor has no row." in undocumented_commands(README.replace("storyreel doctor", "gone"))
    assert undocumented_commands(README.replace("--limit", "--gone"))


def settings_variables() -> set[str]:
    """Every environment variable that the program reads."""
    named = {name for source in sources() for name in re.findall(r"STORYREEL_[A-Z_]+[A-Z]", text_of(source))}
    for name, field in Settings.model_fields.items():
        named.add(str(field.validation_alias or f"STORYREEL_{name.upper()}"))
    return named


def test_every_setting_is_in_the_readme() -> None:
    assert "STORYREEL_HOME" in settings_variables()
    documented = {cells[0].strip("`") for cells in tables(README)}
    assert settings_variables() <= documented
    assert {name for name in documented if name.startswith("STORYREEL_")} <= settings_variables()


def test_every_exit_code_is_in_the_readme() -> None:
    def family(kind: type[StudioError]) -> set[int]:
        return {kind.exit_code}.union(*(family(child) for child in kind.__subclasses__()))

    documented = {int(cells[0]) for cells in tables(README) if cells[0].isdigit()}
    assert documented == family(StudioError) | {0}


def make_targets(makefile: str) -> set[str]:
    return set(re.findall(r"^([a-z-]+):.*##", makefile, re.MULTILINE))


def test_every_make_target_is_in_the_readme() -> None:
    targets = make_targets(text_of("Makefile"))
    assert "demo" in targets
    assert {target for target in targets if f"`make {target}`" not in README} == set()


def test_what_the_makefile_runs_is_there() -> None:
    modules = re.findall(r"-m (storyreel\.[\w.]+|tests\.[\w.]+|benchmarks)", text_of("Makefile"))
    folder = {"storyreel": ROOT / "src", "tests": ROOT, "benchmarks": ROOT}
    assert modules
    paths = [folder[name.split(".")[0]] / name.replace(".", "/") for name in modules]
    runnable = {path for path in paths if path.with_suffix(".py").exists() or (path / "__main__.py").exists()}
    assert not set(paths) - runnable


def test_modules_that_pages_run_are_there() -> None:
    modules = {m for page in pages() for m in re.findall(r"python -m (tests\.[\w.]+)", text_of(page))}
    assert modules
    assert not [m for m in modules if not (ROOT / m.replace(".", "/")).with_suffix(".py").exists()]


def test_every_schema_has_its_row() -> None:
    rows = {cells[0].strip("`"): cells[2].strip("`") for cells in tables(text_of("docs/schemas.md"))}
    assert set(rows) == set(all_schemas())
    for name, kind in all_schemas().items():
        assert rows[name] == f"src/{kind.__module__.replace('.', '/')}.py", name


def test_the_page_of_licences_is_in_step() -> None:
    assert text_of("docs/licences.md") == licences.assemble(), "Run: python -m tests.house.licences"


def test_a_changed_part_of_the_licences_is_seen(tmp_path: Path) -> None:
    (tmp_path / "_first.md").write_text("# Title\n\n# Part\n", encoding="utf-8")
    (tmp_path / "room.md").write_text("# Room\n\n- x\n", encoding="utf-8")
    assert licences.assemble(tmp_path) == "# Title\n\n## Part\n\n## Room\n\n- x\n"


@pytest.mark.parametrize("page", ["README.md", "CHANGELOG.md", "docs/critiques.md", "docs/use-cases.md"])
def test_the_pages_people_look_for_are_there(page: str) -> None:
    assert page in tracked()


def test_every_use_case_has_status_summary_or_workflow() -> None:
    cases = text_of("docs/use-cases.md").split("\n## ")[1:]
    assert len(cases) >= 9
    for case in cases:
        assert "**Status**" in case, case.split("\n")[0]
        assert "**Workflow**" in case, case.split("\n")[0]


def test_every_recipe_is_listed() -> None:
    recipes = {Path(page).name for page in pages() if page.startswith("docs/recipes/")} - {"README.md"}
    listed = set(re.findall(r"\]\(([\w-]+\.md)\)", text_of("docs/recipes/README.md")))
    assert recipes == listed
