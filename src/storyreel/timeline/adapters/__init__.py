"""Handing a Timeline over to a human editor: OTIO, FCPXML and CMX 3600 EDL.

Each adapter has one function, `export`, that writes one file and reports what the format kept and
what it lost; `losses` holds that knowledge once, for the report and for `docs/hand-over.md`. The
room renders and copies nothing: the caller passes the final path of each movie, still and sound. It
owns the words: hand-over, handle, lane.
"""
