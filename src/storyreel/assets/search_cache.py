"""What sources answered: candidates for a day, bytes and licences for ever, and who wants to rest.

A folder of small files that several processes may use at once and anybody may delete. Time is given in
seconds of whatever clock the caller has.
"""

import json
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from pydantic import TypeAdapter, ValidationError

from storyreel.kit.hashing import sha256_file, sha256_json
from storyreel.providers.picture_source import Candidate

ANSWERS_LAST_S = 24 * 3600.0
"""Pixabay demands this long, Pexels advises it."""
REST_S = 60.0
"""How long a source is left alone that had enough and did not say until when."""
LONGEST_REST_S = 24 * 3600.0
_CANDIDATES = TypeAdapter(tuple[Candidate, ...])


@dataclass(frozen=True)
class SearchCache:
    """The folder, and the clock that answers age by."""

    folder: Path
    now: Callable[[], float]

    def answer(self, source: str, words: str, size: tuple[int, int]) -> tuple[Candidate, ...] | None:
        """The candidates of an equal question, None when it was not asked or the answer is too old."""
        kept = self._read(self._answer_file(source, words, size))
        if kept is None or not 0 <= self.now() - kept.get("at", 0.0) < ANSWERS_LAST_S:
            return None
        try:
            return _CANDIDATES.validate_python(kept.get("candidates"))
        except ValidationError:
            # Written by another version: the source is asked again.
            return None

    def keep_answer(self, source: str, words: str, size: tuple[int, int], found: Sequence[Candidate]) -> None:
        """Remember what a source answered."""
        rows = [candidate.model_dump(mode="json") for candidate in found]
        self._write(self._answer_file(source, words, size), {"at": self.now(), "candidates": rows})

    def picture(self, candidate: Candidate, target: Path) -> bool:
        """Copy bytes that were downloaded before to `target`; False when there are none that are whole."""
        kept = self._read(self._pointer(candidate))
        if kept is None:
            return False
        file = self._picture_file(str(kept.get("sha256")))
        if not file.is_file() or sha256_file(file) != kept["sha256"]:
            return False
        shutil.copyfile(file, target)
        return True

    def keep_picture(self, candidate: Candidate, file: Path) -> None:
        """Remember the bytes behind a candidate's address."""
        sha256 = sha256_file(file)
        place = self._picture_file(sha256)
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as half:
            half.write(file.read_bytes())
        Path(half.name).replace(place)
        self._write(self._pointer(candidate), {"sha256": sha256})

    def first_licence(self, candidate: Candidate) -> Candidate:
        """The candidate with the licence under which it was first taken; the one it has now at first."""
        place = self._file("licences", [candidate.source, candidate.id])
        kept = self._read(place)
        told = ("licence", "licence_words", "attribution", "author")
        if kept is None or not all(isinstance(kept.get(name), str) for name in told):
            self._write(place, {name: getattr(candidate, name) for name in told})
            return candidate
        return candidate.model_copy(update={name: kept[name] for name in told})

    def rest(self, source: str, seconds: float | None) -> None:
        """Leave a source alone for a while."""
        until = self.now() + min(REST_S if seconds is None else seconds, LONGEST_REST_S)
        self._write(self.folder / "resting" / f"{source}.json", {"until": until})

    def resting(self, source: str) -> bool:
        """Whether a source is left alone now."""
        kept = self._read(self.folder / "resting" / f"{source}.json")
        return kept is not None and 0 < float(kept.get("until", 0.0)) - self.now() <= LONGEST_REST_S

    def _answer_file(self, source: str, words: str, size: tuple[int, int]) -> Path:
        return self._file("answers", [source, words, list(size)])

    def _pointer(self, candidate: Candidate) -> Path:
        return self._file(
            "downloads", [candidate.source, candidate.id, candidate.download_url, candidate.digest]
        )

    def _picture_file(self, sha256: str) -> Path:
        return self.folder / "pictures" / sha256[:2] / sha256

    def _file(self, kind: str, about: list[Any]) -> Path:
        return self.folder / kind / f"{sha256_json(about)}.json"

    def _read(self, file: Path) -> dict[str, Any] | None:
        try:
            data = json.loads(file.read_bytes())
        except (OSError, ValueError):
            # Not there, or cut off by a power failure: both mean that nothing is known.
            return None
        return cast("dict[str, Any]", data) if isinstance(data, dict) else None

    def _write(self, file: Path, data: dict[str, Any]) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=file.parent, delete=False, encoding="utf-8") as half:
            json.dump(data, half)
        Path(half.name).replace(file)
