"""Cards: the end card's words, and what a house shows before and after its films."""

from storyreel.assets.model import Ingredient, Rights
from storyreel.film.brand.model import Brand, BrandMedia
from storyreel.film.credits import credits_need
from storyreel.film.manifest import make_manifest
from storyreel.film.plan import plan_shots
from storyreel.kit.project import Project
from storyreel.timeline.model import MediaRef
from tests.film.making import Film, items, locked, picture, script

TOLD = script()
HOUSE = BrandMedia(label="a.png", media=MediaRef(sha256="e" * 64, media_type="image/png"), duration_s=3.0)
NOTO = Ingredient(
    name="Noto Emoji drawings",
    rights=Rights(license_type="Apache-2.0", attribution="Noto Emoji by Google", source="@iconify-json/noto"),
)


def test_the_end_card_names_everybody_once_under_their_licence() -> None:
    need = make_manifest(locked(TOLD), items(TOLD)).backgrounds[-1]
    drawn = picture("a").model_copy(update={"ingredients": (NOTO,)})
    by = Rights(license_type="CC-BY-4.0", attribution="A. Person", source="author:boat.jpg")
    photo = picture("b", "author").model_copy(update={"rights": by})
    card = credits_need(need, TOLD.title, (drawn, photo, drawn))
    title, *lines = card.words.split("\n")
    assert title == "The Pier"
    assert len(lines) == 2
    assert "Noto Emoji by Google" in lines[0]
    assert "Apache-2.0" in lines[0]
    assert "A. Person" in lines[1]
    assert "CC BY 4.0" in lines[1]
    assert card.reading is not None
    assert [item.text for item in card.reading.items] == lines
    assert (card.kind, card.reading.kind, card.captions) == ("credits", "credits", False)


def test_the_end_card_does_not_change_with_a_word_of_the_story() -> None:
    need = make_manifest(locked(TOLD), items(TOLD)).backgrounds[-1]
    drawn = picture("a").model_copy(update={"ingredients": (NOTO,)})
    reworded = drawn.model_copy(update={"reason": "another word", "flags": ("one",)})
    assert credits_need(need, TOLD.title, (drawn,)) == credits_need(need, TOLD.title, (reworded,))


def test_a_house_shows_its_own_before_the_title_and_after_the_credits() -> None:
    brand = Brand(name="B", intro=HOUSE, outro=HOUSE)
    shots = plan_shots(TOLD, Project(), brand).shots
    assert [shot.id for shot in shots[:2]] == ["intro", "title"]
    assert [shot.id for shot in shots[-2:]] == ["credits", "outro"]
    assert shots[0].silent_duration == 90
    told = plan_shots(TOLD, Project()).shots
    assert [shot.id for shot in shots[1:-1]] == [shot.id for shot in told]


def test_a_brand_may_do_without_an_end_card() -> None:
    shots = plan_shots(TOLD, Project(), Brand(name="B", end_card=False)).shots
    assert "credits" not in {shot.id for shot in shots}


def test_cards_are_silent_and_their_pictures_are_free_of_captions() -> None:
    manifest = Film(TOLD).manifest
    silent = {need.id for need in manifest.backgrounds if not need.captions}
    assert silent == {"title", "s01-card", "s02-card", "credits"}
