"""What a search brought for a need: a picture with the licence it came with, or nothing and why."""

from typing import ClassVar

from pydantic import Field

from storyreel.assets.model import Rights
from storyreel.assets.rights import LICENCES
from storyreel.kit.decision import Decision
from storyreel.kit.schema import Artifact
from storyreel.providers.picture_source import Candidate
from storyreel.timeline.model import MediaRef


class FoundPicture(Artifact):
    """The answer of the search for one need. The licence is that of the moment in which it was taken."""

    schema_name: ClassVar[str] = "found_picture"

    need_id: str
    query: str
    """What was searched for."""
    media: MediaRef | None = None
    """The bytes as they came; None: nothing that fits."""
    source: str = ""
    source_id: str = ""
    title: str = ""
    page_url: str = ""
    width: int = Field(default=0, ge=0)
    height: int = Field(default=0, ge=0)
    rights: Rights | None = None
    flags: tuple[str, ...] = ()
    """For people: what could not be asked or taken, and what that led to."""
    decisions: tuple[Decision, ...] = ()


SOURCE_TITLES = {
    "pexels": "Pexels",
    "pixabay": "Pixabay",
    "openverse": "Openverse",
    "wikimedia": "Wikimedia Commons",
    "library": "library folder",
}


def rights_of(candidate: Candidate) -> Rights:
    """A candidate's licence in the fields of document 003, 25.2."""
    licence = LICENCES.get(candidate.licence)
    return Rights(
        license_type=candidate.licence,
        attribution=candidate.attribution,
        source=candidate.page_url or f"{candidate.source}:{candidate.id}",
        provider_or_model=SOURCE_TITLES.get(candidate.source, candidate.source),
        redistributable=licence.redistributable if licence else False,
    )
