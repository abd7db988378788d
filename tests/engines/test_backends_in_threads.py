"""A backend that answers one request at a time answers many: nothing is lost, and nobody waits for ever."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from hone.domain.endpoints import Endpoint
from hone.domain.generation import (
    CANCELLED,
    Feature,
    MeasureText,
    ReplyEvent,
    Request,
    RequestFailed,
    TextChunk,
    TextMeasured,
)
from hone.domain.models import Model, ModelFormat, endpoint_model
from hone.errors import BadInput, HoneError, Stopped, WorkerLost
from hone.services.engines import EngineService
from hone.storage.paths import Paths

MODEL = endpoint_model(Endpoint(name="one", url="http://localhost:1/v1", model="m"))


class OneByOne:
    """Answers with what the text of a request says."""

    def __init__(self) -> None:
        self.cancelled: set[str] = set()
        self.left = threading.Event()

    def open(self, model: Model, request: Request) -> Iterator[ReplyEvent]:
        assert isinstance(request, MeasureText)
        name = request.request_id
        match request.text:
            case "bug":
                raise KeyError("a bug")
            case "bad":
                raise BadInput("This is refused.", "Ask otherwise.")
            case "stopped":
                raise Stopped("It was stopped.")
            case "lost":
                raise WorkerLost("The connection broke.")
        try:
            for _ in range(int(request.text)):
                yield TextChunk(request_id=name, text="x")
            yield TextMeasured(request_id=name, tokens=1, scored_tokens=1, mean_logprob=-1.0, perplexity=2.7)
        finally:
            self.left.set()

    def cancel(self, request_id: str) -> None:
        self.cancelled.add(request_id)

    def features(self, model: Model) -> frozenset[Feature]:
        return frozenset(Feature)

    def samplers(self, model: Model) -> frozenset[str]:
        return frozenset()

    def close(self) -> None:
        pass


@pytest.fixture
def backend() -> OneByOne:
    return OneByOne()


@pytest.fixture
def engines(backend: OneByOne, paths: Paths) -> Any:
    service = EngineService(paths, remote=((ModelFormat.ENDPOINT, backend),))
    yield service
    service.close()


def asked(*texts: str) -> list[MeasureText]:
    return [MeasureText(request_id=f"r{number}", text=text) for number, text in enumerate(texts)]


def test_all_end_when_more_comes_than_is_taken(engines: EngineService) -> None:
    events = list(engines.answer_all(MODEL, asked(*["200"] * 60), limit=16))
    assert sum(isinstance(event, TextMeasured) for event in events) == 60
    assert len(events) == 60 * 201


def test_others_go_on_when_one_is_refused(engines: EngineService) -> None:
    events = list(engines.answer_all(MODEL, asked("1", "bad", "1", "stopped")))
    failed = {event.request_id: event for event in events if isinstance(event, RequestFailed)}
    assert failed["r1"].bad_input and failed["r1"].message == "This is refused."
    assert failed["r3"].message == CANCELLED
    assert sum(isinstance(event, TextMeasured) for event in events) == 2


@pytest.mark.parametrize(
    ("text", "kind"), [("bad", BadInput), ("lost", WorkerLost), ("bug", KeyError), ("stopped", Stopped)]
)
def test_error_reaches_who_asked(engines: EngineService, text: str, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        engines.measure(MODEL, asked(text)[0])


def test_requests_are_ended_when_the_caller_leaves(engines: EngineService, backend: OneByOne) -> None:
    events = engines.answer_all(MODEL, asked("1000000"))
    next(iter(events))
    events.close()  # type: ignore[attr-defined]
    assert backend.left.is_set()
    assert backend.cancelled == {"r0"}


def test_nothing_is_begun_after_closing(engines: EngineService) -> None:
    engines.close()
    with pytest.raises(HoneError, match="closing"):
        engines.measure(MODEL, asked("1")[0])
