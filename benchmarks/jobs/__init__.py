"""What is measured: each module is one fresh process, `python -m benchmarks.jobs.NAME ARGS`.

A job prints nothing but one line of JSON at its end, if it has something to say beyond its cost.
"""
