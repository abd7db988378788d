"""A file that is written whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from hone.durable import cannot_write, replace, sync_folder


class TargetFile:
    """A file that is being written; `sha256` is of what was written so far."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self._path = path
        self._file = file
        self._digest = hashlib.sha256()

    @property
    def sha256(self) -> str:
        """The digest, in hexadecimal."""
        return self._digest.hexdigest()

    def write(self, data: bytes) -> None:
        """Write further bytes; raises HoneError when the disk is full."""
        with told(self._path):
            self._file.write(data)
        self._digest.update(data)


@contextmanager
def target_file(path: Path) -> Iterator[TargetFile]:
    """Write beside `path`; what was there before is replaced at the end, when all went well.

    Raises HoneError naming the file when the disk is full or the folder cannot be written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with told(path):
        file = beside.open("wb")
    try:
        yield TargetFile(path, file)
        with told(path):
            file.flush()
            os.fsync(file.fileno())
            file.close()
            replace(beside, path)
            sync_folder(path.parent)
    finally:
        with contextlib.suppress(OSError):  # what is buffered still has no room on a full disk
            file.close()
        with contextlib.suppress(OSError):  # it was renamed, or the disk refuses this too
            beside.unlink()


class WorkingRoom:
    """A folder for what is written on the way, on the disk of `target`; made when it is needed."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._folder: Path | None = None

    def place(self, name: str) -> Path:
        """Return the place of a file in it."""
        if self._folder is None:
            with told(self._target):
                self._folder = Path(tempfile.mkdtemp(prefix=".hone-", dir=self._target.parent))
        return self._folder / name

    def __enter__(self) -> WorkingRoom:
        return self

    def __exit__(self, *_: object) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Say in a sentence why writing `path` failed."""
    try:
        yield
    except OSError as error:
        raise cannot_write(path, error) from error
