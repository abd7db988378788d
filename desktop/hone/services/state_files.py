"""Evaluated conversations on disk: a cache that lets an engine go on without reading everything anew."""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Collection
from pathlib import Path

from hone.domain.settings import Settings
from hone.storage.settings import SettingsStore

_LOG = logging.getLogger(__name__)
_SUFFIX = ".state"


class StateFiles:
    """One file per conversation in a folder, `state_cache_bytes` (a setting) in all; safe from any thread.

    The engine writes them. What was used longest ago goes first; a file that is gone costs only time.
    """

    def __init__(self, folder: Path, settings: SettingsStore | None = None) -> None:
        self._folder = folder
        self._settings = settings

    def path_for(self, conversation_id: str) -> Path | None:
        """Return where a conversation's state is kept, and note its use; None when nothing is to be kept."""
        budget = (self._settings.get() if self._settings else Settings()).state_cache_bytes
        self.trim(budget)
        if budget <= 0:
            return None
        path = self._folder / f"{conversation_id}{_SUFFIX}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if path.exists():
                os.utime(path)
        except OSError as error:
            _LOG.warning("%s cannot be used: %s", self._folder, error)
            return None
        return path

    def forget(self, conversation_id: str) -> None:
        """Delete what is kept of a conversation."""
        for path, _, _ in self._found():
            if _owner(path) == conversation_id:
                _delete(path)

    def keep_only(self, conversation_ids: Collection[str]) -> None:
        """Delete what is kept of conversations that are not among these."""
        for path, _, _ in self._found():
            if _owner(path) not in conversation_ids:
                _delete(path)

    def trim(self, budget: int) -> None:
        """Delete what was used longest ago until at most `budget` bytes are left."""
        files = sorted(self._found(), key=lambda file: file[1])
        total = sum(size for _, _, size in files)
        for path, _, size in files:
            if total <= budget:
                return
            _delete(path)
            total -= size

    def _found(self) -> list[tuple[Path, float, int]]:
        """Return path, time of last use and size of every file, also of one that is half written."""
        found = []
        try:
            for path in self._folder.iterdir():
                with contextlib.suppress(FileNotFoundError):  # the engine has just renamed it
                    status = path.stat()
                    found.append((path, status.st_mtime, status.st_size))
        except FileNotFoundError:
            return found  # no folder yet
        except OSError as error:
            _LOG.warning("%s cannot be read: %s", self._folder, error)
        return found


def _owner(path: Path) -> str:
    return path.name.partition(".")[0]


def _delete(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        _LOG.warning("%s cannot be deleted: %s", path, error)
