"""One go at drafting: requests to the engine, many at once, until there are enough rows or nothing comes."""

from __future__ import annotations

import secrets
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

import msgspec

from hone.domain.constraint import Constraint
from hone.domain.generation import (
    CANCELLED,
    Ending,
    Feature,
    Generate,
    GenerationEnded,
    Progress,
    Provenance,
    ReplyEvent,
    Request,
    RequestFailed,
    TextChunk,
)
from hone.domain.models import Adapter, AdapterChoice, Model
from hone.domain.row_drafts import DraftEvent, DraftMade, DraftProgress, DraftRow, DropReason
from hone.domain.sampling import Sampling, changed_fields
from hone.domain.template_variables import variables_of
from hone.errors import BadInput, HoneError
from hone.services.row_drafting.ways.base import Advanced, Answer, Ask, Candidate, Drafting, Dropped

AT_ONCE = 16
MOST_FRUITLESS = 48
"""Answers in a row that are of no use, after which drafting gives up."""
_TELL_SECONDS = 0.5
_THINKING = ("enable_thinking", "thinking")


class Engines(Protocol):
    """What drafting needs of the engines."""

    def answer_all(
        self,
        model: Model,
        requests: Iterator[Request],
        adapters: Sequence[AdapterChoice] = (),
        quantization: str = "",
        limit: int = AT_ONCE,
    ) -> Iterator[ReplyEvent]:
        """Answer many requests, drawn as earlier ones end."""

    def cancel(self, request_id: str) -> None:
        """End one request from any thread."""

    def features(self, model: Model) -> frozenset[Feature]:
        """Return what can be asked of a model."""

    def samplers(self, model: Model) -> frozenset[str]:
        """Return the sampling parameters that act."""

    def made_by(self, model: Model) -> Provenance:
        """Return what the engine that holds a model tells of itself."""

    def window(self, model: Model) -> int:
        """Return the context length of a model; 0 where it is not known."""


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A row with what the engine told of its making."""

    candidate: Candidate
    instruction: str
    sampling: Sampling
    seed: int
    engine: Provenance


Keep = Callable[[Made], DraftRow]
"""Keeps a row and returns it as it is kept."""


class _Running:
    """A request that is under way."""

    def __init__(self, ask: Ask, sampling: Sampling, constrained: bool, shrunk: int) -> None:
        self.ask = ask
        self.sampling = sampling
        self.constrained = constrained
        self.shrunk = shrunk
        self.pieces: list[str] = []


class DraftRun:
    """Asks `model` until `wanted` rows are kept. `stop` may be called from any thread; all else from one."""

    def __init__(
        self,
        engines: Engines,
        model: Model,
        adapter: Adapter | None,
        drafting: Drafting,
        sampling: Sampling,
        wanted: int,
        keep: Keep,
        compared: tuple[int, int] = (0, 0),
    ) -> None:
        self._engines, self._model = engines, model
        self._adapters = [AdapterChoice(adapter=adapter)] if adapter is not None else []
        self._drafting, self._wanted, self._keep = drafting, wanted, keep
        self._compared = compared
        self._samplers = engines.samplers(model)
        self._sampling = _known(sampling, self._samplers)
        self._first_seed = sampling.seed if sampling.seed >= 0 else secrets.randbelow(2**31)
        self._constrained = Feature.JSON_SCHEMA in engines.features(model)
        self._variables = _without_thinking(model)
        self._lock = threading.Lock()
        self._running: dict[str, _Running] = {}
        self._again: deque[Ask] = deque()
        self._stopped = False
        self._asked = self._fruitless = self._shrunk = 0
        self._failed_in_a_row = 0
        self._note = f"Starting {model.name}"
        self._first_answer: float | None = None
        self._told = 0.0
        self._failure: RequestFailed | None = None
        self.made = 0
        self.dropped: Counter[str] = Counter()

    @property
    def failure(self) -> str:
        """Why the last request failed of those that did; "" when none has."""
        return self._failure.message if self._failure is not None else ""

    @property
    def stopped(self) -> bool:
        """Whether `stop` was called."""
        return self._stopped

    def stop(self) -> None:
        """End all requests; what came is kept."""
        with self._lock:
            self._stopped = True
            running = list(self._running)
        for request_id in running:
            self._engines.cancel(request_id)

    def events(self) -> Iterator[DraftEvent]:
        """Draft until it is enough; raises HoneError that says why it cannot go on."""
        yield self._progress()
        while self.made < self._wanted and not self._stopped:
            before, shrunk = self._asked, self._shrunk
            try:
                yield from self._round()
            except HoneError as error:
                if not self._may_do_without_schema(error):
                    raise
                self._give_up_schema()
                continue
            if self._stopped or self.made >= self._wanted:
                break
            if self._shrunk > shrunk:
                self._fruitless = self._failed_in_a_row = 0  # shorter requests may do
                continue
            self._check_progress(asked=self._asked > before)
        yield self._progress()

    def _round(self) -> Iterator[DraftEvent]:
        """Ask as much as is expected to be needed, and follow it to its end."""
        answers = self._engines.answer_all(self._model, self._requests(), self._adapters, "", AT_ONCE)
        try:
            for event in answers:
                yield from self._hear(event)
        finally:
            with self._lock:
                left = list(self._running)
                self._running.clear()
            for request_id in left:
                self._engines.cancel(request_id)

    def _requests(self) -> Iterator[Request]:
        while not self._stopped and self._fruitless < MOST_FRUITLESS:
            expected = sum(running.ask.expects for running in self._running.values())
            missing = self._wanted - self.made - expected
            ask = self._again.popleft() if self._again and missing > 0 else self._drafting.next_ask(missing)
            if ask is None:
                return
            yield self._request(ask)

    def _request(self, ask: Ask) -> Generate:
        values: dict[str, int] = {"max_tokens": ask.max_tokens}
        if "seed" in self._samplers:
            values["seed"] = (self._first_seed + self._asked) % 2**31
        sampling = msgspec.structs.replace(self._sampling, **values)
        constrained = self._constrained and ask.schema is not None
        prompt = ask.prompt
        if prompt.text is None and self._variables:
            prompt = msgspec.structs.replace(prompt, variables=dict(self._variables))
        request = Generate(
            request_id=f"draft-{secrets.token_hex(8)}",
            prompt=prompt,
            sampling=sampling,
            stop=ask.stop,
            constraint=Constraint(json_schema=ask.schema) if constrained else Constraint(),
        )
        self._asked += 1
        self._note = ask.note
        with self._lock:
            self._running[request.request_id] = _Running(ask, sampling, constrained, self._shrunk)
        if self._stopped:  # it may have been asked to stop while this one was not known yet
            self._engines.cancel(request.request_id)
        return request

    def _hear(self, event: ReplyEvent) -> Iterator[DraftEvent]:
        match event:
            case Progress():
                yield self._progress(event.note)
            case TextChunk() if (running := self._running.get(event.request_id)) is not None:
                self._first_answer = self._first_answer or time.monotonic()
                running.pieces.append(event.text)
                if time.monotonic() - self._told > _TELL_SECONDS:
                    yield self._progress()
            case RequestFailed():
                self._failed(event, self._forget(event.request_id))
                yield self._progress()
            case GenerationEnded():
                yield from self._ended(event)

    def _ended(self, event: GenerationEnded) -> Iterator[DraftEvent]:
        running = self._forget(event.request_id)
        if running is None or event.reason == Ending.CANCELLED:
            return
        self._failed_in_a_row = 0
        cut = event.reason in (Ending.LENGTH, Ending.CONTEXT_FULL)
        answer = Answer(text="".join(running.pieces), cut=cut)
        outcomes = list(self._drafting.take(running.ask, answer))
        if any(isinstance(outcome, Candidate) for outcome in outcomes):
            self._fruitless = 0
        elif not any(isinstance(outcome, Advanced) for outcome in outcomes):
            self._fruitless += 1
        for outcome in outcomes:
            if isinstance(outcome, Dropped):
                self.dropped[outcome.reason] += 1
            elif isinstance(outcome, Candidate) and self.made < self._wanted:
                draft = self._keep(self._with_making(outcome, running, event))
                self.made += 1
                yield DraftMade(draft=draft)
        yield self._progress()

    def _with_making(self, candidate: Candidate, running: _Running, event: GenerationEnded) -> Made:
        known = event.provenance != Provenance()
        return Made(
            candidate=candidate,
            instruction=running.ask.instruction,
            sampling=running.sampling,
            seed=event.seed,
            engine=event.provenance if known else self._engines.made_by(self._model),
        )

    def _failed(self, event: RequestFailed, running: _Running | None) -> None:
        """Ask once more without a schema where there was one; a server that breaks with it gets no other."""
        if event.message == CANCELLED:
            return
        if running is not None and running.constrained:
            self._constrained = self._constrained and self._model.endpoint is None
            self._again.append(msgspec.structs.replace(running.ask, schema=None))
            return
        if running is not None and event.bad_input and running.shrunk == self._shrunk:
            # Of several that were too long at once, only the first says something new.
            self._shrunk += self._drafting.shrink()
        self._failure = event
        self._failed_in_a_row += 1
        self.dropped[DropReason.FAILED] += 1
        self._fruitless += 1

    def _forget(self, request_id: str) -> _Running | None:
        with self._lock:
            return self._running.pop(request_id, None)

    def _progress(self, note: str = "") -> DraftProgress:
        self._told = time.monotonic()
        passed = self._told - self._first_answer if self._first_answer is not None else 0.0
        pace = self.made / passed if self.made and passed > 0 else 0.0
        return DraftProgress(
            note=note or self._note,
            made=self.made,
            wanted=self._wanted,
            dropped=dict(self.dropped),
            rows_per_minute=pace * 60,
            seconds_left=(self._wanted - self.made) / pace if pace else 0.0,
            compared_rows=self._compared[0],
            all_rows=self._compared[1],
        )

    def _check_progress(self, asked: bool) -> None:
        """Raise HoneError where nothing is left to be asked, or nothing of use comes."""
        failed = self._failure
        if failed is not None and self._failed_in_a_row >= min(self._asked, AT_ONCE):
            raise (BadInput if failed.bad_input else HoneError)(failed.message, failed.hint, failed.detail)
        if self._fruitless >= MOST_FRUITLESS:
            raise HoneError(
                f"The last {self._fruitless} answers of {self._model.name} gave nothing usable, "
                "so drafting ended.",
                hint="Choose a larger model, give other examples, or make the instruction plainer.",
            )
        if not asked:
            raise HoneError(
                f"There is nothing more to ask about after {_counted(self.made)}.",
                hint="Add examples or documents, or draft again: another seed gives other rows.",
            )

    def _may_do_without_schema(self, error: HoneError) -> bool:
        """Whether an engine that fails with a JSON schema may do better without one.

        A server may say that it knows schemas and answer with something else; a worker refuses by name.
        """
        if not self._constrained or self._stopped:
            return False
        if self._model.endpoint is not None:
            return True
        return isinstance(error, BadInput) and Feature.JSON_SCHEMA not in self._engines.features(self._model)

    def _give_up_schema(self) -> None:
        self._constrained = False


def _known(sampling: Sampling, samplers: frozenset[str]) -> Sampling:
    """Return the sampling with those parameters only that the engine knows."""
    unknown = changed_fields(sampling) - samplers - {"max_tokens"}
    default = Sampling()
    return msgspec.structs.replace(sampling, **{name: getattr(default, name) for name in unknown})


def _without_thinking(model: Model) -> Mapping[str, bool]:
    """Return the variables by which a template leaves reasoning out: many short answers are wanted."""
    known = {field.name for field in variables_of(model.chat_template or "")}
    return {name: False for name in _THINKING if name in known}


def _counted(rows: int) -> str:
    return "1 row" if rows == 1 else f"{rows} rows"
