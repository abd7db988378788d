"""Ctrl+C as a request: the first one asks the work to end well, the second ends the command."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def interrupt_calls(stop: Callable[[], None], told: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Call `stop` in a thread of its own at the first Ctrl+C or SIGTERM; raise at the second.

    A handler runs between any two instructions of the main thread, which may hold the very lock that
    `stop` needs, hence the thread. `told` may print a line.
    """
    asked = threading.Event()

    def handle(number: int, frame: FrameType | None) -> None:
        if asked.is_set():
            raise KeyboardInterrupt
        asked.set()
        told()
        threading.Thread(target=stop, name="stop", daemon=True).start()

    before = [(each, signal.signal(each, handle)) for each in _SIGNALS]
    try:
        yield
    finally:
        for each, handler in before:
            signal.signal(each, handler)
