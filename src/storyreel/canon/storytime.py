"""Story time: from what headings and sentences say about time to a moment on one line."""

import re
from dataclasses import dataclass

from storyreel.canon.model import StoryTime
from storyreel.canon.numbers import NUMBER, number

DAYS_PER_YEAR = 365
_UNITS = {
    "minute": 0,
    "hour": 0,
    "day": 1,
    "morning": 1,
    "evening": 1,
    "night": 1,
    "week": 7,
    "month": 30,
    "spring": 182,
    "summer": 182,
    "autumn": 182,
    "winter": 182,
    "year": DAYS_PER_YEAR,
    "decade": 10 * DAYS_PER_YEAR,
}
"""Days of one unit; a season is counted as half a year, because that is all `the next spring` tells."""
_UNIT = "(" + "|".join(_UNITS) + ")s?"
_COUNTED = re.compile(rf"\b({NUMBER}|an?)\s+{_UNIT}\s+(earlier|before|ago|later|after|on)\b", re.I)
_PASSED = re.compile(rf"\b({NUMBER}|an?)\s+{_UNIT}\s+(?:had )?(?:passed|went by|go by|pass)\b", re.I)
_NEXT = re.compile(rf"\b(?:next|following)\s+{_UNIT}\b", re.I)
_VAGUE_BACK = re.compile(
    r"\b(flashback|(?:years|months|weeks|days) (?:earlier|before|ago)|long ago|as a (?:child|boy|girl))\b",
    re.I,
)
_VAGUE_ON = re.compile(
    r"\b((?:years|months|summers|winters) (?:later|passed|went by|on)|time passed|flash ?forward)\b",
    re.I,
)
_SAME = re.compile(
    r"\b(same time|same moment|simultaneous(?:ly)?|meanwhile|at that (?:very )?moment)\b", re.I
)
_RETOLD_LIFE = re.compile(
    r"\b(?:was born (?:in|on|at|under)|(?:this|here) is (?:the|his|her) (?:story|tale) of|"
    r"it (?:had )?(?:all )?(?:began|begun|started) (?:with|when|in))\b",
    re.I,
)
"""A life told from its beginning: what follows lies before what was told."""
_YEAR = re.compile(r"\b((?:1[5-9]|20)\d\d)\b")
_YEAR_SAID = re.compile(r"(?:^|\b(?:in|it was|it is|by) (?:the year )?)(?:1[5-9]|20)\d\d(?=\W*$|,|\.)", re.I)
"""In a sentence a number is a year only where it is said as one."""
_PRESENT = re.compile(r"\b(present day|the present|back to now|now|today|back in the present)\b", re.I)
_OPENER = re.compile(r"^[^,.]{0,40}?[,.]|^[^,.]{0,40}$")


@dataclass(frozen=True)
class Shift:
    """What a phrase says: `back`, `on`, `same`, `present`, `year`.

    `days` is None where it is not counted; for `year` it is the year itself.
    """

    kind: str
    days: int | None = None


def shift_of(phrase: str) -> Shift | None:
    """The shift in time that a heading or an opening phrase tells; None when it tells none."""
    if _SAME.search(phrase):
        return Shift("same", 0)
    if year := _YEAR.search(phrase):
        return Shift("year", int(year[1]))
    if counted := _COUNTED.search(phrase):
        days = _count(counted[1]) * _UNITS[counted[2].lower()]
        return Shift("back" if counted[3].lower() in ("earlier", "before", "ago") else "on", days)
    if passed := _PASSED.search(phrase):
        return Shift("on", _count(passed[1]) * _UNITS[passed[2].lower()])
    if following := _NEXT.search(phrase):
        return Shift("on", _UNITS[following[1].lower()])
    if _VAGUE_BACK.search(phrase):
        return Shift("back")
    if _VAGUE_ON.search(phrase):
        return Shift("on")
    return Shift("present", 0) if _PRESENT.search(phrase) else None


def opening_shift(sentence: str) -> Shift | None:
    """The shift that a sentence opens with (`Ten years earlier, ...`); later words move nothing."""
    if _RETOLD_LIFE.search(sentence):
        return Shift("back")
    opener = _OPENER.match(sentence)
    shift = shift_of(opener[0]) if opener else None
    if shift is None or shift.kind in ("same", "present"):
        return None
    return None if shift.kind == "year" and opener and not _YEAR_SAID.search(opener[0]) else shift


class Clock:
    """Walks through a text and says for each sentence when it happens.

    A shift forward holds from there on. A shift back holds for its scene, or, where the text says
    later that it is back in the present, until there.
    """

    def __init__(self, begins: StoryTime, present_marks: frozenset[int]) -> None:
        self._episode = begins.episode
        self._main_day = self._day = begins.day
        self._scene = self._true_scene = begins.scene
        self._step = begins.step
        self._scene_step = self._step
        self._marks = present_marks
        self._counted = self._main_counted = True
        self._first_year: tuple[int, int] | None = None

    @property
    def now(self) -> StoryTime:
        """This moment."""
        return StoryTime(day=self._day, episode=self._episode, scene=self._scene, step=self._step)

    @property
    def before(self) -> StoryTime:
        """The moment right before this one."""
        return self.now.model_copy(update={"step": max(0, self._step - 1)})

    @property
    def scene_start(self) -> StoryTime:
        """The moment at which the scene began."""
        return self.now.model_copy(update={"step": self._scene_step})

    @property
    def counted(self) -> bool:
        """Whether every shift up to here was counted, so that ages can be compared."""
        return self._counted

    @property
    def in_past(self) -> bool:
        """Whether this is a flashback."""
        return self._day < self._main_day

    def tick(self) -> None:
        """The next sentence."""
        self._step += 1

    def enter(self, scene: int, phrase: str) -> None:
        """A new scene with what its heading says about time."""
        shift = shift_of(phrase)
        self._true_scene = scene
        if shift is not None and shift.kind == "same":
            self._step = self._scene_step
            return
        if self.in_past and not (shift is None and any(mark > scene for mark in self._marks)):
            relative = shift is not None and shift.kind == "on"
            if not relative:
                self._day, self._counted = self._main_day, self._main_counted
        self._scene = scene
        self._scene_step = self._step
        if shift is not None:
            self.move(shift)

    def doubt_ages(self) -> None:
        """Compare no ages until the scene ends: it is unsure where a look back inside it stops."""
        self._counted = False

    def move(self, shift: Shift) -> None:
        """Apply a shift at this place."""
        if shift.kind == "year" and shift.days is not None:
            self._move_to_year(shift.days)
        elif shift.kind == "present":
            self._day, self._counted = self._main_day, self._main_counted
        elif shift.kind == "back":
            self._day -= DAYS_PER_YEAR if shift.days is None else shift.days
            self._counted = self._counted and shift.days is not None
        elif shift.kind == "on":
            was_past = self.in_past
            self._day += DAYS_PER_YEAR if shift.days is None else shift.days
            self._counted = self._counted and shift.days is not None
            if not was_past or self._day > self._main_day:
                self._main_day, self._main_counted = self._day, self._counted

    def _move_to_year(self, year: int) -> None:
        """The first year that is told is the year of its moment; the others lie around it."""
        if self._first_year is None:
            self._first_year = (year, self._day)
        first, day = self._first_year
        self._day, self._counted = day + (year - first) * DAYS_PER_YEAR, True
        if self._day > self._main_day:
            self._main_day, self._main_counted = self._day, True


def present_marks(headings: dict[int, str]) -> frozenset[int]:
    """Scenes whose heading says that the story is back in the present."""
    shifts = {scene: shift_of(phrase) for scene, phrase in headings.items()}
    return frozenset(scene for scene, shift in shifts.items() if shift and shift.kind == "present")


def _count(word: str) -> int:
    return 1 if word.lower() in ("a", "an") else number(word)
