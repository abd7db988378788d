"""The folder that the user granted: opened step by step, so that nothing outside of it can be reached.

Each part of a path is opened below the one before without following links, and is a folder or, at the end, an
ordinary file. Names that begin with a dot are not there. Where the system cannot open relative to a folder
(Windows), the resolved path is compared with the folder instead.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PureWindowsPath
from typing import BinaryIO

from hone.errors import BadInput

_CAN_WALK = os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")
_FOLDER_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_DIRECTORY", 0)
_FILE_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_HIDDEN_ON_WINDOWS = 0x2 | 0x4  # FILE_ATTRIBUTE_HIDDEN, FILE_ATTRIBUTE_SYSTEM


@dataclass(frozen=True)
class FolderEntry:
    """A file or folder: its name, its size in bytes (of files), and when it was changed."""

    name: str
    is_folder: bool
    size: int
    changed: datetime


class GrantedFolder:
    """Reads below one folder. Every method raises BadInput with a sentence for what it refuses."""

    def __init__(self, folder: str) -> None:
        if not folder:
            raise BadInput("No folder was granted in this conversation.")
        self.root = Path(folder)

    def parts(self, written: str) -> tuple[str, ...]:
        """Return the names on the way to what the model wrote, from the granted folder on."""
        text = written.strip().replace("\\", "/") if os.name == "nt" else written.strip()
        if "\0" in text:
            raise self._refused(written)
        path = Path(text)
        if path.is_absolute():
            try:
                path = path.relative_to(self.root)
            except ValueError as error:
                raise self._refused(written) from error
        names = tuple(name for name in path.parts if name != ".")
        if any(name == ".." for name in names) or PureWindowsPath(text).drive:
            raise self._refused(written)
        if any(name.startswith(".") for name in names):
            raise BadInput(f"{written!r} is hidden; hidden files cannot be read."[:300])
        return names

    @contextmanager
    def open_file(self, written: str) -> Iterator[tuple[BinaryIO, int]]:
        """Open an ordinary file for reading; gives it with its size in bytes."""
        *folders, name = self.parts(written) or ("",)
        if not name:
            raise BadInput("This is the folder itself; name a file in it.")
        with self._folder(tuple(folders), written) as place:
            status = self._status(place, name, written)
            if stat.S_ISDIR(status.st_mode):
                raise BadInput(f"{written!r} is a folder."[:300])
            self._check_kind(status, written)
            descriptor = self._open(place, name, _FILE_FLAGS, written)
            with os.fdopen(descriptor, "rb") as file:
                opened = os.fstat(file.fileno())
                self._check_kind(opened, written)  # it may have been replaced since
                yield file, opened.st_size

    def entries(self, written: str = "") -> list[FolderEntry]:
        """Return what is in a folder, without links and hidden names: folders first, by name."""
        with self._folder(self.parts(written), written) as place, os.scandir(place) as listed:
            found = [entry for item in listed if (entry := self._entry(item)) is not None]
        return sorted(found, key=lambda entry: (not entry.is_folder, entry.name.casefold()))

    def _entry(self, item: os.DirEntry[str]) -> FolderEntry | None:
        if item.name.startswith("."):
            return None
        try:
            status = item.stat(follow_symlinks=False)
        except OSError:
            return None
        is_folder = stat.S_ISDIR(status.st_mode)
        if not (is_folder or stat.S_ISREG(status.st_mode)) or _is_hidden(status):
            return None
        changed = datetime.fromtimestamp(status.st_mtime, UTC)
        return FolderEntry(item.name, is_folder, 0 if is_folder else status.st_size, changed)

    @contextmanager
    def _folder(self, names: tuple[str, ...], written: str) -> Iterator[int | str]:
        """Open a folder step by step; gives a descriptor, or a path where there are none."""
        if not _CAN_WALK:
            yield str(self._resolved(names, written))
            return
        descriptor = self._open_root()
        try:
            for name in names:
                below = self._open(descriptor, name, _FOLDER_FLAGS, written)
                os.close(descriptor)
                descriptor = below
            yield descriptor
        finally:
            os.close(descriptor)

    def _open_root(self) -> int:
        try:
            return os.open(self.root, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        except OSError as error:
            raise BadInput(f"The granted folder cannot be read: {error.strerror}.") from error

    def _open(self, place: int | str, name: str, flags: int, written: str) -> int:
        try:
            if isinstance(place, str):
                return os.open(Path(place) / name, flags | getattr(os, "O_BINARY", 0))
            return os.open(name, flags, dir_fd=place)
        except OSError as error:
            raise self._missing(written, error) from error

    def _status(self, place: int | str, name: str, written: str) -> os.stat_result:
        try:
            if isinstance(place, str):
                return (Path(place) / name).lstat()
            return os.stat(name, dir_fd=place, follow_symlinks=False)
        except OSError as error:
            raise self._missing(written, error) from error

    def _resolved(self, names: tuple[str, ...], written: str) -> Path:
        root = self.root.resolve()
        wanted = root.joinpath(*names)
        try:
            found = wanted.resolve(strict=True)
        except OSError as error:
            raise self._missing(written, error) from error
        if found != wanted or not found.is_relative_to(root):
            raise self._refused(written)
        return found

    def _check_kind(self, status: os.stat_result, written: str) -> None:
        if stat.S_ISLNK(status.st_mode):
            raise BadInput(f"{written!r} is a link; links are not followed."[:300])
        if not stat.S_ISREG(status.st_mode) or _is_hidden(status):
            raise BadInput(f"{written!r} is no ordinary file."[:300])

    def _missing(self, written: str, error: OSError) -> BadInput:
        if isinstance(error, FileNotFoundError):
            return BadInput(f"There is no {written!r} in the folder."[:300], hint="List the folder first.")
        return BadInput(f"{written!r} cannot be opened: {error.strerror or error}."[:300])

    def _refused(self, written: str) -> BadInput:
        return BadInput(
            f"{written!r} is outside of the granted folder."[:300],
            hint="Write paths from that folder on, such as notes/plan.md.",
        )


def _is_hidden(status: os.stat_result) -> bool:
    return bool(getattr(status, "st_file_attributes", 0) & _HIDDEN_ON_WINDOWS)
