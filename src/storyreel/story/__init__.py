"""Writing: from what an author hands in to a Script.

One reader a format (`plain`, `markdown`, `fountain`) divides a text into scenes and paragraphs, as
words with their source lines (`draft`). The writer then groups those words into beats and lines
(`sentences`, `write`) and tags their feeling (`emotion`). Offline it works by rule on the author's
own text and never invents; what it leaves out it reports as notes. `read` is the door.

The room knows nothing of cameras, pictures or sound: a camera direction is dropped from a text and
refused in a Script. It owns the words: scene, beat, line, speaker.
"""
