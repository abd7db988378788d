"""The engines on this machine: one worker with one model at a time, many requests in it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from hone.domain.fit import USUAL_CONTEXT, Fit
from hone.domain.generation import Feature, ModelLoaded, Progress, ReplyEvent, Request
from hone.domain.models import Model
from hone.domain.sampling import Sampling
from hone.domain.settings import Settings
from hone.errors import BadInput, HoneError, WorkerLost
from hone.inference.catalogue import describe
from hone.inference.fit import DoesNotFit
from hone.services.engines.cancellations import Cancellations
from hone.services.engines.engine_process import EngineProcess
from hone.services.engines.idle import IdleClock
from hone.services.engines.loading import Loading, Wanted, command_of, note_of, wanted_of
from hone.services.engines.requests import refuse_unclaimed
from hone.services.engines.stay import CANCEL_SECONDS, Stay
from hone.services.engines.turnstile import Ticket, Turnstile
from hone.storage.paths import Paths
from hone.storage.settings import SettingsStore

LARGEST_LOG = 5 * 2**20
CLOSING = "Hone is closing, so no reply was begun."


class Loaded(msgspec.Struct, frozen=True, kw_only=True):
    """The model in memory, how it was asked for, and what its engine told."""

    model: Model
    worker: str
    quantization: str
    facts: ModelLoaded


class LocalEngine:
    """Holds at most one model. Safe from any thread; `cancel` never waits.

    Requests for the model in memory go straight to its worker; one for another model waits for its turn.
    """

    def __init__(
        self,
        paths: Paths,
        settings: SettingsStore | None,
        loading: Loading,
        cancelled: Cancellations,
    ) -> None:
        self._paths = paths
        self._settings = settings
        self._loading = loading
        self._ledger = loading.ledger
        self._lock = threading.Lock()
        self._starting = threading.Lock()
        self._turnstile = Turnstile()
        self._stays: dict[str, Stay] = {}
        self._warming: set[Stay] = set()
        self._cancelled = cancelled
        self._process: EngineProcess | None = None
        self._wanted: Wanted | None = None
        self._model: Model | None = None
        self._idle = IdleClock(settings, self._unload_idle)
        self._closed = False

    @property
    def pid(self) -> int:
        """Process id of the worker, 0 when there is none."""
        process = self._process
        return process.pid if process is not None else 0

    def open(
        self, worker: str, quantization: str, model: Model, requests: Iterator[Request], limit: int
    ) -> Iterator[ReplyEvent]:
        """Answer requests, up to `limit` at once; see ManyBackend.open_all.

        Raises HoneError when the model cannot be loaded, WorkerLost when the worker has ended.
        """
        stay = Stay(requests, limit, self._drawn, self._over)
        try:
            stay.draw()
        except BadInput:
            stay.close()
            raise
        return self._events(stay, worker, quantization, model)

    def cancel(self, request_id: str) -> None:
        """End a request, also while it waits, or while its model loads."""
        with self._lock:
            stay = self._stays.get(request_id)
            if stay is not None:
                self._cancelled.take(request_id)
        if stay is not None:
            stay.cancel(request_id)

    def loaded(self) -> Loaded | None:
        """Return what is in memory now."""
        process, wanted, model = self._process, self._wanted, self._model
        if process is None or wanted is None or model is None or not process.usable:
            return None
        facts = process.facts
        if facts is None:
            return None
        return Loaded(model=model, worker=wanted.worker, quantization=wanted.quantization, facts=facts)

    def window(self, worker: str, quantization: str, model: Model) -> int:
        """Return the context length of a model as it is loaded, or as it would be loaded now.

        Raises as `open` for a model that cannot be loaded; one that does not fit beside what is in memory is
        told with what it would usually have, because the other is taken out for it.
        """
        settings, process = self._chosen(), self._process
        facts = process.facts if process is not None and process.usable else None
        if facts is not None and self._wanted == wanted_of(model, worker, quantization, settings):
            return facts.context_length
        try:
            return self._loading.plan(model, quantization, settings).context_length
        except DoesNotFit:
            return settings.context_length or min(model.context_length or USUAL_CONTEXT, USUAL_CONTEXT)

    def warm(self, worker: str, quantization: str, model: Model) -> None:
        """Load a model before it is asked; returns when it is there, or when the engine was released."""
        stay = Stay(iter(()), 1, self._drawn, self._over)
        with self._lock:
            self._warming.add(stay)
        try:
            for _ in self._visit(stay, worker, quantization, model, lambda: not stay.closed):
                pass
        finally:
            with self._lock:
                self._warming.discard(stay)

    def release(self) -> Loaded | None:
        """End the worker; its memory is free when this returns. What runs or waits is cancelled.

        Returns what was in memory.
        """
        before = self.loaded()
        with self._lock:
            stays = {*self._stays.values(), *self._warming}
        for stay in stays:
            stay.cancel_all()
        self._turnstile.wait_until_empty(CANCEL_SECONDS + 1)
        self._idle.stop()
        with self._starting:
            self._end_process()
        return before

    def close(self) -> None:
        """End the worker for good: who asks from now on gets a HoneError."""
        with self._starting:
            self._closed = True
        self.release()

    def claims(self, worker: str, model: Model) -> ModelLoaded | None:
        """Return what the engine of a model has told of itself, if that model is in memory."""
        loaded = self.loaded()
        if loaded is None or loaded.worker != worker or loaded.model.path != model.path:
            return None
        return loaded.facts

    def _events(self, stay: Stay, worker: str, quantization: str, model: Model) -> Iterator[ReplyEvent]:
        try:
            while stay.draw():
                yield from self._visit(stay, worker, quantization, model, lambda: bool(stay.waiting))
        finally:
            stay.close()

    def _visit(
        self, stay: Stay, worker: str, quantization: str, model: Model, needed: Callable[[], bool]
    ) -> Iterator[ReplyEvent]:
        """Wait for the model's turn, load it, and work until nothing runs or others want another model."""
        wanted = wanted_of(model, worker, quantization, self._chosen())
        self._idle.stop()
        ticket = self._turnstile.enter(wanted, stay.box.wake)
        process: EngineProcess | None = None
        try:
            yield from self._wait_for_turn(ticket, stay, needed)
            if needed():
                process, note = self._process_for(wanted, model, stay)
                yield from self._wait_for_model(process, note, model, stay, needed)
            facts = process.facts if process is not None else None
            if process is not None and facts is not None:
                check = _check_with(model, facts)
                yield from stay.work(process, check, lambda: self._turnstile.is_contested)
        finally:
            if process is not None:
                stay.leave(process)
                self._end_unneeded(process)
            self._turnstile.leave(ticket)
            if self._turnstile.is_empty and self._process is not None:
                self._idle.start()

    def _wait_for_turn(self, ticket: Ticket, stay: Stay, needed: Callable[[], bool]) -> Iterator[ReplyEvent]:
        yield from stay.give_up_cancelled()
        if ticket.admitted or not needed():
            return
        other = self._model.name if self._model is not None else "another model"
        yield Progress(note=f"Waiting for the replies of {other} to end", request_id=stay.next_id)
        while needed() and not ticket.admitted:
            stay.box.take()
            yield from stay.give_up_cancelled()

    def _process_for(self, wanted: Wanted, model: Model, stay: Stay) -> tuple[EngineProcess, str]:
        """Return the worker that holds or loads what is wanted, and what to say about loading.

        Nobody is inside who wants anything else. Raises BadInput for a model that is damaged or does not fit.
        """
        with self._starting:
            if self._closed:
                raise HoneError(CLOSING, hint="Start it again.")
            process = self._process
            if process is not None and process.usable and self._wanted == wanted:
                process.join(stay.box)
                return process, f"Starting {model.name}"
            describe(model.path, wanted.allow_code)
            fit = self._fit(wanted, model)
            process = self._process
            if process is None:
                log = self._log(wanted.worker)
                process = self._process = EngineProcess(wanted.worker, log, self._on_process_gone)
            process.load(command_of(wanted, fit))
            process.join(stay.box)
            self._wanted, self._model = wanted, model
            self._ledger.hold_chat(model.name, fit.forecast)
            return process, note_of(model, fit)

    def _fit(self, wanted: Wanted, model: Model) -> Fit:
        """Choose how to load; a worker that cannot be used for it, or holds what is needed, is ended."""
        process, quantization, settings = self._process, wanted.quantization, self._chosen()
        if process is not None and process.usable and process.name == wanted.worker:
            try:
                fit = self._loading.plan(model, quantization, settings)
                if self._loading.is_as_wished(model, quantization, settings, fit):
                    return fit
            except DoesNotFit:
                pass  # what the present model holds may be what is missing
        self._end_process()
        return self._loading.plan(model, quantization, settings)

    def _wait_for_model(
        self, process: EngineProcess, note: str, model: Model, stay: Stay, needed: Callable[[], bool]
    ) -> Iterator[ReplyEvent]:
        """Tell of loading until the model is there or nobody needs it any more."""
        if process.facts is None:
            yield Progress(note=note, request_id=stay.next_id)
        try:
            while process.facts is None and needed():
                for event in stay.listen(process):
                    if isinstance(event, Progress):
                        yield msgspec.structs.replace(event, request_id=stay.next_id)
                    else:
                        yield event
                yield from stay.give_up_cancelled()
        except WorkerLost as error:
            raise WorkerLost(
                f"{model.name} could not be loaded: its engine ended. {error.message}",
                hint="The file may be damaged, or the memory was not enough. Try a smaller model.",
                detail=error.detail,
            ) from error
        if (facts := process.facts) is not None:
            self._ledger.settle_chat(facts)

    def _chosen(self) -> Settings:
        return self._settings.get() if self._settings else Settings()

    def _log(self, name: str) -> Path:
        log = self._paths.logs / f"{name}.log"
        if log.exists() and log.stat().st_size > LARGEST_LOG:
            log.replace(log.with_suffix(".old.log"))
        return log

    def _unload_idle(self) -> None:
        """End the worker unless somebody has come meanwhile."""
        with self._starting:
            if self._turnstile.is_empty:
                self._end_process()

    def _end_unneeded(self, process: EngineProcess) -> None:
        """End a worker without a model that nobody waits for any more: a half-loaded engine is of no use."""
        if process.facts is not None:
            return
        with self._starting:
            if self._process is process and process.facts is None and process.is_deserted:
                self._end_process()

    def _end_process(self) -> None:
        process, self._process = self._process, None
        self._wanted, self._model = None, None
        if process is not None:
            process.end()
        self._ledger.release_chat()

    def _on_process_gone(self, process: EngineProcess) -> None:
        """A worker has ended by itself: its memory is free."""
        if self._process is process:
            self._ledger.release_chat()

    def _drawn(self, request_id: str, stay: Stay) -> None:
        with self._lock:
            self._stays[request_id] = stay
            early = self._cancelled.take(request_id)
        if early:
            stay.cancel(request_id)

    def _over(self, request_id: str) -> None:
        with self._lock:
            self._stays.pop(request_id, None)


class WorkerBackend:
    """One worker of the local engine, for one quantisation, as a backend."""

    def __init__(self, engine: LocalEngine, worker: str, quantization: str = "") -> None:
        self._engine = engine
        self._worker = worker
        self._quantization = quantization
        self.cancel = engine.cancel

    def open(self, model: Model, request: Request) -> Iterator[ReplyEvent]:
        """Answer one request."""
        return self.open_all(model, iter((request,)), 1)

    def open_all(self, model: Model, requests: Iterator[Request], limit: int) -> Iterator[ReplyEvent]:
        """Answer requests, up to `limit` at once; they are batched in the worker."""
        return self._engine.open(self._worker, self._quantization, model, requests, limit)

    def warm(self, model: Model) -> None:
        """Load a model before it is asked."""
        self._engine.warm(self._worker, self._quantization, model)

    def features(self, model: Model) -> frozenset[Feature]:
        """Return what the loaded engine claims; everything before it is loaded."""
        facts = self._engine.claims(self._worker, model)
        return frozenset(facts.features if facts else Feature)

    def samplers(self, model: Model) -> frozenset[str]:
        """Return the parameters that the loaded engine knows; all before it is loaded."""
        facts = self._engine.claims(self._worker, model)
        return frozenset(facts.samplers if facts else Sampling.__struct_fields__)

    def close(self) -> None:
        """End the worker."""
        self._engine.release()


def _check_with(model: Model, facts: ModelLoaded) -> Callable[[Request], Request]:
    """Return a function that refuses what an engine does not claim, and leaves out what it ignores."""

    def check(request: Request) -> Request:
        refuse_unclaimed(model, request, facts.features, facts.samplers)
        if getattr(request, "state", None) is not None and Feature.STATE not in facts.features:
            return msgspec.structs.replace(request, state=None)
        return request

    return check
