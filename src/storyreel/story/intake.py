"""What may come in: bytes that are text, of a size that makes a film, with a story in it."""

import codecs

from storyreel.kit.errors import InputError
from storyreel.story.draft import Draft, Paragraph
from storyreel.story.sentences import sentences

MAX_BYTES = 1_000_000
WORDS_PER_MINUTE = 150
IDEA_WORDS = 25
LEAST_WORDS = 8
_IDEA_OPENINGS = (
    "make ", "create ", "write ", "generate ", "produce ", "tell me", "a story about", "a film about",
    "a video about", "story about", "film about", "video about", "an idea", "idea:",
)  # fmt: skip
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode_text(raw: bytes, *, name: str) -> str:
    """The text of a file: UTF-8, UTF-16 with its mark, or Windows-1252 where no doubt is left.

    Raises InputError for empty, binary and over-long files.
    """
    if not raw.strip():
        raise InputError(f"{name} is empty.", next_step="Hand in a text with at least a few sentences.")
    encoding = next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), "utf-8")
    if encoding != "utf-16" and b"\0" in raw:
        raise _binary(name)
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        text = _windows_text(raw) if encoding == "utf-8" else None
        if text is None:
            raise _binary(name) from error
    check_size(text, name=name)
    return text


def check_size(text: str, *, name: str) -> None:
    """Refuse an empty text, and one that no single film can hold. Raises InputError."""
    if not text.strip():
        raise InputError(f"{name} is empty.", next_step="Hand in a text with at least a few sentences.")
    size = len(text.encode(errors="surrogatepass"))
    if size > MAX_BYTES:
        hours = len(text.split()) / WORDS_PER_MINUTE / 60
        raise InputError(
            f"{name} holds {size / 1e6:.1f} MB of text, which would be a film of about {hours:.0f} hours.",
            next_step="Split it into chapters of at most 1 MB and make one film of each.",
        )


def _windows_text(raw: bytes) -> str | None:
    """Windows-1252 text, if every byte above ASCII is a letter or typographic mark of prose."""
    if any(byte < 32 and byte not in b"\t\n\r\f" for byte in raw):
        return None
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return None
    foreign = [letter for letter in text if ord(letter) > 127]
    usual = all(letter.isalpha() or letter in "‘’“”–—…«»£€°§·¿¡\xa0½¼²³" for letter in foreign)
    return text if usual and len(foreign) * 5 < len(text) else None


def _binary(name: str) -> InputError:
    return InputError(
        f"{name} is not a text file.",
        next_step="Hand in plain text, Markdown, a Fountain screenplay or a Script.json, saved as UTF-8.",
    )


def check_story(draft: Draft, *, name: str, language: str) -> None:
    """Refuse a draft without a story in it: nothing to say, or only an idea. Raises InputError."""
    paragraphs = [p for scene in draft.scenes for beat in scene.beats for p in beat]
    words = [word for paragraph in paragraphs for word in paragraph.words]
    if not words:
        raise InputError(
            f"{name} has headings or marks but no sentences to read aloud.",
            next_step="Write the text that belongs under them.",
        )
    if sum(len(word.text) for word in words) > 25 * len(words):
        raise InputError(
            f"{name} has hardly any spaces between its words.",
            next_step="Hand in a text in a language that is written with spaces.",
        )
    if all(p.kind == "narration" for p in paragraphs) and _is_idea(paragraphs, language):
        raise InputError(
            f"{name} is an idea, not yet a story; a bare idea needs a language model, and there is none.",
            next_step="Hand in the text itself: a story, an article or a screenplay.",
        )


def _is_idea(paragraphs: list[Paragraph], language: str) -> bool:
    words = [word.text for paragraph in paragraphs for word in paragraph.words]
    if len(words) >= IDEA_WORDS:
        return False
    told = sum(len(sentences(paragraph.words, language)) for paragraph in paragraphs)
    opening = " ".join(words[:4]).lower()
    return len(words) < LEAST_WORDS or told < 2 or opening.startswith(_IDEA_OPENINGS)
