"""What is seen: needs, the author's own folder, looks that draw, placeholders, rights.

It knows no script and no time line: a picture need goes in, ordered layers with their rights come
out. A look is a pack behind one interface and can be added without touching film or render.
"""
