"""What is heard: voices behind one port, word times, casting, composed beds, the weights store.

It knows no story and no film: a text with a voice and a pace goes in, sound with word times comes
out. Placing sounds in time is the film's work, mixing them the renderer's.
"""
