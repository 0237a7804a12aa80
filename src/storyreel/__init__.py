"""Storyreel: an automated video studio. `docs/map.md` says where everything lives."""

__version__ = "0.1.0"
