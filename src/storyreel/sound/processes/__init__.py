"""Programs of their own: voices and recognisers whose libraries are GPL or heavy.

Each module here is run with `python -m` by `storyreel.media.child.JsonLines` and answers one JSON
line per JSON line; sound passes as a `.npy` file. Nothing else imports these modules, so that no
GPL code is ever loaded into the studio's own process.
"""
