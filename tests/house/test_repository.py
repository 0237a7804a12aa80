"""What may lie in the repository."""

import re

import pytest

from tests.house.project import ROOT, text_of, tracked

MAX_BYTES = 1_000_000
REGISTRY = re.compile(
    r"pypi\.org/simple|files\.pythonhosted\.org|registry\.(?:npmjs|yarnpkg)|\b(?:extra-)?index-url[= ]",
    re.IGNORECASE,
)
MACHINE_PATH = re.compile(r"(?<![\w.~])/(?:home|Users|root|work|mnt|private)/\w")
SECRET = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{30,}|\bsk-[A-Za-z0-9_-]{24,}"
)
RULES = "tests/house/test_repository.py"
"""This file holds the patterns themselves."""
OWN_COMMAND = "Makefile"
"""Tells uv to write no index into a lock, and so names the option."""


def lines_with(pattern: re.Pattern[str], name: str, text: str) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:80]}"
        for number, line in enumerate(text.split("\n"), 1)
        if pattern.search(line) and name != RULES
    ]


def in_all(pattern: re.Pattern[str], leave: tuple[str, ...] = ()) -> list[str]:
    names = [name for name in tracked() if name not in leave]
    return [finding for name in names for finding in lines_with(pattern, name, text_of(name))]


def test_no_address_of_a_registry() -> None:
    assert not in_all(REGISTRY, leave=(OWN_COMMAND,))


def test_no_path_of_a_machine() -> None:
    assert not in_all(MACHINE_PATH)


def test_no_secret() -> None:
    assert not in_all(SECRET)


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (REGISTRY, "--index-url https://example.org"),
        (REGISTRY, '"https://registry.npmjs.org/x"'),
        (MACHINE_PATH, 'open("/home/ada/film.md")'),
        (SECRET, "-----BEGIN RSA PRIVATE KEY-----"),
    ],
)
def test_what_does_not_belong_is_seen(pattern: re.Pattern[str], line: str) -> None:
    assert lines_with(pattern, "a.py", f"first\n{line}\n")


@pytest.mark.parametrize("line", ["~/.local/share", "src/home/x", "https://example.org/home/x", "a/root/b"])
def test_what_only_looks_like_a_machine_path_is_left_alone(line: str) -> None:
    assert not lines_with(MACHINE_PATH, "a.py", line)


def test_no_file_over_a_megabyte() -> None:
    assert not [name for name in tracked() if (ROOT / name).stat().st_size > MAX_BYTES]


def test_no_lock_of_another_kind_and_nothing_that_was_made() -> None:
    made = re.compile(r"(?:^|/)(?:uv\.lock|poetry\.lock|\.env|__pycache__/.*|.*\.pyc|\.DS_Store)$|^out/")
    assert made.search("a/uv.lock")
    assert made.search("out/film.mp4")
    assert not [name for name in tracked() if made.search(name)]


def loose(text: str) -> list[str]:
    """Lines of a lock that are neither a pinned package nor a hash."""
    pinned = re.compile(
        r"^[\w.\[\],-]+==[\w.+!]+(?: ; [^\\]+?)?(?: \\)?$|^    --hash=sha256:[0-9a-f]{64}(?: \\)?$"
    )
    return [line for line in text.split("\n") if line and not pinned.match(line)]


@pytest.mark.parametrize("lock", ["tools", "base", "dev"])
def test_locks_have_hashes_and_no_options(lock: str) -> None:
    text = text_of(f"requirements/{lock}.lock")
    assert text.count("--hash=sha256:") >= len(re.findall(r"^\S+==", text, re.MULTILINE)) > 0
    assert not loose(text)


def test_a_loose_line_in_a_lock_is_seen() -> None:
    assert loose("numpy>=2\n")
    assert loose("--no-binary numpy\n")
    assert not loose("numpy==2.0 ; python_version < '4' \\\n    --hash=sha256:" + "a" * 64 + "\n")
