"""The real drafting over an engine, rows, documents and a library that a test holds in its hands."""

from __future__ import annotations

import itertools
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from hone.domain.chat import Attachment, Turn, Usage
from hone.domain.data_changes import AddRows
from hone.domain.dataset_library import DataOrigin, DataSet, Version
from hone.domain.datasets import Example, Reading, ShownRow
from hone.domain.endpoints import Endpoint
from hone.domain.generation import (
    CANCELLED,
    Feature,
    Generate,
    GenerationEnded,
    Provenance,
    ReplyEvent,
    Request,
    RequestFailed,
    TextChunk,
)
from hone.domain.models import Adapter, Model, ModelFormat, endpoint_model
from hone.domain.row_drafts import DraftEvent, DraftingEnded, DraftMade, DraftOrder
from hone.domain.sampling import Sampling
from hone.errors import BadInput, HoneError, WorkerLost
from hone.ipc.data_messages import RowsListed
from hone.services.attaching import ReadAttachment
from hone.services.row_drafting import RowDraftService
from hone.storage.database import Database

TOPICS = (
    "bread that does not rise", "a bicycle with a flat tyre", "planning a week in Lisbon",
    "the colour of the sky at dusk", "saving for a new roof", "teaching a dog to sit",
    "cleaning a cast iron pan", "reading music notes", "growing tomatoes on a balcony",
    "why ice floats", "choosing running shoes", "writing a letter of thanks",
)  # fmt: skip
WORDS = ("amber", "basalt", "cedar", "dune", "ember", "fjord", "glacier", "harbour", "island", "jungle")
Say = Callable[[Generate], str]


def _opened() -> threading.Event:
    gate = threading.Event()
    gate.set()
    return gate


@dataclass
class Machine:
    """Engines, models, rows and documents of a test; `say` answers a request."""

    say: Say
    chat: bool = True
    features_of: frozenset[Feature] = frozenset(Feature)
    samplers_of: frozenset[str] = frozenset(Sampling.__struct_fields__)
    requests: list[Generate] = field(default_factory=list)
    cut: bool = False
    answered: int = 0
    problem: HoneError | None = None
    fails_after: int = 10**9
    failed: RequestFailed | None = None
    cancelled: set[str] = field(default_factory=set)
    gate: threading.Event = field(default_factory=_opened)
    rows: list[Example] = field(default_factory=list)
    documents: dict[str, str] = field(default_factory=dict)
    schema_breaks: bool = False
    schema_fails: bool = False
    longest_prompt: int = 10**9
    endpoint: bool = False

    def answer_all(
        self,
        model: Model,
        requests: Iterator[Request],
        adapters: Sequence[object] = (),
        quantization: str = "",
        limit: int = 4,
    ) -> Iterator[ReplyEvent]:
        waiting: list[Generate] = []
        while True:
            while len(waiting) < limit and (request := next(requests, None)) is not None:
                assert isinstance(request, Generate)
                self.requests.append(request)
                waiting.append(request)
            if not waiting:
                return
            yield from self._answer(model, waiting.pop(0))

    def _answer(self, model: Model, request: Generate) -> Iterator[ReplyEvent]:
        self.answered += 1
        if self.answered > self.fails_after and self.problem is not None:
            raise self.problem
        if self.schema_breaks and request.constraint.json_schema is not None:
            raise WorkerLost("The server was given a JSON schema, and its reply is no JSON.")
        if self.schema_fails and request.constraint.json_schema is not None:
            yield RequestFailed(request_id=request.request_id, message="Its reply is no JSON.")
            return
        said = request.prompt.text or "".join(turn.content for turn in request.prompt.turns)
        if len(said) > self.longest_prompt:
            too_long = "This conversation is longer than the window."
            yield RequestFailed(request_id=request.request_id, message=too_long, bad_input=True)
            return
        if self.failed is not None:
            yield msgspec.structs.replace(self.failed, request_id=request.request_id)
            return
        while not self.gate.wait(0.02) and request.request_id not in self.cancelled:
            pass
        if request.request_id in self.cancelled:
            yield RequestFailed(request_id=request.request_id, message=CANCELLED)
            return
        yield TextChunk(request_id=request.request_id, text=self.say(request))
        yield GenerationEnded(
            request_id=request.request_id,
            reason="length" if self.cut else "stop",
            usage=Usage(prompt_tokens=3),
            seed=request.sampling.seed,
            provenance=Provenance(build="stub 1", model_hash="abc"),
        )

    def cancel(self, request_id: str) -> None:
        self.cancelled.add(request_id)

    def features(self, model: Model) -> frozenset[Feature]:
        return self.features_of

    def samplers(self, model: Model) -> frozenset[str]:
        return self.samplers_of

    def made_by(self, model: Model) -> Provenance:
        return Provenance()

    def window(self, model: Model) -> int:
        return 4096

    def find_model(self, name_or_path: str) -> Model:
        if name_or_path != "stub":
            raise BadInput(f"There is no model {name_or_path!r}.", hint="Choose another one.")
        if self.endpoint:
            return endpoint_model(Endpoint(name="Stub", url="http://127.0.0.1:1", model="m"))
        return Model(
            id="stub",
            name="Stub",
            path=Path("/models/stub"),
            format=ModelFormat.GGUF,
            size_bytes=1,
            chat_template="{{ messages }}" if self.chat else None,
            fingerprint="print",
        )

    def models(self) -> list[Model]:
        return [self.find_model("stub")]

    def adapters(self) -> list[Adapter]:
        return []

    def find_adapter(self, name_or_path: str) -> Any:
        raise BadInput("There is no such adapter.")

    # rows and documents

    def rows_at(self, path: Path, reading: Reading, numbers: Sequence[int]) -> RowsListed:
        shown = tuple(
            ShownRow(row=number, example=self.rows[number - 1])
            for number in numbers
            if 1 <= number <= len(self.rows)
        )
        return RowsListed(rows=shown, total=len(self.rows))

    def read(self, path: Path) -> ReadAttachment:
        return ReadAttachment(attachment=Attachment(name=path.name, text=self.documents[path.name]))


class Library:
    """One data set."""

    def __init__(self, rows: int, shape: str) -> None:
        now = datetime(2026, 1, 2, tzinfo=UTC)
        version = Version(
            number=1,
            made_at=now,
            path=Path("/data/rows.jsonl"),
            reading=Reading(format=shape),
            rows=rows,
            sha256="0",
        )
        self.data_set = DataSet(
            id="set", name="Set", made_at=now, origin=DataOrigin.FILE, versions=(version,), current=1
        )

    def get(self, data_set_id: str) -> DataSet:
        return self.data_set

    def add(self, change: AddRows) -> None:
        """Make a version as the library does."""
        last = self.data_set.version
        version = msgspec.structs.replace(
            last, number=len(self.data_set.versions) + 1, parent=last.number, changes=(change,)
        )
        self.data_set = msgspec.structs.replace(
            self.data_set, versions=(*self.data_set.versions, version), current=version.number
        )

    def use(self, number: int) -> None:
        self.data_set = msgspec.structs.replace(self.data_set, current=number)


@dataclass
class Bench:
    """The real service over a machine and a library of the test."""

    machine: Machine
    library: Library
    service: RowDraftService

    def order(self, way: str = "self_instruct", **values: Any) -> DraftOrder:
        known: dict[str, Any] = {"rows": 4, "sampling": Sampling(temperature=0.9, seed=11)}
        return DraftOrder(way=way, model_id="stub", **(known | values))

    def draft(self, way: str = "self_instruct", **values: Any) -> list[DraftEvent]:
        return list(self.service.draft("set", self.order(way, **values)))


def bench_in(database: Database, say: Say, shape: str = "messages", **values: Any) -> Bench:
    """Return a bench with twelve rows, unless others are given; `values` are those of the machine."""
    machine = Machine(say, **values)
    machine.rows = machine.rows or [
        example(number, f"What should I know about {topic}?", f"About {topic}: take your time.")
        for number, topic in enumerate(TOPICS, 1)
    ]
    library: Any = Library(len(machine.rows), shape)
    parts: Any = machine
    return Bench(machine, library, RowDraftService(database, parts, parts, parts, library, parts))


def example(row: int, prompt: str, reply: str, system: str = "") -> Example:
    turns = (Turn("user", prompt), Turn("assistant", reply))
    return Example(row=row, turns=(Turn("system", system), *turns) if system else turns)


def asks_for_prompts(request: Generate) -> bool:
    return '{"prompts"' in request.prompt.turns[-1].content


def new_words() -> Iterator[str]:
    """Give words none of which comes twice."""
    return (f"{WORDS[number % len(WORDS)]}{number}" for number in itertools.count())


class Fluent:
    """Writes new prompts, each about something else, and a reply to each."""

    def __init__(self) -> None:
        self._words = new_words()

    def __call__(self, request: Generate) -> str:
        if not asks_for_prompts(request):
            return f"Here is how: {request.prompt.turns[-1].content[5:]} Then look at it again tomorrow."
        words = self._words
        prompts = [f"Tell {next(words)} of {next(words)} to {next(words)}!" for _ in range(4)]
        return json.dumps({"prompts": prompts})


def made(events: Sequence[DraftEvent]) -> list[Any]:
    return [event.draft for event in events if isinstance(event, DraftMade)]


def end_of(events: Sequence[DraftEvent]) -> Any:
    assert isinstance(events[-1], DraftingEnded)
    return events[-1].batch
