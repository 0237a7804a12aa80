"""What this machine has, what it lacks, and what that would improve."""

import shutil
import sys
from dataclasses import dataclass
from typing import Literal

import av

from storyreel.kit.errors import StudioError
from storyreel.kit.settings import Settings
from storyreel.providers.registry import SOURCES, reason_missing
from storyreel.sound.engines.registry import build_engines
from storyreel.store.session import database_url, migrate
from storyreel.wiring.studio import MIN_FREE_BYTES
from storyreel.wiring.voice import weights_store
from storyreel.workflows.queues import usable_cores

Mark = Literal["ok", "--", "!!"]


@dataclass(frozen=True)
class Finding:
    """One line of the examination: `ok`, `--` could be better, `!!` stops work."""

    mark: Mark
    what: str
    state: str
    next_step: str = ""


def examine(settings: Settings) -> tuple[Finding, ...]:
    """Look at everything a film needs; nothing is changed but the data folder is made."""
    findings = [_python(), _home(settings)]
    if findings[-1].mark != "!!":
        findings += [_disk(settings), _database(settings)]
    return (*findings, _media(), *_voices(settings), *_sources(settings))


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return Finding("ok", "Python and cores", f"{version}, {usable_cores()} cores")


def _home(settings: Settings) -> Finding:
    try:
        settings.prepare_home()
    except StudioError as error:
        return Finding("!!", "data folder", error.message, error.next_step)
    return Finding("ok", "data folder", str(settings.home))


def _disk(settings: Settings) -> Finding:
    free = shutil.disk_usage(settings.home).free
    if free < MIN_FREE_BYTES:
        return Finding("!!", "disk", f"{free // 1_000_000} MB free", "Make room: a film needs 500 MB.")
    return Finding("ok", "disk", f"{free / 1e9:.0f} GB free")


def _database(settings: Settings) -> Finding:
    try:
        migrate(database_url(settings))
    except StudioError as error:
        return Finding("!!", "database", error.message, error.next_step)
    return Finding(
        "ok", "database", "embedded" if settings.database_url is None else "STORYREEL_DATABASE_URL"
    )


def _media() -> Finding:
    return Finding("ok", "encoder", f"PyAV {av.__version__}, libx264 {'libx264' in av.codecs_available}")


def _voices(settings: Settings) -> list[Finding]:
    engines = build_engines(weights_store(settings))
    findings: list[Finding] = []
    for engine in engines:
        reason = engine.reason_unavailable()
        engine.close()
        fetch = "storyreel weights fetch" if not settings.offline else "unset STORYREEL_OFFLINE, then fetch"
        findings.append(
            Finding("--", f"voice {engine.name}", reason, fetch)
            if reason
            else Finding("ok", f"voice {engine.name}", "ready")
        )
    return findings


def _sources(settings: Settings) -> list[Finding]:
    """Nothing is asked: whether a service answers is seen when somebody searches."""
    findings: list[Finding] = []
    for name, kind in SOURCES.items():
        reason, advice = reason_missing(name, settings), kind.advice(settings)
        state = f"not offered: {reason}" if reason else "ready to be asked"
        findings.append(Finding("--" if reason or advice else "ok", f"pictures {name}", state, advice))
    return findings
