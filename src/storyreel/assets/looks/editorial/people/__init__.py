"""People in the look's own hand: who wears what, which face, which body, and the layers of a talking head.

`art` reads the drawings of Open Peeps (heads, faces cut into brows, eyes, nose and mouth, beards, glasses,
busts, whole bodies) and draws them in the palette; `dress` turns an appearance and an id into one figure
that stays the same in every shot; `actor` makes the layers of somebody in a frame: body, open mouth, closed
lids. The drawings lie in `data/peeps-*.json` as paths with the role of each colour.
"""
