"""The Timeline: what is seen and heard when, in exact time, for both production lines.

Pictures count frames over a rational rate; sound and captions count ticks of 1/48,000 s, which
is a whole number of ticks per frame at every whole frame rate. The room holds the model, pure
algorithms over it, caption cues, and adapters to formats of other programs. It knows no story,
no store, no renderer. It owns the words: timeline, track, clip, gap, transition, layer, cue.
"""
