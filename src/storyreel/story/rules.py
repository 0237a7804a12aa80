"""What must hold for every Script, wherever it comes from."""

from collections import Counter
from collections.abc import Iterator

from storyreel.kit.errors import RuleError
from storyreel.story.camera import camera_directions
from storyreel.story.model import Script


def check_script(script: Script) -> None:
    """Refuse a Script with doubled ids, unknown speakers, nothing to say or camera directions.

    Raises RuleError with one finding a line.
    """
    findings = [*_id_findings(script), *_line_findings(script)]
    if findings:
        raise RuleError(
            f"The script {script.title!r} breaks {len(findings)} rule(s) of a Script.",
            evidence=tuple(findings),
            next_step=f"First: {findings[0]} Correct the script and hand it in again.",
        )


def _id_findings(script: Script) -> list[str]:
    ids = [item.id for item in script.scenes]
    ids += [beat.id for scene in script.scenes for beat in scene.beats]
    ids += [line.id for line in script.lines]
    ids += [f"speaker {speaker.id}" for speaker in script.speakers]
    return [f"The id {item!r} is used twice." for item, count in Counter(ids).items() if count > 1]


def _line_findings(script: Script) -> Iterator[str]:
    speakers = {speaker.id for speaker in script.speakers}
    for scene in script.scenes:
        for direction in camera_directions("\n".join(scene.actions)):
            yield f"Scene {scene.id} holds the camera direction {direction!r}."
    for line in script.lines:
        if line.speaker_id not in speakers:
            yield f"Line {line.id} is said by {line.speaker_id!r}, who is not among the speakers."
        if not any(letter.isalnum() for letter in line.text):
            yield f"Line {line.id} has no word to say."
        for direction in camera_directions(f"{line.text}\n{line.delivery}"):
            yield f"Line {line.id} holds the camera direction {direction!r}."
