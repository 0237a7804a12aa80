"""What the document jobs of line A do: documents in, one document out, all by the craft rooms."""

from storyreel.assets.model import Rights
from storyreel.canon.extract import Passage, extract
from storyreel.canon.gate import check, known_names, require
from storyreel.canon.model import CanonSnapshot, StoryTime
from storyreel.film.brand.model import Brand
from storyreel.film.lock import lock
from storyreel.film.manifest import make_manifest
from storyreel.film.model import AssetManifest, Packs, ShotList, ShotPlan
from storyreel.film.plan import plan_shots
from storyreel.film.render_plan import make_render_plan, resolved_assets
from storyreel.film.voices import voice_items
from storyreel.kit.project import Project
from storyreel.sound.casting import decided_cast
from storyreel.sound.model import Cast
from storyreel.story.draft import Note
from storyreel.story.model import NARRATOR, Script
from storyreel.story.read import read_source
from storyreel.workflows.canon_sources import episode_of, without_source
from storyreel.workflows.render_documents import bed, lines, pictures
from storyreel.workflows.stage import JobOrder, Output

VOICE_RIGHTS = Rights(
    license_type="generated_local",
    source="spoken on this machine",
    redistributable=True,
)


def read_script(order: JobOrder) -> Output:
    """The author's text as a Script."""
    raw = order.path(order.job.inputs["source"]).read_bytes()
    result = read_source(raw, name=order.params["name"], language=order.params["language"])
    return Output(document=result.script, warnings=tuple(_told(note) for note in result.notes))


def _told(note: Note) -> str:
    return f"line {note.line}: {note.message}" if note.line else note.message


def canon_diff(order: JobOrder) -> Output:
    """The script's facts held against the canon. Raises RuleError for a contradiction."""
    script, name = order.document("script", Script), order.params["name"]
    canon = order.document("canon", CanonSnapshot) if "canon" in order.job.inputs else CanonSnapshot()
    others = without_source(canon, name)
    names = [speaker.name for speaker in script.speakers if speaker.id != NARRATOR]
    begins = StoryTime(episode=episode_of(canon, name))
    facts = extract(passages(script, name), [*known_names(others), *names], begins=begins)
    verdict = check(others, facts, justification=f"Read from {name}.")
    mode = order.params["mode"]
    if mode == "strict":
        require(verdict)
    warnings = () if mode == "off" else tuple(found.sentence for found in verdict.contradictions)
    return Output(document=verdict.diff, warnings=warnings)


def passages(script: Script, name: str) -> list[Passage]:
    """A script as the canon reads it: who says what where, with the place in the author's file."""
    speakers = {speaker.id: speaker.name for speaker in script.speakers}
    return [
        Passage(
            text=line.text,
            scene=number,
            where=f"{name}: line {line.source_line}, {line.id}",
            speaker=speakers[line.speaker_id] if line.kind == "dialogue" else None,
            place=scene.location or scene.heading,
            time_shift=scene.heading,
            paragraph=beat.id,
        )
        for number, scene in enumerate(script.scenes, start=1)
        for beat in scene.beats
        for line in beat.lines
    ]


def cast_voices(order: JobOrder) -> Output:
    """A voice for each speaker; whoever had one keeps it."""
    known = order.document("cast", Cast) if "cast" in order.job.inputs else None
    speakers = [(speaker, name) for speaker, name in order.params["speakers"]]
    cast, decisions = decided_cast(speakers, known, order.params["narrator"])
    return Output(document=cast, decisions=decisions)


def shot_plan(order: JobOrder) -> Output:
    """The script's shots, not yet timed."""
    project = Project(**order.params["project"])
    brand = Brand.model_validate({"name": "", **order.params["brand"]})
    plan = plan_shots(order.document("script", Script), project, brand)
    decisions = tuple(decision for shot in plan.shots for decision in shot.decisions)
    return Output(document=plan, decisions=decisions)


def shot_list(order: JobOrder) -> Output:
    """The shots, timed by their recorded lines and locked."""
    return Output(document=lock(order.document("plan", ShotPlan), lines(order)))


def asset_manifest(order: JobOrder) -> Output:
    """What the shots need."""
    items = voice_items(order.document("script", Script), order.document("cast", Cast))
    packs = order.document("packs", Packs).packs
    return Output(document=make_manifest(order.document("shot_list", ShotList), items, packs))


def render_plan(order: JobOrder) -> Output:
    """Every need with its source, for one profile and format."""
    rows = resolved_assets(
        pictures(order),
        lines(order),
        bed(order),
        voice_rights=VOICE_RIGHTS,
        own_music=order.params.get("own_music", ""),
    )
    plan = make_render_plan(
        order.document("shot_list", ShotList),
        order.document("asset_manifest", AssetManifest),
        rows,
        profile=order.params["profile"],
        width=order.params["width"],
        height=order.params["height"],
        look=order.params["look"],
    )
    return Output(document=plan)
