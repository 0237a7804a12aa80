"""Line A: Script -> shots -> timing lock -> needs -> render plan -> Timeline.

Pure functions over frozen documents. The voice is recorded first; a shot lasts as long as its lines
and their beats; then the list is locked and nothing after it may move time. `model.py` and
`package.py` know no story, so a render package can be made by any client.
"""
