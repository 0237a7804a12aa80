"""The brand kit: what all films of a house share, written down once in `brand.yaml`.

`model` is the kit as a film carries it, `read` reads and checks the author's file, `place` lays the logo
over the clips. Colours become a palette of the look; music, intro and outro take the places of what would
be composed or left out. No drawing here. It owns the words: brand, intro, outro.
"""
