"""One composition per picture kind: a brief goes in, sketches from back to front come out."""

from collections.abc import Callable

from storyreel.assets.looks.editorial.brief import Brief, Page
from storyreel.assets.looks.editorial.templates import (
    charts,
    end_card,
    figures,
    listing,
    maps,
    people_chart,
    people_shots,
    sentence,
    talk,
    ways,
    words,
)
from storyreel.assets.model import PictureKind

TEMPLATES: dict[PictureKind, Callable[[Brief], Page]] = {
    "title": words.title,
    "chapter": words.chapter,
    "quote": words.quote,
    "dialogue": talk.dialogue,
    "list": listing.listing,
    "number": figures.number,
    "chart": charts.chart,
    "people_chart": people_chart.people_chart,
    "timeline": ways.timeline,
    "journey": maps.journey,
    "comparison": charts.comparison,
    "process": ways.process,
    "emotion": people_shots.emotion,
    "crowd": people_shots.crowd,
    "lower_third": talk.lower_third,
    "scene": people_shots.scene,
    "sentence": sentence.sentence,
    "credits": end_card.credit_page,
}
"""What draws each kind."""
