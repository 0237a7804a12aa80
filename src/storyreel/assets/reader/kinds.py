"""Which kind of picture the words ask for."""


def kind_scores(kind: str) -> dict[str, float]:
    """Score by kind."""
    return {kind: 1.0}
