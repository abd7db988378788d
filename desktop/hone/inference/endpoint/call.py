"""One request in the making, and how any thread can end it."""

from __future__ import annotations

import contextlib
import socket
import threading
from weakref import WeakValueDictionary


class CallCancelled(Exception):
    """The call was ended by `cancel`; never reaches a person."""


class Call:
    """Holds the socket that a request waits on, so that cancelling it wakes the waiting thread at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cancelled = threading.Event()
        self._socket: socket.socket | None = None

    @property
    def cancelled(self) -> bool:
        """Whether it was cancelled."""
        return self._cancelled.is_set()

    @property
    def held(self) -> socket.socket | None:
        """The socket that is waited on now."""
        return self._socket

    def cancel(self) -> None:
        """End the call from any thread; a thread that reads or connects wakes up."""
        self._cancelled.set()
        with self._lock:
            _shut(self._socket)

    def hold(self, waited_on: socket.socket | None) -> None:
        """Take note of the socket that is waited on now; None before it goes back to others."""
        with self._lock:
            self._socket = waited_on
            if self.cancelled:
                _shut(waited_on)

    def wait(self, seconds: float) -> None:
        """Wait; raises CallCancelled when it is cancelled meanwhile."""
        if self._cancelled.wait(seconds):
            raise CallCancelled

    def check(self) -> None:
        """Raise CallCancelled when it was cancelled."""
        if self.cancelled:
            raise CallCancelled


class Calls:
    """The calls of now by request id. One that nobody iterates any more is forgotten by itself."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._calls: WeakValueDictionary[str, Call] = WeakValueDictionary()

    def begin(self, request_id: str) -> Call:
        """Return a new call that `cancel` finds."""
        with self._lock:
            call = self._calls[request_id] = Call()
        return call

    def cancel(self, request_id: str) -> None:
        """Cancel the call of a request, if there is one."""
        with self._lock:
            call = self._calls.get(request_id)
        if call is not None:
            call.cancel()

    def cancel_all(self) -> None:
        """Cancel every call."""
        with self._lock:
            calls = list(self._calls.values())
        for call in calls:
            call.cancel()


def _shut(waited_on: socket.socket | None) -> None:
    """Shut a socket down without closing it: closing does not wake a thread that reads on Linux.

    The plain socket's method, because that of an SSLSocket takes away what the other thread reads with.
    """
    if waited_on is not None:
        with contextlib.suppress(OSError):
            socket.socket.shutdown(waited_on, socket.SHUT_RDWR)
