"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
from datetime import UTC, datetime
from pathlib import Path

from hone.durable import cannot_write, replace, sync_folder
from hone.errors import HoneError

__all__ = ["cannot_read", "cannot_write", "replace", "set_aside", "sync_folder", "write_whole"]


def write_whole(path: Path, content: bytes | str) -> None:
    """Replace `path` by `content`: written beside, synced, renamed, and the folder synced.

    Raises HoneError naming the file when the disk is full or the folder cannot be written.
    """
    data = content.encode() if isinstance(content, str) else content
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        replace(beside, path)
        sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):  # a disk that cannot be written refuses this too
            beside.unlink()
        raise cannot_write(path, error) from error


def set_aside(path: Path, why: str = "corrupt") -> Path:
    """Rename a file that cannot be used to `<name>.<why>-<time>` and return its new place."""
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    target = path.with_name(f"{path.name}.{why}-{moment}")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{path.name}.{why}-{moment}-{number}")
    try:
        replace(path, target)
    except OSError as error:
        raise cannot_write(target, error) from error
    return target


def cannot_read(path: Path, error: OSError) -> HoneError:
    """Say in a sentence why `path` could not be read."""
    return HoneError(
        f"{path} could not be read: {error.strerror or error}.",
        hint="Check that the file exists and that you may read it.",
        detail=str(error),
    )
