"""Where things stand in a frame: roles, safe areas, measured type, a solver and checks. Shared by all looks.

`model` holds areas, blocks with roles and plans; `safe` the bands of captions and of a platform's controls;
`type` measured words (fit rule, stair lines); `rules` the checks of a plan before it is drawn; `drawn` the
checks on the real alpha of finished layers; `solve` tries compositions in order and takes the first without
a fault. It draws nothing and knows no look. Words owned here: area, block, role, plan, fault, band.
"""
