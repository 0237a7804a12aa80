"""The shape of a frame in the words of a service."""

SQUARE_WITHIN = 1.2
"""A frame counts as square up to this ratio of its sides."""


def orientation(size: tuple[int, int], wide: str, tall: str, square: str) -> str:
    """Which of three words fits a frame (width, height in pixels)."""
    width, height = size
    if max(width, height) <= SQUARE_WITHIN * min(width, height):
        return square
    return wide if width > height else tall
