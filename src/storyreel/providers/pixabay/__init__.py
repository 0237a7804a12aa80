"""Pixabay: free photos under a licence of its own, with a key."""
