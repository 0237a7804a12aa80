"""A picture of the author's own: a still around its subject, or a part of a video with its sound."""

from dataclasses import dataclass
from pathlib import Path

import cv2

from storyreel.assets.folder import Match
from storyreel.assets.model import Picture, PictureLayer, PictureNeed, PictureSound
from storyreel.assets.own_captions import has_foot_text
from storyreel.assets.own_still import frame_still, open_still
from storyreel.assets.own_video import OwnVideo, own_sound, own_video
from storyreel.kit.errors import MediaError
from storyreel.kit.hashing import sha256_file
from storyreel.media.image import Pixels
from storyreel.media.trim import MEDIA_TYPE, SUFFIX, copy_until
from storyreel.timeline.model import TICKS_PER_SECOND, Box, Footage, MediaRef

PNG, WAV = "image/png", "audio/wav"


@dataclass(frozen=True)
class OwnPicture:
    """A picture and the new files behind it, by SHA-256; a whole video stays the author's own file."""

    picture: Picture
    files: dict[str, Path]


def own_picture(
    need: PictureNeed,
    found: Match,
    *,
    size: tuple[int, int],
    backing: str,
    workdir: Path,
    flags: tuple[str, ...],
) -> OwnPicture:
    """The picture for a need, its files under `workdir`. `flags` tell of better ones that were left out.

    Raises InputError or MediaError in one sentence when this one cannot be used.
    """
    make = _video if found.picture.moves else _still
    return make(need, found, size, backing, _named(found, workdir), flags)


def _named(found: Match, workdir: Path) -> Path:
    """The file under the name that the author knows it by, so that messages tell it."""
    link = workdir / "own" / Path(found.picture.label).name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(found.picture.file.absolute())
    return link


def _still(
    need: PictureNeed, found: Match, size: tuple[int, int], backing: str, file: Path, flags: tuple[str, ...]
) -> OwnPicture:
    still = open_still(file, found.picture.media_type)
    pixels, _ = frame_still(still, size, backing)
    layer, photo = _ground("photo", pixels, size, file)
    told = (*flags, *_flags(found, still.notes))
    picture = _picture(need, found, size, (layer,), told, None, foot_text=has_foot_text([pixels]))
    return OwnPicture(picture, {layer.media.sha256: photo})


def _video(
    need: PictureNeed, found: Match, size: tuple[int, int], backing: str, file: Path, flags: tuple[str, ...]
) -> OwnPicture:
    del backing
    video = own_video(file, found.picture.use, size)
    files: dict[str, Path] = {}
    layers: list[PictureLayer] = []
    if video.behind is not None:
        ground, still = _ground("behind", video.behind, size, file)
        layers.append(ground)
        files[ground.media.sha256] = still
    media, part = _footage(found, video, file)
    files |= {media.sha256: part} if part else {}
    layers.append(
        PictureLayer(
            name="video",
            media=media,
            box=video.box,
            depth=0.0,
            group="ground",
            footage=Footage(start=video.start),
        )
    )
    wav = file.parent.parent / "own.wav"
    sound, notes = _sound(found, file, video, wav)
    if sound is not None:
        files[sound.media.sha256] = wav
    told = (*flags, *_flags(found, (*video.notes, *notes)))
    picture = _picture(need, found, size, tuple(layers), told, sound, foot_text=video.foot_text)
    return OwnPicture(picture, files)


def _footage(found: Match, video: OwnVideo, file: Path) -> tuple[MediaRef, Path | None]:
    """What is played: the author's file, or a copy that ends where the part does, so that its end holds."""
    if not video.ends:
        return MediaRef(sha256=found.picture.sha256, media_type=found.picture.media_type), None
    part = file.parent.parent / f"part{SUFFIX}"
    copy_until(file, (video.start + video.duration) / TICKS_PER_SECOND, part)
    return MediaRef(sha256=sha256_file(part), media_type=MEDIA_TYPE), part


def _ground(name: str, pixels: Pixels, size: tuple[int, int], file: Path) -> tuple[PictureLayer, Path]:
    done, data = cv2.imencode(".png", pixels, [cv2.IMWRITE_PNG_COMPRESSION, 1])
    if not done:
        raise MediaError("It could not be coded as PNG.")
    png = file.parent.parent / f"{name}.png"
    png.write_bytes(data.tobytes())
    media = MediaRef(sha256=sha256_file(png), media_type=PNG)
    box = Box(x=0, y=0, width=size[0], height=size[1])
    return PictureLayer(name=name, media=media, box=box, depth=0.0, group="ground"), png


def _sound(
    found: Match, file: Path, video: OwnVideo, wav: Path
) -> tuple[PictureSound | None, tuple[str, ...]]:
    """The sound of a video's part, and a note where it was there and cannot be used."""
    mode = found.picture.use.sound
    if mode == "mute" or not video.has_sound:
        return None, ()
    try:
        length = own_sound(file, video.start, video.duration, wav)
    except MediaError:
        return None, ("its sound is damaged and was left out",)
    if not length:
        return None, ()
    media = MediaRef(sha256=sha256_file(wav), media_type=WAV)
    return PictureSound(media=media, duration=length, mode=mode), ()


def _picture(
    need: PictureNeed,
    found: Match,
    size: tuple[int, int],
    layers: tuple[PictureLayer, ...],
    flags: tuple[str, ...],
    sound: PictureSound | None,
    *,
    foot_text: bool,
) -> Picture:
    return Picture(
        need_id=need.id,
        origin="author",
        width=size[0],
        height=size[1],
        layers=layers,
        rights=found.picture.rights,
        flags=flags,
        reason=f"the author's {found.picture.label}, for the words: {', '.join(found.words)}",
        sound=sound,
        foot_text=foot_text,
    )


def _flags(found: Match, notes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{found.picture.label}: {note}." for note in notes)
