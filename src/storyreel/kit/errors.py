"""Every error a person may meet, sorted by who must act.

    StudioError
    ├── InputError        the user changes the input            exit 2
    │   └── SchemaError   a document does not fit its schema    exit 2
    ├── RuleError         a rule said no                        exit 3
    ├── ProviderError     something outside is down             exit 4
    ├── BudgetError       money or quota is used up             exit 3
    ├── MediaError        ffmpeg or a media file failed         exit 1
    ├── StorageError      disk or database failed               exit 1
    └── StoppedError      a person stopped it                   exit 130

A message is one sentence: what happened, to which thing; `next_step` says what to do now.
All fields survive pickling, because errors travel through worker processes and the database.
"""

from typing import ClassVar


class StudioError(Exception):
    """Something a person can act on."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, next_step: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.message} {self.next_step}".strip()

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.__dict__.copy(), self.args)


def _rebuild(kind: type[StudioError], fields: dict[str, object], args: tuple[object, ...]) -> StudioError:
    error = kind.__new__(kind)
    Exception.__init__(error, *args)
    error.__dict__.update(fields)
    return error


class InputError(StudioError):
    """The user's input cannot be used as it is."""

    exit_code = 2


class SchemaError(InputError):
    """A document does not fit its schema; `path` names the place inside it."""

    def __init__(self, message: str, *, path: str = "", next_step: str = "") -> None:
        super().__init__(message, next_step=next_step)
        self.path = path


class RuleError(StudioError):
    """A check said no; `evidence` lists what it saw, one finding a line."""

    exit_code = 3

    def __init__(self, message: str, *, evidence: tuple[str, ...] = (), next_step: str = "") -> None:
        super().__init__(message, next_step=next_step)
        self.evidence = evidence


class ProviderError(StudioError):
    """Something outside did not answer as it should."""

    exit_code = 4

    def __init__(
        self, message: str, *, retryable: bool, retry_after_s: float | None = None, next_step: str = ""
    ) -> None:
        super().__init__(message, next_step=next_step)
        self.retryable = retryable
        self.retry_after_s = retry_after_s


class BudgetError(StudioError):
    """Money or quota does not allow it."""

    exit_code = 3


class MediaError(StudioError):
    """A media file or an encoder failed; keeps the command, its exit code and last words."""

    def __init__(
        self,
        message: str,
        *,
        command: tuple[str, ...] = (),
        returncode: int | None = None,
        stderr_tail: str = "",
        next_step: str = "",
    ) -> None:
        super().__init__(message, next_step=next_step)
        self.command = command
        self.returncode = returncode
        self.stderr_tail = stderr_tail


class StorageError(StudioError):
    """The disk or the database failed."""


class StoppedError(StudioError):
    """A person stopped the work; nothing is lost."""

    exit_code = 130
