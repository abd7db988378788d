"""The HTTP backend of the engines' contract; its libraries are imported with the first request."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from hone.domain.endpoints import Endpoint
from hone.domain.generation import Feature, ReplyEvent, Request
from hone.domain.models import Model

if TYPE_CHECKING:
    from hone.inference.endpoint.answering import Answering
    from hone.inference.endpoint.detection import Survey


class EndpointEngine:
    """Answers requests through endpoints. Safe from any thread; every method but `cancel` may wait.

    `key_of` returns the key of an endpoint, empty when it has none; it is asked for each request and may
    raise HoneError.
    """

    def __init__(self, key_of: Callable[[Endpoint], str]) -> None:
        self._key_of = key_of
        self._lock = threading.Lock()
        self._answering: Answering | None = None

    def open(self, model: Model, request: Request) -> Iterator[ReplyEvent]:
        """Answer a request with the model behind an endpoint; `cancel` works from now on.

        Generate ends with one GenerationEnded per completion, Embed with Embedded. Raises BadInput for what
        the endpoint cannot be asked for, HoneError when it fails, WorkerLost when a reply that had begun
        was cut off, Stopped when an Embed was cancelled. Leaving the iterator early ends the request.
        """
        return self._built().open(model, request)

    def cancel(self, request_id: str) -> None:
        """End a request from any thread: its connection is shut at once."""
        if self._answering is not None:
            self._answering.cancel(request_id)

    def features(self, model: Model) -> frozenset[Feature]:
        """Return what can be asked of a model; a server that is not known yet is asked what it is."""
        return self._built().features(model)

    def samplers(self, model: Model) -> frozenset[str]:
        """Return the fields of Sampling that act; as `features`."""
        return self._built().samplers(model)

    def survey(self, endpoint: Endpoint, key: str) -> Survey:
        """Look at a server anew; raises HoneError saying why it cannot be used."""
        return self._built().survey(endpoint, key)

    def close(self) -> None:
        """End all requests and close all connections."""
        if self._answering is not None:
            self._answering.close()

    def _built(self) -> Answering:
        with self._lock:
            if self._answering is None:
                from hone.inference.endpoint.answering import Answering

                self._answering = Answering(self._key_of)
            return self._answering
