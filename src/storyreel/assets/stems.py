"""Words without their inflections: `keepers` and `keeper`, `burning` and `burn` become one."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "wolves": "wolf",
    "leaves": "leaf",
    "knives": "knife",
    "wives": "wife",
    "loaves": "loaf",
    "thieves": "thief",
    "lives": "life",
    "shelves": "shelf",
    "oxen": "ox",
    "lit": "light",
    "lighted": "light",
    "said": "say",
    "told": "tell",
    "kept": "keep",
    "came": "come",
    "went": "go",
    "gone": "go",
    "stood": "stand",
    "heard": "hear",
    "found": "find",
    "lost": "lose",
    "knew": "know",
    "known": "know",
    "flew": "fly",
    "flown": "fly",
    "drove": "drive",
    "rode": "ride",
    "swam": "swim",
    "drank": "drink",
    "broke": "break",
    "broken": "break",
    "woke": "wake",
    "woken": "wake",
    "froze": "freeze",
    "stole": "steal",
    "taught": "teach",
    "dying": "die",
    "lying": "lie",
    "tying": "tie",
}
"""Forms that no ending explains."""

KEEP = frozenset(
    [
        "this",
        "his",
        "is",
        "was",
        "has",
        "its",
        "us",
        "bus",
        "gas",
        "glass",
        "grass",
        "lens",
        "news",
        "moss",
        "boss",
        "this",
        "thus",
        "red",
        "bed",
        "wed",
        "need",
        "feed",
        "seed",
        "weed",
        "speed",
        "breed",
        "sled",
        "shed",
        "king",
        "ring",
        "wing",
        "thing",
        "string",
        "spring",
        "evening",
        "morning",
        "nothing",
        "something",
        "everything",
        "anything",
        "ceiling",
        "lightning",
        "wedding",
        "building",
        "mooring",
        "herring",
    ]
)
"""Words that only look inflected."""


def words(text: str) -> list[str]:
    """The words of a text in lower case, in order, without possessive endings."""
    found = [m.group().lower().replace("’", "'") for m in _WORD.finditer(text)]
    return [word[:-2] if word.endswith("'s") else word for word in found]


def stem(word: str) -> str:
    """One form for all inflections of a word; not always a word itself (`story` -> `stori`)."""
    word = IRREGULAR.get(word, word)
    if word in KEEP or len(word) < 4:
        return word
    return _final(_verb(_plural(word)))


def stems(text: str) -> list[str]:
    """The stems of a text's words, in order."""
    return [stem(word) for word in words(text)]


def _plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _verb(word: str) -> str:
    for ending in ("ing", "ed"):
        if word in KEEP or not word.endswith(ending) or len(word) - len(ending) < 3:
            continue
        root = word[: -len(ending)]
        if not re.search(r"[aeiouy]", root):
            continue
        if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz":
            return root[:-1]
        return root
    return word


def _final(word: str) -> str:
    if word.endswith("e") and len(word) > 4:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word
