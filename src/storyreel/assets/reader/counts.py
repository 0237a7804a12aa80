"""Numbers of a line: what is counted, measured, paid or dated, and at which word it is said."""
# ruff: noqa: E501, SIM905  # rows of words read worse when they are broken or quoted one by one

import re
from dataclasses import dataclass
from functools import lru_cache

from storyreel.assets.numbers import ONES, SCALES, TENS, UNIT_STOP
from storyreel.assets.reader.tokens import Token, tokens

MEASURES = frozenset(
    """percent per second minute hour day week month year decade century metre meter kilometre kilometer mile foot
    feet inch centimetre centimeter millimetre yard acre hectare litre liter gallon pint gram kilogram kilo pound
    ton tonne ounce degree volt watt kilowatt megawatt dollar euro penny pence cent franc byte megabyte
    gigabyte calorie joule km m cm mm kg g t l ml mph kph kwh mw gw light-year mph page word vote point
    square cubic times gramme""".split()
)
_TIMES = frozenset(["second", "minute", "hour", "day", "week", "month", "year", "decade", "century"])
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sep sept oct nov dec".split()
)
_LABELS = frozenset(
    ["page", "chapter", "step", "number", "no", "room", "part", "figure", "table", "line", "rule"]
)
_AT_TIME = frozenset(["at", "by", "to", "until", "till", "before", "after", "since", "past", "about", "from"])
_YEAR_BEFORE = (
    frozenset(
        """in since by from until till year of to and between after before about around during spring summer autumn
    winter fall late early mid circa c the""".split()
    )
    | _MONTHS
)
_DIGITS = re.compile(
    r"^(?P<money>[$£€])?(?P<body>\d[\d,]*(?:\.\d+)?)(?:[–-](?P<to>\d[\d,]*(?:\.\d+)?))?"
    r"(?P<tail>%|°[CF]?|st|nd|rd|th|s|km|m|cm|mm|kg|g|t|kWh|MW|GW|mph)?$"
)


@dataclass(frozen=True)
class Number:
    """One number that is said."""

    value: str
    """As it is shown."""
    amount: float
    start: int
    """First word, and the word behind the last."""
    stop: int
    digits: bool
    year: bool = False
    unit: str = ""
    """What is counted or measured, at most two words."""
    noun: int = -1
    """Word of the counted noun; -1 where none follows."""

    @property
    def measured(self) -> bool:
        """Whether it is a measure or money, not a count of things."""
        first = re.split(r"[\s]", self.unit.lower())[0].rstrip("s")
        return (bool(self.unit) and (first in MEASURES or f"{first}s" in MEASURES)) or self.value[0] in "$£€"

    @property
    def timespan(self) -> bool:
        """Whether it measures time."""
        return (
            bool(self.unit)
            and self.unit.split()[-1].lower().rstrip("s").replace("centurie", "century") in _TIMES
        )


@lru_cache(maxsize=4096)
def numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a line, in order. Clock times, dates of a month and numbers of pages are none."""
    spoken = tokens(text)
    found: list[Number] = []
    at = 0
    while at < len(spoken):
        number = _digits(spoken, at) or _spelled(spoken, at)
        if number is None:
            at += 1
            continue
        if not _label_only(spoken, number):
            found.append(number)
        at = number.stop
    return tuple(found)


def _digits(spoken: tuple[Token, ...], at: int) -> Number | None:
    match = _DIGITS.match(spoken[at].plain.rstrip("."))
    if match is None or match["tail"] in ("st", "nd", "rd", "th"):
        return None
    body = match["body"].rstrip(",")
    amount = float((match["to"] or body).replace(",", ""))
    value = (match["money"] or "") + body + (f"–{match['to']}" if match["to"] else "")
    if match["tail"] == "s":
        return Number(value + "s", amount, at, at + 1, True, year=True)
    if _is_year(spoken, at, body, plain=not (match["tail"] or match["money"] or match["to"])):
        return Number(value, amount, at, at + 1, True, year=True)
    stop = at + 1
    if stop < len(spoken) and spoken[stop].lower in SCALES and not _closed(spoken[at]):
        amount *= SCALES[spoken[stop].lower]
        value, stop = f"{value} {spoken[stop].lower}", stop + 1
    tail = match["tail"] or ""
    if tail in ("%", "°", "°C", "°F"):
        return Number(value + tail, amount, at, stop, True, unit="percent" if tail == "%" else "degrees")
    unit, noun = (tail, -1) if tail else _unit(spoken, stop)
    return Number(value, amount, at, stop, True, unit=unit, noun=noun)


def _is_year(spoken: tuple[Token, ...], at: int, body: str, *, plain: bool) -> bool:
    if not plain or not re.fullmatch(r"1\d{3}|20\d{2}|[3-9]\d\d", body) or "," in body:
        return False
    before = spoken[at - 1].lower if at else "in"
    after = spoken[at + 1].lower if at + 1 < len(spoken) and not _closed(spoken[at]) else ""
    if len(body) == 3 and before not in ("year", "ad") and after not in ("bc", "ad", "bce", "ce"):
        return False
    counted = after.endswith("s") and after not in ("was", "is", "has", "his", "this", "as", "its")
    return (
        not counted
        and after not in MEASURES
        and (
            before in _YEAR_BEFORE
            or spoken[at].raw.startswith("(")
            or (len(body) == 4 and _closed(spoken[at]))
        )
    )


def _spelled(spoken: tuple[Token, ...], start: int) -> Number | None:
    """Words for a number from `start`: `forty-one`, `two hundred and six`, `a dozen`, `half a million`."""
    total, current, at, known = 0.0, 0.0, start, False
    lower = [token.lower for token in spoken[start : start + 2]]
    if len(lower) == 2 and lower[0] in ("a", "half") and lower[1] in (*SCALES, "dozen"):
        current, at, known = (1.0 if lower[0] == "a" else 0.5), start + 1, True
    if lower == ["half", "a"] and start + 2 < len(spoken) and spoken[start + 2].lower in (*SCALES, "dozen"):
        current, at, known = 0.5, start + 2, True
    while at < len(spoken):
        word = spoken[at].lower
        parts = word.split("-")
        if word == "and" and known and current and at + 1 < len(spoken) and current % 100 == 0:
            if not all(p in ONES or p in TENS for p in spoken[at + 1].lower.split("-")):
                break
        elif all(part in ONES or part in TENS for part in parts):
            # "nine ten" are two numbers.
            if known and current % 100 and not (current % 10 == 0 and parts[0] in ONES):
                break
            current += sum(ONES.get(part, TENS.get(part, 0)) for part in parts)
            known = True
        elif word in ("dozen", "dozens") and (known or word == "dozen"):
            current, known = (current or 1) * 12, True
        elif word in SCALES and known:
            scale = SCALES[word]
            total, current = (total, current * scale) if scale == 100 else (total + current * scale, 0.0)
        else:
            break
        at += 1
        if _closed(spoken[at - 1]):
            break
    if not known or total + current < 1:
        return None
    amount = total + current
    value = f"{amount:,.0f}" if amount < 1_000_000 else f"{amount / 1_000_000:g} million"
    closed = _closed(spoken[at - 1])
    unit, noun = ("", -1) if closed else _unit(spoken, at)
    return Number(value, amount, start, at, False, unit=unit, noun=noun)


def _unit(spoken: tuple[Token, ...], at: int) -> tuple[str, int]:
    """The counted noun behind a number: the first plural within three words, else the next word."""
    run: list[str] = []
    for token in spoken[at : at + 3]:
        word = token.plain
        if not word or token.lower in UNIT_STOP or (token.capital and not run) or token.lower.endswith("ed"):
            break
        run.append(word)
        if word.lower() in ("per", "percent") or (word.lower().endswith("s") and len(word) > 2):
            return _short(run), token.index
        if token.lower in ("people", "men", "women", "children", "sheep", "fish", "feet"):
            return _short(run), token.index
        if _closed(token):
            break
    return (run[0], at) if run else ("", -1)


def _short(run: list[str]) -> str:
    return "percent" if run[0].lower() == "per" else " ".join(run[-2:])


def _label_only(spoken: tuple[Token, ...], number: Number) -> bool:
    """A number that names instead of counting: a page, a clock time, a day of the month, `one of them`."""
    before = spoken[number.start - 1].lower if number.start else ""
    after = spoken[number.stop].lower if number.stop < len(spoken) else ""
    if (
        before in _LABELS
        or (before in _MONTHS and not number.year)
        or (after in _MONTHS and number.amount < 32)
    ):
        return True
    if after in ("o'clock", "am", "pm", "a.m", "p.m"):
        return True
    if number.amount <= 12 and before in _AT_TIME and not number.unit:
        return True
    alone = number.amount == 1 and not number.digits
    return alone and not number.measured and after not in ("in", "out", "of")


def _closed(token: Token) -> bool:
    return bool(re.search(r"[.,;:!?)—–]['\"”’]*$", token.raw))
