"""Unloading an engine that nobody has used for a while."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from hone.domain.settings import Settings
from hone.errors import HoneError
from hone.storage.settings import SettingsStore

_LOG = logging.getLogger(__name__)


class IdleClock:
    """Calls `unload` `unload_minutes` (a setting) after `start`; safe from any thread."""

    def __init__(self, settings: SettingsStore | None, unload: Callable[[], None]) -> None:
        self._settings = settings
        self._unload = unload
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None

    def start(self) -> None:
        """Begin to count anew."""
        minutes = (self._settings.get() if self._settings else Settings()).unload_minutes
        with self._lock:
            self._drop()
            if minutes <= 0:
                return
            self._timer = threading.Timer(minutes * 60, self._ring)
            self._timer.daemon = True
            self._timer.start()

    def stop(self) -> None:
        """Count no more."""
        with self._lock:
            self._drop()

    def _drop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _ring(self) -> None:
        try:
            self._unload()
        except HoneError as error:
            _LOG.warning("an idle engine could not be unloaded: %s", error)
