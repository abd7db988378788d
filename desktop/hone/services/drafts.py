"""The wizard's draft: kept on disk, so that closing the window loses no choice."""

from __future__ import annotations

import threading

from hone.errors import BadInput
from hone.storage.atomic import cannot_read, cannot_write, set_aside, write_whole
from hone.storage.paths import Paths
from hone.tuning.draft import Draft, draft_from_toml, draft_to_toml


class DraftService:
    """One draft per user. Safe from any thread."""

    def __init__(self, paths: Paths) -> None:
        self._file = paths.data / "drafts" / "fine_tune.toml"
        self._lock = threading.Lock()

    def load(self) -> Draft:
        """Return the draft, an empty one when there is none; a damaged file is set aside.

        Raises HoneError naming the file when it cannot be read.
        """
        with self._lock:
            try:
                text = self._file.read_text(encoding="utf-8", errors="replace")
            except FileNotFoundError:
                return Draft()
            except OSError as error:
                raise cannot_read(self._file, error) from error
            try:
                return draft_from_toml(text)
            except BadInput:
                set_aside(self._file)
                return Draft()

    def save(self, draft: Draft) -> None:
        """Keep a draft; raises HoneError when the disk is full."""
        with self._lock:
            write_whole(self._file, draft_to_toml(draft))

    def clear(self) -> None:
        """Forget the draft, once a run was made of it."""
        with self._lock:
            try:
                self._file.unlink(missing_ok=True)
            except OSError as error:
                raise cannot_write(self._file, error) from error
