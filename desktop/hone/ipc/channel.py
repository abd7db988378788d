"""A worker's end of the pipes: commands from stdin, events to stdout, everything else to the log.

File descriptor 1 is given to the log at once, so that a library that prints cannot break the protocol.
A thread blocks on stdin; end-of-file means that the parent is gone, and the process ends within
milliseconds, whatever it is doing (measured: 10 ms after a kill -9 of the parent).
"""

from __future__ import annotations

import ctypes
import os
import queue
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import BinaryIO

import msgspec

from hone.domain.generation import RequestFailed, Tagged
from hone.ipc.messages import (
    LONGEST_LINE,
    Cancel,
    Command,
    Event,
    Failed,
    Heartbeat,
    Stop,
    decode_command,
    encode,
)

ORPHANED = 97
HEARTBEAT_SECONDS = 4.0
_REMEMBERED = 10_000  # cancelled requests; far more than can run at once


class Channel:
    """Typed messages to and from the parent process."""

    def __init__(self, source: BinaryIO, sink: BinaryIO) -> None:
        self._source = source
        self._sink = sink
        self._lock = threading.Lock()
        self._commands: queue.SimpleQueue[Command] = queue.SimpleQueue()
        self._cancelled: dict[str, None] = {}
        self._at_work = threading.Event()
        self._step_began = 0.0
        self.stop_requested = threading.Event()

    @classmethod
    def of_this_process(cls) -> Channel:
        """Take over stdin and stdout of this process, and start listening."""
        sink = os.fdopen(os.dup(1), "wb")
        os.dup2(2, 1)
        sys.stdout = sys.stderr
        # Ctrl+C in a terminal reaches the whole group; the parent decides what it means for its workers.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        _die_with_parent()
        # A reader of our own: at exit the interpreter aborts over sys.stdin while the thread reads it.
        channel = cls(os.fdopen(os.dup(0), "rb"), sink)
        channel.start(on_end=lambda: os._exit(ORPHANED))
        return channel

    def start(self, on_end: Callable[[], object]) -> None:
        """Listen in a thread; `on_end` is called there when the parent closes the pipe."""
        threading.Thread(target=self._listen, args=(on_end,), name="stdin", daemon=True).start()

    def start_heartbeat(self) -> None:
        """Tell the parent every few seconds that this process lives, while it is at work."""
        threading.Thread(target=self._beat, name="heartbeat", daemon=True).start()

    def step_begins(self) -> None:
        """Note that a piece of work begins now; cheap enough for every step of an engine."""
        self._step_began = time.monotonic()
        if not self._at_work.is_set():
            self._at_work.set()

    def work_is_done(self) -> None:
        """Note that there is no work, so that nobody waits for signs of life."""
        self._at_work.clear()

    def send(self, event: Event | Tagged) -> None:
        """Send one event; safe from any thread. A parent that is gone is noticed by the listener.

        An event that is too large becomes the failure of its request, or of the worker.
        """
        line = encode(event)
        if len(line) > LONGEST_LINE:
            line = encode(_too_large(event, len(line)))
        with self._lock:
            try:
                self._sink.write(line)
                self._sink.flush()  # unbuffered, a long line is cut when the process is suspended meanwhile
            except (BrokenPipeError, ValueError):
                os._exit(ORPHANED)

    def next_command(self, timeout: float | None = None) -> Command | None:
        """Wait for a command; None when `timeout` seconds passed without one."""
        try:
            return self._commands.get(timeout=timeout)
        except queue.Empty:
            return None

    def is_cancelled(self, request_id: str) -> bool:
        """Whether the parent has cancelled this request, or asked the whole worker to stop."""
        return request_id in self._cancelled or self.stop_requested.is_set()

    def _listen(self, on_end: Callable[[], object]) -> None:
        for line in iter(self._source.readline, b""):
            try:
                command = decode_command(line)
            except msgspec.MsgspecError as error:
                print(f"ignored a line that is no command: {error}", file=sys.stderr)
                continue
            if isinstance(command, Stop):
                self.stop_requested.set()
            elif isinstance(command, Cancel):
                self._cancelled[command.request_id] = None
                if len(self._cancelled) > _REMEMBERED:
                    del self._cancelled[next(iter(self._cancelled))]
                continue
            self._commands.put(command)
        on_end()

    def _beat(self) -> None:
        pause = threading.Event()
        while self._at_work.wait():
            pause.wait(HEARTBEAT_SECONDS)
            if self._at_work.is_set():
                self.send(Heartbeat(step_seconds=time.monotonic() - self._step_began))


def _too_large(event: Event | Tagged, size: int) -> RequestFailed | Failed:
    message = f"The answer has {size / 2**20:,.0f} MB, more than fits into one message."
    hint = "Ask for less at once, such as fewer texts or fewer alternatives."
    request_id = getattr(event, "request_id", "")
    if request_id:
        return RequestFailed(request_id=request_id, message=message, hint=hint)
    return Failed(message=message, hint=hint)


def _die_with_parent() -> None:
    """Ask Linux for SIGKILL when the parent dies; elsewhere end-of-file on stdin does it."""
    if sys.platform == "linux":
        pr_set_pdeathsig = 1
        ctypes.CDLL(None, use_errno=True).prctl(pr_set_pdeathsig, signal.SIGKILL, 0, 0, 0)
