"""Records as readers give them, before anybody knows what their columns mean."""

from __future__ import annotations

from collections.abc import KeysView, Mapping

from hone.domain.datasets import Problem


class Record:
    """One record of a file: `row` counts from 1, `line` is where it starts (0: not known).

    `values` are under the names of the file; columns are found ignoring case and outer spaces.
    """

    __slots__ = ("_by_column", "line", "row", "values")

    def __init__(self, row: int, line: int, values: dict[str, object]) -> None:
        self.row = row
        self.line = line
        self.values = values
        self._by_column = {name.strip().lower(): value for name, value in values.items()}

    def get(self, *names: str) -> object:
        """Return the value of the first of the columns `names` that there is."""
        for name in names:
            if name in self._by_column:
                return self._by_column[name]
        return None

    def renamed(self, columns: Mapping[str, str]) -> Record:
        """Return the record with its columns under the names of a format's fields.

        `columns` maps fields to columns; a column that it does not name keeps its own name, unless a field
        of that name has another column.
        """
        if not columns or all(field == column for field, column in columns.items()):
            return self
        taken = set(columns.values())
        values = {field: self.values[column] for field, column in columns.items() if column in self.values}
        for name, value in self.values.items():
            if name not in taken and name not in columns:
                values[name] = value
        return Record(self.row, self.line, values)

    @property
    def columns(self) -> KeysView[str]:
        """The column names in lower case, without outer spaces."""
        return self._by_column.keys()


Found = Record | Problem


def broken(row: int, line: int, kind: str, message: str, hint: str = "") -> Problem:
    """Describe a record that cannot be read, so that it is left out."""
    return Problem(row=row, line=line, kind=kind, message=message, hint=hint, fatal=True)
