"""Edits of rows that are not saved: kept by version, undone, and told as changes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from hone.domain.data_changes import AddRows, DropRows, ReplaceRow
from hone.domain.row_edits import GONE, Pending, RowChange, RowEdit, RowJournal, apply_edit, changes_of
from hone.services.row_edits import RowEditService
from hone.storage.database import Database
from hone.storage.paths import Paths


@pytest.fixture
def service(paths: Paths) -> Iterator[RowEditService]:
    database = Database(paths.database, paths.backups)
    yield RowEditService(database)
    database.close()


def edit(*changes: RowChange) -> RowEdit:
    return RowEdit(said="Edit", changes=changes)


DROP = edit(RowChange(rows=(2, 5), after=GONE))
WRITE = edit(RowChange(rows=(1,), after=Pending("{}")))
ADD = edit(RowChange(rows=(-1,), after=Pending('{"text": "new"}')))


def test_edits_are_kept_with_what_was_undone(service: RowEditService) -> None:
    journal = RowJournal(edits=(DROP, WRITE, ADD), done=2)
    service.save("one", 3, journal)
    assert service.load("one", 3) == journal
    assert service.load("one", 2) == RowJournal()
    assert service.load("two", 3) == RowJournal()


def test_a_journal_without_edits_is_forgotten(service: RowEditService) -> None:
    service.save("one", 1, RowJournal(edits=(DROP,), done=1))
    service.save("one", 1, RowJournal())
    assert service.waiting("one", but=9) == ()


def test_other_versions_with_edits_are_told_but_not_those_all_undone(service: RowEditService) -> None:
    service.save("one", 1, RowJournal(edits=(DROP,), done=1))
    service.save("one", 2, RowJournal(edits=(DROP,), done=0))
    service.save("one", 10, RowJournal(edits=(ADD,), done=1))
    service.save("one-more", 1, RowJournal(edits=(ADD,), done=1))
    assert service.waiting("one", but=4) == ((1, 2), (10, 1))
    assert service.waiting("one", but=10) == ((1, 2),)


def test_edits_come_to_changes_in_an_order_that_keeps_the_numbers_right() -> None:
    state = RowJournal(edits=(DROP, WRITE, ADD), done=3).state()
    assert changes_of(state) == (
        ReplaceRow(row=1, content="{}"),
        DropRows(rows=(2, 5)),
        AddRows(contents=('{"text": "new"}',)),
    )


def test_undoing_every_edit_leaves_nothing() -> None:
    state = RowJournal(edits=(DROP, WRITE, ADD), done=3).state()
    for each in (ADD, WRITE, DROP):
        apply_edit(state, each, undo=True)
    assert state == {}


def test_edits_of_one_row_become_one() -> None:
    later = edit(RowChange(rows=(1,), before=Pending("{}"), after=Pending('{"a": 1}')))
    assert WRITE.then(later) == edit(RowChange(rows=(1,), after=Pending('{"a": 1}')))
    assert WRITE.then(ADD) is None
