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
    parent could not be carried over, because they could not be read at all. `sha256` is of the file.
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


class DataSet(msgspec.Struct, frozen=True, kw_only=True):
    """A data set with its versions, oldest first; `current` is the number of the one in use.

    `id` is the name of its folder. `source` is the user's file, or the file that chats collect rows in
    (None: there is none); `fresh_rows` of that file are in no version yet.
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

    @property
    def version(self) -> Version:
        """The version in use."""
        return next(each for each in self.versions if each.number == self.current)
