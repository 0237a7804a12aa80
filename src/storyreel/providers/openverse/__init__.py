"""Openverse: openly licensed pictures of many collections, without a key."""
