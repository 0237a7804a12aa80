"""The voices: one port, a contract, and an engine a file.

An engine turns one text into samples with a time for every word. It knows nothing of files,
loudness or captions: `storyreel.sound.speak` makes a finished line of what an engine says. Kokoro,
Piper and espeak-ng live in processes of their own; `silent` is the fake that ships beside them.
"""
