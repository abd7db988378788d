"""An inspector seen from outside: one question at a time, ended when it hangs, grows or is stopped."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TypeVar, cast

import msgspec
import psutil

from hone.domain.generation import Progress, RequestFailed
from hone.errors import BadInput, HoneError, Stopped, WorkerLost
from hone.ipc.data_messages import DataCommand
from hone.ipc.messages import Cancel, Command, Event, Ready
from hone.ipc.process import WorkerProcess

Answer = TypeVar("Answer", bound=Event)
Tell = Callable[[int, int], None]
"""Hears how many rows are done, and of how many (0: not known)."""

START_SECONDS = 60.0
STOP_SECONDS = 0.2
MEMORY_BYTES = 4 * 2**30
_BYTES_PER_SECOND = 20 * 2**20
_LOOK_SECONDS = 0.25


_asker: ContextVar[object] = ContextVar("asker", default=None)


@contextmanager
def asked_by(asker: object) -> Iterator[None]:
    """Let the questions that this thread asks meanwhile be those of `asker`, who alone may stop them."""
    before = _asker.set(asker)
    try:
        yield
    finally:
        _asker.reset(before)


class InspectorProcess:
    """Starts its worker when it is first asked, and again after it was ended. Safe from any thread.

    Questions wait for each other. What the worker answers, also that a file is unfit, leaves it alive with
    all that it has loaded. `nice` is its priority among all programs (0: that of the window).
    """

    def __init__(
        self, log: Path, silence_seconds: float, memory_bytes: int = MEMORY_BYTES, nice: int = 10
    ) -> None:
        self._log = log
        self._silence = silence_seconds
        self._memory = memory_bytes
        self._nice = nice
        self._worker: WorkerProcess | None = None
        self._calls: list[_Call] = []  # the one under way, and those that wait for their turn
        self._turn = threading.Lock()

    def ask(self, command: DataCommand, kind: type[Answer], path: Path, tell: Tell | None = None) -> Answer:
        """Send a command about `path` and wait for its answer, as long as the worker gives signs of life.

        Raises HoneError with a sentence, BadInput about what was given, Stopped when `stop` ended it.
        """
        call = _Call(path, secrets.token_hex(8), _asker.get())
        self._calls.append(call)
        try:
            return self._ask_in_turn(call, command, kind, tell)
        finally:
            self._calls.remove(call)

    def _ask_in_turn(
        self, call: _Call, command: DataCommand, kind: type[Answer], tell: Tell | None
    ) -> Answer:
        with self._turn:
            if call.stopping:
                raise call.stopped()
            asked = msgspec.structs.replace(command, request_id=call.id)
            answer: Answer | RequestFailed | None = None
            try:
                answer = self._converse(call, cast("Command", asked), kind, tell)
            except WorkerLost as error:
                raise call.stopped() if call.stopping else _lost(call.path, error) from error
            finally:
                call.finish()
                if answer is None:
                    self._end()
        if isinstance(answer, RequestFailed):
            if call.stopping:
                raise call.stopped()
            raise (BadInput if answer.bad_input else HoneError)(answer.message, answer.hint, answer.detail)
        return answer

    def stop(self, asker: object = None) -> None:
        """End the questions of this asker (None: of all), also those that wait, within `STOP_SECONDS`.

        Safe at any time, from any thread.
        """
        for call in tuple(self._calls):
            if asker is None or call.asker is asker:
                call.stop()

    def close(self) -> None:
        """End the worker; may be called twice."""
        self._end()

    def _converse(
        self, call: _Call, command: Command, kind: type[Answer], tell: Tell | None
    ) -> Answer | RequestFailed:
        worker = self._running(call)
        call.begin(worker)
        worker.send(command)
        patience = self._silence + _size(call.path) / _BYTES_PER_SECOND
        last = time.monotonic()
        while True:
            event = worker.next_event(timeout=min(_LOOK_SECONDS, patience))
            if isinstance(event, kind | RequestFailed):
                return event
            if isinstance(event, Progress) and tell is not None:
                tell(int(event.done), int(event.total))
            if event is not None:
                last = time.monotonic()
                continue
            if time.monotonic() - last > patience:
                worker.kill()
                raise _too_slow(call.path)
            if _memory_of(worker.pid) > self._memory:
                worker.kill()
                raise _too_large(call.path, self._memory)

    def _running(self, call: _Call) -> WorkerProcess:
        if self._worker is None or not self._worker.alive:
            self._end()
            self._worker = WorkerProcess("inspector", self._log, nice=self._nice)
            end = time.monotonic() + START_SECONDS
            while not isinstance(self._worker.next_event(timeout=_LOOK_SECONDS), Ready):
                if time.monotonic() > end:
                    raise HoneError("The process that reads data did not start in time.", hint="Try again.")
                if call.stopping:
                    raise call.stopped()
        return self._worker

    def _end(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.close()


class _Call:
    """One question: which worker has it, and whether it was stopped."""

    def __init__(self, path: Path, call_id: str, asker: object) -> None:
        self.path = path
        self.id = call_id
        self.asker = asker
        self.stopping = False
        self._worker: WorkerProcess | None = None
        self._lock = threading.Lock()

    def begin(self, worker: WorkerProcess) -> None:
        """Note the worker that is asked; raises Stopped when nobody wants the answer any more."""
        with self._lock:
            if self.stopping:
                raise self.stopped()
            self._worker = worker

    def stop(self) -> None:
        """Ask the worker to end the question, and kill it when that takes too long."""
        with self._lock:
            self.stopping, worker = True, self._worker
        if worker is None:
            return
        try:
            worker.send(Cancel(request_id=self.id))
        except WorkerLost:
            return
        timer = threading.Timer(STOP_SECONDS, self._kill)
        timer.daemon = True
        timer.start()

    def finish(self) -> None:
        """Note that there is an answer; the worker is left alone from now on."""
        with self._lock:
            self._worker = None

    def stopped(self) -> Stopped:
        """Say that a person ended it."""
        return Stopped(f"Looking at {self.path.name} was stopped.")

    def _kill(self) -> None:
        with self._lock:
            if self._worker is not None:
                self._worker.kill()


def _lost(path: Path, error: WorkerLost) -> WorkerLost:
    return WorkerLost(
        f"Looking at {path.name} failed: the process that reads data ended unexpectedly.",
        hint="Try again. If that does not help, the file may be damaged, or memory too small for it.",
        detail=f"{error.message}\n{error.detail}",
    )


def _too_slow(path: Path) -> HoneError:
    return HoneError(
        f"Looking at {path.name} took too long and was ended.",
        hint="Try a smaller file. Where rows were rendered for a model, its tokenizer may be at fault.",
    )


def _too_large(path: Path, memory: int) -> HoneError:
    return HoneError(
        f"Looking at {path.name} took more than {memory / 2**30:.1f} GB of memory and was ended.",
        hint="Is one of its rows very large? Split the file, or save it as JSON lines.",
    )


def _memory_of(pid: int) -> int:
    """Return the resident memory of a worker with its children, in bytes; 0 when it is gone."""
    try:
        process = psutil.Process(pid)
        return sum(each.memory_info().rss for each in (process, *process.children(recursive=True)))
    except psutil.Error:
        return 0


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
