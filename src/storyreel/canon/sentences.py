"""Sentences and clauses of a narration, with speech taken out and doubt recognised."""

import re

SPOKEN = "§"
"""Stands where words in quotation marks were."""

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
_CLAUSE = re.compile(r";\s*|\s[—–]\s|—|:\s|,\s(?:but|and|yet|so|while|whereas)\s|\sbut\s")

_DOUBT = re.compile(
    r"\b(?:if|unless|would|could|might|may|should|perhaps|maybe|almost|nearly|as if|as though|as good as|like|"
    r"seem\w*|appear\w*|look(?:ed|s)? like|not|never|no longer|nobody|no one|none|neither|nor|cannot|hardly|"
    r"suppose\w*|pretend\w*|imagin\w*|believ\w*|thought|thinks?|wonder\w*|fear\w*|hop(?:e|ed|es|ing)|dream\w*|"
    r"wish\w*|rumou?r\w*|lied|lies that|claim\w*|swore|swears?|insist\w*|heard|said|says|told|tells|wrote|writes|"
    r"whether|until|till|play(?:ed|s|ing) dead|joke\w*|story|stories|legend\w*|tale|novel|film|mistaken\w*|wrong|"
    r"every(?:one|body) (?:thought|said)|as (?:a|the) (?:child|boy|girl)|at the age of|used to|once|"
    r"years ago|formerly)\b|n['’]t\b",
    re.I,
)
_RETOLD = re.compile(r"\b(?:when|since|before|after|by the time|ever since|back when|the day|the year)\b", re.I)
_UNREAL = re.compile(
    r"\b(?:ghosts?|dream\w*|nightmare|spirit|photo\w*|portrait|picture|painting|memory|memories|remember\w*|"
    r"recall\w*|imagin\w*|letters?|diary|recording|tape|video|film|statue|grave\w*|vision|phantom|"
    r"mirror|in it)\b",
    re.I,
)


def without_speech(text: str) -> str:
    """The text with everything in quotation marks replaced; an open quotation runs to the end."""
    text = re.sub(r"(?<=\w)’(?=\w)", "'", text)
    for pattern in _QUOTES:
        text = pattern.sub(_hide, text)
    return text


def split_sentences(text: str) -> list[str]:
    """Sentences of a text whose speech was taken out."""
    hidden = _ABBREVIATED.sub(rf"\1{_HIDDEN_DOT}", " ".join(text.split()))
    return [part.replace(_HIDDEN_DOT, ".").strip() for part in _END.split(hidden) if part.strip()]


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


def unreal(sentence: str) -> bool:
    """Whether a sentence is about a dream, a picture, a letter or a memory of somebody."""
    return _UNREAL.search(sentence) is not None


def _hide(match: re.Match[str]) -> str:
    ended = re.search(r"[.!?…]\W*$", match[0])
    return f"{SPOKEN}" if not ended else f"{SPOKEN}"
