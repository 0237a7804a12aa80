"""Rights of what a film is made of: what each licence asks, the credits, what may not be published."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from storyreel.assets.model import Ingredient, Rights

UNKNOWN = "unknown"
"""The licence of a thing about which no licence is known; it may be previewed and not published."""


@dataclass(frozen=True)
class Licence:
    """What a licence asks of a film that uses a thing under it."""

    title: str
    """As people write it."""
    url: str = ""
    credited: bool = False
    """Whether the author has to be named."""
    redistributable: bool = True
    """Whether the thing itself may be passed on, alone or inside a package."""


def _cc(kind: str, version: str) -> Licence:
    return Licence(
        f"CC {kind} {version}",
        f"https://creativecommons.org/licenses/{kind.lower()}/{version}/",
        credited=True,
    )


_CC_VERSIONS = ("1.0", "2.0", "2.1", "2.5", "3.0", "4.0")
LICENCES: dict[str, Licence] = {
    "CC0-1.0": Licence("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "PDM-1.0": Licence("Public Domain Mark 1.0", "https://creativecommons.org/publicdomain/mark/1.0/"),
    "public_domain": Licence("public domain"),
    **{f"CC-{kind}-{v}": _cc(kind, v) for kind in ("BY", "BY-SA") for v in _CC_VERSIONS},
    # Both are free to use inside a film; handing the file itself on as a stock picture is forbidden.
    "Pexels": Licence("Pexels License", "https://www.pexels.com/license/", redistributable=False),
    "Pixabay": Licence(
        "Pixabay Content License", "https://pixabay.com/service/license-summary/", redistributable=False
    ),
    "Apache-2.0": Licence("Apache-2.0", "https://www.apache.org/licenses/LICENSE-2.0", credited=True),
    "MIT": Licence("MIT", "https://opensource.org/license/mit", credited=True),
    "ISC": Licence("ISC", "https://opensource.org/license/isc-license-txt", credited=True),
    "BSD-2-Clause": Licence("BSD-2-Clause", credited=True),
    "BSD-3-Clause": Licence("BSD-3-Clause", credited=True),
    "OFL-1.1": Licence("SIL Open Font License 1.1", "https://openfontlicense.org", credited=True),
    "proprietary_cleared": Licence("cleared by the author"),
    "commercial_licensed": Licence("licensed", redistributable=False),
    "generated": Licence("made by Storyreel"),
    "generated_local": Licence("made on this machine"),
}
"""Every licence under which a thing may be published, by the name that documents carry."""


@dataclass(frozen=True)
class Used:
    """One thing that a film is made of, and where it is used."""

    kind: str
    """`picture`, `ingredient`, `voice`, `music`, `footage` or `font`."""
    name: str
    rights: Rights
    sha256: str = ""
    """The artifact that carries it; what an override is bound to."""
    where: tuple[str, ...] = ()
    """Shots or lines, in the order of the film; empty: all of it."""


FONTS = Ingredient(
    name="Fraunces and Inter",
    rights=Rights(
        license_type="OFL-1.1",
        attribution="The Fraunces Project Authors; The Inter Project Authors",
        source="@fontsource",
        redistributable=True,
    ),
)
"""The type of captions, cards and pictures."""


def known(licence: str) -> bool:
    """Whether a licence allows publishing under terms that are known here."""
    return licence in LICENCES


def credits_lines(parts: Iterable[Ingredient | Used]) -> tuple[str, ...]:
    """One line for everybody who is to be named, without repeats, in the order of the film.

    `Noto Emoji drawings, recoloured: Noto Emoji by Google (Apache-2.0)`: the thing, whom its rights name,
    the licence. A thing that names nobody has no line.
    """
    lines = [
        f"{part.name}: {part.rights.attribution} ({licence_title(part.rights.license_type)})"
        for part in parts
        if part.rights.attribution
    ]
    return tuple(dict.fromkeys(lines))


def licence_title(licence: str) -> str:
    """A licence as people write it; one that is not in the table stands as it is."""
    return LICENCES[licence].title if licence in LICENCES else licence


def blocked(parts: Iterable[Used], allowed: Iterable[str] = ()) -> tuple[Used, ...]:
    """What keeps a film from being published: no known licence, and no override for exactly these bytes."""
    overridden = set(allowed)
    return tuple(
        part for part in parts if not known(part.rights.license_type) and part.sha256 not in overridden
    )


def gathered(parts: Iterable[Used]) -> tuple[Used, ...]:
    """Equal things once, with all the places where they are used, in the order of the film."""
    found: dict[tuple[str, str, str, str], Used] = {}
    for part in parts:
        key = (part.kind, part.name, part.sha256, part.rights.model_dump_json())
        before = found.get(key)
        where = (*(before.where if before else ()), *part.where)
        found[key] = replace(part, where=tuple(dict.fromkeys(where)))
    return tuple(found.values())


def credits_page(title: str, parts: Iterable[Used], not_allowed: Iterable[Used]) -> str:
    """`CREDITS.md`: who is to be named, then every thing with its licence, then what may not be published."""
    used, kept_back = tuple(parts), tuple(not_allowed)
    page = [f"# Credits of {title}", ""]
    page += [f"- {line}" for line in credits_lines(used)] or ["Nobody has to be named."]
    if kept_back:
        page += ["", "## Not to be published", ""]
        page += [
            f"- {part.name}: its licence ({part.rights.license_type}) is not known to allow it."
            for part in kept_back
        ]
    page += ["", "## What it is made of", "", "| What | Licence | Source | May be passed on | Where |"]
    page.append("| --- | --- | --- | --- | --- |")
    for part in used:
        may = "yes" if part.rights.redistributable else "no"
        row = (f"{part.kind}: {part.name}", licence_title(part.rights.license_type), part.rights.source, may)
        cells = (*row, places(part.where))
        page.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |")
    return "\n".join(page) + "\n"


def places(where: tuple[str, ...], most: int = 3) -> str:
    """Some of the places by name, and how many more there are."""
    if not where:
        return "the whole film"
    return ", ".join(where[:most]) + (f" and {len(where) - most} more" if len(where) > most else "")
