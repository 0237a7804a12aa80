"""Which sources a film may search, and how their pictures are judged."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from storyreel.kit.errors import ProviderError
from storyreel.kit.project import Project
from storyreel.kit.settings import Settings
from storyreel.providers.registry import check_names, check_sources, reason_missing
from storyreel.wiring.voice import weights_store

JUDGE = ("minilm", "minilm-tokenizer")
"""Weights that compare what is said with what is shown."""


@dataclass(frozen=True)
class SearchWish:
    """What a film searches; no sources: nothing."""

    sources: tuple[str, ...] = ()
    method: str = "stems"
    notes: tuple[str, ...] = ()
    """For the person: what could be better."""

    def options(self) -> dict[str, Any]:
        """As a run keeps it."""
        return {"sources": list(self.sources), "method": self.method} if self.sources else {}


def prepare_search(
    given: str | None, project: Project, settings: Settings, show: Callable[[str, int, int], None]
) -> SearchWish:
    """The sources that `given` names (by commas), else the project's.

    Raises InputError for a given one that is unknown or cannot be asked; one that only the project names is
    left out with a note. Weights that are missing are fetched where they can be had; `show` is told.
    """
    notes: list[str] = []
    if given is not None:
        names = check_sources([name.strip() for name in given.split(",") if name.strip()], settings)
    else:
        reasons = {name: reason_missing(name, settings) for name in check_names(project.search)}
        notes += [f"{name} is not searched: {reason}." for name, reason in reasons.items() if reason]
        names = tuple(name for name, reason in reasons.items() if not reason)
    if not names:
        return SearchWish(notes=tuple(notes))
    store = weights_store(settings)
    for name in store.missing(JUDGE):
        try:
            store.fetch(name, lambda done, total, name=name: show(name, done, total))
        except ProviderError as error:
            notes.append(f"Found pictures are judged by equal words only. {error}")
            return SearchWish(names, "stems", tuple(notes))
    return SearchWish(names, "meaning", tuple(notes))
