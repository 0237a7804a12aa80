"""From passages to facts: who, what and when, with the sentence that says so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from storyreel.canon import rules
from storyreel.canon.lexicon import MOVES, PERSON_NOUNS, PLACES
from storyreel.canon.model import Evidence, Fact, StoryTime
from storyreel.canon.names import Roster, plain
from storyreel.canon.sentences import (
    doubted,
    dreamt,
    is_question,
    pictured,
    retold,
    split_clauses,
    split_sentences,
    without_speech,
)
from storyreel.canon.storytime import DAYS_PER_YEAR, Clock, opening_shift, present_marks, shift_of

NARRATOR = "narrator"
_OFF_STAGE = re.compile(r"\((?:[^)]*\b)?(?:V\.?O\.?|O\.?S\.?|voice)\b[^)]*\)", re.I)
_OF_THE_MOMENT = frozenset({"age", "birthday", "location"})
_TAKEN_BACK = re.compile(
    r"(?:At least|Or so|Or at least|So (?:they|people|everyone)|That(?: is|'s| was) what|"
    r"(?:It|That) was (?:a lie|not))\b"
)
_PRONOUN = re.compile(
    r"(?:(?:At|In|On|By|Then|Now|That|Later|Soon|Still)\b[^,.;§]{0,30}?,? )?([Hh]e|[Ss]he)\b(?!')"
)
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_REMOTE = re.compile(r"\b(?:phone|telephone|radio|intercut|screen|intercom)\b", re.I)


@dataclass(frozen=True)
class Passage:
    """A piece of text by one voice at one place."""

    text: str
    scene: int
    """1-based order of the scene in the telling."""
    where: str = ""
    """Where a person finds it, for example `s02-b01-l03, line 14`."""
    speaker: str | None = None
    """Who says it; None for narration and action."""
    place: str = ""
    """The scene's place as the author wrote it, for example `INT. KITCHEN - NIGHT`."""
    time_shift: str = ""
    """What the scene's heading says about time, for example `ten years earlier`."""
    paragraph: str = ""
    """Passages of one paragraph are read as one text; empty: it stands alone."""


@dataclass
class _Reader:
    """What the walk through a text remembers."""

    roster: Roster
    clock: Clock
    facts: list[Fact] = field(default_factory=list[Fact])
    scene: int = -1
    paragraph: str = ""
    sentence_before: str = ""
    quote_before: str = ""
    unreal_here: bool = False
    located: list[Fact] = field(default_factory=list[Fact])
    moved: bool = False


def extract(
    passages: Sequence[Passage], known_names: Sequence[str] = (), *, begins: StoryTime | None = None
) -> tuple[Fact, ...]:
    """Facts that the listed rules are sure of, in the order of the text.

    `known_names` are people who are known without the text: the canon's and the cast's. `begins` sets
    episode and day of the first scene.
    """
    narration = [without_speech(passage.text) for passage in passages if not _spoken(passage)]
    cast = [plain(passage.speaker) for passage in passages if passage.speaker and _spoken(passage)]
    roster = Roster(narration, [*known_names, *cast])
    headings = {passage.scene: passage.time_shift for passage in reversed(passages)}
    for passage in passages:
        shift = shift_of(without_speech(passage.text)[:40])
        if shift is not None and shift.kind == "present" and re.search(r"\bpresent\b", passage.text[:40]):
            headings[passage.scene] = headings[passage.scene] or "present day"
    reader = _Reader(roster, Clock(begins or StoryTime(), present_marks(headings)))
    for passage in passages:
        _read_passage(reader, passage, headings[passage.scene])
    _close_places(reader, reader.clock.now)
    return tuple(reader.facts)


def _spoken(passage: Passage) -> bool:
    return passage.speaker is not None and plain(passage.speaker).casefold() != NARRATOR


def _read_passage(reader: _Reader, passage: Passage, heading: str) -> None:
    if passage.scene != reader.scene:
        _close_places(reader, reader.clock.now)
        reader.clock.enter(passage.scene, heading)
        reader.scene, reader.moved, reader.sentence_before = passage.scene, False, ""
        reader.paragraph, reader.unreal_here = passage.paragraph, False
    if not passage.paragraph or passage.paragraph != reader.paragraph:
        reader.unreal_here = False
        if not _is_set(passage.place):
            _close_places(reader, reader.clock.now)
    reader.paragraph = passage.paragraph
    if _spoken(passage):
        reader.clock.tick()
        _read_speech(reader, passage)
        reader.sentence_before = ""
        return
    text = without_speech(passage.text)
    reader.unreal_here = reader.unreal_here or bool(_REMOTE.search(text) and passage.place)
    for sentence in split_sentences(text):
        _read_sentence(reader, passage, sentence)


def _read_speech(reader: _Reader, passage: Passage) -> None:
    """Who speaks lives, and is at the place of the scene as long as nobody has moved."""
    speaker = passage.speaker or ""
    subject = reader.roster.resolve(speaker)
    if subject is None or _OFF_STAGE.search(speaker) or reader.unreal_here:
        return
    now = reader.clock.now
    quote = f"{subject}: {passage.text}"
    source = Evidence(quote=quote, where=passage.where, rule="alive: NAME speaks")
    reader.facts.append(
        Fact(subject=subject, predicate="alive", value="yes", valid_from=now, valid_until=now, source=source)
    )
    place = _heading_place(passage.place)
    if place and not reader.moved and not _REMOTE.search(passage.place):
        source = Evidence(
            quote=f"{passage.place} / {quote}", where=passage.where, rule="location: NAME speaks in the PLACE"
        )
        start = reader.clock.scene_start
        reader.located.append(
            Fact(subject=subject, predicate="location", value=place, valid_from=start, source=source)
        )


def _is_set(place: str) -> bool:
    """Whether a heading names one place where the whole scene plays; a chapter's title does not."""
    return bool(_heading_place(place) or re.match(r"(?:INT|EXT|I/E)\b", place))


def _heading_place(place: str) -> str:
    parts = re.split(r"\s[-–—]\s|[.,/]", place.casefold())
    words = [part.strip().removeprefix("the ") for part in parts]
    found = [word for word in words if word in PLACES]
    return found[-1] if found else ""


def _read_sentence(reader: _Reader, passage: Passage, sentence: str) -> None:
    reader.clock.tick()
    if shift := opening_shift(sentence):
        _close_places(reader)
        reader.clock.move(shift)
        if reader.clock.in_past:
            reader.clock.doubt_ages()
    if _moves(sentence):
        _close_places(reader)
        reader.moved = True
    reader.unreal_here = reader.unreal_here or dreamt(sentence)
    if _TAKEN_BACK.match(sentence):
        reader.facts = [fact for fact in reader.facts if fact.source.quote != reader.quote_before]
    spoken_of = _with_subject(reader, sentence)
    if not (is_question(sentence) or reader.unreal_here or pictured(sentence)):
        for reading in _readings(spoken_of, reader.roster):
            _keep(reader, passage, sentence, reading)
    reader.sentence_before, reader.quote_before = spoken_of, sentence


def _moves(sentence: str) -> bool:
    if re.search(
        r"\b(?:meanwhile|at (?:that|the) (?:very |same )?(?:same )?(?:moment|time))\b", sentence, re.I
    ):
        return False
    return not MOVES.isdisjoint(re.findall(r"[a-z]+", sentence.casefold())) or bool(_YEAR.search(sentence))


def _with_subject(reader: _Reader, sentence: str) -> str:
    """The sentence with its opening pronoun replaced, where the sentence before names one person only."""
    match = _PRONOUN.match(sentence)
    before = reader.sentence_before
    if match is None or not before or reader.roster.people_in(sentence[: match.end()]):
        return sentence
    people = reader.roster.people_in(before)
    others = PERSON_NOUNS.intersection(re.findall(r"[a-z]+", before))
    starts = bool(people) and reader.roster.people_in(before[: len(people[0]) + 12])[:1] == people
    if len(people) != 1 or others or not starts:
        return sentence
    return sentence[: match.start(1)] + people[0] + sentence[match.end() :]


def _readings(sentence: str, roster: Roster) -> Iterator[rules.Reading]:
    timed = retold(sentence)
    for clause in split_clauses(sentence):
        for rule in rules.FACT_RULES:
            for found in rule(clause, roster):
                unsure = doubted(clause[: found.settled_at])
                if not unsure and not (timed and found.predicate in _OF_THE_MOMENT):
                    yield found
        if not timed:
            yield from rules.acts(clause, roster)


def _keep(reader: _Reader, passage: Passage, sentence: str, reading: rules.Reading) -> None:
    now = reader.clock.now
    since, until = _validity(reading, now)
    if reading.predicate in ("age", "birthday") and not reader.clock.counted:
        return
    fact = Fact(
        subject=reading.subject,
        predicate=reading.predicate,
        value=reading.value,
        valid_from=since,
        valid_until=until,
        source=Evidence(quote=sentence, where=passage.where, rule=reading.rule),
    )
    if reading.predicate == "location":
        reader.located.append(fact)
    else:
        reader.facts.append(fact)


def _validity(reading: rules.Reading, now: StoryTime) -> tuple[StoryTime | None, StoryTime | None]:
    if reading.years_before:
        return StoryTime(day=now.day - reading.years_before * DAYS_PER_YEAR, episode=now.episode), None
    if reading.predicate == "alive" and reading.value == "yes":
        return now, now
    timeless_name = reading.predicate == "name" and reading.rule == "name: NAME SURNAME"
    kin = reading.predicate == "relationship" and not reading.value.startswith(("spouse", "wife", "husband"))
    return (None, None) if timeless_name or kin else (now, None)


def _close_places(reader: _Reader, end: StoryTime | None = None) -> None:
    """End every stay, at `end` or right before this sentence: somebody moved, or time went on."""
    for fact in reader.located:
        start = fact.valid_from or reader.clock.scene_start
        until = end or reader.clock.before
        reader.facts.append(fact.model_copy(update={"valid_until": max(until, start, key=_moment)}))
    reader.located = []


def _moment(time: StoryTime) -> tuple[int, int, int, int]:
    return time.order
