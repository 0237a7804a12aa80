"""Markdown: headings are scenes, and everything that marks up becomes clean words to speak."""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from storyreel.story.dialogue import spoken_paragraphs
from storyreel.story.draft import Draft, Form, Note, Paragraph, SceneDraft, SourceWord, spoken_only, words_of
from storyreel.story.plain import clean_words

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<rows>(?:[^\n]*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
_DROPPED_BLOCKS = {
    "fence": "A code block",
    "code_block": "An indented code block",
    "html_block": "An HTML block",
}
_END_MARKS = (".", "!", "?", "…", ":", ";", ",", "”", '"', "—")
ITEM_WORDS = 6
"""List items up to so many words are said in one breath with their neighbours."""


def read_markdown(text: str, *, name: str) -> Draft:
    """Divide a Markdown text. The first level-1 heading before any words is the title."""
    fields, body = _front_matter(text)
    reader = _Reader()
    reader.walk(MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(body))
    title = reader.title or fields.get("title") or name
    return Draft(title, reader.scenes(), author=fields.get("author", ""), notes=tuple(reader.notes))


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """Title and author of a front matter block, and the text with that block blanked out."""
    match = _FRONT_MATTER.match(text)
    if match is None or ":" not in match["rows"]:
        return {}, text
    fields: dict[str, str] = {}
    for row in match["rows"].split("\n"):
        key, colon, value = row.partition(":")
        if colon:
            fields[key.strip().lower()] = value.strip().strip("\"'")
    return fields, "\n" * match.group().count("\n") + text[match.end() :]


class _Reader:
    """Walks the tokens of one document and gathers scenes."""

    def __init__(self) -> None:
        self.title = ""
        self.notes: list[Note] = []
        self._heading = ""
        self._beats: list[list[Paragraph]] = []
        self._scenes: list[SceneDraft] = []
        self._lists: list[list[Paragraph]] = []
        self._quotes = 0

    def scenes(self) -> tuple[SceneDraft, ...]:
        self._end_scene()
        return tuple(self._scenes)

    def walk(self, tokens: Sequence[Token]) -> None:
        index = 0
        while index < len(tokens):
            index = self._take(tokens, index) + 1

    def _take(self, tokens: Sequence[Token], index: int) -> int:
        """Handle the token at `index`; returns the index of the last token that was used."""
        token = tokens[index]
        match token.type:
            case "heading_open":
                self._take_heading(token.tag, tokens[index + 1])
                return index + 2
            case "hr":
                self._end_scene()
            case "blockquote_open":
                self._quotes += 1
            case "blockquote_close":
                self._quotes -= 1
            case "bullet_list_open" | "ordered_list_open":
                self._lists.append([])
            case "bullet_list_close" | "ordered_list_close":
                self._end_list()
            case "inline":
                self._take_words(token)
            case "table_open":
                self._drop("A table", token)
                return next(i for i in range(index, len(tokens)) if tokens[i].type == "table_close")
            case dropped if dropped in _DROPPED_BLOCKS:
                self._drop(_DROPPED_BLOCKS[dropped], token)
            case _:
                pass  # Opening and closing tokens of paragraphs and items carry nothing to say.
        return index

    def _drop(self, what: str, token: Token) -> None:
        self.notes.append(Note(_first_line(token), f"{what} is not read aloud."))

    def _take_heading(self, tag: str, inline: Token) -> None:
        text = " ".join(word.text for word in self._words(inline))
        if tag == "h1" and not self.title and not self._beats and not self._scenes and not self._heading:
            self.title = text
            return
        if self._beats:
            self._end_scene()
        self._heading = f"{self._heading}: {text}" if self._heading and text else self._heading or text

    def _take_words(self, inline: Token) -> None:
        if inline.content.startswith("[^") and "]:" in inline.content:
            self._drop("A footnote", inline)
            return
        words = clean_words(self._words(inline), self.notes)
        if not words:
            return
        form: Form = "quote" if self._quotes else "item" if self._lists else "prose"
        if self._lists:
            self._lists[-1].append(Paragraph(words, form=form))
            return
        rows = "\n".join(_rows(words))
        spoken = spoken_paragraphs(rows, words[0].line) if form == "prose" else None
        self._beats.append(spoken or [Paragraph(words, form=form)])

    def _end_list(self) -> None:
        items = self._lists.pop()
        joined = _breaths(items)
        if self._lists:
            self._lists[-1] += joined
        elif joined:
            self._beats.append(joined)

    def _end_scene(self) -> None:
        beats = spoken_only(self._beats)
        if beats:
            self._scenes.append(SceneDraft(heading=self._heading, beats=beats))
        elif self._heading:
            self.notes.append(Note(0, f"The heading {self._heading!r} has no text under it."))
        self._beats, self._heading = [], ""

    def _words(self, inline: Token) -> tuple[SourceWord, ...]:
        """The words of an inline token, with struck text, images, HTML and footnote marks left out."""
        line = _first_line(inline)
        text: list[str] = []
        struck = 0
        for child in inline.children or ():
            now = line + "".join(text).count("\n")
            match child.type:
                case "s_open" | "s_close":
                    struck += 1 if child.type == "s_open" else -1
                    if child.type == "s_open":
                        self.notes.append(Note(now, "Struck text is not read aloud."))
                case "softbreak" | "hardbreak":
                    text.append("\n")
                case "image":
                    self.notes.append(Note(now, f"The image {child.content!r} is not read aloud."))
                case "html_inline":
                    self.notes.append(Note(now, f"The HTML {child.content} is not read aloud."))
                case _ if not struck:
                    text.append(_FOOTNOTE.sub("", child.content))
                case _:
                    pass  # Words inside struck text.
        return words_of("".join(text), line)


def _first_line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


def _rows(words: Sequence[SourceWord]) -> list[str]:
    """The words as the rows they stood on, so that dialogue rows can be seen."""
    rows: dict[int, list[str]] = {}
    for word in words:
        rows.setdefault(word.line, []).append(word.text)
    return [" ".join(rows.get(number, ())) for number in range(words[0].line, words[-1].line + 1)]


def _breaths(items: Sequence[Paragraph]) -> list[Paragraph]:
    """List items ready to speak: short ones joined by commas, each breath closed by a full stop.

    A list is punctuated by its layout; only that punctuation is written out, no word is added.
    """
    breaths: list[Paragraph] = []
    for index, item in enumerate(items):
        short = len(item.words) <= ITEM_WORDS
        follows = index + 1 < len(items) and len(items[index + 1].words) <= ITEM_WORDS
        mark = "," if short and follows and _room(breaths, item) else "."
        closed = Paragraph(_closed(item.words, mark), form=item.form)
        if breaths and breaths[-1].words[-1].text.endswith(",") and short:
            breaths[-1] = Paragraph(breaths[-1].words + closed.words, form=item.form)
        else:
            breaths.append(closed)
    return breaths


def _room(breaths: Sequence[Paragraph], item: Paragraph) -> bool:
    """Whether a breath that ends with this item may take another one: lines stay short."""
    open_words = len(breaths[-1].words) if breaths and breaths[-1].words[-1].text.endswith(",") else 0
    return open_words + len(item.words) <= 12


def _closed(words: tuple[SourceWord, ...], mark: str) -> tuple[SourceWord, ...]:
    last = words[-1]
    if last.text.endswith(_END_MARKS) and not (mark == "," and last.text.endswith(";")):
        return words
    return (*words[:-1], SourceWord(last.text.rstrip(";") + mark, last.line))
