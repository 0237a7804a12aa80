"""A film from the author's own voice, pictures and music."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import cv2
import numpy as np
import pytest

from storyreel.assets.model import Picture
from storyreel.film.model import RenderPlan
from storyreel.kit.project import Project
from storyreel.media.ffmpeg import run as ffmpeg
from storyreel.sound.engines.espeak import EspeakEngine
from storyreel.sound.model import VOICE_OVER, VoiceLine, VoiceNeed
from storyreel.sound.recognise import WEIGHTS
from storyreel.sound.speak import record
from storyreel.sound.waves import write_wav
from storyreel.timeline.model import Timeline
from storyreel.wiring.make import Source, Wish, create_run
from storyreel.wiring.studio import Studio
from storyreel.wiring.voice import prepare_voice
from storyreel.workflows.model import Run
from storyreel.workflows.stage import AnyDocument
from tests.sound.conftest import machine_weights
from tests.workflows import film_case

READ = (
    "Nobody in the village had heard the bell for many years.",
    "The keeper climbed the stairs at dusk and waited.",
)
UNREAD = "A small boat crossed the harbour."
TEXT = f"# The Bell\n\n{READ[0]}\n\n{UNREAD}\n\n{READ[1]}\n"
SECOND = 48_000


@pytest.fixture(scope="module")
def studio(
    fresh_database: Callable[[], AbstractContextManager[str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Studio]:
    """A studio that can listen and speaks with espeak."""
    store, home = machine_weights(), tmp_path_factory.mktemp("own")
    if missing := store.missing(WEIGHTS):
        pytest.skip(f"The weights {', '.join(missing)} have not been fetched.")
    (home / "weights").mkdir()
    (home / "weights" / "whisper-base").symlink_to(store.root / "whisper-base")
    with pytest.MonkeyPatch.context() as patch, fresh_database() as url:
        # In a home of its own there is no other voice than espeak.
        patch.delenv("STORYREEL_WEIGHTS", raising=False)
        with film_case.studio_of(url, home) as studio:
            yield studio


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A reading in which one line is missing, a video with sound, a still with captions, music."""
    folder = tmp_path_factory.mktemp("material")
    (folder / "pictures").mkdir()
    engine, parts = EspeakEngine(), [np.zeros(SECOND // 2)]
    for text in READ:
        record(VoiceNeed(text=text, voice="narrator"), [engine], folder / "line.wav")
        parts += [np.frombuffer((folder / "line.wav").read_bytes()[44:], "<i2") / 32767, np.zeros(SECOND)]
    engine.close()
    write_wav(folder / "reading.wav", np.concatenate(parts))
    picture = ("-f", "lavfi", "-i", "testsrc2=s=160x90:r=10:d=6", "-f", "lavfi", "-i", "sine=300:d=6")
    coded = ("-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac")
    ffmpeg([*picture, *coded, str(folder / "pictures" / "boat.mp4")])
    (folder / "pictures" / "boat.txt").write_text("sound: keep")
    still = np.full((270, 480, 3), 90, np.uint8)
    cv2.putText(still, "Nobody was there", (90, 250), cv2.FONT_HERSHEY_DUPLEX, 0.8, (255, 255, 255), 2)
    cv2.imwrite(str(folder / "pictures" / "bell village.png"), still)
    ffmpeg(["-f", "lavfi", "-i", "sine=220:d=5", str(folder / "music.wav")])
    return folder


def make(studio: Studio, material: Path, out: Path, text: str = TEXT) -> Run:
    """The film of a text with all of the material."""
    wish = Wish(
        source=Source("bell.md", text.encode()),
        title="The Bell",
        out=out,
        film_format="youtube",
        profile="preview_local",
        voice="narrator",
        assets=material / "pictures",
        project=Project(id="own", title="own"),
        voice_over=(material / "reading.wav",),
        music=material / "music.wav",
    )
    voice = prepare_voice(studio.settings, lambda *_: None, listens=True)
    return film_case.finish(studio, create_run(studio, wish, voice))


def documents(studio: Studio, run: Run, stage: str, kind: type[AnyDocument]) -> dict[str, AnyDocument]:
    """Item -> document of a stage."""
    blobs = studio.records.blobs
    return {
        job.item: kind.from_bytes(blobs.path(run.tenant, job.artifact or "").read_bytes())
        for job in studio.records.runs.jobs(run.id, stage)
    }


@pytest.mark.weights
def test_a_film_follows_the_authors_voice_and_shows_their_pictures(
    studio: Studio, material: Path, tmp_path: Path
) -> None:
    run = make(studio, material, tmp_path / "first")
    assert run.status == "done", run.error
    lines = documents(studio, run, "voice_line", VoiceLine)
    engines = {line.text: line.engine for line in lines.values()}
    assert engines == {READ[0]: VOICE_OVER, UNREAD: "espeak", READ[1]: VOICE_OVER}
    assert f"The voice-over does not say “{UNREAD}”, so the studio voice speaks it." in run.flags
    line = documents(studio, run, "timeline", Timeline)[""]
    first = next(cue for cue in line.cues if cue.words[0].text == "Nobody")
    assert first.place == "top", "the still has captions of its own"
    assert {track.role: len(track.clips) for track in line.sound} == {"voice": 4, "music": 1}
    boat = next(
        picture
        for picture in documents(studio, run, "picture", Picture).values()
        if picture.layers[0].footage
    )
    assert boat.sound is not None
    rights = {
        (asset.kind, asset.rights.source)
        for asset in documents(studio, run, "render_plan", RenderPlan)[""].assets
    }
    assert {("music", "author:music.wav"), ("voice", "author:voice-over")} <= rights

    changed = TEXT.replace("at dusk and waited", "at dawn and waited")
    again = make(studio, material, tmp_path / "second", changed)
    assert again.status == "done", again.error
    made = {(job.stage, job.item) for job in studio.records.runs.jobs(again.id) if job.state == "done"}
    assert not [item for stage, item in made if stage == "hearing"]
    assert len([item for stage, item in made if stage == "voice_line"]) == 1
    unread = f"The voice-over does not say “{UNREAD}”, so the studio voice speaks it."
    assert unread in again.flags, "a film whose parts come from the store is no better for it"
