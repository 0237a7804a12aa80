"""The error tree: what a person reads, and its way through pickling."""

import pickle

import pytest

from storyreel.kit import errors
from storyreel.kit.errors import MediaError, ProviderError, RuleError, SchemaError, StudioError

EXAMPLES = [
    StudioError("It failed.", next_step="Try again."),
    errors.InputError("The file is empty.", next_step="Give a file with text."),
    SchemaError("A field is missing.", path="body.title", next_step="Add it."),
    RuleError("The canon says no.", evidence=("Ada is 30", "Ada is 31"), next_step="Change one."),
    ProviderError("No answer.", retryable=True, retry_after_s=2.5, next_step="Wait."),
    errors.BudgetError("The money is used up."),
    MediaError("It ended with 1.", command=("ffmpeg", "-i"), returncode=1, stderr_tail="oops"),
    errors.StorageError("The disk is full.", next_step="Free some space."),
    errors.StoppedError("You stopped it."),
]


def every_error() -> set[type[StudioError]]:
    found, todo = set[type[StudioError]](), [StudioError]
    while todo:
        kind = todo.pop()
        found.add(kind)
        todo += kind.__subclasses__()
    return {kind for kind in found if kind.__module__ == errors.__name__}


def test_the_examples_cover_the_tree() -> None:
    assert {type(example) for example in EXAMPLES} == every_error()


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_an_error_survives_pickling_with_all_its_fields(error: StudioError, protocol: int) -> None:
    copy = pickle.loads(pickle.dumps(error, protocol))
    assert type(copy) is type(error)
    assert vars(copy) == vars(error)
    assert (copy.args, str(copy)) == (error.args, str(error))


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("StudioError", 1),
        ("InputError", 2),
        ("SchemaError", 2),
        ("RuleError", 3),
        ("BudgetError", 3),
        ("ProviderError", 4),
        ("MediaError", 1),
        ("StorageError", 1),
        ("StoppedError", 130),
    ],
)
def test_who_must_act_decides_the_exit_code(kind: str, code: int) -> None:
    assert getattr(errors, kind).exit_code == code


def test_a_person_reads_what_happened_and_what_to_do() -> None:
    assert str(EXAMPLES[0]) == "It failed. Try again."
    assert str(StudioError("It failed.")) == "It failed."
