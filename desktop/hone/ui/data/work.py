"""Long calls, one after another in a thread of their own: with progress, and a way to end them."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from hone.errors import HoneError, Stopped
from hone.services.data import asked_by
from hone.ui.supervisor import Supervisor

Tell = Callable[[int, int], None]
_TELL_EVERY_SECONDS = 0.08
_NONE = object()


@dataclass(frozen=True)
class _Call:
    """One call; `note` says in words what it does."""

    kind: str
    note: str
    run: Callable[[Tell], object]
    on_answer: Callable[..., object]
    on_problem: Callable[..., object]


class _Teller:
    """Brings the progress of a call to the window, and ends the call once it is not wanted any more."""

    def __init__(self, told: Callable[[int, int], None]) -> None:
        self._told = told
        self._last = 0.0
        self.given_up = False

    def __call__(self, done: int, total: int) -> None:
        if self.given_up:
            raise Stopped("It is not wanted any more.")
        now = time.monotonic()
        if now - self._last >= _TELL_EVERY_SECONDS:
            self._last = now
            self._told(done, total)


class LongWork(QObject):
    """`note` with `done` of `total` is what runs now; "" when nothing does.

    `stop(asker)` is the service's way of ending calls that are under way; those from here are asked by this
    object, so that nobody else's work ends. A call that was dropped or stopped by
    the person answers no more; `stopped(kind)` follows the latter.
    """

    changed = Signal()
    stopped = Signal(str)
    _told = Signal(object, object, object)

    def __init__(self, stop: Callable[[object], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = stop
        self._waiting: list[_Call] = []
        self._running: _Call | None = None
        self._teller: _Teller | None = None
        self._problem: HoneError | None = None
        self._answer: object = _NONE
        self.done, self.total = 0, 0
        self._supervisor = Supervisor(parent=self)
        self._supervisor.arrived.connect(self._on_arrived)
        self._supervisor.failed.connect(self._on_failed)
        self._supervisor.ended.connect(self._on_ended)
        self._told.connect(self._on_told)

    @property
    def note(self) -> str:
        """What runs now, in words."""
        call = self._running
        return call.note if call is not None and self._teller is not None and not self._given_up() else ""

    def is_open(self, kind: str) -> bool:
        """Whether an answer of this kind is still to come."""
        running = self._running is not None and not self._given_up() and self._running.kind == kind
        return running or any(call.kind == kind for call in self._waiting)

    def ask(
        self,
        kind: str,
        note: str,
        run: Callable[[Tell], object],
        on_answer: Callable[..., object],
        on_problem: Callable[..., object],
        first: bool = False,
    ) -> None:
        """Call `run(tell)` when it is its turn; an older question of the same kind counts for nothing.

        `first` puts it before what waits.
        """
        self.drop(kind)
        self._waiting.insert(
            0 if first else len(self._waiting), _Call(kind, note, run, on_answer, on_problem)
        )
        self._go_on()

    def drop(self, *kinds: str) -> None:
        """Let the answers of these kinds count for nothing, and end the call when it runs."""
        self._waiting = [call for call in self._waiting if call.kind not in kinds]
        if self._running is not None and self._running.kind in kinds:
            self._give_up()

    def stop(self) -> None:
        """End what runs and forget what waits, as the person wishes."""
        kinds = [call.kind for call in self._waiting]
        if self._running is not None and not self._given_up():
            kinds.insert(0, self._running.kind)
        self._waiting = []
        self._give_up()
        for kind in dict.fromkeys(kinds):
            self.stopped.emit(kind)

    def closing(self) -> None:
        """End what runs without a word."""
        self._waiting = []
        self._give_up()

    def finish(self) -> None:
        """Wait for the thread."""
        self._supervisor.close()

    def _given_up(self) -> bool:
        return self._teller is not None and self._teller.given_up

    def _give_up(self) -> None:
        if self._running is not None and self._teller is not None and not self._teller.given_up:
            self._teller.given_up = True
            self._stop(self)
            self.changed.emit()

    def _go_on(self) -> None:
        if self._running is None and self._waiting:
            call = self._waiting.pop(0)
            teller = _Teller(self._tell_of(call))
            self._running, self._teller = call, teller
            self._problem, self._answer = None, _NONE
            self.done, self.total = 0, 0
            self._supervisor.run(lambda: (self._answer_of(call, teller) for _ in range(1)))
        self.changed.emit()

    def _answer_of(self, call: _Call, teller: _Teller) -> object:
        with asked_by(self):
            return call.run(teller)

    def _tell_of(self, call: _Call) -> Callable[[int, int], None]:
        told = self._told
        return lambda done, total: told.emit(call, done, total)

    @Slot(object, object, object)
    def _on_told(self, call: object, done: int, total: int) -> None:
        if call is self._running and not self._given_up():
            self.done, self.total = done, total
            self.changed.emit()

    @Slot(object)
    def _on_arrived(self, answer: object) -> None:
        self._answer = answer

    @Slot(object)
    def _on_failed(self, problem: HoneError) -> None:
        self._problem = problem

    @Slot()
    def _on_ended(self) -> None:
        call, problem, answer = self._running, self._problem, self._answer
        wanted = not self._given_up()
        self._running = self._teller = self._problem = None
        self._answer = _NONE
        if call is not None and wanted:
            if problem is not None:
                call.on_problem(problem)
            elif answer is _NONE:  # the service says that it was stopped
                self.stopped.emit(call.kind)
            else:
                call.on_answer(answer)
        self._go_on()
