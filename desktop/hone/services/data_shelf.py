"""Data sets as they stand now: kept descriptions, with what became of their files since."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import msgspec

from hone.domain.data_changes import MixPart
from hone.domain.dataset_library import DataOrigin, DataSet, Version
from hone.errors import BadInput, HoneError
from hone.services.collected_rows import CollectedRows
from hone.services.source_state import state_of
from hone.services.version_making import is_of
from hone.storage.data_set_files import Kept
from hone.storage.data_sets import DataSetFolders

_log = logging.getLogger(__name__)


class DataShelf:
    """Finds, shows and describes data sets. Safe from any thread."""

    def __init__(self, folders: DataSetFolders, collected: CollectedRows) -> None:
        self._folders = folders
        self._collected = collected

    def all(self) -> list[DataSet]:
        """Return all data sets, also those in the trash; what chats collected is among them."""
        try:
            self._folders.tidy()
            self._collected.adopt(self._folders.found())
        except HoneError as error:  # a full disk must not hide the data sets that there are
            _log.warning("%s %s", error.message, error.detail)
        return [self.shown(kept) for kept in self._folders.found()]

    def get(self, data_set_id: str) -> DataSet:
        """Return one; raises BadInput when it is not there any more."""
        return self.shown(self._folders.get(data_set_id))

    def usable(self, data_set_id: str) -> DataSet:
        """Return one that can be changed; raises BadInput with its trouble."""
        data_set = self.get(data_set_id)
        if data_set.trouble:
            raise BadInput(data_set.trouble, hint="It can be shown, but not changed.")
        return data_set

    def shown(self, kept: Kept) -> DataSet:
        """Return a data set as it stands now: fresh rows, and what became of its source."""
        data_set = kept.data_set
        if data_set.trouble:
            return data_set
        if self._folders.has_strays(data_set):
            try:
                kept = self._folders.take_up_strays(data_set.id)
            except HoneError as error:  # they are found the next time
                _log.warning("%s %s", error.message, error.detail)
            data_set = kept.data_set
        if data_set.origin is DataOrigin.CHATS:
            return msgspec.structs.replace(data_set, fresh_rows=self._collected.fresh_count(kept))
        if data_set.source is None:
            return data_set
        state = state_of(data_set.source)
        read = [each for each in data_set.versions if each.path == data_set.source]
        same = state is not None and bool(read) and is_of(read[-1], state)
        return msgspec.structs.replace(
            data_set, source_missing=state is None, source_changed=state is not None and not same
        )

    def update(self, data_set_id: str, change: Callable[[DataSet], DataSet]) -> DataSet:
        """Change what is kept of a data set."""

        def changed(kept: Kept) -> Kept:
            return msgspec.structs.replace(kept, data_set=change(kept.data_set))

        return self.shown(self._folders.update(data_set_id, changed))

    def create(self, name: str, origin: DataOrigin, version: Version, source: Path | None = None) -> DataSet:
        """Keep a new data set; the file of its version is moved into it, unless it is the `source`."""
        data_set = DataSet(
            id="",
            name=self.free_name(name),
            made_at=version.made_at,
            origin=origin,
            versions=(version,),
            current=1,
            source=source,
        )
        return self.shown(
            self._folders.create(Kept(data_set=data_set), version.path if source is None else None)
        )

    def known(self, path: Path, part: str) -> DataSet | None:
        """Return the data set of a file, one that is not in the trash before others."""
        self._collected.adopt(self._folders.found())
        found = [
            kept.data_set
            for kept in self._folders.found()
            if not kept.data_set.trouble and _is_of_file(kept.data_set, path, part)
        ]
        return min(found, key=lambda each: each.trashed_at is not None, default=None)

    def named(self, part: MixPart) -> MixPart:
        """Name a part of a mix after its data set."""
        for kept in self._folders.found():
            if not part.name and part.path in {each.path for each in kept.data_set.versions}:
                return msgspec.structs.replace(part, name=kept.data_set.name)
        return part

    def free_name(self, name: str) -> str:
        """Vary a name that another data set has."""
        taken = {kept.data_set.name for kept in self._folders.found()}
        number, free = 1, name
        while free in taken:
            number += 1
            free = f"{name} {number}"
        return free


def _is_of_file(data_set: DataSet, path: Path, part: str) -> bool:
    if data_set.source is None or data_set.source.resolve() != path.resolve():
        return False
    parts = {each.reading.part for each in data_set.versions if each.path == data_set.source}
    return not part or data_set.origin is not DataOrigin.FILE or part in parts
