"""Records as readers give them, before anybody knows what their columns mean."""

from __future__ import annotations

from collections.abc import KeysView, Mapping

import msgspec

from hone.domain.datasets import Problem


class Record:
    """One record: `row` counts from 1, `line` is where it starts in its file (0: not known).

    `values` are under the names of the file; columns are found ignoring case and outer spaces. `file` is
    the file of a folder that the record stands in, "" when there is only one.
    """

    __slots__ = ("_by_column", "file", "line", "row", "values")

    def __init__(self, row: int, line: int, values: dict[str, object], file: str = "") -> None:
        self.row = row
        self.line = line
        self.values = values
        self.file = file
        self._by_column: dict[str, object] | None = None

    def get(self, *names: str) -> object:
        """Return the value of the first of the columns `names` that there is."""
        columns = self._columns()
        for name in names:
            if name in columns:
                return columns[name]
        return None

    def renamed(self, columns: Mapping[str, str]) -> Record:
        """Return the record with its columns under the names of a format's fields.

        `columns` maps fields to columns, or to what stands inside one ("answer.text"; "": no column). Other
        columns keep their names; one that is called like a field that has another column gets a number.
        """
        if not columns or all(field == column for field, column in columns.items()):
            return self
        taken = set(columns.values())
        values: dict[str, object] = {}
        for field, column in columns.items():
            if column and (value := value_at(self.values, column)) is not None:
                values[field] = value
        for name, value in self.values.items():
            if name not in taken:
                values[self._free(name, columns) if name.strip().lower() in columns else name] = value
        return Record(self.row, self.line, values, self.file)

    def _free(self, name: str, columns: Mapping[str, str]) -> str:
        number = 2
        while (free := f"{name}_{number}") in columns or free in self.values:
            number += 1
        return free

    @property
    def columns(self) -> KeysView[str]:
        """The column names in lower case, without outer spaces."""
        return self._columns().keys()

    def _columns(self) -> dict[str, object]:
        # Built when it is first asked for: most records of a large file are never asked by name.
        if self._by_column is None:
            self._by_column = {name.strip().lower(): value for name, value in self.values.items()}
        return self._by_column


Found = Record | Problem


def value_at(values: Mapping[str, object], column: str) -> object:
    """Return the value of a column, or inside one: "answer.text", "answers.text.0"; None for none."""
    if column in values:
        return values[column]
    value: object = values
    for key in column.split("."):
        if isinstance(value, Mapping):
            value = value.get(key)
        elif isinstance(value, list) and key.isdecimal() and int(key) < len(value):
            value = value[int(key)]
        else:
            return None
    return value


def broken(row: int, line: int, kind: str, message: str, hint: str = "") -> Problem:
    """Describe a record that cannot be read, so that it is left out."""
    return Problem(row=row, line=line, kind=kind, message=message, hint=hint, fatal=True)


def in_file(problems: list[Problem], file: str) -> list[Problem]:
    """Return problems of a row with the file of a folder that it stands in."""
    return [msgspec.structs.replace(problem, file=file) for problem in problems] if file else problems


def remark(kind: str, message: str, hint: str = "") -> Problem:
    """Describe something to know about the file as a whole."""
    return Problem(row=0, kind=kind, message=message, hint=hint)
