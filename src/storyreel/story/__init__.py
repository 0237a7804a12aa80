"""Writing: from what an author hands in to a Script.

Offline the writer works by rule on the author's own text and never invents. It knows nothing of
cameras, pictures or sound. It owns the words: scene, beat, line, speaker.
"""
