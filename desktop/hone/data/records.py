"""Records as readers give them, before anybody knows what their columns mean."""

from __future__ import annotations

import msgspec

from hone.domain.datasets import Problem


class Record(msgspec.Struct, frozen=True):
    """One record of a file: `row` counts from 1, `line` is where it starts (0: not known)."""

    row: int
    line: int
    values: dict[str, object]

    def get(self, *names: str) -> object:
        """Return the value of the first of `names` that is a column, ignoring case and outer spaces."""
        lowered = {name.strip().lower(): value for name, value in self.values.items()}
        return next((lowered[name] for name in names if name in lowered), None)

    @property
    def columns(self) -> frozenset[str]:
        """The column names in lower case, without outer spaces."""
        return frozenset(name.strip().lower() for name in self.values)


Found = Record | Problem


def broken(row: int, line: int, kind: str, message: str, hint: str = "") -> Problem:
    """Describe a record that cannot be read, so that it is left out."""
    return Problem(row=row, line=line, kind=kind, message=message, hint=hint, fatal=True)
