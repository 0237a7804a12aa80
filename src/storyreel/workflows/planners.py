"""What decides the documents of a film: the sources of the rooms that read, plan and choose.

A document whose stage knows this digest is made anew when one of these files changes, so that an old plan
is never taken for the plan of a newer planner. Hashing them takes a few milliseconds, once a process.
"""

import functools
from pathlib import Path

from storyreel.render.toolchain import sources_digest

_PACKAGE = Path(__file__).resolve().parents[1]
_FOLDERS = ("story", "film", "assets/reader")
_FILES = (
    *("assets/appearances.py", "assets/cast.py", "assets/look_choice.py", "assets/meaning.py"),
    *(
        "assets/model.py",
        "assets/nouns.py",
        "assets/narrow_nouns.py",
        "assets/numbers.py",
        "assets/reading.py",
        "assets/palettes.py",
    ),
    *("assets/stems.py", "kit/decision.py", "kit/names.py"),
    *("workflows/film_documents.py", "workflows/style_documents.py"),
)


@functools.cache
def planners() -> dict[str, str]:
    """For the key of script, shot plan, packs, style and asset manifest: all that decides them."""
    return {"planners": sources_digest(planner_sources())}


def planner_sources() -> tuple[str, ...]:
    """The files, relative to the package, in a fixed order."""
    found = [
        path.relative_to(_PACKAGE).as_posix()
        for folder in _FOLDERS
        for path in (_PACKAGE / folder).rglob("*")
        if path.suffix in (".py", ".json", ".yaml")
    ]
    return tuple(sorted((*found, *_FILES)))
