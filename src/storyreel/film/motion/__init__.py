"""Motion: what a picture's layers do while the shot lasts, as poses of the time line.

`camera` moves the whole view: layers go by their depth, and nothing goes fast. `cycles` are what a layer
does by itself over and over, `entrances` how it comes in, counts and travels, `faces` when mouths open and
eyes close. `layers` puts them together. All of it is a pure function of the picture and the recorded voice;
seeds are hashes of names. No drawing and no story here. It owns the words: stand, tier, rig's foot.
"""

from storyreel.film.motion.layers import layers_of
from storyreel.film.motion.move import Move

__all__ = ["Move", "layers_of"]
