"""The errors that reach a person: what happened, what to do next, and the detail for the log."""

from __future__ import annotations


class HoneError(Exception):
    """Something failed in a way a person can be told about.

    `message` is one sentence that names the file, row or setting; `hint` is the next step;
    `detail` is for the log and is never shown unasked.
    """

    def __init__(self, message: str, hint: str = "", detail: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.detail = detail


class BadInput(HoneError):
    """What the user gave cannot be used as it is; the command line ends with exit code 2."""


class WorkerLost(HoneError):
    """A worker process ended without saying why (killed, crashed, out of memory)."""


class Stopped(HoneError):
    """The user stopped the work before it had a result."""
