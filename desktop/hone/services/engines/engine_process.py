"""An engine's worker with many requests in it: each event goes to the one who asked."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from pathlib import Path

from hone.domain.generation import ModelLoaded, Progress, ReplyEvent
from hone.errors import BadInput, HoneError, WorkerLost
from hone.ipc.messages import Command, Event, Failed, Heartbeat, LoadModel, Ready, encode
from hone.ipc.process import WorkerProcess
from hone.services.engines.mailbox import Mailbox

SILENT_SECONDS = 12.0


class EngineProcess:
    """A worker and who waits for it; safe from any thread, and no call waits for the worker but `end`.

    Commands are written by a thread of their own: a suspended worker reads nothing, and who asks it to
    stop must not hang on a full pipe. `on_end` is called once when the worker is gone.
    """

    def __init__(self, name: str, log: Path, on_end: Callable[[EngineProcess], None]) -> None:
        self.name = name
        self._lock = threading.Lock()
        self._guests: set[Mailbox] = set()
        self._routes: dict[str, Mailbox] = {}
        self._outgoing: queue.SimpleQueue[Command | None] = queue.SimpleQueue()
        self._facts: ModelLoaded | None = None
        self._error: HoneError | None = None
        self._verdict: HoneError | None = None
        self._on_end = on_end
        self._asked_at = self._told_at = self._beat_at = time.monotonic()
        self._step_seconds = 0.0
        self._process = WorkerProcess(name, log, nice=1, deliver=self._on_event)  # someone waits for it
        threading.Thread(target=self._write, name=f"{name}-stdin", daemon=True).start()

    @property
    def pid(self) -> int:
        """Process id of the worker."""
        return self._process.pid

    @property
    def usable(self) -> bool:
        """Whether the worker lives and has not given up."""
        return self._error is None and self._verdict is None and self._process.alive

    @property
    def facts(self) -> ModelLoaded | None:
        """What the worker told of its model; None while there is none."""
        return self._facts

    def load(self, command: LoadModel) -> None:
        """Ask for a model; its ModelLoaded goes to all guests. Raises BadInput as `encode` does."""
        encode(command)  # before anything changes
        with self._lock:
            self._facts = None
        self.post(command)

    def join(self, guest: Mailbox) -> ModelLoaded | None:
        """Tell `guest` of loading and of the worker's end from now on; returns the facts if there are any."""
        with self._lock:
            self._guests.add(guest)
            if self._error is not None:
                guest.close(self._error)
            return self._facts

    def leave(self, guest: Mailbox) -> None:
        """Tell `guest` nothing more."""
        with self._lock:
            self._guests.discard(guest)

    @property
    def is_deserted(self) -> bool:
        """Whether nobody waits for anything here."""
        return not self._guests

    def route(self, request_id: str, guest: Mailbox) -> None:
        """Bring the events of one request to `guest`."""
        with self._lock:
            self._routes[request_id] = guest

    def forget(self, request_id: str) -> None:
        """Drop what still comes of a request."""
        with self._lock:
            self._routes.pop(request_id, None)

    def post(self, command: Command) -> None:
        """Send a command, soon; a worker that is gone tells it by its end."""
        self._asked_at = time.monotonic()
        self._outgoing.put(command)

    def silence(self) -> str:
        """Return a sentence when a worker that has work gives no sign of life or of progress, else ""."""
        now = time.monotonic()
        quiet = now - max(self._told_at, self._asked_at)
        if quiet < SILENT_SECONDS:
            return ""
        if now - max(self._beat_at, self._asked_at) >= SILENT_SECONDS:
            return f"The engine has not answered for {quiet:.0f} s: it hangs or is suspended. You can stop it"
        if self._step_seconds >= SILENT_SECONDS:
            return f"The engine has shown no progress for {quiet:.0f} s. You can wait, or stop it"
        return ""

    def end(self, verdict: HoneError | None = None) -> None:
        """End the worker and wait until it is gone; with a `verdict` it is killed, and guests get that."""
        self._verdict = verdict or WorkerLost("The engine was ended.", "Send again: it starts anew.")
        self._outgoing.put(None)
        if verdict is None:
            self._process.close()
        else:
            self._process.kill()

    def _write(self) -> None:
        while (command := self._outgoing.get()) is not None:
            try:
                self._process.send(command)
            except WorkerLost:
                return  # the reading thread tells the guests

    def _on_event(self, process: WorkerProcess, event: Event | None) -> None:
        """Pass an event on, in the thread that reads the pipe."""
        if isinstance(event, Heartbeat):
            self._beat_at, self._step_seconds = time.monotonic(), event.step_seconds
            return
        self._told_at = time.monotonic()
        if event is None:
            self._over(self._verdict or process.lost())
        elif isinstance(event, Failed):
            kind = BadInput if event.bad_input else HoneError
            self._over(kind(event.message, event.hint, event.detail))
        elif isinstance(event, ModelLoaded) or (isinstance(event, Progress) and not event.request_id):
            self._tell_all(event)
        elif not isinstance(event, Ready):
            self._tell_one(event)

    def _tell_one(self, event: Event) -> None:
        guest = self._routes.get(getattr(event, "request_id", ""))
        if guest is not None and isinstance(event, ReplyEvent):
            guest.put(event)

    def _tell_all(self, event: ModelLoaded | Progress) -> None:
        with self._lock:
            if isinstance(event, ModelLoaded):
                self._facts = event
            for guest in self._guests:
                guest.put(event)

    def _over(self, error: HoneError) -> None:
        with self._lock:
            if self._error is not None:
                return
            self._error, self._facts = error, None
            for guest in self._guests:
                guest.close(error)
        self._on_end(self)
