"""Why a film is as it is: the decisions about a thing, from packets, as sentences.

A thing is named as decisions name it (`shot:ID`, `cut:ID`, `asset:ID`, `line:ID`, `voice:SPEAKER`, `film`)
or by its bare id; then everything that was decided about it is told. A line answers with its speaker's voice
and with the shot that shows it.
"""

from collections.abc import Sequence
from itertools import groupby

from storyreel.film.model import ShotPlan
from storyreel.kit.decision import Choice, Decision
from storyreel.kit.errors import InputError
from storyreel.story.model import Script
from storyreel.workflows.keep import decisions_about
from storyreel.workflows.model import Run
from storyreel.workflows.records import Records
from storyreel.workflows.stage import AnyDocument

KINDS = ("shot", "cut", "asset", "line", "voice")
NAMED = 12
"""How many ids an error lists."""
REJECTED = 4
"""How many scores a sentence has beside the best; all choices stand in the JSON."""


def all_decisions(records: Records, run: Run) -> tuple[Decision, ...]:
    """Every decision behind what a run has made so far, in the order of its stages."""
    made = [job.artifact for job in records.runs.jobs(run.id) if job.artifact]
    return decisions_about(records, run, list(dict.fromkeys(made)))


def why(records: Records, run: Run, thing: str) -> tuple[Decision, ...]:
    """The decisions about a thing. Raises InputError with ids there are when nothing was decided about it."""
    decisions = all_decisions(records, run)
    wanted = _wanted(records, run, thing)
    found = tuple(decision for decision in decisions if decision.about in wanted)
    if found:
        return found
    ids = list(dict.fromkeys(decision.about for decision in decisions))
    some = ", ".join(ids[:NAMED]) + (f" and {len(ids) - NAMED} more" if len(ids) > NAMED else "")
    raise InputError(
        f"The run {run.id} decided nothing about {thing!r}.",
        next_step=f"Ask about one of: {some}." if ids else "It has decided nothing yet: resume it.",
    )


def sentence(decision: Decision) -> str:
    """A decision in one sentence, with what was not chosen."""
    chosen, others = decision.choices[0], decision.choices[1:]
    because = f", because {chosen.reason}" if chosen.reason else ""
    text = f"{decision.about}: {decision.question} is {_named(chosen)}{because}"
    alike = [list(same) for _, same in groupby(others, lambda each: (each.score, each.reason))]
    if alike:
        text += f"; not {'; not '.join(_rejected(same) for same in alike[:REJECTED])}"
    if left := sum(len(same) for same in alike[REJECTED:]):
        text += f"; and {left} more"
    return text + "."


def _named(choice: Choice) -> str:
    return f"{choice.name or 'none'} ({choice.score:g})"


def _rejected(alike: Sequence[Choice]) -> str:
    """Choices of one score and one reason."""
    *first, last = (choice.name or "none" for choice in alike)
    names = f"{', '.join(first)} or {last}" if first else last
    reason = alike[0].reason
    return f"{names} ({alike[0].score:g})" + (f", as {reason}" if reason else "")


def _wanted(records: Records, run: Run, thing: str) -> Sequence[str]:
    """The `about` of everything that an id may mean."""
    kind, colon, name = thing.rpartition(":")
    if (colon and kind != "line") or thing == "film":
        return [thing]
    own = [f"{each}:{name}" for each in KINDS] if not colon else [thing]
    script = _document(records, run, Script, "script")
    lines = (
        [] if script is None else [n for scene in script.scenes for beat in scene.beats for n in beat.lines]
    )
    speaker = next((line.speaker_id for line in lines if line.id == name), None)
    if speaker is None:
        return own
    plan = _document(records, run, ShotPlan, "shot_plan")
    shot = next((shot.id for shot in (plan.shots if plan else ()) if name in shot.line_ids), name)
    return [*own, f"voice:{speaker}", *(f"{each}:{shot}" for each in ("shot", "asset") if not colon)]


def _document(records: Records, run: Run, kind: type[AnyDocument], stage: str) -> AnyDocument | None:
    """What a stage of the run made, None when it is not there (yet)."""
    job = records.runs.job(run.id, stage, "")
    path = records.blobs.verified(run.tenant, job.artifact) if job and job.artifact else None
    return kind.from_bytes(path.read_bytes()) if path else None
