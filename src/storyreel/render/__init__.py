"""The render engine: a Timeline and a way to find media by hash go in, a film comes out.

A film is cut into segments: one for the body of every clip, one for every transition. A segment's
spec holds only what its own pixels depend on, in times of its own, so its digest names its bytes.
Frames are composed in I420 planes, of which only rectangles that change are painted; they are
encoded in this process by x264 with one thread, and segments are joined packet by packet, never
encoded twice. A layer is a still or a video; it is shifted, scaled, turned, faded, uncovered from an
edge or switched on and off, in the way that costs least. The sound is mixed whole, measured as
encoded, and muxed beside the picture.

The room knows no story, no store, no assets and no vendor. It owns the words: plane, sheet,
patch, way, reel, segment, spec, toolchain, caption state, mix, join.
"""
