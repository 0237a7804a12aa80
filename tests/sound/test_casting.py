"""Casting: a voice per speaker, for ever, and distinct as far as voices last."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyreel.kit.errors import InputError, ProviderError
from storyreel.kit.names import gender_hint
from storyreel.sound.casting import cast
from storyreel.sound.model import Cast
from storyreel.sound.voices import (
    KOKORO_VOICES,
    STUDIO_VOICES,
    check_voice,
    espeak_voice,
    gender_of,
    kokoro_voice,
    voice_names,
)

PEOPLE = [
    ("narrator", "Narrator"),
    ("anna", "Anna"),
    ("tom", "Old Tom"),
    ("mr-hale", "Mr. Hale"),
    ("x", "Quorx"),
]


def test_the_narrator_has_the_voice_that_was_asked_for() -> None:
    assert cast(PEOPLE, None, "male_3").voices["narrator"] == "male_3"
    assert cast(PEOPLE, None, "bm_daniel").voices["narrator"] == "bm_daniel"


def test_names_titles_and_age_are_heard() -> None:
    voices = cast(
        [*PEOPLE, ("g", "Grandmother"), ("b", "A little boy"), ("w", "Old Woman")], None, "narrator"
    ).voices
    assert gender_of(voices["anna"]) == "female"
    assert voices["tom"] == "elder_male"
    assert gender_of(voices["mr-hale"]) == "male"
    assert voices["g"] == "elder_female"
    assert voices["b"] == "child"
    assert gender_of(voices["w"]) == "female"


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("MRS. ADAMS", "female"),
        ("Captain Tom", "male"),
        ("Sir Ashley", "male"),
        ("The Robot", None),
        ("Élena?", None),
    ],
)
def test_gender_hints(name: str, gender: str | None) -> None:
    assert gender_hint(name) == gender


def test_whoever_has_a_voice_keeps_it_and_nobody_is_forgotten() -> None:
    known = Cast(voices={"narrator": "narrator", "anna": "male_6", "gone": "female_2"})
    voices = cast(PEOPLE, known, "narrator").voices
    assert voices["anna"] == "male_6"
    assert voices["gone"] == "female_2"


def test_the_order_of_a_cast_is_that_of_ids_so_equal_casts_are_equal_bytes() -> None:
    assert list(cast(PEOPLE, None, "narrator").voices) == sorted(dict(PEOPLE))


@given(st.lists(st.sampled_from(["Ivy", "Nora", "Rosa", "Cora", "Ida", "Ella"]), unique=True, max_size=6))
def test_voices_are_distinct_as_long_as_they_last(names: list[str]) -> None:
    voices = cast([(name, name) for name in names], None, "narrator").voices
    assert len(set(voices.values())) == len(names) + 1
    more = cast([(str(i), f"Nora {i}") for i in range(30)], None, "narrator").voices
    assert len(set(more.values())) == 7


def test_a_narrators_own_kokoro_voice_is_not_given_to_anybody_else() -> None:
    voices = cast([(str(i), f"Anna {i}") for i in range(5)], None, "af_bella").voices
    assert "female_1" not in voices.values()


def test_an_unknown_voice_lists_the_choices() -> None:
    with pytest.raises(InputError, match=r"female_1.*af_heart"):
        check_voice("gandalf")
    assert {"narrator", "child", "af_heart"} <= set(voice_names())


def test_every_studio_voice_has_its_twins() -> None:
    for name, voice in STUDIO_VOICES.items():
        assert voice.kokoro in KOKORO_VOICES
        assert kokoro_voice(name, "en-GB") == voice.kokoro
        assert {kokoro_voice(name, language)[0] for language in ("es", "fr", "hi", "it", "pt_BR")} == set(
            "efhip"
        )
    assert len({voice.kokoro for voice in STUDIO_VOICES.values()}) == len(STUDIO_VOICES)
    assert espeak_voice("male_1", "pt") == "pt-br+m1"
    assert espeak_voice("bm_daniel", "en-GB") == "en+m3"
    with pytest.raises(ProviderError, match="does not speak 'de'"):
        kokoro_voice("narrator", "de")
