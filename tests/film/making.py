"""Fixtures of the film tests: recordings, pictures and whole films without an engine."""

from storyreel.assets.model import Picture, PictureLayer, Rights
from storyreel.film.lock import lock
from storyreel.film.manifest import make_manifest
from storyreel.film.model import AssetManifest, RenderPlan, ShotList, VoiceItem
from storyreel.film.plan import plan_shots
from storyreel.film.render_plan import make_render_plan, resolved_assets
from storyreel.film.timeline import assemble
from storyreel.film.voices import voice_items
from storyreel.kit.project import Project
from storyreel.sound.model import Cast, VoiceLine
from storyreel.story.model import Script
from storyreel.story.read import read_script
from storyreel.timeline.model import Box, MediaRef, Rate, Timeline, Word

RIGHTS = Rights(license_type="proprietary_cleared", source="fixture")
IMAGE = MediaRef(sha256="b" * 64, media_type="image/png")
MUSIC = MediaRef(sha256="c" * 64, media_type="audio/wav")
TEXT = """# The Pier

## Morning

The ferry was late that day, and the old man on the bench did not mind at all.
He had bread, salt, and an apple.

He counted 41 gulls. "You are all late," he said.

## Evening

Then the storm came, and he was so afraid that he forgot his hat. Nobody came. He waited.

It was over at last, and he laughed with joy.
"""


def script(text: str = TEXT, name: str = "pier.md") -> Script:
    return read_script(text, name=name).script


def recording(item: VoiceItem) -> VoiceLine:
    """A recording whose length follows from the text alone: 70 ms a letter and a pad of 0.1 s."""
    now = 4800
    words: list[Word] = []
    for text in item.need.text.split():
        end = now + 3360 * (len(text) + 1)
        words.append(Word(text=text, start=now, end=end))
        now = end
    return VoiceLine(
        text=item.need.text,
        voice=item.need.voice,
        engine="fixture",
        engine_voice="one",
        language=item.need.language,
        audio=MediaRef(sha256="a" * 64, media_type="audio/wav"),
        duration=now + 4800,
        words=tuple(words),
    )


def recordings(told: Script) -> dict[str, VoiceLine]:
    return {item.line_id: recording(item) for item in items(told)}


def items(told: Script) -> tuple[VoiceItem, ...]:
    return voice_items(told, Cast(voices={speaker.id: "narrator" for speaker in told.speakers}))


def locked(told: Script, project: Project | None = None) -> ShotList:
    return lock(plan_shots(told, project or Project()), recordings(told))


def picture(need_id: str, origin: str = "drawn", width: int = 1920, height: int = 1080) -> Picture:
    def layer(name: str, group: str, depth: float, box: tuple[float, float, float, float]) -> PictureLayer:
        x, y, across, down = box
        return PictureLayer.model_validate(
            {
                "name": name,
                "media": IMAGE,
                "box": Box(x=x * width, y=y * height, width=across * width, height=down * height),
                "depth": depth,
                "group": group,
            }
        )

    return Picture.model_validate(
        {
            "need_id": need_id,
            "origin": origin,
            "width": width,
            "height": height,
            "rights": RIGHTS,
            "layers": (
                layer("ground", "ground", 0.0, (0, 0, 1, 1)),
                layer("hero", "subject", 0.8, (0.5, 0.25, 0.25, 0.5)),
                layer("words", "text", 1.0, (0.1, 0.25, 0.25, 0.25)),
            ),
        }
    )


class Film:
    """Everything from a text to its Timeline."""

    def __init__(
        self,
        told: Script,
        *,
        fps: Rate | None = None,
        origin: str = "drawn",
        size: tuple[int, int] = (1920, 1080),
    ) -> None:
        self.script = told
        self.voices = recordings(told)
        self.shots = locked(told)
        self.manifest: AssetManifest = make_manifest(self.shots, items(told))
        self.pictures = {need.id: picture(need.id, origin, *size) for need in self.manifest.backgrounds}
        self.plan: RenderPlan = make_render_plan(
            self.shots,
            self.manifest,
            resolved_assets(self.pictures, self.voices, MUSIC, voice_rights=RIGHTS),
            profile="standard_local",
            width=size[0],
            height=size[1],
            fps=fps,
        )

    def timeline(self) -> Timeline:
        return assemble(self.shots, self.manifest, self.plan, self.pictures, self.voices, MUSIC, Project())
