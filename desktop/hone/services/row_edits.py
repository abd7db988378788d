"""Edits of rows that are not saved as a version yet: kept by data set and version, also over a restart."""

from __future__ import annotations

import msgspec

from hone.domain.row_edits import RowJournal
from hone.storage.database import Database
from hone.storage.drafts import DraftStore

_BEGINNING = "rows/"


class RowEditService:
    """One journal per version of a data set. Safe from any thread."""

    def __init__(self, database: Database) -> None:
        self._drafts = DraftStore(database)

    def load(self, data_set_id: str, version: int) -> RowJournal:
        """Return what was done to the rows of a version and not saved; empty when there is nothing."""
        value = self._drafts.get(_place(data_set_id, version))
        if value is None:
            return RowJournal()
        try:
            return msgspec.json.decode(value, type=RowJournal)
        except msgspec.MsgspecError:
            # Written by a newer Hone: it stays until something else is edited here.
            return RowJournal()

    def save(self, data_set_id: str, version: int, journal: RowJournal) -> None:
        """Keep what was done; nothing done forgets it."""
        place = _place(data_set_id, version)
        if journal.is_empty:
            self._drafts.forget(place)
        else:
            self._drafts.put(place, msgspec.json.encode(journal).decode())

    def waiting(self, data_set_id: str, but: int) -> tuple[tuple[int, int], ...]:
        """Return the versions, other than `but`, with rows that are changed and not saved, and how many."""
        beginning = _place(data_set_id, 0).removesuffix("0")
        versions = (int(place.rpartition("/")[2]) for place in self._drafts.places(beginning))
        found = ((each, len(self.load(data_set_id, each).state())) for each in versions if each != but)
        return tuple(sorted((version, rows) for version, rows in found if rows))


def _place(data_set_id: str, version: int) -> str:
    return f"{_BEGINNING}{data_set_id}/{version}"
