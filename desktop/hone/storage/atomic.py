"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from hone.errors import HoneError

_WINDOWS_RETRY_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)


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


def replace(source: Path, target: Path) -> None:
    """Rename over `target`; on Windows virus scanners hold files briefly, so it is tried for 2.5 seconds."""
    for pause in _WINDOWS_RETRY_SECONDS if sys.platform == "win32" else ():
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    source.replace(target)


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` durable; Windows has no such call and needs none."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


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


def cannot_write(path: Path, error: OSError) -> HoneError:
    """Say in a sentence why `path` could not be written."""
    if error.errno == errno.ENOSPC:
        return HoneError(
            f"The disk is full: {path} could not be written.",
            hint="Free some space and try again; what was saved before is unharmed.",
            detail=str(error),
        )
    return HoneError(
        f"{path} could not be written: {error.strerror or error}.",
        hint="Check that the folder exists and that you may write to it.",
        detail=str(error),
    )
