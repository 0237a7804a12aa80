"""Durable pipelines: order, retry, gates, queues, takeover. The only home of DBOS.

A pipeline is stages in order (`pipelines/*.yaml`). A stage plans jobs from what is there; a job
turns artifacts and parameters into one artifact. `runner` looks a job's key up before it is
run, so whatever was made once is never made again; `durable` makes the order survive anything;
rows (`repository`) are the truth for screens. It owns the words: run, stage, job, try, executor.
"""
