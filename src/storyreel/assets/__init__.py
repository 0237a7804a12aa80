"""What is seen: needs, the author's own folder, looks that draw, placeholders, rights.

It knows no script and no time line: a picture need goes in, ordered layers with their rights come
out (`resolve`). A look is a pack behind one interface and can be added without touching film or render.
`meaning` reads a line (objects, place, sky, strongest phrase) and knows nothing of drawing. Words owned
here: need, picture, layer, look, palette, rights, ingredient.
"""
