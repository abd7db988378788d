"""One caller's requests at an engine: fed to it, followed, cancelled, and told how they ended."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator

from hone.domain.generation import (
    Embedded,
    Generate,
    GenerationEnded,
    Progress,
    ReplyEvent,
    Request,
    RequestFailed,
    Scored,
    TextMeasured,
)
from hone.errors import HoneError, WorkerLost
from hone.ipc.messages import Cancel
from hone.services.engines.engine_process import EngineProcess
from hone.services.engines.mailbox import Mailbox
from hone.services.engines.requests import ended_unheard

CANCEL_SECONDS = 5.0
_LOOK_SECONDS = 2.0
_DEAD_ALREADY_SECONDS = 1.0
_UNRESPONSIVE = WorkerLost(
    "The engine did not stop when it was asked to, so it was ended.", "Send again: it starts anew."
)


class Stay:
    """Up to `limit` requests in an engine at once, drawn from `requests` as earlier ones end.

    Everything but `cancel` and `cancel_all` belongs to the caller's thread. `drawn` is called with each
    request's id before anything is done for it, `over` when it has ended.
    """

    def __init__(
        self,
        requests: Iterator[Request],
        limit: int,
        drawn: Callable[[str, Stay], None],
        over: Callable[[str], None],
    ) -> None:
        self.box = Mailbox()
        self._requests = requests
        self._limit = limit
        self._drawn = drawn
        self._over = over
        self._lock = threading.Lock()
        self._waiting: deque[Request] = deque()
        self._running: dict[str, Request] = {}
        self._left: dict[str, set[int]] = {}
        self._asked_at: dict[str, float] = {}
        self._asked_again = False
        self._cancelled: dict[str, float] = {}
        self._process: EngineProcess | None = None
        self._closed = False
        self._told_silence = False

    @property
    def next_id(self) -> str:
        """The id of the request that is to be asked next, "" when there is none."""
        return self._waiting[0].request_id if self._waiting else ""

    @property
    def waiting(self) -> tuple[Request, ...]:
        """The requests that were drawn and not asked yet."""
        return tuple(self._waiting)

    def draw(self) -> bool:
        """Take as many further requests as may run; returns whether any wait."""
        while not self._closed and len(self._waiting) + len(self._running) < self._limit:
            request = next(self._requests, None)
            if request is None:
                break
            self._waiting.append(request)
            self._drawn(request.request_id, self)
        return bool(self._waiting)

    def cancel(self, request_id: str) -> None:
        """End a request of this stay, whatever it waits for; from any thread."""
        with self._lock:
            self._cancelled.setdefault(request_id, time.monotonic())
            if self._process is not None and request_id in self._running:
                self._process.post(Cancel(request_id=request_id))
        self.box.wake()

    def cancel_all(self) -> None:
        """End all requests and draw no further ones; from any thread."""
        self._closed = True
        for request_id in [*(request.request_id for request in tuple(self._waiting)), *tuple(self._running)]:
            self.cancel(request_id)
        self.box.wake()

    @property
    def closed(self) -> bool:
        """Whether `cancel_all` was called."""
        return self._closed

    def give_up_cancelled(self) -> Iterator[ReplyEvent]:
        """Tell the end of requests that were cancelled before they were asked."""
        if not self._cancelled and not self._closed:
            return
        given_up = [each for each in self._waiting if self._closed or each.request_id in self._cancelled]
        for request in given_up:
            self._waiting.remove(request)
            self._end(request.request_id)
            yield from ended_unheard(request)

    def listen(self, process: EngineProcess) -> Iterator[ReplyEvent]:
        """Wait a while and give what came; raises HoneError when the worker has ended.

        Kills a worker that does not end a cancelled request within five seconds, and tells of one that
        gives no sign of life.
        """
        self._kill_when_overdue(process)
        events = self.box.take(self._patience())
        for event in events:
            self._note(event)
            yield event
        if not events:
            yield from self._told_of_silence(process)
        else:
            self._told_silence = False

    def work(
        self, process: EngineProcess, check: Callable[[Request], Request], contested: Callable[[], bool]
    ) -> Iterator[ReplyEvent]:
        """Ask what waits, and follow it to its end; nothing new is drawn while others wait for a model.

        `check` returns a request as the engine gets it, or raises BadInput for one that it cannot serve.
        """
        try:
            self._ask(process, check)
            while self._running:
                yield from self.listen(process)
                if not contested() and self.draw():
                    yield from self.give_up_cancelled()
                    self._ask(process, check)
        except HoneError as error:
            if process.usable:
                raise
            yield from self._lost(error)

    def leave(self, process: EngineProcess) -> None:
        """Cancel what runs, and wait for its end."""
        try:
            for request_id in list(self._running):
                self.cancel(request_id)
            while self._running:
                for _ in self.listen(process):
                    pass  # what was on its way when the caller left
        except HoneError:
            self._told_silence = False  # the worker is gone, and with it what ran
        for request_id in list(self._running):
            process.forget(request_id)
            self._end(request_id)
        process.leave(self.box)

    def close(self) -> None:
        """Forget the requests that were drawn and never asked."""
        for request in self._waiting:
            self._over(request.request_id)
        self._waiting.clear()

    def _lost(self, error: HoneError) -> Iterator[ReplyEvent]:
        """Tell what became of the requests of a worker that has ended.

        One that died within a second after it was asked, without a word, was most likely dead before: its
        requests wait again, once, for the next worker. Raises `error` for others.
        """
        for request_id, request in list(self._running.items()):
            if request_id in self._cancelled:
                yield from ended_unheard(request, self._left.get(request_id))
                self._end(request_id)
        unheard = min(self._asked_at.values(), default=0.0) > time.monotonic() - _DEAD_ALREADY_SECONDS
        if self._running and (
            self._asked_again
            or not unheard
            or not isinstance(error, WorkerLost)
            or self._asked_at.keys() != self._running.keys()
        ):
            raise error
        with self._lock:
            self._asked_again = True
            self._process, self.box = None, Mailbox()
            self._waiting.extendleft(reversed(self._running.values()))
            self._running.clear()
            self._left.clear()
            self._asked_at.clear()

    def _ask(self, process: EngineProcess, check: Callable[[Request], Request]) -> None:
        while self._waiting:
            request = check(self._waiting[0])
            self._waiting.popleft()
            count = request.completions if isinstance(request, Generate) else 1
            with self._lock:
                self._process = process
                self._running[request.request_id] = request
                self._left[request.request_id] = set(range(count))
                self._asked_at[request.request_id] = time.monotonic()
                process.route(request.request_id, self.box)
                process.post(request)
                if self._closed:
                    self._cancelled.setdefault(request.request_id, time.monotonic())
                if request.request_id in self._cancelled:
                    process.post(Cancel(request_id=request.request_id))

    def _note(self, event: ReplyEvent) -> None:
        """Note a sign of a request, and its end, when the event is one."""
        self._asked_at.pop(getattr(event, "request_id", ""), None)
        if isinstance(event, GenerationEnded):
            left = self._left.get(event.request_id, set())
            left.discard(event.index)
            if left:
                return
        elif not isinstance(event, RequestFailed | Scored | TextMeasured | Embedded):
            return
        if self._process is not None:
            self._process.forget(event.request_id)
        self._end(event.request_id)

    def _end(self, request_id: str) -> None:
        with self._lock:
            self._running.pop(request_id, None)
            self._left.pop(request_id, None)
            self._asked_at.pop(request_id, None)
            self._cancelled.pop(request_id, None)
        self._over(request_id)

    def _patience(self) -> float:
        """Return the seconds after which something other than an event may have to be done."""
        with self._lock:
            asked = [self._cancelled[each] for each in self._running if each in self._cancelled]
        if not asked:
            return _LOOK_SECONDS
        return max(0.05, min(_LOOK_SECONDS, min(asked) + CANCEL_SECONDS - time.monotonic()))

    def _kill_when_overdue(self, process: EngineProcess) -> None:
        if not self._cancelled:
            return
        with self._lock:
            asked = [self._cancelled[each] for each in self._running if each in self._cancelled]
        if asked and time.monotonic() >= min(asked) + CANCEL_SECONDS and process.usable:
            process.end(_UNRESPONSIVE)

    def _told_of_silence(self, process: EngineProcess) -> Iterator[ReplyEvent]:
        note = process.silence()
        if note and not self._told_silence:
            self._told_silence = True
            yield Progress(note=note, request_id=next(iter(self._running), self.next_id))
