"""Whether a file, or a folder of files, is still what it was when it was read."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import msgspec

from hone.storage.atomic import cannot_read

_MOST_FILES = 20_000
_CHUNK = 2**20


class SourceState(msgspec.Struct, frozen=True):
    """How large it is and when it was last written, in nanoseconds; of a folder, of all its files."""

    size_bytes: int = 0
    written_ns: int = 0


def state_of(path: Path) -> SourceState | None:
    """Look at a file or folder without reading it; None when it is gone or may not be seen."""
    try:
        if not path.is_dir():
            found = path.stat()
            return SourceState(found.st_size, found.st_mtime_ns)
        size = last = seen = 0
        for folder, _, names in os.walk(path):
            for name in names:
                each = Path(folder, name).lstat()
                size, last, seen = size + each.st_size, max(last, each.st_mtime_ns), seen + 1
            if seen > _MOST_FILES:
                break
        return SourceState(size, last)
    except OSError:
        return None


def digest_of(path: Path, size: int = -1) -> str:
    """Return the SHA-256 of a file's first `size` bytes, of all of them without."""
    digest, left = hashlib.sha256(), size
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK if left < 0 else min(_CHUNK, left)):
                digest.update(chunk)
                left -= len(chunk) if left >= 0 else 0
    except OSError as error:
        raise cannot_read(path, error) from error
    return digest.hexdigest()
