"""Sentences and clauses of a narration, with speech taken out and doubt recognised."""

import re

SPOKEN = "§"
"""Stands where words in quotation marks were."""

LONGEST_SENTENCE = 1000
"""Characters. A longer run without an end is no prose, and reading it could take unbounded time."""

_ABBREVIATED = re.compile(r"\b(Mr|Mrs|Ms|Dr|St|Prof|Capt|Lt|Sgt|Rev|Sr|Jr|No|vs|etc)\.")
_HIDDEN_DOT = "․"
_QUOTES = (
    re.compile(r"“[^”]*(?:”|$)"),
    re.compile(r'"[^"]*(?:"|$)'),
    re.compile(r"«[^»]*(?:»|$)"),
    re.compile(r"„[^“”]*(?:[“”]|$)"),
    re.compile(r"(?<![\w‘])‘[^‘]*?’(?!\w)"),
    re.compile(r"(?<!\w)'[^']*(?:'\w[^']*)*'(?!\w)"),
)
_END = re.compile(r"(?<=[.!?…§])[)\]]?\s+(?=[A-Z“\"‘'§(\d])")
_CLAUSE = re.compile(
    r";\s*|\s[—–]\s|—|:\s|,\s(?:but|and|yet|so|while|whereas)\s"
    r"|(?<!body)(?<!one)(?<!all)(?<!thing)\sbut\s|\sand (?=(?:he|she|it|they|nobody)\b)"
)

_DOUBT = re.compile(
    r"\b(?:if|unless|would|could|might|may|should|perhaps|maybe|almost|nearly|as if|as though|as good as|"
    r"like|seem\w*|appear\w*|not|never|no longer|nobody|no one|none|neither|nor|cannot|hardly|suppose\w*|"
    r"pretend\w*|imagin\w*|believ\w*|thought|thinks?|wonder\w*|fear\w*|hop(?:e|ed|es|ing)|dream\w*|wish\w*|"
    r"rumou?r\w*|lied|claim\w*|swore|swears?|insist\w*|heard|said|says|told|tells|wrote|writes|whether|until|"
    r"till|joke\w*|story|stories|legend\w*|tale|novel|film|mistaken\w*|wrong|as (?:a|the) (?:child|boy|girl)|"
    r"(?:every(?:one|body)|all) but|at the age of|used to|once|years ago|formerly|"
    r"play(?:ed|s|ing) dead)\b|n['’]t\b",
    re.I,
)
_RETOLD = re.compile(
    r"\b(?:when|since|before|after|by the time|ever since|back when|the day|the year)\b", re.I
)
_PICTURED = re.compile(
    r"\b(?:ghosts?|photo\w*|portrait|picture|painting|diary|recording|tape|video|film|statue|gravestone|"
    r"phantom|mirror|letters? (?:from|by|of)|in it)\b",
    re.I,
)
_DREAMT = re.compile(
    r"\b(?:dream\w*|nightmare|vision|spirit|memory|memories|remember\w*|recall\w*|imagin\w*|"
    r"re-?read\w*|reads? (?:the|his|her|their|a) (?:letter|diary|journal|story|book)\w*)\b",
    re.I,
)


def without_speech(text: str) -> str:
    """The text with everything in quotation marks replaced; an open quotation runs to the end."""
    text = re.sub(r"(?<=\w)’(?=\w)", "'", text)
    for pattern in _QUOTES:
        text = pattern.sub(SPOKEN, text)
    return text


def split_sentences(text: str) -> list[str]:
    """Sentences of a text whose speech was taken out; what is too long to be one is left out."""
    hidden = _ABBREVIATED.sub(rf"\1{_HIDDEN_DOT}", " ".join(text.split()))
    parts = [part.replace(_HIDDEN_DOT, ".").strip() for part in _END.split(hidden)]
    return [part for part in parts if part and len(part) <= LONGEST_SENTENCE]


def split_clauses(sentence: str) -> list[str]:
    """Parts of a sentence that may be true each for itself."""
    return [part.strip() for part in _CLAUSE.split(sentence) if part and part.strip()]


def is_question(sentence: str) -> bool:
    """Whether the sentence asks."""
    return sentence.rstrip(")]").endswith("?")


def doubted(clause: str) -> bool:
    """Whether a clause denies, supposes, reports or compares, so that nothing in it is a fact."""
    return _DOUBT.search(clause) is not None


def retold(sentence: str) -> bool:
    """Whether a sentence speaks of another time beside its own (`when`, `before`, ...)."""
    return _RETOLD.search(sentence) is not None


def pictured(sentence: str) -> bool:
    """Whether a sentence shows somebody in a picture, a recording or as a ghost."""
    return _PICTURED.search(sentence) is not None


def dreamt(sentence: str) -> bool:
    """Whether a sentence opens a dream, a memory or a letter, which goes on in the sentences after it."""
    return _DREAMT.search(sentence) is not None
