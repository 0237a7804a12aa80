"""Pipelines as data: a YAML file names stages and gates in order; it is checked before anything runs."""

from collections.abc import Mapping
from pathlib import Path

import yaml
from pydantic import Field, ValidationError

from storyreel.kit.errors import InputError
from storyreel.kit.schema import Model
from storyreel.workflows.stage import Stage


class Step(Model):
    """One entry of a pipeline: a stage with its share of the work, or a gate."""

    stage: str = ""
    gate: str = ""
    share: float = Field(default=0.01, gt=0)
    """Part of a fresh run's time that this stage usually takes; only the progress bar uses it."""
    label: str = ""
    beside: bool = False
    """Runs side by side with the stage before, of which it needs nothing."""


class PipelineFile(Model):
    """The YAML document."""

    name: str
    steps: tuple[Step, ...] = Field(min_length=1)


class Pipeline:
    """A checked pipeline: its steps with the stages they name."""

    def __init__(self, file: PipelineFile, stages: Mapping[str, Stage]) -> None:
        self.name = file.name
        self.steps = file.steps
        self.stages = {step.stage: stages[step.stage] for step in file.steps if step.stage}

    @property
    def stage_names(self) -> tuple[str, ...]:
        return tuple(self.stages)

    @property
    def order(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """("stages", names) of stages that run side by side, or ("gate", (name,)), in turn."""
        order: list[tuple[str, tuple[str, ...]]] = []
        for step in self.steps:
            if step.gate:
                order.append(("gate", (step.gate,)))
            elif step.beside:
                order[-1] = ("stages", (*order[-1][1], step.stage))
            else:
                order.append(("stages", (step.stage,)))
        return tuple(order)

    def share(self, stage: str) -> float:
        """This stage's part of the whole, 0..1."""
        total = sum(step.share for step in self.steps if step.stage)
        return next(step.share for step in self.steps if step.stage == stage) / total


def load_pipeline(path: Path, stages: Mapping[str, Stage], gates: frozenset[str]) -> Pipeline:
    """Read and check a pipeline. Raises InputError naming the step that does not fit."""
    try:
        file = PipelineFile.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (yaml.YAMLError, ValidationError) as error:
        raise InputError(f"The pipeline {path.name} cannot be read: {error}.") from error
    seen: set[str] = set()
    for number, step in enumerate(file.steps, start=1):
        _check_step(path.name, number, step, file.steps[number - 2], stages, gates, seen)
    return Pipeline(file, stages)


def _check_step(
    name: str,
    number: int,
    step: Step,
    before: Step,
    stages: Mapping[str, Stage],
    gates: frozenset[str],
    seen: set[str],
) -> None:
    if bool(step.stage) == bool(step.gate):
        raise InputError(f"Step {number} of {name} must name either a stage or a gate.")
    if step.stage and step.stage not in stages:
        raise InputError(
            f"Step {number} of {name} names an unknown stage {step.stage!r}.",
            next_step=f"Known stages: {', '.join(stages)}.",
        )
    if step.gate and step.gate not in gates:
        raise InputError(
            f"Step {number} of {name} names an unknown gate {step.gate!r}.",
            next_step=f"Known gates: {', '.join(sorted(gates))}.",
        )
    if step.beside and (number == 1 or not before.stage or not step.stage):
        raise InputError(f"Step {number} of {name} has no stage before it to run beside.")
    if step.stage in seen:
        raise InputError(f"Step {number} of {name} repeats the stage {step.stage!r}.")
    seen.add(step.stage or f"gate:{step.gate}")
