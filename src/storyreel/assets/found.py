"""The rights of what sources offer, in the fields that all our documents use."""

from storyreel.assets.model import Rights
from storyreel.assets.rights import LICENCES
from storyreel.providers.picture_source import Candidate

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
