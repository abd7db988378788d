"""What a person did to rows and has not saved yet: edits that can be undone, and what they come to."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from hone.domain.data_changes import AddRows, AnyChange, DropRows, ReplaceRow


class Pending(msgspec.Struct, frozen=True):
    """What a row is going to be: another `content`, JSON in its format's columns, or `gone`."""

    content: str = ""
    gone: bool = False


GONE = Pending(gone=True)


class RowChange(msgspec.Struct, frozen=True, kw_only=True):
    """What became of some rows; None is a row as the version has it, or an added one that is not there.

    Rows of the version have their numbers from 1; added rows are -1, -2, ... in the order of coming.
    """

    rows: tuple[int, ...]
    before: Pending | None = None
    after: Pending | None = None


class RowEdit(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was done; `said` names it for people ("Delete 3 rows")."""

    said: str
    changes: tuple[RowChange, ...]

    def then(self, later: RowEdit) -> RowEdit | None:
        """Return both as one edit; None where they do not change the same single row."""
        if len(self.changes) != 1 or len(later.changes) != 1:
            return None
        mine, other = self.changes[0], later.changes[0]
        if mine.rows != other.rows or len(mine.rows) != 1:
            return None
        both = RowChange(rows=mine.rows, before=mine.before, after=other.after)
        return RowEdit(said=later.said, changes=(both,))


class RowJournal(msgspec.Struct, frozen=True, kw_only=True):
    """All edits since the version, of which the first `done` hold; the rest were undone and can be redone."""

    edits: tuple[RowEdit, ...] = ()
    done: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be lost without it."""
        return not self.edits

    def state(self) -> dict[int, Pending]:
        """Return what the edits that hold come to, by row."""
        state: dict[int, Pending] = {}
        for edit in self.edits[: self.done]:
            apply_edit(state, edit)
        return state


def apply_edit(state: dict[int, Pending], edit: RowEdit, undo: bool = False) -> tuple[int, ...]:
    """Do an edit to `state`, or undo it; return the rows that it concerns."""
    for change in edit.changes:
        value = change.before if undo else change.after
        for row in change.rows:
            if value is None:
                state.pop(row, None)
            else:
                state[row] = value
    return tuple(row for change in edit.changes for row in change.rows)


def changes_of(state: Mapping[int, Pending]) -> tuple[AnyChange, ...]:
    """Return what must be done to the version: rows replaced, then left out, then added at the end."""
    changes: list[AnyChange] = [
        ReplaceRow(row=row, content=state[row].content)
        for row in sorted(state)
        if row > 0 and not state[row].gone
    ]
    gone = tuple(row for row in sorted(state) if row > 0 and state[row].gone)
    added = tuple(state[row].content for row in added_rows(state))
    if gone:
        changes.append(DropRows(rows=gone))
    if added:
        changes.append(AddRows(contents=added))
    return tuple(changes)


def added_rows(state: Mapping[int, Pending]) -> tuple[int, ...]:
    """Return the added rows, in the order of coming."""
    return tuple(sorted((row for row in state if row < 0), reverse=True))
