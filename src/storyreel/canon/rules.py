"""The rules that read facts from one clause; docs/canon.md lists each with an example."""

from storyreel.canon.life import acts, ages, deaths
from storyreel.canon.places import locations
from storyreel.canon.reading import Reading, Rule
from storyreel.canon.ties import kinship, names

__all__ = ["FACT_RULES", "Reading", "acts"]

FACT_RULES: tuple[Rule, ...] = (ages, deaths, kinship, locations, names)
"""Rules for clauses without doubt; `acts` is asked besides, because it has doubts of its own."""
