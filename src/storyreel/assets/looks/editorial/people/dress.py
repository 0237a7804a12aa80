"""From an appearance and an id to one figure: the same head, clothes and colours in every shot."""

from typing import Literal

from storyreel.assets.looks.editorial.palette import SKINS, Palette, mix
from storyreel.assets.looks.editorial.people.art import Expressed, Figure, busts, wholes
from storyreel.assets.looks.editorial.people.lot import Lot
from storyreel.assets.looks.layout.contrast import contrast, luminance
from storyreel.assets.reading import Appearance, Color, Expression, Gesture, Person

Cut = Literal["bust", "whole"]

HEADS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # hair: women's heads, men's heads
    "short": (
        ("MediumOne", "ColorMedium", "TwistsTwo", "Wavy"),
        ("ShortOne", "ShortTwo", "ShortFive", "Pomp", "Wavy", "FlatTop", "ShortThree"),
    ),
    "bob": (("BangsTwo", "Bangs", "MediumBangs", "MediumStraight", "MediumTwo"), ("MediumOne", "ShavedOne")),
    "long": (("LongHair", "LongBangs", "MediumThree", "MediumStraight"), ("MediumThree", "DreadsOne")),
    "braids": (("MediumBangsColor", "Cornrows", "CornrowsLight"), ("Cornrows", "DreadsTwo")),
    "bun": (("Bun", "ColorBun", "BunTwo"), ("Bun",)),
    "curly": (("Afro", "LongCurly", "LongAfro", "DreadsOne"), ("Afro", "Twists", "DreadsTwo", "TwistsTwo")),
    "bald": (("NoHairTwo", "ShavedOne"), ("Bald", "NoHairThree")),
}
WORN_HEADS = {"hat": "HatHip", "cap": "Beanie", "headscarf": "Hijab"}
GLASSES = ("GlassesTwo", "GlassesFive", "GlassesThree", "Glasses")
BEARDS = ("Full", "FullMedium", "FullColor")
MOUSTACHES = ("MustacheNine", "MustacheFive", "MustacheSix")

WARDROBE: dict[str, tuple[str, str]] = {
    # clothes: at rest, speaking or pointing; both read as the same clothes
    "coat": ("ShirtCoat", "ShirtCoat"),
    "suit": ("BlazerBlackTee", "PolkadotJacket"),
    "sweater": ("Hoodie", "Hoodie"),
    "shirt": ("ButtonShirt", "Coffee"),
    "dress": ("StripedTee", "Explaining"),
    "apron": ("Tee", "Tee"),
    "uniform": ("ButtonPocketShirt", "ButtonPocketShirt"),
}
WHOLE: dict[str, tuple[str, str]] = {
    "coat": ("EasingColorTee", "EasingColorTee"),
    "suit": ("BlazerColorTee", "BlazerColorTee"),
    "sweater": ("CrossArmColorTee", "Dancer"),
    "shirt": ("ShirtColorTee", "ShirtColorTee"),
    "dress": ("Polkadots", "Dancer"),
    "apron": ("WalkingColorTee", "Dancer"),
    "uniform": ("ShirtColorTee", "ShirtColorTee"),
}
SEATED = {"coat": "SitClosedLegsColorTee", "suit": "SitClosedLegsColorTee"}
ACTIVE = frozenset(("speaking", "pointing", "working"))
STRIDES = {"walking": "WalkingColorTee", "working": "WalkingColorPants"}
"""Whole figures that do something, whatever they wear: no other body of the set moves."""
CHILD_SIZE = 0.75
SEEN = 1.12
"""Contrast under which clothes vanish on their ground; their line still holds them above it."""
DARK = 0.06
"""Luminance of a dark ground."""

FACES: dict[Expression, tuple[str, str, str]] = {
    # expression: brows and eyes, resting mouth, talking mouth
    "neutral": ("Smile", "Smile", "Explaining"),
    "happy": ("Calm", "Calm", "SmileLOL"),
    "sad": ("Solemn", "Solemn", "Concerned"),
    "afraid": ("Fear", "Fear", "Explaining"),
    "worried": ("Concerned", "Tired", "Concerned"),
    "tired": ("Tired", "Tired", "Concerned"),
    "angry": ("Angry", "Angry", "Concerned"),
    "surprised": ("Fear", "Blank", "Explaining"),
    "asleep": ("Contempt", "Contempt", "Contempt"),
    "proud": ("Driven", "Driven", "Explaining"),
    "doubtful": ("Suspicious", "Suspicious", "Explaining"),
}


def figure(who: Person, pal: Palette, cut: Cut, ground: str = "") -> Figure:
    """The figure of a person; clothes that would vanish on `ground` go a little darker."""
    look, lot = who.appearance, Lot(who.id)
    woman = look.gender == "female" or (look.gender == "unknown" and lot.one((True, False)))
    head = WORN_HEADS.get(look.wears) or lot.one(HEADS[look.hair][0 if woman else 1])
    body = _body(look, who.gesture, cut)
    main, second = _apart(cloth(pal, look.color), ground, pal), cloth(pal, look.second_color)
    if second == main:
        second = pal.paper if main != pal.paper else pal.sun
    roles = {role for role, _ in (busts().get(body) or wholes()[body])["paths"]}
    jacket = "jacket" in roles
    return Figure(
        head=head,
        body=body,
        skin=SKINS[("light", "tan", "brown", "dark").index(look.skin)],
        hair=hair_color(pal, look),
        top=second if jacket else main,
        jacket=main,
        hat=second if second not in (pal.ink, ground) else pal.sun,
        shoes=pal.red if main != pal.red else pal.sun,
        beard=lot.one(BEARDS)
        if look.wears == "beard"
        else lot.one(MOUSTACHES)
        if look.wears == "moustache"
        else "",
        glasses=lot.one(GLASSES) if look.wears == "glasses" else "",
        size=CHILD_SIZE if look.age == "child" else 1.0,
    )


def expressed(who: Person) -> tuple[Expressed, str]:
    """The resting face of somebody's expression, and the mouth it talks with."""
    eyes, rest, said = FACES[who.expression]
    return Expressed(eyes, rest), said


def cloth(pal: Palette, name: Color) -> str:
    """A colour word in the palette: roles and their mixes, nothing else."""
    return {
        "red": pal.red, "ochre": pal.sun, "teal": pal.teal, "plum": mix(pal.red, pal.ink, 0.5),
        "blue": mix(pal.teal, pal.ink, 0.4), "green": mix(pal.teal, pal.sun, 0.3), "cream": pal.paper,
        "rust": mix(pal.red, pal.ink, 0.24), "ink": mix(pal.ink, pal.teal, 0.22),
    }[name]  # fmt: skip


def hair_color(pal: Palette, look: Appearance) -> str:
    """The hair's colour in the palette."""
    return {
        "black": pal.ink, "brown": mix(pal.red, pal.ink, 0.62), "blond": mix(pal.sun, pal.paper, 0.2),
        "red": mix(pal.red, pal.sun, 0.18), "grey": pal.stone, "white": pal.paper,
    }[look.hair_color]  # fmt: skip


def _body(look: Appearance, gesture: Gesture, cut: Cut) -> str:
    if cut == "bust":
        return WARDROBE[look.clothes][1 if gesture in ACTIVE else 0]
    if gesture == "sitting":
        return SEATED.get(look.clothes, "SitCrossedLegs")
    if gesture in STRIDES:
        return STRIDES[gesture]
    return WHOLE[look.clothes][1 if gesture in ACTIVE else 0]


def _apart(color: str, ground: str, pal: Palette) -> str:
    """Dark clothes on a dark ground, and clothes of the ground's own colour, are lifted or deepened."""
    if not ground or contrast(color, ground) >= SEEN:
        return color
    return mix(color, pal.paper, 0.3) if luminance(ground) < DARK else mix(color, pal.ink, 0.26)
