"""The folder that holds Kokoro's runnable graph: its file names, and whether it is whole."""

import shutil
from pathlib import Path

from storyreel.kit.hashing import sha256_file

GRAPH, TENSORS, HASHES = "kokoro.onnx", "kokoro.tensors", "SHA256"


def hashes(folder: Path) -> str:
    """The text of the folder's `SHA256` file, as its graph and tensors are now."""
    return "".join(f"{sha256_file(folder / name)}  {name}\n" for name in (GRAPH, TENSORS))


def is_whole(folder: Path) -> bool:
    """Whether the folder holds what was once made; a damaged one is removed."""
    if not folder.is_dir():
        return False
    whole = all((folder / name).is_file() for name in (GRAPH, TENSORS, HASHES))
    whole = whole and (folder / HASHES).read_text(encoding="utf-8") == hashes(folder)
    if not whole:
        shutil.rmtree(folder)
    return whole
