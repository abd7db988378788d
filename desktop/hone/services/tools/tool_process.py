"""A worker of tools seen from outside: one question at a time, ended when it takes too long or too much."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import psutil

from hone.domain.generation import Progress, RequestFailed
from hone.errors import BadInput, HoneError, Stopped, WorkerLost
from hone.ipc.messages import Command, Event, Ready, ServerToolsChanged
from hone.ipc.process import WorkerProcess

Answer = TypeVar("Answer", bound=Event)

START_SECONDS = 30.0
MEMORY_BYTES = 2 * 2**30
LARGEST_LOG = 4 * 2**20
_LOOK_SECONDS = 0.2

Tell = Callable[[Progress], object]
Wanted = Callable[[], bool]


def new_request_id() -> str:
    """Return an id for a question."""
    return secrets.token_hex(8)


class ToolProcess:
    """Starts its worker when it is first asked, and again after it was ended. Safe from any thread.

    `what` names it in sentences. Questions wait for each other; `stop` ends the one under way.
    """

    def __init__(
        self, what: str, log: Path, memory_bytes: int = MEMORY_BYTES, command: list[str] | None = None
    ) -> None:
        self._what = what
        self._log = log
        self._memory = memory_bytes
        self._command = command
        self._worker: WorkerProcess | None = None
        self._turn = threading.Lock()
        self._stopped = False
        self.tools_changed = False

    @property
    def alive(self) -> bool:
        """Whether the worker runs."""
        worker = self._worker
        return worker is not None and worker.alive

    @property
    def log(self) -> Path:
        """Where the worker, and the server in it, write what they do."""
        return self._log

    def ask(
        self,
        command: Command,
        kind: type[Answer],
        seconds: float,
        tell: Tell | None = None,
        wanted: Wanted = lambda: True,
    ) -> Answer:
        """Ask and wait; raises HoneError with a sentence, Stopped when `stop` or `wanted` ended it.

        A worker that fails otherwise than by answering is ended; the next question starts another. `wanted`
        is looked at again and again, also while another question is under way.
        """
        while not self._turn.acquire(timeout=_LOOK_SECONDS):
            self._check_wanted(wanted)
        try:
            self._check_wanted(wanted)
            self._stopped = False
            try:
                worker = self._running()
                worker.send(command)
                answer = self._wait(worker, command, kind, seconds, tell, wanted)
            except HoneError as error:
                self._end()
                if self._stopped:
                    raise Stopped(f"{self._what} was stopped.") from error
                if isinstance(error, WorkerLost):
                    raise HoneError(
                        f"{self._what} crashed and was ended.",
                        hint=f"Its log is {self._log}.",
                        detail=error.detail,
                    ) from error
                raise
        finally:
            self._turn.release()
        if isinstance(answer, RequestFailed):
            raise (BadInput if answer.bad_input else HoneError)(answer.message, answer.hint, answer.detail)
        return answer

    def stop(self) -> None:
        """End the question that is under way; safe at any time, from any thread."""
        worker = self._worker
        if worker is not None and self._turn.locked():
            self._stopped = True
            worker.kill()

    def look(self) -> None:
        """Take what came unasked, without waiting; raises HoneError when the worker has ended."""
        if not self._turn.acquire(blocking=False):
            return
        try:
            worker = self._worker
            while worker is not None and (event := worker.next_event(timeout=0.0)) is not None:
                self._note(event)
        except HoneError:
            self._end()
            raise
        finally:
            self._turn.release()

    def close(self) -> None:
        """End the worker; may be called twice."""
        self.stop()
        with self._turn:
            self._end(grace=7.0)

    def _running(self) -> WorkerProcess:
        if self._worker is None or not self._worker.alive:
            self._end()
            _keep_small(self._log)
            self._worker = WorkerProcess("tools", self._log, command=self._command)
            end = time.monotonic() + START_SECONDS
            while not isinstance(self._worker.next_event(timeout=_LOOK_SECONDS), Ready):
                if time.monotonic() > end:
                    raise HoneError(f"{self._what} did not start in time.", hint="Try again.")
        return self._worker

    def _check_wanted(self, wanted: Wanted) -> None:
        if not wanted():
            raise Stopped(f"{self._what} was stopped.")

    def _wait(
        self,
        worker: WorkerProcess,
        command: Command,
        kind: type[Answer],
        seconds: float,
        tell: Tell | None,
        wanted: Wanted,
    ) -> Answer | RequestFailed:
        request_id = getattr(command, "request_id", "")
        end = time.monotonic() + seconds
        while True:
            self._check_wanted(wanted)
            event = worker.next_event(timeout=_LOOK_SECONDS)
            if isinstance(event, RequestFailed) and event.request_id == request_id:
                return event
            if isinstance(event, kind) and getattr(event, "request_id", "") == request_id:
                return event
            if isinstance(event, Progress) and tell is not None:
                tell(event)
            if event is not None:
                self._note(event)
            if time.monotonic() > end:
                raise HoneError(
                    f"{self._what} took longer than {seconds:.0f} seconds and was ended.",
                    hint="Ask for less at once.",
                )
            if event is None and _memory_of(worker.pid) > self._memory:
                raise HoneError(
                    f"{self._what} took too much memory and was ended.", hint="Ask for less at once."
                )

    def _note(self, event: Event) -> None:
        if isinstance(event, ServerToolsChanged):
            self.tools_changed = True

    def _end(self, grace: float = 0.0) -> None:
        worker, self._worker = self._worker, None
        self.tools_changed = False
        if worker is None:
            return
        if grace:
            # Asked, it ends its server with all that this started; at the end of its pipe it just ends.
            worker.request_stop()
            end = time.monotonic() + grace
            while worker.alive and time.monotonic() < end:
                time.sleep(0.01)
        worker.kill()
        worker.close()


def _memory_of(pid: int) -> int:
    """Return the resident memory of the worker alone, in bytes; 0 when it is gone."""
    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0


def _keep_small(log: Path) -> None:
    """Begin a log anew that has grown large."""
    if log.is_file() and log.stat().st_size > LARGEST_LOG:
        log.write_bytes(b"")
