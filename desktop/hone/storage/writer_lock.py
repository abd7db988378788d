"""One writer at a time, over all processes of a user.

SQLite up to 3.51.2 can corrupt a WAL database when two connections write or checkpoint at the same
instant (fixed in 3.51.3, 2026-03-13); window and command line may both be open, so writes take a lock
file first.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hone.errors import HoneError

_PATIENCE_SECONDS = 5.0
_PAUSE_SECONDS = 0.005


class WriterLock:
    """A lock file that the operating system frees when its holder dies."""

    def __init__(self, path: Path, what: str = "the conversations") -> None:
        self.path = path
        self._what = what

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock; raises HoneError when another process keeps it for five seconds."""
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            self._take(handle)
            yield
        finally:
            os.close(handle)

    def _take(self, handle: int) -> None:
        end = time.monotonic() + _PATIENCE_SECONDS
        while not _try_lock(handle):
            if time.monotonic() > end:
                raise HoneError(
                    f"Another Hone is writing to {self._what} and does not finish.",
                    hint="Close the other window or command and try again.",
                    detail=str(self.path),
                )
            time.sleep(_PAUSE_SECONDS)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
