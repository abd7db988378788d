"""Replies that must match a JSON schema or a grammar do, and end when they are complete."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from hone.domain.constraint import Constraint
from hone.domain.generation import Progress, RequestFailed
from hone.domain.sampling import LogitBias
from hone.errors import BadInput, HoneError

if TYPE_CHECKING:
    from conftest import Bench

pytestmark = pytest.mark.worker

DRAWN = {"temperature": 1.0, "top_k": 0, "top_p": 1.0, "min_p": 0.0, "max_tokens": 120}
PERSON = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "maxLength": 8},
        "age": {"type": "integer", "minimum": 0, "maximum": 150},
        "kind": {"enum": ["good", "bad"]},
    },
    "required": ["name", "age", "kind"],
    "additionalProperties": False,
}
CHOICE = 'root ::= ("yes" | "no") " " number\nnumber ::= [0-9]{2,3}'


@pytest.mark.parametrize("sampling", [{"max_tokens": 120}, *({**DRAWN, "seed": seed} for seed in range(5))])
def test_reply_matches_a_json_schema(fresh: Bench, sampling: dict[str, Any]) -> None:
    answer = fresh.one(fresh.request(constraint=Constraint(json_schema=PERSON), sampling=sampling))
    assert answer.ended.reason == "stop"
    found = msgspec.json.decode(answer.text)
    assert set(found) == {"name", "age", "kind"}
    assert 0 <= found["age"] <= 150
    assert found["kind"] in ("good", "bad")


def test_replies_match_a_grammar_in_one_batch_with_free_ones(fresh: Bench) -> None:
    free = fresh.one(fresh.request()).tokens
    requests = [
        fresh.request(constraint=Constraint(grammar=CHOICE), sampling={**DRAWN, "seed": seed})
        for seed in range(6)
    ]
    *answers, unbound = fresh.ask(*requests, fresh.request())
    assert unbound.tokens == free
    for answer in answers:
        assert re.fullmatch(r"(yes|no) [0-9]{2,3}", answer.text)
        assert answer.ended.reason == "stop"


def test_completions_follow_the_constraint_each_for_itself(fresh: Bench) -> None:
    several = fresh.request(
        constraint=Constraint(grammar=CHOICE), completions=3, sampling={**DRAWN, "seed": 1}
    )
    events = fresh.run(several)
    for index in range(3):
        assert re.fullmatch(r"(yes|no) [0-9]{2,3}", fresh.answer(events, several, index).text)


def test_grammar_may_go_on_as_long_as_it_allows(fresh: Bench) -> None:
    grammar = Constraint(grammar='root ::= "a"+')
    answer = fresh.one(fresh.request(constraint=grammar, sampling={"max_tokens": 9}))
    assert re.fullmatch("a+", answer.text)
    assert answer.ended.reason in ("length", "stop")


@pytest.mark.parametrize(
    "constraint",
    [
        Constraint(grammar="root ::= missing"),
        Constraint(grammar='other ::= "a"'),
        Constraint(grammar='root ::= "a'),
        Constraint(grammar="root ::= [a-"),
        Constraint(grammar="root"),
        Constraint(json_schema={"type": "strange"}),
        Constraint(json_schema={"type": "array", "uniqueItems": True}),
        Constraint(json_schema={"$ref": "https://example.org/schema.json"}),
        Constraint(grammar=CHOICE, json_schema=PERSON),
    ],
    ids=[
        "missing rule",
        "no root",
        "open text",
        "open class",
        "no rule",
        "type",
        "unknown word",
        "far",
        "both",
    ],
)
def test_constraint_that_cannot_be_followed_is_refused(fresh: Bench, constraint: Constraint) -> None:
    with pytest.raises(BadInput) as caught:
        fresh.one(fresh.request(constraint=constraint))
    assert caught.value.hint
    assert fresh.one(fresh.request()).ended.reason == "length"


def test_constraint_and_bias_that_exclude_everything_fail_alone(fresh: Bench) -> None:
    free = fresh.request()
    expected = fresh.one(free).tokens
    banned = tuple(LogitBias(token, -100.0) for token in range(400))
    stuck = fresh.request(
        constraint=Constraint(grammar=CHOICE), completions=2, sampling={"logit_bias": banned}
    )
    again = fresh.request()
    events = fresh.run(stuck, again)
    with pytest.raises(HoneError, match="exclude every token"):
        fresh.answer(events, stuck)
    assert [event for event in events if isinstance(event, RequestFailed)] == [
        event for event in events if getattr(event, "request_id", "") == stuck.request_id
        and not isinstance(event, Progress)
    ]  # fmt: skip
    assert fresh.answer(events, again).tokens == expected
