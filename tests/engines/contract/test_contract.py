"""One contract, three backends: what is claimed works, what is not claimed is refused by name."""

from __future__ import annotations

import json
import math
import secrets
import threading
from typing import TYPE_CHECKING

import pytest

from hone.domain.chat import Turn
from hone.domain.constraint import Constraint
from hone.domain.generation import (
    ENTROPY_NOT_TOLD,
    Embed,
    Embedded,
    Feature,
    GenerationEnded,
    MeasureText,
    Prompt,
    Reporting,
    RequestFailed,
    Score,
    TextChunk,
    TextMeasured,
    TokenRole,
)
from hone.domain.sampling import Sampling
from hone.domain.wanted_features import wanted_features
from hone.errors import BadInput, Stopped

if TYPE_CHECKING:
    from contract.conftest import Candidate

pytestmark = pytest.mark.worker

SENTENCE = "The wind would turn before the evening. "
SCHEMA = {
    "type": "object",
    "properties": {"ok": {"type": "boolean"}, "kind": {"enum": ["a", "b"]}},
    "required": ["ok", "kind"],
    "additionalProperties": False,
}


def test_reply_streams_counts_and_tells_where_it_came_from(candidate: Candidate) -> None:
    reply = candidate.ask()
    assert reply.text and reply.ended.reason in ("length", "stop")
    assert 0 < reply.ended.usage.reply_tokens <= 12
    if candidate.name != "endpoint":  # llama-cpp-python's server tells no usage while it streams
        assert reply.ended.usage.prompt_tokens > 5
    assert reply.ended.provenance.mode == "fast"
    assert reply.ended.provenance.build


def test_token_ids_are_told_when_claimed(candidate: Candidate) -> None:
    candidate.needs(Feature.TOKEN_IDS)
    reply = candidate.ask()
    assert len(reply.token_ids) == reply.ended.usage.reply_tokens


def test_raw_text_is_continued(candidate: Candidate) -> None:
    candidate.needs(Feature.TEXT)
    assert candidate.ask(Prompt(text="The old captain looked")).text


def test_prefill_is_continued_and_not_repeated(candidate: Candidate) -> None:
    candidate.needs(Feature.PREFILL)
    turns = (Turn("user", "What is a good question?"),)
    prefilled = candidate.ask(Prompt(turns=turns, prefill="It is one that"))
    assert prefilled.text and not prefilled.text.startswith("It is one that")
    assert prefilled.ended.usage.prompt_tokens > candidate.ask(Prompt(turns=turns)).ended.usage.prompt_tokens


def test_stop_string_ends_the_reply_and_is_left_out(candidate: Candidate) -> None:
    whole = candidate.ask(sampling={"max_tokens": 24}).text
    stop = whole[8:12]
    reply = candidate.ask(sampling={"max_tokens": 24}, stop=(stop,))
    assert reply.ended.reason == "stop"
    assert reply.text == whole[: whole.index(stop)]


def test_each_completion_ends_when_several_are_asked_for(candidate: Candidate) -> None:
    request = candidate.request(completions=3, sampling={"temperature": 1.0, "seed": 5})
    replies = candidate.replies(request)
    assert [reply.ended.index for reply in replies] == [0, 1, 2]
    assert len({reply.text for reply in replies}) > 1
    assert all(reply.ended.usage.reply_tokens for reply in replies)


def test_logprobs_are_ordered_and_the_greedy_token_is_the_likeliest(candidate: Candidate) -> None:
    candidate.needs(Feature.LOGPROBS)
    reply = candidate.ask(report=Reporting(alternatives=4))
    assert len(reply.reports) >= reply.ended.usage.reply_tokens - 1
    for report in reply.reports:
        likely = [each.logprob for each in report.alternatives]
        assert likely and likely == sorted(likely, reverse=True)
        assert len(likely) == 4 or candidate.name == "endpoint"  # which joins tokens of equal text
        assert report.logprob == pytest.approx(likely[0], abs=1e-4)
        assert sum(math.exp(each) for each in likely) <= 1.0 + 1e-4


def test_reports_tell_entropy_rank_and_what_an_alternative_does(candidate: Candidate) -> None:
    candidate.needs(Feature.LOGPROBS)
    reports = candidate.ask(report=Reporting(alternatives=400)).reports
    if candidate.name == "endpoint":
        assert {report.entropy for report in reports} == {ENTROPY_NOT_TOLD}
        assert {report.rank for report in reports} == {0}
        return
    for report in reports:
        assert report.rank == 1  # greedy
        told = math.fsum(-math.exp(each.logprob) * each.logprob for each in report.alternatives)
        rest = max(0.0, 1 - math.fsum(math.exp(each.logprob) for each in report.alternatives))
        assert told - 1e-3 <= report.entropy <= told + rest * 12 + 1e-3
    roles = {other.role for report in reports for other in report.alternatives}
    assert TokenRole.TEXT in roles and (TokenRole.END in roles or TokenRole.CONTROL in roles)


def test_scored_text_comes_back_in_pieces_with_whole_characters(candidate: Candidate) -> None:
    candidate.needs(Feature.SCORING)
    text = "A naïve 🦊 says:\n\n  “hi”  "
    prompt = Prompt(turns=(Turn("user", "What is a good question?"),))
    (choice,) = candidate.engines.score(
        candidate.model,
        Score(request_id="pieces", prompt=prompt, choices=(text,), report=Reporting(alternatives=2)),
    ).choices
    assert len(choice.pieces) == len(choice.tokens)
    assert "".join(choice.pieces) == text and "\ufffd" not in "".join(choice.pieces)
    assert all(token.entropy >= 0 and token.rank >= 1 for token in choice.tokens)


def test_json_schema_is_kept(candidate: Candidate) -> None:
    candidate.needs(Feature.JSON_SCHEMA)
    reply = candidate.ask(constraint=Constraint(json_schema=SCHEMA), sampling={"max_tokens": 80})
    value = json.loads(reply.text)
    assert isinstance(value["ok"], bool) and value["kind"] in ("a", "b") and len(value) == 2
    assert reply.ended.reason == "stop"


@pytest.mark.parametrize("begun", ['{"ok": tr', '\n{ "ok" :false, "ki', "Here is the JSON:\n"])
def test_json_schema_goes_on_from_the_beginning_of_a_reply(candidate: Candidate, begun: str) -> None:
    candidate.needs(Feature.JSON_SCHEMA)
    candidate.needs(Feature.PREFILL)
    if candidate.name == "endpoint":
        pytest.skip("what a server keeps to a schema after a beginning is its own")
    prompt = Prompt(turns=(Turn("user", "What is a good question?"),), prefill=begun)
    reply = candidate.ask(prompt, constraint=Constraint(json_schema=SCHEMA), sampling={"max_tokens": 80})
    value = json.loads((begun + reply.text).removeprefix("Here is the JSON:"))
    assert isinstance(value["ok"], bool) and value["kind"] in ("a", "b") and len(value) == 2
    assert reply.ended.reason == "stop"


def test_grammar_is_kept(candidate: Candidate) -> None:
    candidate.needs(Feature.GRAMMAR)
    reply = candidate.ask(constraint=Constraint(grammar='root ::= "yes" | "no"'))
    assert reply.text in ("yes", "no") and reply.ended.reason == "stop"


def test_broken_grammar_is_refused_and_the_engine_goes_on(candidate: Candidate) -> None:
    candidate.needs(Feature.GRAMMAR)
    if candidate.name == "endpoint":
        pytest.skip("llama-cpp-python's server dies of a broken grammar; what a server does is its own")
    with pytest.raises(BadInput):
        candidate.ask(constraint=Constraint(grammar="root ::= ("))
    assert candidate.ask().text


def test_what_is_not_claimed_is_refused_by_name(candidate: Candidate) -> None:
    claimed = candidate.engines.features(candidate.model)
    requests = (
        candidate.request(constraint=Constraint(grammar='root ::= "a"')),
        candidate.request(constraint=Constraint(json_schema=SCHEMA)),
        candidate.request(report=Reporting(logprobs=True)),
        candidate.request(exact=True),
        candidate.request(Prompt(text="Once")),
        candidate.request(Prompt(turns=(Turn("user", "Hi"),), prefill="Yes")),
        Score(request_id="s", prompt=Prompt(text="Once"), choices=("a",)),
        Embed(request_id="e", texts=("a",)),
    )
    for request in requests:
        missing = wanted_features(request) - claimed
        if missing:
            with pytest.raises(BadInput) as refused:
                candidate.events(request)
            assert any(feature.value in str(refused.value) for feature in missing)


def test_sampling_parameters_that_do_not_act_are_refused_by_name(candidate: Candidate) -> None:
    known = candidate.engines.samplers(candidate.model)
    assert {"temperature", "max_tokens", "seed", "top_p"} <= known
    for name, value in (("mirostat", 2), ("dry_multiplier", 1.0), ("top_n_sigma", 1.0)):
        request = candidate.request(sampling={name: value, "temperature": 0.5})
        if name in known:
            assert candidate.replies(request)[0].text
        else:
            with pytest.raises(BadInput, match=name):
                candidate.events(request)


def test_parameters_out_of_range_are_refused_by_name(candidate: Candidate) -> None:
    with pytest.raises(BadInput, match="top_p"):
        candidate.events(candidate.request(sampling={"top_p": 1.5}))


def test_many_requests_at_once_give_what_each_gives_alone(candidate: Candidate) -> None:
    questions = [f"What is number {number}?" for number in range(6)]
    prompts = [Prompt(turns=(Turn("user", question),)) for question in questions]
    alone = [candidate.ask(prompt).text for prompt in prompts]
    requests = [candidate.request(prompt) for prompt in prompts]
    texts = {request.request_id: "" for request in requests}
    ended = set()
    for event in candidate.engines.answer_all(candidate.model, requests):
        if isinstance(event, TextChunk):
            texts[event.request_id] += event.text
        elif isinstance(event, GenerationEnded):
            ended.add(event.request_id)
    assert ended == set(texts)
    assert list(texts.values()) == alone


def test_cancelled_request_ends_and_the_next_is_answered(candidate: Candidate) -> None:
    request = candidate.request(sampling={"max_tokens": 900, "temperature": 1.0})
    events = []
    for event in candidate.engines.reply(candidate.model, request):
        events.append(event)
        if isinstance(event, TextChunk):
            candidate.engines.cancel(request.request_id)
    assert isinstance(events[-1], GenerationEnded)
    assert events[-1].reason in ("cancelled", "stop")
    assert candidate.ask().text


def reading_request(candidate: Candidate, kind: str) -> Score | MeasureText | Embed:
    """Return a request that takes a while to read; skips what is not claimed."""
    candidate.needs(Feature.EMBEDDINGS if kind == "embed" else Feature.SCORING)
    request_id = secrets.token_hex(8)
    if kind == "score":
        choices = tuple(f"{number} {SENTENCE * 8}" for number in range(600))
        return Score(request_id=request_id, prompt=Prompt(text=SENTENCE * 8), choices=choices)
    if kind == "measure":
        return MeasureText(request_id=request_id, text=SENTENCE * 9000, window=256)
    return Embed(request_id=request_id, texts=tuple(f"{number} {SENTENCE * 8}" for number in range(1500)))


@pytest.mark.parametrize("kind", ["score", "measure", "embed"])
def test_reading_request_that_is_cancelled_before_it_begins_is_stopped(
    candidate: Candidate, kind: str
) -> None:
    request = reading_request(candidate, kind)
    candidate.engines.cancel(request.request_id)
    with pytest.raises(Stopped):
        candidate.events(request)
    assert candidate.ask().text


@pytest.mark.parametrize("kind", ["score", "measure", "embed"])
def test_reading_request_that_is_cancelled_while_it_runs_is_stopped(candidate: Candidate, kind: str) -> None:
    request = reading_request(candidate, kind)
    if candidate.name == "endpoint":
        pytest.skip("llama-cpp-python's server refuses embeddings of a chat model at once")
    timer = threading.Timer(0.1, candidate.engines.cancel, (request.request_id,))
    timer.start()
    with pytest.raises(Stopped):
        candidate.events(request)
    timer.join()
    assert candidate.ask().text


def test_cancelled_request_among_many_leaves_the_others_alone(candidate: Candidate) -> None:
    prompts = [Prompt(turns=(Turn("user", f"What is number {number}?"),)) for number in range(4)]
    alone = [candidate.ask(prompt).text for prompt in prompts]
    requests = [candidate.request(prompt) for prompt in prompts]
    long = candidate.request(sampling={"max_tokens": 900, "temperature": 1.0})
    events = []
    for event in candidate.engines.answer_all(candidate.model, [*requests[:2], long, *requests[2:]]):
        events.append(event)
        if isinstance(event, TextChunk) and event.request_id == long.request_id:
            candidate.engines.cancel(long.request_id)
    assert candidate.reply_in(events, long).ended.reason in ("cancelled", "stop")
    assert [candidate.reply_in(events, request).text for request in requests] == alone


def test_refused_request_among_many_leaves_the_others_alone(candidate: Candidate) -> None:
    candidate.needs(Feature.GRAMMAR)
    if candidate.name == "endpoint":
        pytest.skip("llama-cpp-python's server dies of a broken grammar; what a server does is its own")
    expected = candidate.ask().text
    broken = candidate.request(constraint=Constraint(grammar="root ::= ("))
    first, last = (candidate.request() for _ in range(2))
    events = list(candidate.engines.answer_all(candidate.model, [first, broken, last]))
    (failed,) = (event for event in events if isinstance(event, RequestFailed))
    assert failed.request_id == broken.request_id and failed.bad_input
    assert [candidate.reply_in(events, each).text for each in (first, last)] == [expected] * 2


def test_requests_of_two_threads_do_not_mix(candidate: Candidate) -> None:
    expected = candidate.ask().text
    found: list[str] = []
    requests = [candidate.request() for _ in range(4)]
    threads = [
        threading.Thread(target=lambda r=request: found.append(candidate.replies(r)[0].text))
        for request in requests
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert found == [expected] * 4


def test_exact_mode_repeats_whatever_ran_before(candidate: Candidate) -> None:
    candidate.needs(Feature.EXACT)
    sampling = {"temperature": 1.0, "seed": 3, "max_tokens": 24}
    first = candidate.ask(exact=True, sampling=sampling)
    candidate.ask(Prompt(turns=(Turn("user", "Something else"),)))
    candidate.ask()
    assert candidate.ask(exact=True, sampling=sampling).text == first.text
    assert first.ended.provenance.mode == "exact"
    assert first.ended.provenance.model_hash


def test_score_agrees_with_the_reported_logprobs(candidate: Candidate) -> None:
    candidate.needs(Feature.SCORING)
    candidate.needs(Feature.TOKEN_IDS)
    prompt = Prompt(turns=(Turn("user", "What is a good question?"),))
    reply = candidate.ask(prompt, report=Reporting(logprobs=True))
    scored = candidate.engines.score(
        candidate.model, Score(request_id="score", prompt=prompt, choices=(reply.text, "zzz"))
    )
    written, other = scored.choices
    for choice in (written, other):
        assert choice.logprob == pytest.approx(sum(token.logprob for token in choice.tokens), abs=1e-3)
    # A random model writes what its tokenizer would write otherwise; the first token is the same.
    assert written.tokens[0].id == reply.token_ids[0]
    assert written.tokens[0].logprob == pytest.approx(reply.reports[0].logprob, abs=0.02)
    assert written.tokens[0].logprob > other.tokens[0].logprob


def test_perplexity_follows_from_the_mean_logprob(candidate: Candidate) -> None:
    candidate.needs(Feature.SCORING)
    text = "The old captain looked at the sea and said that the wind would turn."
    measured = candidate.engines.measure(candidate.model, MeasureText(request_id="m", text=text))
    assert isinstance(measured, TextMeasured)
    assert measured.scored_tokens in (measured.tokens, measured.tokens - 1)
    assert measured.perplexity == pytest.approx(math.exp(-measured.mean_logprob), rel=1e-6)


def test_embeddings_have_length_one_and_tell_texts_apart(candidate: Candidate) -> None:
    candidate.needs(Feature.EMBEDDINGS)
    if candidate.name == "endpoint":
        pytest.skip("llama-cpp-python's server gives a vector per token for a chat model, not per text")
    texts = ("A model learns from examples.", "A model learns from examples.", "café 東京")
    embedded = candidate.engines.embed(candidate.model, Embed(request_id="e", texts=texts))
    assert isinstance(embedded, Embedded)
    one, same, other = embedded.vectors
    assert math.hypot(*one) == pytest.approx(1.0, abs=1e-4)
    assert sum(a * b for a, b in zip(one, same, strict=True)) == pytest.approx(1.0, abs=1e-3)
    assert sum(a * b for a, b in zip(one, other, strict=True)) < 0.999


def test_defaults_of_sampling_are_known_to_every_backend(candidate: Candidate) -> None:
    """A request with default parameters must never be refused."""
    request = candidate.request()
    assert candidate.replies(request)[0].text
    plain = type(request)(
        request_id=f"{request.request_id}-plain", prompt=request.prompt, sampling=Sampling(max_tokens=4)
    )
    assert candidate.replies(plain)[0].ended.usage.reply_tokens
