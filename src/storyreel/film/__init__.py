"""Line A: Script -> shots -> timing lock -> needs -> render plan -> Timeline.

Pure functions over frozen documents. `plan` decides each shot from its own words and place alone, so
that a changed word changes one shot; the voice is recorded next; a shot lasts as long as its lines
and their beats; then `lock` closes the list and nothing after it may move time. `manifest` says what
must exist, `render_plan` where it was found, `timeline` places it, `motion` moves it.

`model.py`, `package.py` and `timeline.py` know no story, so a render package can be made by any
client. It owns the words: shot, framing, movement, timing lock.
"""
