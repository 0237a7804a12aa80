"""A picture for a need: the author's own, else a found one, else drawn, else a placeholder that says why."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from storyreel.assets.folder import AuthorFolder, AuthorPicture, Match, ranked
from storyreel.assets.looks import Drawn, Look, look_named
from storyreel.assets.looks.editorial.palette import palette as roles
from storyreel.assets.looks.editorial.placeholder import card
from storyreel.assets.model import FoundPicture, Ingredient, Picture, PictureLayer, PictureNeed, Rights
from storyreel.assets.own import own_picture
from storyreel.assets.own_people import with_own_people
from storyreel.kit.decision import Decision, decide
from storyreel.kit.errors import InputError, MediaError, StudioError
from storyreel.timeline.model import MediaRef

PNG = "image/png"
DRAWN = "A drawn picture"
TRIES = 3
"""How many of the author's pictures are tried before one is drawn."""


@dataclass(frozen=True)
class FoundFile:
    """What a search brought, and its bytes."""

    found: FoundPicture
    file: Path


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
    outside: FoundFile | None = None,
    people: Mapping[str, Path] | None = None,
) -> Resolved:
    """Meet a need at `size`, writing files under `workdir`; `people`: SHA-256 -> a picture of somebody in it.

    Raises InputError for an unknown look, palette or frame; what fails in one picture becomes a flag on the
    next best one.
    """
    pack = look_named(look)
    _check_palette(pack, palette)
    workdir.mkdir(parents=True, exist_ok=True)
    lost: list[tuple[str, str]] = []
    matches = (ranked(need, author) if author else ())[:TRIES]
    own_labels = [match.picture.label for match in matches]
    inputs: dict[str, Any] = {"own": own_labels, "found": _title(outside), "left_out": []}
    for match in (*matches, *([_match(outside)] if outside else [])):
        taken = outside if outside and match not in matches else None
        try:
            paper = roles(palette if look == "editorial" else "hearth").paper
            flags = _left_out(lost, match.picture.label)
            own = own_picture(need, match, size=size, backing=paper, workdir=workdir, flags=flags)
        except (InputError, MediaError) as error:
            lost.append((match.picture.label, error.message))
            inputs["left_out"].append(match.picture.label)
            continue
        return Resolved(_with_source(own.picture, match, taken, inputs), own.files)
    resolved = _drawn(need, size, pack, palette, workdir, _left_out(lost, DRAWN), people or {})
    decided = (_source(need.id, inputs, {}), *resolved.picture.decisions)
    return replace(resolved, picture=resolved.picture.model_copy(update={"decisions": decided}))


def _left_out(lost: Sequence[tuple[str, str]], instead: str) -> tuple[str, ...]:
    """What is told of pictures that could not be used, (label, why), with what is shown instead."""
    return tuple(f"{label} was left out: {why} {instead} stands in for it." for label, why in lost)


def source_scores(own: Sequence[str], found: str, left_out: Sequence[str]) -> dict[str, float]:
    """Where a picture may come from: the author's own before what was found, that before a drawn one.

    Own pictures come in the order in which they fit; what could not be used has nothing.
    """
    weighed = {name: round(3 - place / 100, 2) for place, name in enumerate(own)}
    weighed |= {found: 2.0} if found else {}
    return {**{name: 0.0 if name in left_out else score for name, score in weighed.items()}, "drawn": 1.0}


def _source(need_id: str, inputs: Mapping[str, Any], reasons: Mapping[str, str]) -> Decision:
    told = {
        **dict.fromkeys(inputs["own"], "it is the author's own"),
        "drawn": "the look draws what nothing else shows",
        **reasons,
        **dict.fromkeys(inputs["left_out"], "it could not be used"),
    }
    rule = "storyreel.assets.resolve:source_scores"
    return decide(f"asset:{need_id}", "picture source", rule, source_scores(**inputs), told, **inputs)


def _with_source(
    picture: Picture, match: Match, taken: FoundFile | None, inputs: Mapping[str, Any]
) -> Picture:
    """The picture with its bytes as an ingredient of its own, and why it was taken."""
    label, rights = match.picture.label, match.picture.rights
    reason = f"it fits the words {', '.join(match.words)}"
    changes: dict[str, Any] = {
        "ingredients": (Ingredient(name=label, rights=rights, sha256=match.picture.sha256),),
        "decisions": (_source(picture.need_id, inputs, {label: reason}), *picture.decisions),
    }
    if taken is not None:
        changes |= {"origin": "found", "reason": f"{label}, found for: {taken.found.query}"}
    return picture.model_copy(update=changes)


def _title(outside: FoundFile | None) -> str:
    return f"“{outside.found.title}” ({outside.found.source})" if outside else ""


def _match(outside: FoundFile) -> Match:
    """A found picture as one of the author's folder is offered."""
    found = outside.found
    assert found.media is not None, "a file was found"
    assert found.rights is not None, "and its rights with it"
    picture = AuthorPicture(
        file=outside.file,
        sha256=found.media.sha256,
        label=_title(outside),
        stems=frozenset(),
        rights=found.rights,
        media_type=found.media.media_type,
    )
    return Match(picture, 0.0, (found.query,))


def _check_palette(pack: Look, name: str) -> None:
    if name not in pack.palettes and not name.startswith("#"):
        raise InputError(
            f"The look {pack.name} has no palette {name!r}.",
            next_step=f"Use one of: {', '.join(pack.palettes)}.",
        )


def _drawn(
    need: PictureNeed,
    size: tuple[int, int],
    pack: Look,
    palette: str,
    workdir: Path,
    flags: Sequence[str],
    people: Mapping[str, Path],
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
    try:
        drawn = with_own_people(drawn, need.people, people, size, workdir)
    except (InputError, MediaError) as error:
        flags = [*flags, f"the people are drawn: {error.message}"]
    return _packed(need, drawn, size, "drawn", pack, flags)


def _packed(
    need: PictureNeed, drawn: Drawn, size: tuple[int, int], origin: str, pack: Look, flags: Sequence[str]
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
