"""Data sets that Hone keeps: where their rows come from, and every version that was made of them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from hone.domain.data_changes import AnyChange
from hone.domain.datasets import Reading


class DataOrigin(StrEnum):
    """Where a data set's first rows came from."""

    FILE = "file"
    CHATS = "chats"
    MODEL = "model"
    MADE = "made"  # of other data sets: mixed, or a part of one


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """One state of a data set, which never changes. The first may be a file of the user.

    `parent` is the version it was made of (0: none), by `changes` in their order. `left_out` rows of the
    parent could not be carried over, because they could not be read at all. `sha256` is of the file;
    `size_bytes` and `written_ns` are as the file had them, to see that somebody else wrote to it since.
    `remarks` are sentences about what happened on the way. A file that was taken up just now has no
    `sha256` and no `rows` until it was read through: it is not `counted`.
    """

    number: int
    made_at: datetime
    path: Path
    reading: Reading
    rows: int
    sha256: str
    parent: int = 0
    changes: tuple[AnyChange, ...] = ()
    left_out: int = 0
    note: str = ""
    remarks: tuple[str, ...] = ()
    size_bytes: int = 0
    written_ns: int = 0

    @property
    def counted(self) -> bool:
        """Whether its rows are known."""
        return bool(self.sha256)


class DataSet(msgspec.Struct, frozen=True, kw_only=True):
    """A data set with its versions, oldest first; `current` is the number of the one in use.

    `id` is the name of its folder. `source` is the user's file, or the file that chats collect rows in
    (None: there is none); `fresh_rows` that chats collected are not in the version in use. `source_changed`
    when the user's file was written to since it was read last, `source_missing` when it is gone. `trouble`
    is a sentence when the data set cannot be used (its description is damaged, or of a newer Hone); it may
    have no version then, and is only to be shown.
    """

    id: str
    name: str
    made_at: datetime
    origin: DataOrigin
    versions: tuple[Version, ...]
    current: int
    source: Path | None = None
    fresh_rows: int = 0
    note: str = ""
    trashed_at: datetime | None = None
    source_changed: bool = False
    source_missing: bool = False
    trouble: str = ""

    @property
    def version(self) -> Version:
        """The version in use."""
        return self.of(self.current)

    def of(self, number: int) -> Version:
        """The version of this number; raises StopIteration when there is none."""
        return next(each for each in self.versions if each.number == number)

    @property
    def changed_at(self) -> datetime:
        """When something was last made of it."""
        return max((each.made_at for each in self.versions), default=self.made_at)
