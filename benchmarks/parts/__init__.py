"""The questions: each module answers some with figures and keeps every raw round beside them."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Answer:
    """What a part found."""

    figures: dict[str, float]
    raw: dict[str, Any]
