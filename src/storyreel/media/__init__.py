"""The one wall to other programs and media files: child processes, ffmpeg, probing, frames, loudness.

No other room starts a process. What it starts ends with it, also after `kill -9`.
"""
