"""Requests that were cancelled before anybody knew of them."""

from __future__ import annotations

import threading

REMEMBERED = 256


class Cancellations:
    """Remembers the ids of the last 256 cancelled requests that were not known; safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ids: dict[str, None] = {}

    def add(self, request_id: str) -> None:
        """Remember an id; the oldest is forgotten when there are too many."""
        with self._lock:
            self._ids[request_id] = None
            if len(self._ids) > REMEMBERED:
                del self._ids[next(iter(self._ids))]

    def take(self, request_id: str) -> bool:
        """Forget an id, and return whether it was remembered."""
        with self._lock:
            return self._ids.pop(request_id, self) is None
