"""A picture for a need: the author's own, else drawn, else a placeholder that says why."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from storyreel.assets.folder import AuthorFolder, ranked
from storyreel.assets.looks import LOOKS, Drawn, Look
from storyreel.assets.looks.editorial.palette import PALETTES
from storyreel.assets.looks.editorial.palette import palette as roles
from storyreel.assets.looks.editorial.placeholder import card
from storyreel.assets.model import Ingredient, Picture, PictureLayer, PictureNeed, Rights
from storyreel.assets.own import own_picture
from storyreel.assets.stems import stems
from storyreel.kit.errors import InputError, MediaError, StudioError
from storyreel.timeline.model import MediaRef

PNG = "image/png"
TRIES = 3
"""How many of the author's pictures are tried before one is drawn."""

PALETTE_WORDS: dict[str, str] = {
    "harbour": "news science technology sea ocean coast lighthouse harbour ship sailor island water river "
    "history report documentary space weather storm keeper",
    "plum": "music night youth dream romance love mystery horror ghost thriller party magic fantasy moon",
    "orchard": "nature garden farm food forest cooking countryside animal health spring harvest recipe tree",
    "hearth": "home family comedy children essay explainer fairy tale winter fire bread cat",
}


@dataclass(frozen=True)
class Resolved:
    """A picture and the files that were made for it, by SHA-256."""

    picture: Picture
    files: dict[str, Path]


def resolve(
    need: PictureNeed,
    *,
    size: tuple[int, int],
    look: str,
    palette: str,
    author: AuthorFolder | None,
    workdir: Path,
) -> Resolved:
    """Meet a need at `size`, writing files under `workdir`.

    Raises InputError for an unknown look, palette or frame; what fails in one picture becomes a flag on the
    next best one.
    """
    pack = look_named(look)
    _check_palette(pack, palette)
    workdir.mkdir(parents=True, exist_ok=True)
    flags: list[str] = []
    for found in (ranked(need, author) if author else ())[:TRIES]:
        try:
            paper = roles(palette).paper
            own = own_picture(need, found, size=size, backing=paper, workdir=workdir, flags=tuple(flags))
            return Resolved(own.picture, own.files)
        except (InputError, MediaError) as error:
            flags.append(f"{found.picture.label} was left out: {error.message}")
    return _drawn(need, size, pack, palette, workdir, flags)


def look_named(name: str) -> Look:
    """A look by name. Raises InputError with the looks there are."""
    if name not in LOOKS:
        raise InputError(f"There is no look {name!r}.", next_step=f"Use one of: {', '.join(sorted(LOOKS))}.")
    return LOOKS[name]


def choose_palette(title: str, genre: str, visual_style: str, palette_setting: str) -> str:
    """One palette for a film: the one that is set, else by its title, genre and style.

    Lines have no say, so changing a line never recolours a film. Raises InputError.
    """
    if palette_setting != "auto":
        roles(palette_setting)
        return palette_setting
    said = stems(f"{title} {genre} {visual_style}")
    scores = {name: sum(said.count(root) for root in stems(row)) for name, row in PALETTE_WORDS.items()}
    best = max(scores.values())
    return next(name for name in PALETTES if scores[name] == best)


def _check_palette(pack: Look, name: str) -> None:
    if name not in pack.palettes:
        raise InputError(
            f"The look {pack.name} has no palette {name!r}.",
            next_step=f"Use one of: {', '.join(pack.palettes)}.",
        )


def _drawn(
    need: PictureNeed, size: tuple[int, int], pack: Look, palette: str, workdir: Path, flags: list[str]
) -> Resolved:
    try:
        drawn = pack.draw(need, palette, size, workdir)
    except InputError:
        raise
    except StudioError as error:
        reason = f"nothing could be drawn: {error.message}"
        return _packed(
            need,
            card(need, palette, size, workdir),
            size,
            "placeholder",
            pack,
            [*flags, f"placeholder: {reason}"],
        )
    return _packed(need, drawn, size, "drawn", pack, flags)


def _packed(
    need: PictureNeed, drawn: Drawn, size: tuple[int, int], origin: str, pack: Look, flags: list[str]
) -> Resolved:
    files: dict[str, Path] = {}
    layers: list[PictureLayer] = []
    for layer in drawn.layers:
        sha = hashlib.sha256(layer.file.read_bytes()).hexdigest()
        files[sha] = layer.file
        media = MediaRef(sha256=sha, media_type=PNG)
        layers.append(
            PictureLayer(
                name=layer.name,
                media=media,
                box=layer.box,
                depth=layer.depth,
                group=layer.group,
                acts=layer.acts,
                rig=layer.rig,
            )
        )
    picture = Picture.model_validate(
        {
            "need_id": need.id,
            "origin": origin,
            "width": size[0],
            "height": size[1],
            "layers": tuple(layers),
            "rights": drawn_rights(pack, drawn.ingredients),
            "ingredients": drawn.ingredients,
            "flags": tuple(flags),
            "reason": drawn.reason,
        }
    )
    return Resolved(picture, files)


def drawn_rights(pack: Look, ingredients: tuple[Ingredient, ...]) -> Rights:
    """Rights of a drawn picture: it may be passed on when each of its ingredients may."""
    thanks = sorted({part.rights.attribution for part in ingredients if part.rights.attribution})
    return Rights(
        license_type="generated",
        attribution="; ".join(thanks),
        source=f"look:{pack.name}",
        provider_or_model=f"storyreel {pack.name} look",
        redistributable=all(part.rights.redistributable for part in ingredients),
    )
