"""A reply is read under the prompt it answers, by any model, once; what cannot be read is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hone.domain.assembly import Assembly
from hone.domain.chat import Conversation, Message, MessageState, Role, Usage
from hone.domain.generation import (
    CANCELLED,
    Feature,
    ModelLoaded,
    Progress,
    ReplyEvent,
    Score,
    Scored,
    ScoredChoice,
    TokenReport,
)
from hone.domain.models import Adapter, AdapterChoice, Model, ModelFormat
from hone.domain.setup import Setup
from hone.domain.token_reports import Reader, TokenReading
from hone.errors import BadInput, Stopped
from hone.services.token_reports import ALTERNATIVES, TokenReportService

NOW = datetime(2026, 11, 21, tzinfo=UTC)
MODEL = Model(id="demo", name="Demo", path=Path("demo"), format=ModelFormat.GGUF, size_bytes=1)
SERVER = msgspec.structs.replace(MODEL, id="server", name="A server")
ADAPTER = Adapter(
    id="tone",
    name="Tone",
    path=Path("tone"),
    gguf_path=None,
    base_name="Demo",
    base_fingerprint="",
    base_shape=None,
    method="lora",
    run_id="",
    created_at=NOW,
)


def message(identity: str, parent: str | None, role: Role, text: str, **values: Any) -> Message:
    """Return a message of the conversation."""
    return Message(
        id=identity,
        conversation_id="c",
        parent_id=parent,
        role=role,
        text=text,
        state=MessageState.COMPLETE,
        created_at=NOW,
        **values,
    )


class Chat:
    """One conversation with a fork."""

    def __init__(self) -> None:
        self.conversation = Conversation(
            id="c",
            title="",
            created_at=NOW,
            updated_at=NOW,
            model_id="demo",
            system_prompt="Be kind.",
            setup=Setup(prefill="Well, "),
        )
        self.tree = [
            message("u1", None, Role.USER, "Hello"),
            message("a1", "u1", Role.ASSISTANT, "Hi there", reasoning="Greet back."),
            message("a2", "u1", Role.ASSISTANT, "Good day"),
            message("u2", "a1", Role.USER, "How are you?"),
            message("a3", "u2", Role.ASSISTANT, "Fine thanks"),
            message("a4", "u2", Role.ASSISTANT, ""),
        ]

    def get(self, conversation_id: str) -> Conversation:
        return self.conversation

    def messages(self, conversation_id: str) -> list[Message]:
        return self.tree


class Catalogue:
    """Two models and an adapter."""

    def find_model(self, name_or_path: str) -> Model:
        return {"demo": MODEL, "server": SERVER}[name_or_path]

    def find_adapter(self, name_or_path: str) -> Adapter:
        assert name_or_path == "tone"
        return ADAPTER


class Engines:
    """Scores each word as one token; notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[Score, tuple[AdapterChoice, ...]]] = []
        self.cancelled: set[str] = set()

    def reply(
        self, model: Model, request: Score, adapters: Sequence[AdapterChoice] = ()
    ) -> Iterator[ReplyEvent]:
        self.asked.append((request, tuple(adapters)))
        yield ModelLoaded(path=model.path, context_length=64, seconds=0.1, device="cpu")
        yield Progress(note="Scoring", done=1, total=2, request_id=request.request_id)
        if request.request_id in self.cancelled:
            raise Stopped(CANCELLED)
        first, rest = request.choices[0].split(" ", 1)
        pieces = (first, f" {rest}")
        tokens = tuple(TokenReport(1, piece, -0.5) for piece in pieces)
        yield Scored(
            request_id=request.request_id,
            choices=(ScoredChoice(logprob=-1.0, tokens=tokens, pieces=pieces),),
            usage=Usage(prompt_tokens=9),
        )

    def features(self, model: Model) -> frozenset[Feature]:
        return frozenset() if model is SERVER else frozenset(Feature)

    def cancel(self, request_id: str) -> None:
        self.cancelled.add(request_id)


@pytest.fixture
def engines() -> Engines:
    return Engines()


@pytest.fixture
def service(engines: Engines) -> TokenReportService:
    return TokenReportService(Chat(), Catalogue(), engines)


def read(
    service: TokenReportService, message_id: str = "a3", reader: Reader | None = None
) -> tuple[list[Progress], TokenReading]:
    """Read a reply; returns progress and reading."""
    *progress, last = service.read("r", "c", message_id, reader)
    assert isinstance(last, TokenReading)
    assert all(isinstance(each, Progress) for each in progress)
    return [each for each in progress if isinstance(each, Progress)], last


def test_reply_is_read_after_the_prompt_it_answers(service: TokenReportService, engines: Engines) -> None:
    progress, found = read(service)
    request, adapters = engines.asked[0]
    said = [(turn.role, turn.content) for turn in request.prompt.turns]
    assert said == [
        ("system", "Be kind."),
        ("user", "Hello"),
        ("assistant", "Hi there"),
        ("user", "How are you?"),
    ]
    assert request.prompt.prefill == ""  # the reply's own text holds its beginning
    assert request.choices == ("Fine thanks",) and adapters == ()
    assert request.report.alternatives == ALTERNATIVES
    assert [each.note for each in progress] == ["Scoring"]
    assert found.text == "Fine thanks" and [token.text for token in found.tokens] == ["Fine", " thanks"]
    assert (found.model_name, found.adapter_name, found.prompt_tokens) == ("Demo", "", 9)


def test_reply_of_another_branch_is_read_with_what_was_said_there(
    service: TokenReportService, engines: Engines
) -> None:
    read(service, "a2")
    assert [turn.content for turn in engines.asked[0][0].prompt.turns] == ["Be kind.", "Hello"]
    assert engines.asked[0][0].choices == ("Good day",)


def test_other_reader_changes_adapter_and_prompt_only_for_the_reading(
    service: TokenReportService, engines: Engines
) -> None:
    _, found = read(service, "a1", Reader(model_id="demo", adapter_id="tone", system_prompt="Be rude."))
    request, adapters = engines.asked[0]
    assert request.prompt.turns[0].content == "Be rude."
    assert [choice.adapter for choice in adapters] == [ADAPTER]
    assert found.adapter_name == "Tone" and found.reader.system_prompt == "Be rude."


def test_engine_is_asked_once_when_the_same_reply_is_read_again(
    service: TokenReportService, engines: Engines
) -> None:
    first = read(service)[1]
    progress, again = read(service)
    assert again == first and progress == [] and len(engines.asked) == 1
    read(service, reader=Reader(model_id="demo", system_prompt="Be rude."))
    assert len(engines.asked) == 2


def test_prompt_is_fitted_as_for_the_reply(engines: Engines) -> None:
    class Fitting:
        def fit(self, model: Any, adapter: Any, assembly: Assembly, *rest: Any) -> Assembly:
            return msgspec.structs.replace(assembly, turns=assembly.turns[-1:])

    read(TokenReportService(Chat(), Catalogue(), engines, Fitting()))
    assert [turn.content for turn in engines.asked[0][0].prompt.turns] == ["How are you?"]


def test_cancelled_reading_is_stopped_and_not_kept(service: TokenReportService, engines: Engines) -> None:
    service.cancel("r")
    with pytest.raises(Stopped):
        read(service)
    engines.cancelled.clear()
    assert read(service)[1].text == "Fine thanks"


@pytest.mark.parametrize(
    ("message_id", "reader"),
    [
        ("u2", None),
        ("a4", None),
        ("gone", None),
        ("a3", Reader(model_id="")),
        ("a3", Reader(model_id="server")),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(
    service: TokenReportService, engines: Engines, message_id: str, reader: Reader | None
) -> None:
    with pytest.raises(BadInput) as refused:
        read(service, message_id, reader)
    assert refused.value.message.endswith(".") and not engines.asked
