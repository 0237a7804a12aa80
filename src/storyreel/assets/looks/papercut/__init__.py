"""The paper-cut look: sheets of coloured paper over each other, each with its shadow, light edge and grain.

Holds palettes by time, weather and mood (`palette`), the pen that parts are drawn with (`pen`), sheets
and how they become layers (`sheet`, `paper`), places (`places/`), parts (`parts/`), and what is no scene
(`kinds/`). It reads nothing: what a shot shows comes as a `Reading`. Words it owns: sheet, pen, art,
part, place, tone, light, haze.
"""
