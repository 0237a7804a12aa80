"""Licences as services write them, by the names that our documents use.

Creative Commons names are those of SPDX (`CC-BY-SA-4.0`). A licence that forbids selling or changing keeps
its own name, so that people see why it cannot be used; what is not recognised is `UNKNOWN`.
"""

import re

from storyreel.providers.picture_source import UNKNOWN

CC_VERSIONS = ("1.0", "2.0", "2.1", "2.5", "3.0", "4.0")
CC_KINDS = ("by", "by-sa", "by-nc", "by-nd", "by-nc-sa", "by-nc-nd")
PUBLIC_DOMAIN = "public_domain"
_COMMONS = re.compile(r"cc-(by(?:-nc)?(?:-sa|-nd)?)-(\d\.\d)(?:-[a-z]+)?$")


def creative_commons(kind: str, version: str) -> str:
    """The name of a Creative Commons licence from its short kind (`by-sa`, `cc0`, `pdm`) and version."""
    kind, version = kind.strip().lower(), version.strip()
    if kind == "cc0":
        return "CC0-1.0"
    if kind == "pdm":
        return "PDM-1.0"
    if kind not in CC_KINDS or version not in CC_VERSIONS:
        return UNKNOWN
    return f"CC-{kind.upper()}-{version}"


def of_commons(code: str, short_name: str) -> str:
    """The name of a licence as Wikimedia Commons gives it: `License` (`cc-by-sa-4.0`) and `LicenseShortName`.

    A licence adapted to one country (`cc-by-3.0-de`) counts as the international one of its version.
    """
    code = code.strip().lower()
    if code in ("cc0", "cc-zero"):
        return "CC0-1.0"
    if found := _COMMONS.match(code):
        return creative_commons(found[1], found[2])
    if code == "pd" or code.startswith("pd-") or short_name.strip().lower() == "public domain":
        return PUBLIC_DOMAIN
    return UNKNOWN
