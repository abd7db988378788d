"""The llama.cpp engine in this process, driven step by step."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hone.domain.chat import Turn
from hone.domain.generation import (
    Generate,
    GenerationEnded,
    ModelLoaded,
    Prompt,
    RequestFailed,
    Tagged,
    TextChunk,
)
from hone.domain.sampling import Sampling
from hone.errors import BadInput, HoneError
from hone.ipc.messages import LoadModel

if TYPE_CHECKING:
    from conftest import TinyModels
    from hone.workers.llama.engine import LlamaEngine
    from hone.workers.llama.loading import LlamaLoader

NUMBERS = itertools.count()


@dataclass
class Wire:
    """Stands for the channel to the parent: keeps what is sent and when, and what was cancelled."""

    events: list[Tagged] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    cancelled: set[str] = field(default_factory=set)
    on_look: Callable[[], None] = lambda: None

    def send(self, event: Tagged) -> None:
        self.events.append(event)
        self.times.append(time.monotonic())

    def is_cancelled(self, request_id: str) -> bool:
        self.on_look()
        return request_id in self.cancelled

    def fail(self, request_id: str, error: HoneError) -> None:
        self.send(
            RequestFailed(request_id=request_id, message=error.message, bad_input=isinstance(error, BadInput))
        )


@dataclass(frozen=True)
class Answer:
    """What came of one completion."""

    text: str
    tokens: tuple[int, ...]
    ended: GenerationEnded

    @property
    def reused(self) -> int:
        return self.ended.usage.reused_tokens


@dataclass
class Bench:
    """A loaded engine with its wire."""

    engine: LlamaEngine
    wire: Wire
    loaded: ModelLoaded

    def run(self, *requests: Generate, each_step: Callable[[], None] = lambda: None) -> list[Answer]:
        """Submit requests at once, step until all is done, and return the first completion of each."""
        self.wire.events.clear()
        for request in requests:
            self.engine.submit(request)
        while self.engine.step():
            each_step()
        return [self.answer(request) for request in requests]

    def answer(self, request: Generate, index: int = 0) -> Answer:
        """Collect what came of one completion."""
        mine = [event for event in self.wire.events if getattr(event, "request_id", "") == request.request_id]
        failed = [event for event in mine if isinstance(event, RequestFailed)]
        assert not failed, failed
        chunks = [event for event in mine if isinstance(event, TextChunk) and event.index == index]
        (ended,) = (event for event in mine if isinstance(event, GenerationEnded) and event.index == index)
        tokens = tuple(token for chunk in chunks for token in chunk.token_ids)
        return Answer("".join(chunk.text for chunk in chunks), tokens, ended)

    def failures(self) -> list[RequestFailed]:
        """Return the requests that failed since the last run began."""
        return [event for event in self.wire.events if isinstance(event, RequestFailed)]

    def ask(
        self, text: str = "", turns: tuple[Turn, ...] = (), max_tokens: int = 16, **values: Any
    ) -> Generate:
        """Return a greedy request for a raw text or a conversation."""
        sampling = {"temperature": 0.0, "max_tokens": max_tokens, **values.pop("sampling", {})}
        prompt = Prompt(turns=turns) if turns else Prompt(text=text)
        return Generate(
            request_id=f"llama-{next(NUMBERS)}", prompt=prompt, sampling=Sampling(**sampling), **values
        )


@pytest.fixture(scope="session")
def loader() -> LlamaLoader:
    """The loader; there is one library log in a process."""
    pytest.importorskip("llama_cpp")
    from hone.workers.llama.loading import LlamaLoader

    return LlamaLoader("llama.cpp for tests")


@pytest.fixture(scope="session")
def load(loader: LlamaLoader) -> Iterator[Callable[..., Bench]]:
    """Return a function that loads a model; what it loaded is freed in the end."""
    benches: list[Bench] = []

    def load_model(path: Path, **values: Any) -> Bench:
        wire = Wire()
        engine, loaded = loader.load(
            LoadModel(path=path, threads=1, **values), wire, lambda *_: None, lambda: False
        )
        benches.append(Bench(engine, wire, loaded))
        return benches[-1]

    yield load_model
    for bench in benches:
        bench.engine.close()


@pytest.fixture(scope="session")
def shared_bench(load: Callable[..., Bench], tiny: TinyModels) -> Bench:
    """The tiny model with its whole window."""
    return load(tiny.gguf)


@pytest.fixture
def bench(shared_bench: Bench) -> Bench:
    """The tiny model with nothing cached."""
    shared_bench.engine.forget()
    shared_bench.wire.cancelled.clear()
    return shared_bench
