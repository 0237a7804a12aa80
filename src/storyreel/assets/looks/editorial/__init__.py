"""The editorial look: five colours, one line weight, halftone, torn paper and big type.

`palette` holds the colours and grounds, `stage` the measures of a frame, `shapes` the geometry,
`lettering` type as SVG, `parts` objects drawn here, `icons` objects from open icon sets, `people` who is
seen, `moods` what a feeling changes, `grounds` everything behind the subject, `templates` one composition
per picture kind, `look` the choice among compositions by the layout solver, `canvas` the way from SVG to a
layer. Nothing here keeps state or looks at a neighbouring shot.
"""
