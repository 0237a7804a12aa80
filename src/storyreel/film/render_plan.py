"""Needs mapped to what was made or found for them, for one render profile."""

from collections.abc import Mapping, Sequence

from storyreel.assets.model import Picture, Rights
from storyreel.film.lock import check_lock
from storyreel.film.model import AssetManifest, RenderPlan, ResolvedAsset, ShotList
from storyreel.kit.errors import RuleError
from storyreel.kit.hashing import sha256_bytes
from storyreel.sound.model import VOICE_OVER, VoiceLine
from storyreel.timeline.model import MediaRef, Rate

MUSIC_NEED = "music"
_OWN_VOICE = Rights(license_type="proprietary_cleared", source="author:voice-over", redistributable=True)
_COMPOSED = Rights(license_type="generated", source="composed by rule", redistributable=True)


def make_render_plan(
    shot_list: ShotList,
    manifest: AssetManifest,
    assets: Sequence[ResolvedAsset],
    *,
    profile: str,
    width: int,
    height: int,
    fps: Rate | None = None,
    look: str = "editorial",
) -> RenderPlan:
    """The plan for one profile; `fps` is the list's own rate unless given.

    Raises RuleError when the lock does not fit or a need was not met.
    """
    check_lock(shot_list)
    plan = RenderPlan(
        profile=profile,
        width=width,
        height=height,
        fps=fps or shot_list.rate,
        look=look,
        timing_lock_hash=shot_list.timing_lock_hash,
        assets=tuple(assets),
    )
    check_met(manifest, plan)
    return plan


def check_met(manifest: AssetManifest, plan: RenderPlan) -> None:
    """Refuse a plan that leaves a picture or a voice line without a source. Raises RuleError."""
    met = {(asset.kind, asset.need_id) for asset in plan.assets}
    missing = [f"picture {need.id}" for need in manifest.backgrounds if ("picture", need.id) not in met]
    missing += [
        f"voice {item.line_id}" for item in manifest.voice_lines if ("voice", item.line_id) not in met
    ]
    if missing:
        raise RuleError(
            f"The render plan leaves {len(missing)} need(s) of the manifest open.",
            evidence=tuple(missing),
            next_step=f"Resolve {missing[0]} (a placeholder will do) and plan again.",
        )


def resolved_assets(
    pictures: Mapping[str, Picture],
    voice_lines: Mapping[str, VoiceLine],
    music: MediaRef | None,
    *,
    voice_rights: Rights,
    own_music: str = "",
) -> tuple[ResolvedAsset, ...]:
    """Rows of a render plan for documents that were made here, named by their hashes.

    `own_music` is the name of the author's piece, empty where music was composed.
    """
    rows = [
        ResolvedAsset(
            need_id=need_id,
            kind="picture",
            uri=f"artifact:{sha256_bytes(picture.to_bytes())}",
            placeholder=picture.origin == "placeholder",
            rights=picture.rights,
        )
        for need_id, picture in pictures.items()
    ]
    rows += [
        ResolvedAsset(
            need_id=line_id,
            kind="voice",
            uri=f"artifact:{sha256_bytes(line.to_bytes())}",
            rights=_OWN_VOICE
            if line.engine == VOICE_OVER
            else voice_rights.model_copy(update={"provider_or_model": line.engine}),
        )
        for line_id, line in voice_lines.items()
    ]
    if music is not None:
        rights = _OWN_VOICE.model_copy(update={"source": f"author:{own_music}"}) if own_music else _COMPOSED
        rows.append(
            ResolvedAsset(need_id=MUSIC_NEED, kind="music", uri=f"artifact:{music.sha256}", rights=rights)
        )
    return tuple(rows)
