"""Replies from models: one engine worker at a time, started, loaded and restarted as requests need it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from hone.domain.chat import Usage
from hone.domain.generation import (
    AdapterUse,
    Generate,
    GenerationEnded,
    ModelLoaded,
    Progress,
    RequestFailed,
    Variant,
)
from hone.domain.models import Adapter, AdapterChoice, Model, ModelFormat
from hone.domain.settings import Settings
from hone.errors import BadInput, HoneError, WorkerLost
from hone.inference.catalogue import describe
from hone.inference.identity import signature
from hone.ipc.messages import Cancel, Event, LoadModel
from hone.ipc.process import WorkerProcess
from hone.storage.paths import Paths
from hone.storage.settings import SettingsStore

WORKER_OF: dict[ModelFormat, str] = {ModelFormat.GGUF: "llama", ModelFormat.SAFETENSORS: "huggingface"}
CANCEL_SECONDS = 5.0
LARGEST_LOG = 5 * 2**20
_POLL = 0.1


class _Wanted(msgspec.Struct, frozen=True):
    """What must be loaded for a request; `files` changes when the model's files are replaced."""

    path: Path
    files: str
    context_length: int
    gpu_layers: int
    threads: int
    quantization: str


class EngineService:
    """Gives replies through worker processes. Safe from any thread; one reply at a time.

    The worker keeps its model between requests, and is replaced when another kind of model is asked for.
    """

    def __init__(self, paths: Paths, settings: SettingsStore | None = None) -> None:
        self._paths = paths
        self._settings = settings
        self._turn = threading.Lock()
        self._process: WorkerProcess | None = None
        self._loading = False
        self._wanted: _Wanted | None = None
        self._model: Model | None = None
        self._current = ""
        self._cancelled: set[str] = set()

    def reply(
        self, model: Model, request: Generate, adapters: Sequence[AdapterChoice] = (), quantization: str = ""
    ) -> Iterator[Event]:
        """Answer `request` with `model`: Progress, ModelLoaded, TextChunk..., and GenerationEnded at the end.

        Raises BadInput for a model, adapter or request that cannot be used, HoneError when the engine
        could not serve it, WorkerLost when the engine died; the next request then starts a new one.
        Leaving the iterator early cancels the request.
        """
        request = _with_adapters(model, request, adapters)
        if not self._turn.acquire(blocking=False):
            yield Progress(note="Waiting for another reply to end", request_id=request.request_id)
            while not self._turn.acquire(timeout=_POLL):
                if self._is_cancelled(request):
                    yield self._ended_unheard(request)
                    return
        self._current = request.request_id
        try:
            yield from self._load(model, request, quantization)
            if self._is_cancelled(request):
                yield self._ended_unheard(request)
                return
            yield from self._generate(request)
        except HoneError:
            if self._process is not None and not self._process.alive:
                self._end_process()
            raise
        finally:
            self._current = ""
            self._cancelled.discard(request.request_id)
            self._turn.release()

    def cancel(self, request_id: str) -> None:
        """End a request, also while it waits, while its model loads, or while its prompt is read."""
        self._cancelled.add(request_id)
        process = self._process
        if process is None or self._current != request_id or self._loading:
            return  # the loop in reply() looks at the set ten times a second
        try:
            process.send(Cancel(request_id=request_id))
        except HoneError:
            return  # the worker is gone, and reply() says so

    def loaded(self) -> Model | None:
        """Return the model that is in memory now."""
        return self._model

    def release(self) -> None:
        """End the engine; its memory is free when this returns. A reply that runs is cancelled."""
        if self._current:
            self.cancel(self._current)
        if self._turn.acquire(timeout=CANCEL_SECONDS + 1):
            try:
                self._end_process()
            finally:
                self._turn.release()
        else:
            self._end_process()

    def _load(self, model: Model, request: Generate, quantization: str) -> Iterator[Event]:
        """Make sure that the right worker holds the right model."""
        wanted = self._what_to_load(model, quantization)
        if self._process is not None and self._process.alive and self._wanted == wanted:
            return
        describe(model.path)
        process = self._worker(WORKER_OF[model.format])
        self._wanted, self._model, self._loading = None, None, True
        try:
            process.send(
                LoadModel(
                    path=wanted.path,
                    context_length=wanted.context_length,
                    gpu_layers=wanted.gpu_layers,
                    threads=wanted.threads,
                    quantization=wanted.quantization,
                )
            )
            yield Progress(note=f"Starting {model.name}", request_id=request.request_id)
            while not self._is_cancelled(request):
                event = self._next(process)
                if isinstance(event, Progress):
                    yield msgspec.structs.replace(event, request_id=request.request_id)
                elif isinstance(event, ModelLoaded):
                    self._wanted, self._model = wanted, model
                    yield event
                    return
        except WorkerLost as error:
            raise WorkerLost(
                f"{model.name} could not be loaded: its engine ended. {error.message}",
                hint="The file may be damaged, or the memory was not enough. Try a smaller model.",
                detail=error.detail,
            ) from error
        finally:
            self._loading = False
            if self._wanted is None:  # cancelled or failed: a half-loaded engine is of no use
                self._end_process()

    def _generate(self, request: Generate) -> Iterator[Event]:
        process = self._process
        assert process is not None
        ended = False
        try:
            process.send(request)
            if self._is_cancelled(request):
                process.send(Cancel(request_id=request.request_id))
            for event in self._events_of(process, request):
                if isinstance(event, RequestFailed):
                    ended = True
                    kind = BadInput if event.bad_input else HoneError
                    raise kind(event.message, event.hint, event.detail)
                ended = isinstance(event, GenerationEnded)
                yield event
        finally:
            if not ended and process.alive:
                self.cancel(request.request_id)
                for _ in self._events_of(process, request):
                    pass  # what was on its way when the caller left

    def _events_of(self, process: WorkerProcess, request: Generate) -> Iterator[Event]:
        """Yield the events of one request until its end.

        A worker that does not end a cancelled request in time is killed.
        """
        deadline: float | None = None
        while True:
            event = self._next(process)
            if event is None and self._is_cancelled(request):
                deadline = deadline or time.monotonic() + CANCEL_SECONDS
                if time.monotonic() > deadline:
                    self._end_process(kill=True)
                    yield self._ended_unheard(request)
                    return
            if event is None or getattr(event, "request_id", "") != request.request_id:
                continue
            yield event
            if isinstance(event, GenerationEnded | RequestFailed):
                return

    def _next(self, process: WorkerProcess) -> Event | None:
        """Wait a moment for an event; a worker that failed as a whole is ended."""
        try:
            return process.next_event(timeout=_POLL)
        except HoneError:
            self._end_process()
            raise

    def _what_to_load(self, model: Model, quantization: str) -> _Wanted:
        settings = self._settings.get() if self._settings else Settings()
        return _Wanted(
            path=model.path,
            files=signature(model.path),
            context_length=settings.context_length,
            gpu_layers=settings.gpu_layers,
            threads=settings.threads,
            quantization=quantization,
        )

    def _worker(self, name: str) -> WorkerProcess:
        """Return a running worker of that name; one of another name is ended first."""
        if self._process is not None and (self._process.name != name or not self._process.alive):
            self._end_process()
        if self._process is None:
            log = self._paths.logs / f"{name}.log"
            if log.exists() and log.stat().st_size > LARGEST_LOG:
                log.replace(log.with_suffix(".old.log"))
            self._process = WorkerProcess(name, log, nice=1)  # someone waits for the reply
        return self._process

    def _end_process(self, kill: bool = False) -> None:
        process, self._process = self._process, None
        self._wanted, self._model = None, None
        if process is not None and kill:
            process.kill()
        elif process is not None:
            process.close()

    def _is_cancelled(self, request: Generate) -> bool:
        return request.request_id in self._cancelled

    def _ended_unheard(self, request: Generate) -> GenerationEnded:
        """Tell of a request that was cancelled before its first token, or without an answer."""
        self._cancelled.discard(request.request_id)
        return GenerationEnded(
            request_id=request.request_id, reason="cancelled", usage=Usage(prompt_tokens=0)
        )


def _with_adapters(model: Model, request: Generate, adapters: Sequence[AdapterChoice]) -> Generate:
    """Return the request with the adapters' files for the model's engine; raises BadInput."""
    if model.problem:
        raise BadInput(f"{model.name} cannot be used. {model.problem}", hint="Choose another model.")
    if not adapters:
        return request
    uses = tuple(AdapterUse(path=_file_of(model, each.adapter), scale=each.scale) for each in adapters)
    return msgspec.structs.replace(request, variant=Variant(adapters=uses))


def _file_of(model: Model, adapter: Adapter) -> Path:
    """Return the adapter's file or folder for the model's engine; raises BadInput when none fits."""
    path = adapter.gguf_path if model.format is ModelFormat.GGUF else adapter.path
    if path is None:
        raise BadInput(
            f"The adapter {adapter.name!r} has no GGUF form, so {model.name} cannot use it.",
            hint=f"Choose its base {adapter.base_name} as a safetensors folder, or export the adapter.",
        )
    if not adapter.fits(model):
        raise BadInput(
            f"The adapter {adapter.name!r} was trained on {adapter.base_name}, not on {model.name}.",
            hint=f"Choose {adapter.base_name} as the model.",
        )
    return path
