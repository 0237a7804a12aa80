"""Promises of the timeline room."""
