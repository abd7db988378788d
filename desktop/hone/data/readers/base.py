"""What a reader is, and what it tells of a file that it opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from hone.data.records import Found
from hone.data.source import Source
from hone.domain.datasets import Problem
from hone.errors import BadInput


class Rows(msgspec.Struct, kw_only=True):
    """A file opened by a reader. Every call of `read` starts again.

    `container` says in words what holds the rows. `parts` are sheets of a workbook or lists of a document,
    `part` the one that is read. `notes` concern the whole file; reading may add to them.
    """

    container: str
    read: Callable[[], Iterator[Found]]
    parts: tuple[str, ...] = ()
    part: str = ""
    notes: list[Problem] = []

    def note(self, problem: Problem) -> None:
        """Add what is to be known about the whole file, once."""
        if problem not in self.notes:
            self.notes.append(problem)


class Reader(msgspec.Struct, frozen=True):
    """One way to hold records: whether a file is one, and opening it; `part` may be empty.

    `suffixes` are endings that such files usually have. `binary` readers look at the first bytes, the
    others at the first characters.
    """

    name: str
    matches: Callable[[Source], bool]
    open: Callable[[Source, str], Rows]
    suffixes: tuple[str, ...]
    binary: bool = False


def choose_part(parts: tuple[str, ...], wanted: str, default: str, name: str) -> str:
    """Return the part that is meant; raises BadInput naming those that there are."""
    if not wanted:
        return default
    if wanted not in parts:
        found = ", ".join(repr(part) for part in parts[:12]) if parts else "none"
        raise BadInput(
            f"{name} has no part named {wanted!r}.", hint=f"Its parts are: {found}. Choose one of them."
        )
    return wanted


def other_parts(part: str, parts: tuple[str, ...], what: str) -> Problem:
    """Say which parts are not read."""
    others = [each for each in parts if each != part]
    shown = ", ".join(others[:8]) + (", ..." if len(others) > 8 else "")
    return Problem(
        row=0,
        kind="other_parts",
        message=f"Only the {what} {part!r} is read; there {'are' if len(others) > 1 else 'is'} also {shown}.",
        hint="Choose another part to read that one.",
    )
