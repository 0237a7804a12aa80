"""What the jobs of the toy pipeline do; imports little, because each worker process imports it."""

import os
import time
from pathlib import Path
from typing import ClassVar

from storyreel.kit.schema import Artifact
from storyreel.workflows.stage import JobOrder, Output


class Words(Artifact):
    """Words in order."""

    schema_name: ClassVar[str] = "toy_words"

    words: tuple[str, ...]


def split(order: JobOrder) -> Output:
    mark(order, "split")
    text = order.path(order.job.inputs["source"]).read_text()
    return Output(document=Words(words=tuple(text.split())))


def shout(order: JobOrder) -> Output:
    mark(order, "shout")
    time.sleep(order.params["slow_s"])
    word = order.params["word"]
    return Output(document=Words(words=(word.upper(),)), warnings=(f"{word} was shouted.",))


def join(order: JobOrder) -> Output:
    mark(order, "join")
    time.sleep(order.params["slow_s"])
    parts = [order.document(role, Words) for role in sorted(order.job.inputs)]
    return Output(document=Words(words=tuple(word for part in parts for word in part.words)))


def mark(order: JobOrder, name: str) -> None:
    with Path(order.context["trace"]).open("a") as trace:
        trace.write(f"{name} {order.job.item} {os.getpid()}\n")
