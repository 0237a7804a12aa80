"""Measurements of Storyreel: what a film costs, against what it could cost and against its peers.

`python -m benchmarks` runs every part, `python -m benchmarks PART ...` some of them; each part saves
`results/PART.json` with its raw rounds as soon as it is done, and `results/render.json` and
`pictures.json` are put together from them. A bound that is missed is reported, never an error.
Nothing here is imported by the studio, and nothing about time is asserted in tests.

Words: a *job* is one fresh process that is measured, a *part* is a question that jobs answer, a
*figure* is one number of the answer, a *bound* is what we hold ourselves to.
"""
