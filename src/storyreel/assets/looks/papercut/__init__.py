"""The paper-cut look: sheets of coloured paper over each other, each with its shadow, light edge and grain.

Holds palettes by time, weather and mood (`palette`), the pen that parts are drawn with (`pen`), sheets
and how they become layers (`sheet`, `paper`, `raster`), places (`places/`), parts (`parts/`: `PARTS` by
name, `people`), and what is no scene (`kinds/`: `KINDS` by kind of picture). Parts are drawn at about
100 units to the metre. It reads nothing: what a shot shows comes as a `Reading`. Words it owns: sheet,
pen, art, part, puppet, place, tone, light, haze.
"""
