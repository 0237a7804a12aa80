"""From what an author hands in to a queued run: everything a run depends on is stored first."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from storyreel.assets.looks import look_named
from storyreel.canon.model import CanonSnapshot
from storyreel.film.brand.read import BrandFile
from storyreel.film.styling import AUTO
from storyreel.kit.errors import InputError, StorageError, StudioError
from storyreel.kit.ids import new_id
from storyreel.kit.project import Project
from storyreel.render.profiles import frame_size
from storyreel.sound.voices import check_voice
from storyreel.story.read import read_source
from storyreel.wiring.brand import check_brand, keep_brand
from storyreel.wiring.keep import keep_bytes, keep_document
from storyreel.wiring.own import check_music, check_pictures, check_voice_over, keep_pictures, keep_sound
from storyreel.wiring.search import SearchWish
from storyreel.wiring.studio import Studio
from storyreel.wiring.voice import VoiceState
from storyreel.workflows.model import Run

LONGEST_PATH = 1024
NO_SEARCH = SearchWish()


@dataclass(frozen=True)
class Source:
    """What the author handed in."""

    name: str
    """File name, or `text.txt` for text given on the command line."""
    raw: bytes

    @property
    def stem(self) -> str:
        return slug(Path(self.name).stem)


@dataclass(frozen=True)
class Wish:
    """What a person asked for, checked; paths are absolute."""

    source: Source
    title: str
    out: Path
    film_format: str
    profile: str
    voice: str
    assets: Path | None
    project: Project
    voice_over: tuple[Path, ...] = ()
    """The author's recordings, in order."""
    music: Path | None = None
    search: SearchWish = NO_SEARCH
    look: str = AUTO
    brand: BrandFile | None = None


def read_wish(
    given: str,
    *,
    out: Path | None,
    film_format: str,
    profile: str,
    voice: str,
    assets: Path | None,
    project: str | None,
    voice_over: Path | None = None,
    music: Path | None = None,
    look: str = AUTO,
    brand: Path | None = None,
) -> Wish:
    """Check everything that can be checked before any work begins. Raises InputError."""
    source = read_given(given)
    frame_size(profile, film_format)
    check_voice(voice)
    settings = read_project(project, source)
    title = read_source(source.raw, name=source.name, language=settings.language).script.title
    pictures = check_pictures(assets)
    recordings = check_voice_over(voice_over)
    if look != AUTO:
        look_named(look)
    kit = check_brand(brand, project)
    sound = check_music(music) or (kit.music if kit else None)
    folder = (out or Path("out") / source.stem).absolute()
    require_writable(folder)
    return Wish(
        source, title, folder, film_format, profile, voice, pictures, settings, recordings, sound,
        look=look, brand=kit,
    )  # fmt: skip


def read_given(given: str) -> Source:
    """A file when there is one of that name, else the text itself. Raises InputError."""
    path = Path(given)
    if given.strip() and len(given) < LONGEST_PATH and "\n" not in given:
        if path.is_dir():
            raise InputError(f"{given} is a folder.", next_step="Give a text file inside it.")
        if path.is_file():
            try:
                return Source(path.name, path.read_bytes())
            except OSError as error:
                raise InputError(
                    f"{given} cannot be read: {error.strerror}.", next_step="Check who may read it."
                ) from error
        if " " not in given.strip() and (path.suffix or "/" in given):
            raise InputError(f"There is no file {given}.", next_step="Check the path, or hand in the text.")
    return Source("text.txt", given.encode())


def read_project(given: str | None, source: Source) -> Project:
    """A project document, or defaults under the given id (else the name of the text)."""
    if given is None:
        return Project(id=source.stem, title=source.stem)
    path = Path(given)
    if path.suffix == ".json":
        if not path.is_file():
            raise InputError(
                f"There is no project file {given}.",
                next_step="Check its path, or give just a name: --project my-show.",
            )
        return Project.from_bytes(path.read_bytes())
    return Project(id=slug(given), title=given)


def require_writable(folder: Path) -> None:
    """Make the folder and try it, before an hour of work is spent for it."""
    probe = folder / ".storyreel-probe"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise InputError(
            f"The folder {folder} cannot be written: {error.strerror}.",
            next_step="Give another one with --out.",
        ) from error


def create_run(studio: Studio, wish: Wish, voice: VoiceState) -> Run:
    """Store what the run depends on and queue it; nothing is read from the author's disk after this."""
    tenant, project = studio.settings.tenant, wish.project.id
    records = studio.records
    source = keep_bytes(studio, project, wish.source.raw, "text/plain")
    house = keep_brand(studio, project, wish.brand)
    run_id = new_id()
    records.runs.create(
        {
            "id": run_id,
            "tenant": tenant,
            "project": project,
            "site_id": studio.settings.site_id,
            "pipeline": "film",
            "title": wish.title,
            "source": source,
            "request": {
                "project": wish.project.to_document(),
                "options": {
                    "source_name": wish.source.name,
                    "name": wish.source.stem,
                    "out": str(wish.out),
                    "format": wish.film_format,
                    "profile": wish.profile,
                    "voice": wish.voice,
                    "voice_identity": voice.identity,
                    "author": keep_pictures(studio, project, wish.assets) if wish.assets else [],
                    "voice_over": [keep_sound(studio, project, file) for file in wish.voice_over],
                    "recogniser": dict(voice.recogniser),
                    "search": wish.search.options(),
                    "look": wish.look,
                    "brand": dict(house.brand),
                    "house": dict(house.house),
                    "music": keep_sound(studio, project, wish.music) if wish.music else None,
                },
                "heads": _heads(studio, project),
            },
        }
    )
    return records.runs.by_id(run_id)


def load_canon(studio: Studio, project: str, canon: CanonSnapshot) -> str:
    """Make a canon that a person wrote the project's canon; returns its SHA-256."""
    tenant = studio.settings.tenant
    sha256 = keep_document(studio, project, canon)
    registry = studio.records.registry
    head = registry.head(tenant, project, "canon")
    if head != sha256 and not registry.set_head(tenant, project, "canon", sha256, head):
        raise StudioError("The canon was changed by another process just now.", next_step="Load it again.")
    studio.records.ledger.append(
        tenant, project, "canon_loaded", "author", {"before": head, "after": sha256}, (sha256,)
    )
    return sha256


def slug(text: str) -> str:
    """Letters, digits and dashes only, for file names and ids."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")[:60] or "film"


def _heads(studio: Studio, project: str) -> dict[str, str]:
    """What the project knows already. A damaged cast is cast anew; a damaged canon cannot be guessed."""
    records, tenant = studio.records, studio.settings.tenant
    found = {name: records.registry.head(tenant, project, name) for name in ("canon", "cast", "packs")}
    sound = {
        name: sha256 for name, sha256 in found.items() if sha256 and records.blobs.verified(tenant, sha256)
    }
    if found["canon"] and "canon" not in sound:
        raise StorageError(
            f"The stored canon of the project {project!r} was damaged and is set aside.",
            next_step="Give a sound one with --canon FILE, or begin another project with --project NAME.",
        )
    return sound
