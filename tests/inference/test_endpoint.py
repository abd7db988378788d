"""Endpoints: what is sent, what is understood, what goes wrong; recorded shapes and a real server."""

from __future__ import annotations

import itertools
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hone.domain.chat import Turn
from hone.domain.constraint import Constraint
from hone.domain.endpoints import Endpoint, checked_url, key_warning
from hone.domain.generation import (
    Embed,
    Embedded,
    Feature,
    Generate,
    GenerationEnded,
    ModelLoaded,
    Progress,
    Prompt,
    ReasoningChunk,
    ReplyEvent,
    Reporting,
    Score,
    TextChunk,
    ToolCalled,
)
from hone.domain.models import endpoint_model
from hone.domain.sampling import LogitBias, Sampling
from hone.errors import BadInput, HoneError, Stopped, WorkerLost
from hone.inference.endpoint import client, server_events
from hone.inference.endpoint.engine import EndpointEngine
from hone.inference.endpoint.kinds import kind_named
from hone.storage.paths import resources

KEY = "sk-very-secret-1234"
CHAT = "/v1/chat/completions"
HELLO = Prompt(turns=(Turn("user", "Hello"),))


def delta(index: int = 0, finish: str | None = None, **parts: Any) -> dict[str, Any]:
    """Return a chunk of a chat as OpenAI sends it."""
    return {"choices": [{"index": index, "delta": parts, "finish_reason": finish, "logprobs": None}]}


DONE = (delta(finish="stop"), "[DONE]")


@dataclass
class Asker:
    """An engine with one endpoint, and what came of a request."""

    engine: EndpointEngine
    endpoint: Endpoint
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def request(self, prompt: Prompt = HELLO, **values: Any) -> Generate:
        sampling = Sampling(**values.pop("sampling", {}))
        return Generate(request_id=f"r{next(self.numbers)}", prompt=prompt, sampling=sampling, **values)

    def ask(
        self, request: Any, on_event: Callable[[ReplyEvent], None] = lambda event: None
    ) -> list[ReplyEvent]:
        events = []
        for event in self.engine.open(endpoint_model(self.endpoint), request):
            events.append(event)
            on_event(event)
        return events

    def of_kind(self, name: str, **values: Any) -> Asker:
        changed = msgspec.structs.replace(self.endpoint, kind=name, **values)
        return Asker(self.engine, changed, self.numbers)


@pytest.fixture
def ask(web: Any) -> Iterator[Asker]:
    """An asker of the test's own server, which is of no known kind."""
    engine = EndpointEngine(lambda endpoint: KEY)
    yield Asker(engine, Endpoint(name="mine", url=f"{web.url}/v1", model="m", kind="other"))
    engine.close()


def text_of(events: list[ReplyEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, TextChunk))


def end_of(events: list[ReplyEvent]) -> GenerationEnded:
    assert isinstance(events[-1], GenerationEnded)
    return events[-1]


# ---- what is understood ---------------------------------------------------------------------------


def test_text_reasoning_tools_and_usage_are_told_when_a_server_streams_them(web: Any, ask: Asker) -> None:
    usage = {"prompt_tokens": 30, "completion_tokens": 9, "prompt_tokens_details": {"cached_tokens": 20}}
    web.stream(
        CHAT,
        delta(role="assistant", content=None),
        delta(reasoning_content="Let me "),
        delta(reasoning="see."),
        delta(content="Hel"),
        delta(content="lo"),
        delta(tool_calls=[{"index": 0, "id": "a", "function": {"name": "look", "arguments": ""}}]),
        delta(tool_calls=[{"index": 0, "function": {"arguments": '{"q":'}}]),
        delta(tool_calls=[{"index": 0, "function": {"arguments": "1}"}}]),
        delta(tool_calls=[{"index": 1, "function": {"name": "stop", "arguments": "{}"}}]),
        delta(finish="tool_calls"),
        {"choices": [], "usage": usage},
        "[DONE]",
    )
    events = ask.ask(ask.request())
    assert isinstance(events[0], ModelLoaded)
    assert text_of(events) == "Hello"
    assert "".join(event.text for event in events if isinstance(event, ReasoningChunk)) == "Let me see."
    called = [(event.name, event.arguments) for event in events if isinstance(event, ToolCalled)]
    assert called == [("look", '{"q":1}'), ("stop", "{}")]
    ended = end_of(events)
    assert (ended.reason, ended.usage.prompt_tokens, ended.usage.reused_tokens) == ("stop", 30, 20)
    assert ended.usage.reply_tokens == 9


def test_log_probabilities_are_told_in_both_shapes(web: Any, ask: Asker) -> None:
    told = {
        "token": "Hi",
        "logprob": -0.5,
        "top_logprobs": [{"token": "Yo", "logprob": -1.5}, {"token": "Hi", "logprob": -0.5}],
    }
    chunk = {"choices": [{"index": 0, "delta": {"content": "Hi"}, "logprobs": {"content": [told]}}]}
    web.stream(CHAT, chunk, *DONE)
    report = Reporting(alternatives=2)
    chunks = [event for event in ask.ask(ask.request(report=report)) if isinstance(event, TextChunk)]
    (token,) = chunks[0].tokens
    assert (token.text, token.logprob, [each.text for each in token.alternatives]) == (
        "Hi",
        -0.5,
        ["Hi", "Yo"],
    )
    legacy = {
        "tokens": [" a", "b"],
        "token_logprobs": [None, -2.0],
        "top_logprobs": [None, {"b": -2.0, "c": -1}],
    }
    web.stream(
        "/v1/completions",
        {"choices": [{"index": 0, "text": " ab", "logprobs": legacy}]},
        {"choices": [{"index": 0, "text": "", "finish_reason": "length"}]},
    )
    events = ask.ask(ask.request(Prompt(text="x"), report=report))
    tokens = [token for event in events if isinstance(event, TextChunk) for token in event.tokens]
    assert [token.text for token in tokens] == [" a", "b"]
    assert [each.text for each in tokens[1].alternatives] == ["c", "b"]
    assert end_of(events).reason == "length"


def test_a_whole_answer_is_taken_when_the_server_does_not_stream(web: Any, ask: Asker) -> None:
    message = {"role": "assistant", "content": "All at once."}
    web.json(CHAT, {"choices": [{"index": 0, "message": message, "finish_reason": "stop"}]})
    assert text_of(ask.ask(ask.request())) == "All at once."


def test_events_are_read_when_they_come_in_odd_pieces() -> None:
    stream = b": ping\r\ndata: one\r\n\r\nevent: x\ndata: a\ndata: b\n\ndata:last"
    for size in (1, 2, 3, 7, 100):
        pieces = (stream[at : at + size] for at in range(0, len(stream), size))
        assert list(server_events.events_in(pieces)) == [b"one", b"a\nb", b"last"]


def test_vectors_are_ordered_and_of_length_one_when_embedding(web: Any, ask: Asker) -> None:
    rows = [{"index": 1, "embedding": [0.0, 2.0]}, {"index": 0, "embedding": [3.0, 4.0]}]
    web.json("/v1/embeddings", {"data": rows})
    events = ask.ask(Embed(request_id="e", texts=("a", "b")))
    assert isinstance(events[-1], Embedded)
    assert events[-1].vectors == ((0.6, 0.8), (0.0, 1.0))


# ---- what is sent ---------------------------------------------------------------------------------


def test_llama_server_knows_every_sampling_parameter(web: Any, ask: Asker) -> None:
    kind = kind_named("llama-server")
    assert kind is not None
    assert set(kind.samplers) == set(Sampling.__struct_fields__)
    web.stream(CHAT, delta(content="x"), *DONE)
    sampling = {
        "top_k": 7,
        "repetition_penalty": 1.2,
        "penalty_last_n": -1,
        "order": ("typical_p", "temperature"),
        "logit_bias": (LogitBias(3, -100.0), LogitBias("no", 1.0)),
        "seed": 5,
    }
    ended = end_of(ask.of_kind("llama-server", context_length=2048).ask(ask.request(sampling=sampling)))
    body = web.posted()[0]
    assert (body["top_k"], body["repeat_penalty"], body["repeat_last_n"]) == (7, 1.2, 2048)
    assert body["samplers"] == ["typ_p", "temperature"]
    assert body["logit_bias"] == [[3, -100.0], ["no", 1.0]]
    assert body["seed"] == ended.seed == 5
    assert body["stream_options"] == {"include_usage": True}


def test_a_hosted_model_gets_only_what_openai_knows(web: Any, ask: Asker) -> None:
    web.stream(CHAT, delta(content="x"), *DONE)
    ask.of_kind("openai").ask(ask.request(stop=("END",)))
    body = web.posted()[0]
    known = {"model", "messages", "stream", "stream_options", "temperature", "top_p", "max_completion_tokens"}
    assert set(body) == {*known, "stop"}
    assert web.asked[-1].headers["authorization"] == f"Bearer {KEY}"


def test_prefill_tools_schema_and_variables_are_written_for_those_who_know_them(web: Any, ask: Asker) -> None:
    web.stream(CHAT, delta(content='{"a": 1}'), *DONE)
    tool = {"type": "function", "function": {"name": "f", "parameters": {}}}
    prompt = Prompt(turns=HELLO.turns, prefill=" ", tools=(tool,), variables={"enable_thinking": False})
    schema = {"type": "object"}
    vllm = ask.of_kind("vllm")
    vllm.ask(vllm.request(prompt, constraint=Constraint(json_schema=schema)))
    body = web.posted()[0]
    assert body["messages"][-1] == {"role": "assistant", "content": " "}
    assert (body["continue_final_message"], body["add_generation_prompt"]) == (True, False)
    assert body["tools"] == [tool]
    assert body["chat_template_kwargs"] == {"enable_thinking": False}
    assert body["response_format"]["json_schema"]["schema"] == schema


@pytest.mark.parametrize(
    ("kind", "values", "named"),
    [
        ("other", {"sampling": {"top_k": 3, "dry_base": 2.0}}, "dry_base, top_k"),
        ("other", {"constraint": Constraint(grammar='root ::= "a"')}, "GBNF"),
        ("other", {"prompt": Prompt(turns=HELLO.turns, prefill="x")}, "prefilled"),
        ("other", {"prompt": Prompt(turns=HELLO.turns, variables={"a": 1})}, "variables"),
        ("other", {"exact": True}, "exact"),
        ("openai", {"prompt": Prompt(text="x")}, "raw text"),
        ("ollama", {"sampling": {"logit_bias": (LogitBias(1, 1.0),)}}, "logit_bias"),
        ("vllm", {"sampling": {"logit_bias": (LogitBias("a", 1.0),)}}, "token's text"),
        ("llama-cpp-python", {"prompt": Prompt(turns=HELLO.turns, tools=({},))}, "tools"),
    ],
)
def test_what_a_kind_does_not_know_is_refused_by_name_before_it_is_sent(
    web: Any, ask: Asker, kind: str, values: dict[str, Any], named: str
) -> None:
    with pytest.raises(BadInput, match=named):
        ask.of_kind(kind).ask(ask.request(**values))
    assert web.asked == []


def test_scoring_is_refused_because_no_server_tells_of_the_prompt(web: Any, ask: Asker) -> None:
    with pytest.raises(BadInput, match="scoring"):
        ask.ask(Score(request_id="s", prompt=HELLO, choices=("a",)))


def test_each_completion_has_its_own_seed(web: Any, ask: Asker) -> None:
    web.stream(CHAT, delta(content="x"), *DONE)
    events = ask.of_kind("ollama").ask(ask.request(completions=3, sampling={"seed": 10}))
    ended = [event for event in events if isinstance(event, GenerationEnded)]
    assert [(event.index, event.seed) for event in ended] == [(0, 10), (1, 11), (2, 12)]
    assert [body["seed"] for body in web.posted()] == [10, 11, 12]


# ---- which server it is ---------------------------------------------------------------------------

SETTINGS = {"default_generation_settings": {"n_ctx": 4096}, "build_info": "b1-abc"}
RECORDED: dict[str, dict[str, Any]] = {
    "llama-server": {
        "/v1/models": {"data": [{"id": "m", "owned_by": "llamacpp"}]},
        "/props": SETTINGS,
    },
    "vllm": {
        "/v1/models": {"data": [{"id": "m", "owned_by": "vllm", "max_model_len": 4096}]},
        "/version": {"version": "0.11.0"},
    },
    "ollama": {
        "/v1/models": {"data": [{"id": "m", "owned_by": "library"}]},
        "/api/version": {"version": "0.13.0"},
    },
    "lm-studio": {
        "/v1/models": {"data": [{"id": "m", "owned_by": "organization_owner"}]},
        "/api/v0/models": {
            "data": [{"id": "m", "publisher": "p", "state": "loaded", "max_context_length": 4096}]
        },
    },
    "llama-cpp-python": {
        "/v1/models": {"data": [{"id": "m", "owned_by": "me"}]},
        "/openapi.json": {"info": {"title": "🦙 llama.cpp Python API", "version": "0.3.36"}},
    },
    "other": {"/v1/models": {"object": "list", "data": [{"id": "m"}]}},
}


@pytest.mark.parametrize("kind", RECORDED)
def test_a_server_is_recognised_by_what_it_answers(web: Any, ask: Asker, kind: str) -> None:
    for path, value in RECORDED[kind].items():
        web.json(path, value)
    found = ask.engine.survey(ask.endpoint, KEY)
    assert (found.kind, found.models) == (kind, ("m",))
    if kind in ("llama-server", "vllm", "lm-studio"):
        assert found.context_length == 4096


def test_an_unknown_server_is_asked_once_when_it_is_first_used(web: Any, ask: Asker) -> None:
    for path, value in RECORDED["llama-server"].items():
        web.json(path, value)
    web.stream(CHAT, delta(content="x"), *DONE)
    unknown = ask.of_kind("")
    assert Feature.GRAMMAR in ask.engine.features(endpoint_model(unknown.endpoint))
    assert "dry_base" in ask.engine.samplers(endpoint_model(unknown.endpoint))
    assert end_of(unknown.ask(ask.request())).usage.context_length == 4096
    assert [request.path for request in web.asked].count("/props") == 1


def test_a_hosted_api_without_a_list_of_models_is_taken_when_the_model_is_named(web: Any, ask: Asker) -> None:
    assert ask.engine.survey(ask.endpoint, KEY).kind == "other"
    with pytest.raises(HoneError, match="no model"):
        ask.engine.survey(msgspec.structs.replace(ask.endpoint, model=""), KEY)


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("localhost:8080", "http://localhost:8080/v1"),
        (" http://127.0.0.1:8080/v1/ ", "http://127.0.0.1:8080/v1"),
        ("api.openai.com", "https://api.openai.com/v1"),
        ("https://openrouter.ai/api/v1/chat/completions", "https://openrouter.ai/api/v1"),
        ("https://a.b/v1beta/openai/", "https://a.b/v1beta/openai"),
        ("http://[::1]:80/x", "http://[::1]:80/x/v1"),
    ],
)
def test_an_address_is_written_in_one_way(written: str, address: str) -> None:
    assert checked_url(written) == address
    assert checked_url(address) == address


@pytest.mark.parametrize(
    "written",
    ["", "ftp://a", "http://", "http://u:p@a", "http://a?x=1", "http://a b", "http://a:99999", "http://a..b"],
)
def test_what_is_no_address_is_refused(written: str) -> None:
    with pytest.raises(BadInput):
        checked_url(written)


def test_a_key_over_plain_http_is_warned_of_unless_it_stays_here() -> None:
    assert "without encryption" in key_warning("http://10.0.0.7:8080/v1")
    assert not key_warning("http://127.0.0.1:8080/v1")
    assert not key_warning("https://api.openai.com/v1")


# ---- what goes wrong ------------------------------------------------------------------------------


def error(message: str) -> dict[str, Any]:
    return {"error": {"message": message, "type": "x"}}


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (401, "does not accept the key.*Incorrect key"),
        (404, "has no model 'm'"),
        (400, "refuses the request.*Incorrect key"),
        (500, "failed to answer"),
        (302, "sends elsewhere.*elsewhere.example"),
    ],
)
def test_a_refusal_names_the_endpoint_and_never_the_key(web: Any, ask: Asker, status: int, said: str) -> None:
    web.json(CHAT, error(f"Incorrect key {KEY}"), status, Location="http://elsewhere.example/v1")
    with pytest.raises(HoneError, match=said) as caught:
        ask.ask(ask.request())
    told = caught.value
    assert "mine" in told.message
    assert told.hint
    assert KEY not in f"{told.message}{told.hint}{told.detail}{told.__context__!r}"
    assert len(web.posted()) == 1


def test_a_key_that_is_none_is_refused_without_showing_it(web: Any) -> None:
    engine = EndpointEngine(lambda endpoint: "sk-bad\nX-Other: 1")
    asker = Asker(engine, Endpoint(name="mine", url=f"{web.url}/v1", model="m", kind="other"))
    with pytest.raises(BadInput, match="holds characters") as caught:
        asker.ask(asker.request())
    assert "sk-bad" not in str(caught.value) + caught.value.hint
    assert web.asked == []


def test_a_busy_server_is_asked_again_when_it_says_so(web: Any, ask: Asker) -> None:
    busy = iter((True, True, False))

    def answer(request: Any) -> Any:
        if next(busy):
            return web.answer(b'{"error": "slow down"}', status=429, headers={"Retry-After": "0.05"})
        return web.events(delta(content="at last"), *DONE)

    web.on(CHAT, answer)
    events = ask.ask(ask.request())
    assert text_of(events) == "at last"
    assert sum("busy" in event.note for event in events if isinstance(event, Progress)) == 2


def test_a_server_that_stays_busy_is_given_up(web: Any, ask: Asker) -> None:
    web.json(CHAT, error("Quota used up"), 429, Retry_After="86400")
    with pytest.raises(HoneError, match=r"rate limit.*Quota used up"):
        ask.ask(ask.request())


@pytest.mark.parametrize(
    ("events", "said"),
    [
        (("not json",), "cannot be read"),
        ((error("out of memory"),), "gave up the reply.*out of memory"),
        (("[DONE]",), "before it was complete"),
        (({"choices": "x"},), "cannot be read"),
    ],
)
def test_a_broken_stream_is_an_error_and_text_that_came_makes_it_a_loss(
    web: Any, ask: Asker, events: tuple[Any, ...], said: str
) -> None:
    web.stream(CHAT, *events)
    with pytest.raises(HoneError, match=said) as caught:
        ask.ask(ask.request())
    assert not isinstance(caught.value, WorkerLost)
    web.stream(CHAT, delta(content="Once upon"), *events)
    heard: list[ReplyEvent] = []
    with pytest.raises(WorkerLost, match=said):
        ask.ask(ask.request(), heard.append)
    assert text_of(heard) == "Once upon"


def test_a_line_that_is_cut_keeps_the_text_that_came(web: Any, ask: Asker) -> None:

    def pieces() -> Iterator[bytes]:
        yield b'data: {"choices": [{"index": 0, "delta": {"content": "Once"}}]}\n\n'
        raise ConnectionAbortedError

    web.on(CHAT, lambda request: web.slowly(pieces()))
    heard: list[ReplyEvent] = []
    with pytest.raises(WorkerLost, match=r"connection to mine .* was lost"):
        ask.ask(ask.request(), heard.append)
    assert text_of(heard) == "Once"


def test_a_huge_event_is_refused(web: Any, ask: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_events, "LARGEST_EVENT", 100_000)
    web.stream(CHAT, "x" * 300_000)
    with pytest.raises(HoneError, match="too large"):
        ask.ask(ask.request())


def test_a_web_page_is_no_reply(web: Any, ask: Asker) -> None:
    web.on(CHAT, lambda request: web.answer(b"<html>Welcome</html>", type="text/html"))
    with pytest.raises(HoneError, match="not as an OpenAI-compatible server"):
        ask.ask(ask.request())


def test_an_answer_that_cannot_be_read_is_told_without_the_key(web: Any, ask: Asker) -> None:
    page = f"<html>You sent: Bearer {KEY}</html>".encode()
    for kind in ("text/html", "application/json"):
        web.on(CHAT, lambda request, kind=kind: web.answer(page, type=kind))
        with pytest.raises(HoneError) as caught:
            ask.ask(ask.request())
        assert "You sent: Bearer ***" in caught.value.detail


def test_silence_is_an_end(web: Any, ask: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "SILENCE_SECONDS", 0.1)
    over = threading.Event()

    def pieces() -> Iterator[bytes]:
        over.wait(5)
        yield b""

    web.on(CHAT, lambda request: web.slowly(pieces()))
    with pytest.raises(HoneError, match="did not answer in time"):
        ask.ask(ask.request())
    over.set()


def test_nothing_listening_is_told(ask: Asker) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        nowhere = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
        asker = Asker(ask.engine, msgspec.structs.replace(ask.endpoint, url=nowhere))
        with pytest.raises(HoneError, match=f"Nothing answers at {nowhere}"):
            asker.ask(asker.request())


def test_https_at_a_server_without_it_is_told(web: Any, ask: Asker) -> None:
    secure = web.url.replace("http://", "https://") + "/v1"
    asker = Asker(ask.engine, msgspec.structs.replace(ask.endpoint, url=secure))
    with pytest.raises(HoneError, match="No encrypted connection") as caught:
        asker.ask(asker.request())
    assert "http://" in caught.value.hint


def test_missing_log_probabilities_are_not_passed_over(web: Any, ask: Asker) -> None:
    web.stream(CHAT, delta(content="x"), *DONE)
    with pytest.raises(HoneError, match="sent none"):
        ask.ask(ask.request(report=Reporting(logprobs=True)))


def test_a_reply_that_ignores_its_schema_is_not_passed_over(web: Any, ask: Asker) -> None:
    web.stream(CHAT, delta(content="Sure! Here is"), *DONE)
    with pytest.raises(HoneError, match="no JSON"):
        ask.ask(ask.request(constraint=Constraint(json_schema={"type": "object"})))


# ---- cancelling and many at once ------------------------------------------------------------------


@pytest.mark.parametrize("before_headers", [True, False])
def test_cancelling_ends_a_request_at_once_wherever_it_waits(
    web: Any, ask: Asker, before_headers: bool
) -> None:
    over, waiting = threading.Event(), threading.Event()

    def pieces() -> Iterator[bytes]:
        yield b'data: {"choices": [{"index": 0, "delta": {"content": "Once"}}]}\n\n'
        waiting.set()
        over.wait(10)

    def answer(request: Any) -> Any:
        if before_headers:
            waiting.set()
            over.wait(10)
        return web.slowly(pieces())

    web.on(CHAT, answer)
    request = ask.request()
    threading.Thread(target=lambda: (waiting.wait(5), ask.engine.cancel(request.request_id))).start()
    begun = time.monotonic()
    events = ask.ask(request)
    took = time.monotonic() - begun
    over.set()
    assert end_of(events).reason == "cancelled"
    assert text_of(events) == ("" if before_headers else "Once")
    assert took < 5, "the server would have held it for ten seconds"


def test_cancelling_is_no_failure_when_the_end_of_the_reply_is_that_of_the_connection(ask: Asker) -> None:
    over, heard = threading.Event(), threading.Event()

    class Plain(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Be silent."""

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            self.wfile.write(b'data: {"choices": [{"index": 0, "delta": {"content": "Once"}}]}\n\n')
            over.wait(10)

    def on_event(event: ReplyEvent) -> None:
        if isinstance(event, TextChunk):
            heard.set()
            threading.Timer(0.1, lambda: ask.engine.cancel(request.request_id)).start()

    with ThreadingHTTPServer(("127.0.0.1", 0), Plain) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_address[1]}/v1"
        asker = ask.of_kind("other", url=url)
        request = asker.request()
        events = asker.ask(request, on_event)
        over.set()
        server.shutdown()
    assert heard.is_set()
    assert end_of(events).reason == "cancelled"
    assert text_of(events) == "Once"


def test_cancelling_is_heard_before_the_first_event_and_while_a_busy_server_is_waited_for(
    web: Any, ask: Asker
) -> None:
    web.json(CHAT, error("busy"), 503, Retry_After="20")
    model = endpoint_model(ask.endpoint)
    request = ask.request()
    events = ask.engine.open(model, request)
    ask.engine.cancel(request.request_id)
    assert end_of(list(events)).reason == "cancelled"
    assert web.asked == []
    later = ask.request()

    def on_event(event: ReplyEvent) -> None:
        if isinstance(event, Progress):
            ask.engine.cancel(later.request_id)

    assert end_of(ask.ask(later, on_event)).reason == "cancelled"
    with pytest.raises(Stopped):
        embedding = ask.engine.open(model, Embed(request_id="e", texts=("a",)))
        ask.engine.cancel("e")
        list(embedding)


def test_leaving_early_ends_the_request_and_the_next_one_works(web: Any, ask: Asker) -> None:
    web.stream(CHAT, *(delta(content=str(number)) for number in range(1000)), *DONE)
    events = ask.engine.open(endpoint_model(ask.endpoint), ask.request())
    for event in events:
        if isinstance(event, TextChunk):
            break
    events.close()  # type: ignore[attr-defined]
    assert text_of(ask.ask(ask.request())).startswith("0123")


@pytest.mark.parametrize(("kind", "most"), [("other", 8), ("llama-cpp-python", 1)])
def test_requests_run_side_by_side_as_far_as_the_server_can(
    web: Any, ask: Asker, kind: str, most: int
) -> None:
    lock, together = threading.Lock(), threading.Barrier(8, timeout=5)
    now, peak = 0, 0

    def pieces() -> Iterator[bytes]:
        nonlocal now, peak
        with lock:
            now += 1
            peak = max(peak, now)
        if most > 1:
            together.wait()
        with lock:
            now -= 1
        yield b'data: {"choices": [{"index": 0, "delta": {"content": "x"}, "finish_reason": "stop"}]}\n\n'

    web.on(CHAT, lambda request: web.slowly(pieces()))
    asker, ended = ask.of_kind(kind), []
    requests = [ask.request() for _ in range(8)]
    threads = [threading.Thread(target=lambda r=r: ended.append(asker.ask(r))) for r in requests]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert [text_of(events) for events in ended] == ["x"] * 8
    assert peak == most


def test_a_kept_connection_serves_again_and_is_replaced_when_the_server_closed_it(ask: Asker) -> None:
    reply = b'data: {"choices": [{"index": 0, "delta": {"content": "x"}, "finish_reason": "stop"}]}\n\n'
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: %d\r\n\r\n" % len(reply)
    accepted = 0
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            nonlocal accepted
            for requests in (2, 1):
                line, _ = server.accept()
                accepted += 1
                with line, line.makefile("rb") as sent:
                    for _ in range(requests):
                        length = 0
                        while (header := sent.readline()) not in (b"\r\n", b""):
                            if header.lower().startswith(b"content-length:"):
                                length = int(header.split(b":")[1])
                        sent.read(length)
                        line.sendall(head + reply)

        serving = threading.Thread(target=serve)
        serving.start()
        url = f"http://127.0.0.1:{server.getsockname()[1]}/v1"
        asker = Asker(ask.engine, msgspec.structs.replace(ask.endpoint, url=url))
        for _ in range(3):
            assert text_of(asker.ask(asker.request())) == "x"
        serving.join(5)
    assert accepted == 2


def test_the_http_libraries_are_not_imported_before_the_first_request() -> None:
    code = (
        "import sys, hone.inference.endpoint.engine, hone.inference.endpoint.kinds;"
        "print([name for name in ('http.client', 'ssl', 'truststore', 'keyring') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# ---- a real server --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real() -> Iterator[Asker]:
    """llama-cpp-python's own server with the embedded model."""
    pytest.importorskip("uvicorn")
    pytest.importorskip("starlette_context")
    gguf = resources() / "demo_model-q8_0.gguf"
    if not gguf.is_file():
        pytest.skip("the embedded model has no GGUF")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    yield from _serving(gguf, port)


def _serving(gguf: Path, port: int) -> Iterator[Asker]:
    command = [sys.executable, "-m", "llama_cpp.server", "--model", str(gguf), "--port", str(port)]
    command += ["--n_ctx", "512", "--logits_all", "true", "--n_threads", "2"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    for line in server.stderr:
        if "Uvicorn running" in line:
            break
    drain = threading.Thread(target=lambda: [None for _ in server.stderr or ()], daemon=True)
    drain.start()
    engine = EndpointEngine(lambda endpoint: "")
    endpoint = Endpoint(name="real", url=f"http://127.0.0.1:{port}/v1", model="any")
    yield Asker(engine, endpoint)
    engine.close()
    server.terminate()
    server.wait(20)
    drain.join(5)
    server.stderr.close()


GREEDY = {"temperature": 0.0, "max_tokens": 24}
QUESTION = Prompt(turns=(Turn("user", "What is the capital of France?"),))


@pytest.mark.worker
def test_a_real_server_is_recognised_and_answers(real: Asker) -> None:
    found = real.engine.survey(real.endpoint, "")
    assert (found.kind, len(found.models)) == ("llama-cpp-python", 1)
    events = real.ask(real.request(QUESTION, sampling=GREEDY))
    assert "Paris" in text_of(events)
    assert end_of(events).reason == "stop"
    assert end_of(events).usage.reply_tokens > 3


@pytest.mark.worker
def test_a_real_server_keeps_to_grammar_and_schema_and_tells_log_probabilities(real: Asker) -> None:
    grammar = Constraint(grammar='root ::= "yes" | "no"')
    assert text_of(real.ask(real.request(QUESTION, constraint=grammar))) in ("yes", "no")
    schema = {
        "type": "object",
        "properties": {"city": {"type": "string", "maxLength": 8}},
        "required": ["city"],
    }
    shaped = real.request(QUESTION, constraint=Constraint(json_schema=schema), sampling=GREEDY)
    assert msgspec.json.decode(text_of(real.ask(shaped)), type=dict[str, str]).keys() == {"city"}
    reported = real.ask(real.request(QUESTION, report=Reporting(alternatives=3), sampling=GREEDY))
    tokens = [token for event in reported if isinstance(event, TextChunk) for token in event.tokens]
    assert tokens
    assert all(len(token.alternatives) == 3 for token in tokens)
    assert all(token.logprob == token.alternatives[0].logprob <= 0 for token in tokens)


@pytest.mark.worker
def test_a_real_server_stops_writing_when_its_reply_is_cancelled(real: Asker) -> None:
    long = real.request(
        QUESTION,
        sampling={"max_tokens": 400, "logit_bias": tuple(LogitBias(token, -100.0) for token in range(3))},
    )

    def on_event(event: ReplyEvent) -> None:
        if isinstance(event, TextChunk):
            real.engine.cancel(long.request_id)

    events = real.ask(long, on_event)
    assert end_of(events).reason == "cancelled"
    assert end_of(events).usage.reply_tokens < 10
    assert "Paris" in text_of(real.ask(real.request(QUESTION, sampling=GREEDY)))
