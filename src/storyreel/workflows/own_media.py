"""What the heavy jobs do with the author's own sound. Each function imports its room itself."""

import atexit
import functools
from pathlib import Path
from typing import TYPE_CHECKING

from storyreel.workflows.stage import JobOrder, Output, Part

if TYPE_CHECKING:
    from storyreel.sound.model import VoiceLine, VoiceNeed
    from storyreel.sound.recognise import Recogniser

WAV = "audio/wav"
OWN = {"license_type": "proprietary_cleared", "source": "author"}


def hear_recording(order: JobOrder) -> Output:
    """Which words a recording of the author holds, and the recording ready to be cut."""
    from storyreel.kit.errors import MediaError
    from storyreel.sound.voice_over import hear, nothing_heard

    wav = order.new_file(".wav")
    recording = order.path(order.job.inputs["recording"])
    warnings: tuple[str, ...] = ()
    try:
        heard = hear(recording, _recogniser(Path(order.context["weights"])), order.params["language"], wav)
    except MediaError as error:
        heard = nothing_heard(wav)
        warnings = (f"A recording of the voice-over was left out: {error.message}",)
    if not heard.words and not warnings:
        warnings = ("A recording of the voice-over was left out: no word in it could be understood.",)
    return Output(document=heard, parts=(Part("audio", wav, WAV),), rights=OWN, warnings=warnings)


def own_line(order: JobOrder, need: "VoiceNeed", wav: Path) -> "VoiceLine | None":
    """The line cut out of the author's recording; None where the recording is silent."""
    from storyreel.sound.voice_over import cut
    from storyreel.timeline.model import Word

    take = order.params["take"]
    return cut(
        need,
        order.path(order.job.inputs["recording"]),
        wav,
        opens=tuple(take["opens"]),
        closes=tuple(take["closes"]),
        words=[Word.model_validate(word) for word in take["words"]],
        gain=take["gain"],
    )


def own_bed(order: JobOrder, ticks: int, wav: Path) -> str:
    """Write the author's music as the film's bed; why that cannot be, in one sentence, else empty."""
    from storyreel.kit.errors import InputError, MediaError
    from storyreel.sound.own_music import write_music

    try:
        write_music(order.path(order.job.inputs["music"]), ticks, wav)
    except (InputError, MediaError) as error:
        return f"{order.params['label']} was left out, music was composed instead: {error.message}"
    return ""


@functools.lru_cache(maxsize=1)
def _recogniser(weights: Path) -> "Recogniser":
    """The recogniser of this worker; its process stays up from recording to recording."""
    from storyreel.sound.recognise import Recogniser
    from storyreel.sound.weights import WeightsStore

    recogniser = Recogniser(WeightsStore(weights, offline=True))
    atexit.register(recogniser.close)
    return recogniser
