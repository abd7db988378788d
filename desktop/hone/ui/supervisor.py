"""Long work beside the window: a supervisor loops over a service's events in a background thread.

Everything arrives in the window's thread, in order. A flood of events is collected for 30 ms, the first one
is told at once, and neighbours may be merged, so that 200 tokens a second repaint the view 30 times.
Stopping is a direct call on the service, which is safe from any thread; nothing is queued behind the loop.
"""

from __future__ import annotations

import logging
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar, TypeVar
from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, QThread, QThreadPool, QTimer, Signal, Slot
from shiboken6 import isValid

from hone.errors import HoneError, Stopped

BATCH_SECONDS = 0.03
_LOG = logging.getLogger(__name__)

T = TypeVar("T")

Factory = Callable[[], Iterable[object]]
Merge = Callable[[object, object], object | None]


class Mailbox:
    """Events on their way from the loop to the window; safe from both threads."""

    def __init__(self, merge: Merge | None = None) -> None:
        self._merge = merge
        self._lock = threading.Lock()
        self._events: list[object] = []

    def put(self, event: object) -> bool:
        """Add an event, merged with the last one when they go together; whether the box was empty."""
        with self._lock:
            was_empty = not self._events
            if self._merge is not None and self._events:
                merged = self._merge(self._events[-1], event)
                if merged is not None:
                    self._events[-1] = merged
                    return False
            self._events.append(event)
            return was_empty

    def take(self) -> list[object]:
        """Empty the box."""
        with self._lock:
            events, self._events = self._events, []
            return events


class _Loop(QObject):
    """The part of a supervisor that lives in the background thread."""

    arrived = Signal()
    over = Signal(object)

    def __init__(self, mailbox: Mailbox, factory: Factory) -> None:
        super().__init__()
        self._mailbox = mailbox
        self._factory = factory

    @Slot()
    def run(self) -> None:
        """Loop over what the factory makes; one of the three doors where any exception ends."""
        problem: HoneError | None = None
        try:
            for event in self._factory():
                if self._mailbox.put(event):
                    self.arrived.emit()
        except HoneError as error:
            problem = error
        except Exception as error:  # noqa: BLE001
            problem = unexpected(error)
        self.over.emit(problem)


class Supervisor(QObject):
    """Runs one iterator at a time. All signals come in the thread of the window."""

    arrived = Signal(object)
    batch_ended = Signal()
    failed = Signal(object)
    ended = Signal()
    _known: ClassVar[WeakSet[Supervisor]] = WeakSet()

    def __init__(self, merge: Merge | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mailbox = Mailbox(merge)
        self._thread: QThread | None = None
        self._loop: _Loop | None = None
        self._busy = False
        self._closed = False
        self._last_delivery = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._deliver)

    @classmethod
    def any_busy(cls) -> bool:
        """Whether anything streams, anywhere in the window."""
        return any(supervisor.busy for supervisor in cls._known)

    @property
    def busy(self) -> bool:
        """Whether an iterator is being looped over."""
        return self._busy

    @property
    def thread_of_loop(self) -> QThread | None:
        """The background thread while something runs."""
        return self._thread

    def run(self, factory: Factory) -> None:
        """Call `factory` in the background and tell its events; `ended` comes last, also after `failed`.

        After `close` nothing is run any more.
        """
        assert not self._busy, "a supervisor runs one thing at a time"
        Supervisor._known.add(self)
        if self._closed:
            return
        self._busy = True
        self._last_delivery = 0.0
        self._start_thread(factory)

    def close(self, timeout_seconds: float = 8.0) -> bool:
        """Wait until the loop is over; ask the service to stop first. False: it still ran."""
        self._closed = True
        if self._thread is None:
            return True
        self._thread.quit()
        ended = self._thread.wait(int(timeout_seconds * 1000))
        if not ended:
            _LOG.warning("background work did not end within %s s", timeout_seconds)
        return ended

    def _start_thread(self, factory: Factory) -> None:
        """Give each run a thread of its own, so that an idle supervisor has none that must be ended."""
        thread = QThread()
        thread.setObjectName("supervisor")
        loop = _Loop(self._mailbox, factory)
        loop.moveToThread(thread)
        thread.started.connect(loop.run)
        loop.arrived.connect(self._on_loop_arrived)
        loop.over.connect(thread.quit, Qt.ConnectionType.DirectConnection)
        loop.over.connect(self._on_loop_over)
        # The connection keeps thread and loop alive until the thread has ended, whatever becomes of this
        # object: a QThread that is collected while it runs ends the whole program.
        thread.finished.connect(partial(_ended, thread, loop), Qt.ConnectionType.DirectConnection)
        thread.start()
        self._thread, self._loop = thread, loop

    def _end_thread(self) -> None:
        """The loop is over, so this waits for no work."""
        if self._thread is not None:
            self._thread.wait()
            self._thread.finished.disconnect()
        self._thread = self._loop = None

    @Slot()
    def _on_loop_arrived(self) -> None:
        waited = time.monotonic() - self._last_delivery
        if waited >= BATCH_SECONDS:
            self._deliver()
        elif not self._timer.isActive():
            self._timer.start(max(1, int((BATCH_SECONDS - waited) * 1000)))

    @Slot()
    def _deliver(self) -> None:
        events = self._mailbox.take()
        for event in events:
            self.arrived.emit(event)
        self._last_delivery = time.monotonic()
        if events:
            self.batch_ended.emit()

    @Slot(object)
    def _on_loop_over(self, problem: HoneError | None) -> None:
        self._timer.stop()
        self._deliver()
        self._end_thread()
        self._busy = False
        if problem is not None and not isinstance(problem, Stopped):
            self.failed.emit(problem)
        self.ended.emit()


class _Job:
    """A task's call and what came of it. No QObject, since a pool thread may be the last to hold it.

    What it was asked by, and the call with all it refers to, is let go in the window's thread: a widget whose
    last reference ends in another thread ends the program.
    """

    def __init__(self, task: Task, function: Callable[[], object], deliveries: _Deliveries) -> None:
        self._task: Task | None = task
        self._function: Callable[[], object] | None = function
        self._deliveries = deliveries
        self._result: object = None
        self._problem: HoneError | None = None

    def run(self) -> None:
        """Make the call, in a pool thread."""
        assert self._function is not None, "a job runs once"
        try:
            self._result = self._function()
        except HoneError as error:
            self._problem = error
        except Exception as error:  # noqa: BLE001
            self._problem = unexpected(error)
        self._deliveries.put(self)

    def tell(self) -> None:
        """Hand over what came of it, in the window's thread."""
        task, result, problem = self._task, self._result, self._problem
        self._task = self._function = self._result = self._problem = None
        if task is not None and isValid(task):  # it is not when its owner is gone
            task.deliver(result, problem)


class _Deliveries(QObject):
    """Brings jobs that are over to the window's thread; lives as long as the program."""

    arrived = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._jobs: deque[_Job] = deque()
        self.arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def put(self, job: _Job) -> None:
        """Take a job that is over; safe from any thread."""
        self._jobs.append(job)
        if isValid(self):  # it is not when the program has ended meanwhile
            self.arrived.emit()

    @Slot()
    def _on_arrived(self) -> None:
        while self._jobs:
            self._jobs.popleft().tell()


class Task(QObject):
    """One short call beside the window: `done(result)` or `failed(HoneError)`, in the window's thread."""

    done = Signal(object)
    failed = Signal(object)
    _deliveries: ClassVar[_Deliveries | None] = None

    def __init__(self, function: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._function: Callable[[], object] | None = function

    def start(self) -> Task:
        """Call the function in a pool thread."""
        assert self._function is not None, "a task runs once"
        if Task._deliveries is None:
            Task._deliveries = _Deliveries()
        job = _Job(self, self._function, Task._deliveries)
        self._function = None
        QThreadPool.globalInstance().start(job.run)
        return self

    def deliver(self, result: object, problem: HoneError | None) -> None:
        """Tell what came of it; called once, in the window's thread."""
        if problem is None:
            self.done.emit(result)
        else:
            self.failed.emit(problem)
        self.deleteLater()


def _ended(thread: QThread, loop: _Loop) -> None:
    """Take note of nothing; being connected is what counts."""


class InOrder:
    """Calls that begin one after another, in the order they were asked for: `in_order(call)` is a call.

    The pool begins tasks in order but runs several at once, so that of two writes of the same thing the older
    could come last. A call waits in its pool thread for those before it; they were begun before, so it ends.
    """

    def __init__(self) -> None:
        self._turn = threading.Condition()
        self._asked = 0
        self._next = 0

    def __call__(self, function: Callable[[], T]) -> Callable[[], T]:
        """Return a call of the function that waits for its turn; every one must be started, in order."""
        number = self._asked
        self._asked += 1

        def call() -> T:
            with self._turn:
                self._turn.wait_for(lambda: self._next == number)
            try:
                return function()
            finally:
                with self._turn:
                    self._next += 1
                    self._turn.notify_all()

        return call

    def afterwards(self, function: Callable[[], T]) -> Callable[[], T]:
        """Return a call that waits for all that was asked for so far, and keeps nobody waiting."""
        asked = self._asked

        def call() -> T:
            with self._turn:
                self._turn.wait_for(lambda: self._next >= asked)
            return function()

        return call


def start_task(
    owner: QObject,
    function: Callable[[], object],
    on_done: Callable[..., object] | None,
    on_failed: Callable[[HoneError], object] | None = None,
) -> Task:
    """Start a task of `owner`; the callbacks run in the window's thread and die with the owner.

    `on_done` is None where the result says nothing. Tasks run at the same time and end in any order: see
    `InOrder`.
    """
    task = Task(function, owner)
    if on_done is not None:
        task.done.connect(on_done)
    if on_failed is not None:
        task.failed.connect(on_failed)
    return task.start()


def unexpected(error: Exception) -> HoneError:
    """Turn a bug into something that can be told; its traceback goes to the log and the details."""
    detail = "".join(traceback.format_exception(error))
    _LOG.error("unexpected error beside the window\n%s", detail)
    return HoneError(
        f"Something unexpected went wrong: {type(error).__name__}: {error}"[:400],
        hint="Nothing saved was lost. The details below help to find the cause.",
        detail=detail,
    )
