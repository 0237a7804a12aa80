"""What has to exist before a film can be rendered, derived from its locked shots."""

from collections import Counter
from collections.abc import Mapping, Sequence

from storyreel.assets.model import CharacterPack, PictureNeed
from storyreel.assets.reading import Person
from storyreel.film.lock import check_lock
from storyreel.film.model import AssetManifest, CharacterNeed, MusicNeed, SfxNeed, Shot, ShotList, VoiceItem
from storyreel.film.rules import check_no_provider


def make_manifest(
    shot_list: ShotList, voice_lines: Sequence[VoiceItem], packs: Sequence[CharacterPack] = ()
) -> AssetManifest:
    """The needs of a shot list; who has a pack looks as it says.

    Raises RuleError when the lock does not fit or a provider is named.
    """
    check_lock(shot_list)
    by_id = {pack.id: pack for pack in packs}
    manifest = AssetManifest(
        character_packs=_characters(shot_list.shots),
        backgrounds=tuple(_picture_need(shot, index, by_id) for index, shot in enumerate(shot_list.shots)),
        voice_lines=tuple(voice_lines),
        sfx=tuple(
            SfxNeed(shot_id=shot.id, tag=tag) for shot in shot_list.shots for tag in shot.audio.sfx_tags
        ),
        music=_music(shot_list.shots),
    )
    check_no_provider(manifest)
    return manifest


def _picture_need(shot: Shot, position: int, packs: Mapping[str, CharacterPack]) -> PictureNeed:
    return PictureNeed.model_validate(
        {
            "id": shot.id,
            "kind": shot.picture_kind,
            "words": shot.words,
            "speaker": shot.speaker,
            "emotional_tags": shot.emotional_tags,
            "framing": shot.template,
            "movement": shot.movement,
            "place": shot.environment,
            "time_of_day": shot.time_of_day,
            "position": position,
            "reading": shot.reading,
            "people": tuple(_looking(person, packs) for person in shot.people),
            "captions": bool(shot.audio.voice),
        }
    )


def _looking(person: Person, packs: Mapping[str, CharacterPack]) -> Person:
    pack = packs.get(person.id)
    if pack is None:
        return person
    return person.model_copy(update={"appearance": pack.appearance, "pictures": pack.pictures})


def _characters(shots: Sequence[Shot]) -> tuple[CharacterNeed, ...]:
    seen: dict[str, list[str]] = {}
    for shot in shots:
        for character in shot.characters:
            seen.setdefault(character.id, []).append(shot.id)
    return tuple(CharacterNeed(id=key, shot_ids=tuple(ids)) for key, ids in seen.items())


def _music(shots: Sequence[Shot]) -> tuple[MusicNeed, ...]:
    """One stretch a scene, in the mood that most of its seconds have; equal shares by name."""
    scenes: dict[str, list[Shot]] = {}
    for shot in shots:
        scenes.setdefault(shot.scene_id, []).append(shot)
    needs: list[MusicNeed] = []
    for scene_id, members in scenes.items():
        frames: Counter[str] = Counter()
        for shot in members:
            frames[shot.audio.music_mood] += shot.duration
        mood = min(frames, key=lambda name: (-frames[name], name))
        needs.append(MusicNeed(scene_id=scene_id, mood=mood, shot_ids=tuple(shot.id for shot in members)))
    return tuple(needs)
