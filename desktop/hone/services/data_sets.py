"""The library of data sets: versions are made beside, checked, and never changed afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from hone.domain.data_changes import AnyChange, Mix, SplitRule
from hone.domain.dataset_library import DataSet, Version
from hone.domain.datasets import AS_FOUND, Reading, Shape
from hone.services.data import DataService
from hone.storage.paths import Paths

Tell = Callable[[int, int], None]
"""Hears how many rows are done, and of how many (0: not known)."""


class DataSetService:
    """Data sets and their versions. Safe from any thread.

    Calls that write rows run in the inspector, may take minutes and are ended by `DataService.stop`; what
    was half written is removed. All raise BadInput about what the user gave.
    """

    def __init__(self, paths: Paths, data: DataService) -> None:
        self._paths = paths
        self._data = data

    def all(self, trashed: bool = False) -> list[DataSet]:
        """Return the data sets, last changed first; those in the trash when `trashed`."""
        raise NotImplementedError

    def get(self, data_set_id: str) -> DataSet:
        """Return one; raises BadInput when it is not there any more."""
        raise NotImplementedError

    def add(self, path: Path, reading: Reading = AS_FOUND, name: str = "") -> DataSet:
        """Take a file, folder or workbook up; it is referred to, not copied.

        A file that is known already gives its data set, with a new version when its bytes have changed.
        """
        raise NotImplementedError

    def read_as(self, data_set_id: str, reading: Reading) -> DataSet:
        """Read the source in another way (shape, columns, part): a new version, with the mapping kept."""
        raise NotImplementedError

    def change(
        self, data_set_id: str, changes: Sequence[AnyChange], note: str = "", tell: Tell | None = None
    ) -> Version:
        """Make a new version of the one in use, and use it."""
        raise NotImplementedError

    def use(self, data_set_id: str, number: int) -> DataSet:
        """Go to another version; nothing is lost."""
        raise NotImplementedError

    def take_fresh(self, data_set_id: str) -> Version:
        """Make a version that also has the rows that chats collected, or the file got, since the last one."""
        raise NotImplementedError

    def split(self, data_set_id: str, split: SplitRule, tell: Tell | None = None) -> tuple[DataSet, DataSet]:
        """Make two data sets of the version in use: rows to train on, and rows held out."""
        raise NotImplementedError

    def mix(self, mix: Mix, name: str, tell: Tell | None = None) -> DataSet:
        """Make a data set of rows of several."""
        raise NotImplementedError

    def export(self, data_set_id: str, target: Path, shape: Shape, tell: Tell | None = None) -> int:
        """Write the version in use as a file and return its rows; the ending of `target` says which kind."""
        raise NotImplementedError

    def rename(self, data_set_id: str, name: str) -> DataSet:
        """Give another name; the folder stays."""
        raise NotImplementedError

    def set_note(self, data_set_id: str, note: str) -> DataSet:
        """Keep a note."""
        raise NotImplementedError

    def trash(self, data_set_id: str) -> None:
        """Put into the trash; the user's own file stays where it is."""
        raise NotImplementedError

    def restore(self, data_set_id: str) -> DataSet:
        """Take out of the trash again."""
        raise NotImplementedError
