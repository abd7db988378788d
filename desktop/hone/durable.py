"""Renames that last, and why a file could not be written: for all who write beside and then rename."""

from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path

from hone.errors import HoneError

_WINDOWS_RETRY_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)


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
