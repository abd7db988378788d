"""What carries messages to an MCP server and back."""

from __future__ import annotations

import queue
import threading
from typing import Protocol

from hone.errors import HoneError
from hone.workers.tools.mcp.protocol import Message


class Transport(Protocol):
    """Carries messages; raises HoneError when the server is gone."""

    def send(self, message: Message, seconds: float) -> None:
        """Send a message; the answer comes through `receive`."""

    def receive(self, seconds: float) -> Message | None:
        """Wait for a message; None when there was none in that time."""

    def agreed(self, version: str) -> None:
        """Take note of the version of the protocol that both speak."""

    def close(self) -> None:
        """End the connection, and the server where it was started here."""


MOST_WAITING = 16
"""Messages that nobody has taken yet; who brings more waits, and so in the end the server does."""


class Inbox:
    """Messages that have come, and the reason why no more will."""

    def __init__(self) -> None:
        self._room = threading.Semaphore(MOST_WAITING)
        self._queue: queue.SimpleQueue[Message | HoneError] = queue.SimpleQueue()
        self._over: HoneError | None = None

    def put(self, message: Message) -> None:
        """Add a message, once there is room for it; from any thread."""
        self._room.acquire()
        self._queue.put(message)

    def end(self, reason: HoneError) -> None:
        """Say why no more will come; from any thread."""
        self._queue.put(reason)

    def take(self, seconds: float) -> Message | None:
        """Wait for a message; raises the reason when no more will come."""
        if self._over is not None:
            raise self._over
        try:
            found = self._queue.get(timeout=max(0.0, seconds))
        except queue.Empty:
            return None
        if isinstance(found, HoneError):
            self._over = found
            raise found
        self._room.release()
        return found
