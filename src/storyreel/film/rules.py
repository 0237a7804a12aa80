"""The negative rule of a shot list and an asset manifest: they say what is needed, never who makes it."""

import re
from collections.abc import Iterator
from typing import Any, cast

from storyreel.kit.errors import RuleError
from storyreel.kit.schema import Artifact

AUTHORS_WORDS = frozenset(
    (
        "words",
        "text",
        "speaker",
        "title",
        "action_beats",
        "environment",
        "place",
        "time_of_day",
        "id",
        "speaker_id",
        "reading",
        "people",
    )
)
"""Fields that hold what the author wrote, or names made of it; a story may speak of anything."""

_PROVIDERS = (
    "openai", "dall-e", "sora", "chatgpt", "gpt-4", "gpt-5", "anthropic", "claude", "gemini", "veo", "imagen",
    "midjourney", "stable diffusion", "stability", "replicate", "runway", "runwayml",
    "luma", "pika", "kling", "kie.ai",
    "elevenlabs", "eleven_labs", "suno", "udio", "heygen", "synthesia", "pexels", "pixabay", "unsplash",
    "shutterstock", "getty", "kokoro", "piper", "espeak", "espeak-ng", "comfyui", "fal.ai", "huggingface",
)  # fmt: skip
_REFERENCE = re.compile(
    r"[a-z][a-z0-9+.-]*://|\bwww\.|\bdata:[a-z]+/|(?<![\w-])(?:"
    + "|".join(re.escape(name) for name in _PROVIDERS)
    + r")(?![\w-])",
    re.IGNORECASE,
)


def check_no_provider(document: Artifact) -> None:
    """Refuse provider names and addresses outside the author's own words. Raises RuleError."""
    findings = tuple(
        f"{path}: {text!r} names {match.group()!r}"
        for path, text in _texts(document.model_dump(mode="json"), document.schema_name)
        if (match := _REFERENCE.search(text))
    )
    if findings:
        raise RuleError(
            f"The {document.schema_name} names a provider or an address, which belong in a render plan.",
            evidence=findings,
            next_step=f"Remove it: {findings[0]}.",
        )


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        fields = cast("dict[str, Any]", value)
        for key, inner in fields.items():
            if key not in AUTHORS_WORDS:
                yield from _texts(inner, f"{path}.{key}")
    elif isinstance(value, list):
        items = cast("list[Any]", value)
        for index, inner in enumerate(items):
            yield from _texts(inner, f"{path}.{index}")
