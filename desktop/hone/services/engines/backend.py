"""What the engine service needs of a backend, and how one request at a time becomes many."""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol

from hone.domain.generation import CANCELLED, Feature, ReplyEvent, Request, RequestFailed
from hone.domain.models import Model
from hone.errors import BadInput, HoneError, Stopped, WorkerLost
from hone.services.engines.cancellations import Cancellations


class Backend(Protocol):
    """Answers requests for models of one format; safe from any thread."""

    def open(self, model: Model, request: Request) -> Iterator[ReplyEvent]:
        """Answer a request; `cancel` finds it from now on, also before the first event is asked for.

        Raises BadInput naming what is asked for and not claimed, before anything is sent. Leaving the
        iterator early ends the request.
        """
        ...

    def cancel(self, request_id: str) -> None:
        """End one request; never waits."""
        ...

    def features(self, model: Model) -> frozenset[Feature]:
        """Return what can be asked of a model, as far as it is known."""
        ...

    def samplers(self, model: Model) -> frozenset[str]:
        """Return the fields of Sampling that act, as far as it is known."""
        ...

    def close(self) -> None:
        """End all requests and give back what is held."""
        ...


class ManyBackend(Backend, Protocol):
    """A backend that takes many requests of one caller at once."""

    def open_all(self, model: Model, requests: Iterator[Request], limit: int) -> Iterator[ReplyEvent]:
        """Answer requests, up to `limit` at once; events as they come.

        A request that fails ends with RequestFailed, and the others go on.
        """
        ...


class InThreads:
    """Gives a backend that answers one request per iterator `open_all`: a thread for each of them."""

    def __init__(self, backend: Backend, cancelled: Cancellations) -> None:
        self._backend = backend
        self._cancelled = cancelled
        self.open = backend.open
        self.cancel = backend.cancel
        self.features = backend.features
        self.samplers = backend.samplers
        self.close = backend.close

    def open_all(self, model: Model, requests: Iterator[Request], limit: int) -> Iterator[ReplyEvent]:
        """Answer requests, up to `limit` at once; events as they come."""
        found: queue.Queue[ReplyEvent | HoneError | str] = queue.Queue(maxsize=1000)
        running: dict[str, Future[None]] = {}
        over = threading.Event()
        with ThreadPoolExecutor(max_workers=limit, thread_name_prefix="request") as pool:
            try:
                while True:
                    while len(running) < limit and (request := next(requests, None)) is not None:
                        follow = pool.submit(self._follow, model, request, found, over)
                        running[request.request_id] = follow
                    if not running:
                        return
                    event = found.get()
                    if isinstance(event, str):
                        # Raises what is no HoneError: no request ends without a word.
                        running.pop(event).result()
                    elif isinstance(event, HoneError):
                        raise event
                    else:
                        yield event
            finally:
                over.set()
                for request_id in running:
                    self._backend.cancel(request_id)

    def _follow(
        self,
        model: Model,
        request: Request,
        found: queue.Queue[ReplyEvent | HoneError | str],
        over: threading.Event,
    ) -> None:
        """Pass on the events of one request, in a thread of its own, and then its id."""
        try:
            events = self._backend.open(model, request)
            if self._cancelled.take(request.request_id):
                self._backend.cancel(request.request_id)
            for event in events:
                _put(found, event, over)
                if over.is_set():
                    break
        except WorkerLost as error:
            _put(found, error, over)
        except HoneError as error:
            _put(found, _failed(request, error), over)
        finally:
            _put(found, request.request_id, over)


def _put(
    found: queue.Queue[ReplyEvent | HoneError | str],
    event: ReplyEvent | HoneError | str,
    over: threading.Event,
) -> None:
    """Put an event where the caller finds it, unless the caller has left."""
    while not over.is_set():
        with contextlib.suppress(queue.Full):
            found.put(event, timeout=0.5)
            return


def _failed(request: Request, error: HoneError) -> RequestFailed:
    return RequestFailed(
        request_id=request.request_id,
        message=CANCELLED if isinstance(error, Stopped) else error.message,
        hint=error.hint,
        detail=error.detail,
        bad_input=isinstance(error, BadInput),
    )
