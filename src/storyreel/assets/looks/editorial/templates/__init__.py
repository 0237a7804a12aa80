"""One composition per picture kind: a brief goes in, sketches from back to front come out."""

from collections.abc import Callable

from storyreel.assets.looks.editorial.brief import Brief, Page
from storyreel.assets.looks.editorial.templates import figures, listing, sentence, words
from storyreel.assets.model import PictureKind

TEMPLATES: dict[PictureKind, Callable[[Brief], Page]] = {
    "title": words.title,
    "quote": words.quote,
    "credits": words.credit_page,
    "number": figures.number,
    "list": listing.listing,
    "sentence": sentence.sentence,
}
"""What draws each kind."""
