"""Replies from models of every format, through the backend that runs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from hone.domain.generation import (
    CANCELLED,
    Embed,
    Embedded,
    Feature,
    MeasureText,
    Provenance,
    ReplyEvent,
    Request,
    RequestFailed,
    Score,
    Scored,
    TextMeasured,
)
from hone.domain.models import AdapterChoice, Model, ModelFormat
from hone.errors import BadInput, HoneError, Stopped
from hone.services.engines.backend import Backend, InThreads, ManyBackend
from hone.services.engines.cancellations import Cancellations
from hone.services.engines.loading import Loading
from hone.services.engines.local import CLOSING, Loaded, LocalEngine, WorkerBackend
from hone.services.engines.requests import prepared
from hone.services.fitting import FittingService
from hone.services.memory_ledger import MemoryLedger
from hone.storage.paths import Paths
from hone.storage.settings import SettingsStore

WORKER_OF: tuple[tuple[ModelFormat, str], ...] = (
    (ModelFormat.GGUF, "llama"),
    (ModelFormat.SAFETENSORS, "huggingface"),
)
AT_ONCE = 32

Answer = TypeVar("Answer", Scored, TextMeasured, Embedded)


class EngineService:
    """Gives replies. Safe from any thread; any number of callers at once.

    Requests for one model are batched in its worker. `remote` are the backends of formats that no worker
    of this machine runs; `loading` is given where other services share its ledger.
    """

    def __init__(
        self,
        paths: Paths,
        settings: SettingsStore | None = None,
        loading: Loading | None = None,
        remote: Sequence[tuple[ModelFormat, Backend]] = (),
    ) -> None:
        self._cancelled = Cancellations()
        loading = loading or Loading(MemoryLedger(), FittingService())
        self._local = LocalEngine(paths, settings, loading, self._cancelled)
        self._remote = {kind: InThreads(backend, self._cancelled) for kind, backend in remote}
        self._closed = False

    @property
    def pid(self) -> int:
        """Process id of the worker that holds the model in memory, 0 when there is none."""
        return self._local.pid

    def reply(
        self, model: Model, request: Request, adapters: Sequence[AdapterChoice] = (), quantization: str = ""
    ) -> Iterator[ReplyEvent]:
        """Answer `request` with `model`: Progress, ModelLoaded, TextChunk..., and its end.

        A Generate ends with a GenerationEnded for each completion, other requests with their own struct.
        Raises BadInput for a model, adapter or request that cannot be used, HoneError when the engine
        could not serve it, WorkerLost when the engine died; the next request then starts a new one.
        Leaving the iterator early cancels the request.
        """
        for event in self._open(model, iter((request,)), adapters, quantization, 1):
            if isinstance(event, RequestFailed):
                raise _error_of(event)
            yield event

    def answer_all(
        self,
        model: Model,
        requests: Iterable[Request],
        adapters: Sequence[AdapterChoice] = (),
        quantization: str = "",
        limit: int = AT_ONCE,
    ) -> Iterator[ReplyEvent]:
        """Answer many requests, up to `limit` at once, which are drawn as earlier ones end.

        Events come in the order of happening; a request that fails gives RequestFailed, and the others go
        on. Raises as `reply` for what concerns all. Leaving the iterator cancels all.
        """
        return self._open(model, iter(requests), adapters, quantization, max(1, limit))

    def score(self, model: Model, request: Score, adapters: Sequence[AdapterChoice] = ()) -> Scored:
        """Return how likely each choice is; raises as `reply`, Stopped when it was cancelled."""
        return self._answer(model, request, adapters, Scored)

    def measure(self, model: Model, request: MeasureText) -> TextMeasured:
        """Return the perplexity of a text; raises as `score`."""
        return self._answer(model, request, (), TextMeasured)

    def embed(self, model: Model, request: Embed) -> Embedded:
        """Return the vectors of texts; raises as `score`."""
        return self._answer(model, request, (), Embedded)

    def cancel(self, request_id: str) -> None:
        """End a request at any moment, also before it has begun; never waits."""
        self._cancelled.add(request_id)
        self._local.cancel(request_id)
        for backend in self._remote.values():
            backend.cancel(request_id)

    def loaded(self) -> Model | None:
        """Return the model that is in memory now."""
        loaded = self._local.loaded()
        return loaded.model if loaded else None

    def made_by(self, model: Model) -> Provenance:
        """Return what the engine that holds `model` tells of itself; empty when none does."""
        loaded = self._local.loaded()
        if loaded is None or loaded.model.path != model.path:
            return Provenance()
        facts = loaded.facts
        return Provenance(
            model_hash=facts.model_hash,
            template_hash=facts.template_hash,
            build=facts.build,
            device=facts.device,
        )

    def window(self, model: Model) -> int:
        """Return the context length of a model as it is loaded, or would be now; 0 for one elsewhere.

        Reads files and may ask the driver of the GPU, so it is not for the window's thread.
        """
        worker = dict(WORKER_OF).get(model.format)
        return self._local.window(worker, "", model) if worker else 0

    def features(self, model: Model) -> frozenset[Feature]:
        """Return what can be asked of a model; may ask a server, so not for the window's thread."""
        return self._backend(model, "").features(model)

    def samplers(self, model: Model) -> frozenset[str]:
        """Return the sampling parameters that act for a model; as `features`."""
        return self._backend(model, "").samplers(model)

    def release(self) -> Loaded | None:
        """End the worker; its memory is free when this returns. What runs in it is cancelled.

        Returns what was in memory, for `warm`.
        """
        return self._local.release()

    def warm(self, loaded: Loaded) -> None:
        """Load a model again; returns when it is there. Raises as `reply`."""
        if not self._closed:
            WorkerBackend(self._local, loaded.worker, loaded.quantization).warm(loaded.model)

    def close(self) -> None:
        """End all requests and the worker; nothing is answered after it. May be called twice."""
        self._closed = True
        for backend in self._remote.values():
            backend.close()
        self._local.close()

    def _open(
        self,
        model: Model,
        requests: Iterator[Request],
        adapters: Sequence[AdapterChoice],
        quantization: str,
        limit: int,
    ) -> Iterator[ReplyEvent]:
        if self._closed:
            raise HoneError(CLOSING, hint="Start it again.")
        ready = (prepared(model, request, adapters) for request in requests)
        yield from self._backend(model, quantization).open_all(model, ready, limit)

    def _answer(
        self, model: Model, request: Request, adapters: Sequence[AdapterChoice], kind: type[Answer]
    ) -> Answer:
        for event in self.reply(model, request, adapters):
            if isinstance(event, kind):
                return event
        raise HoneError("The engine ended without an answer.", hint="Try again.")

    def _backend(self, model: Model, quantization: str) -> ManyBackend:
        workers = dict(WORKER_OF)
        if model.format in workers:
            return WorkerBackend(self._local, workers[model.format], quantization)
        if model.format in self._remote:
            return self._remote[model.format]
        raise BadInput(f"{model.name} is of a format that no engine runs.", hint="Choose another model.")


def _error_of(event: RequestFailed) -> HoneError:
    if event.message == CANCELLED:
        return Stopped(event.message)
    return (BadInput if event.bad_input else HoneError)(event.message, event.hint, event.detail)
