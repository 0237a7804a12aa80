"""Which text a fact of the canon came from: a text that is made again replaces what it said before."""

from storyreel.canon.model import SECTIONS, CanonSnapshot, Fact


def without_source(canon: CanonSnapshot, name: str) -> CanonSnapshot:
    """The canon without the facts that were read from the text `name`."""
    kept = {
        section: tuple(fact for fact in getattr(canon, section) if source_of(fact) != name)
        for section in SECTIONS
    }
    return CanonSnapshot(**kept)


def episode_of(canon: CanonSnapshot, name: str) -> int:
    """1-based number of the text among those the canon was read from; a new one comes last."""
    episodes: dict[str, int] = {}
    for fact in canon.facts:
        if (source := source_of(fact)) and fact.valid_from is not None:
            episodes[source] = max(episodes.get(source, 1), fact.valid_from.episode)
    return episodes.get(name) or max(episodes.values(), default=0) + 1


def source_of(fact: Fact) -> str:
    """The name of the text a fact was read from; '' for one that a person wrote."""
    name, found, _ = fact.source.where.partition(": line ")
    return name if found else ""
