"""Builds a studio from settings: the one place where implementations are chosen and joined.

Doors call what is here; nothing below knows it.
"""
