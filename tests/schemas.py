"""Every artifact class of the program, for the tests that cover them all."""

import importlib
import pkgutil

import storyreel
from storyreel.kit.schema import Artifact, registered_schemas

DOCUMENT_MODULES = ("model", "package", "project")


def all_schemas() -> dict[str, type[Artifact]]:
    """Import every module that defines documents; classes made inside tests do not count."""
    for module in pkgutil.walk_packages(storyreel.__path__, "storyreel."):
        if module.name.rsplit(".", 1)[-1] in DOCUMENT_MODULES:
            importlib.import_module(module.name)
    return {
        name: kind for name, kind in registered_schemas().items() if kind.__module__.startswith("storyreel.")
    }
