"""Schemas and grammars that ask for work without end, or break their own rules, are told in a moment."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from hone.errors import BadInput
from hone.services import bounded_validator
from hone.services.constraint_check import check_grammar, read_schema, verdict_on

pytestmark = pytest.mark.timeout(30)


@pytest.fixture(autouse=True)
def _little_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded_validator, "SECONDS", 0.3)


_BACKTRACKING = "^(a|a)*$"
_LONG = "a" * 60 + "!"


def doubling(steps: int) -> dict[str, Any]:
    """Return a schema whose references double at each step."""
    parts: dict[str, Any] = {"a0": {"type": "integer"}}
    for step in range(1, steps):
        parts[f"a{step}"] = {"allOf": [{"$ref": f"#/$defs/a{step - 1}"}] * 2}
    return {"$ref": f"#/$defs/a{steps - 1}", "$defs": parts}


_DRAFT = "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(
    ("value", "schema", "said"),
    [
        (_LONG, {"pattern": _BACKTRACKING}, "took too long"),
        ([_LONG], {"items": {"$schema": _DRAFT, "pattern": _BACKTRACKING}}, "took too long"),
        ({_LONG: 1}, {"patternProperties": {_BACKTRACKING: {}}}, "took too long"),
        (
            {_LONG: 1},
            {"patternProperties": {_BACKTRACKING: {}}, "additionalProperties": False},
            "took too long",
        ),
        (1, doubling(40), "took too long"),
        ([[n] for n in range(5000)], {"uniqueItems": True}, "took too long"),
        (1, {"$ref": "#"}, "refers to itself"),
        (1, {"$ref": "http://127.0.0.1:9/x"}, "outside itself"),
        (1, {"$ref": "file:///etc/passwd"}, "outside itself"),
        (1, {"type": 5}, "breaks the rules"),
        ("a", {"pattern": "("}, "breaks the rules"),
        ({}, {"required": 7}, "breaks the rules"),
        (3, {"multipleOf": 0}, "breaks the rules"),
        (10**4000, {"multipleOf": 0.3}, "too large"),
    ],
)
def test_a_schema_is_told_when_comparing_with_it_would_not_end(
    value: object, schema: dict[str, Any], said: str
) -> None:
    began = time.monotonic()
    assert said in verdict_on(json.dumps(value), schema).problem
    assert time.monotonic() - began < 10


def test_patterns_and_further_properties_are_still_compared() -> None:
    schema = {
        "properties": {"a": {"pattern": "^x+$"}},
        "patternProperties": {"^n": {"type": "integer"}},
        "additionalProperties": {"type": "boolean"},
    }
    assert verdict_on('{"a": "xx", "n1": 3, "other": true}', schema).valid
    assert "(a)" in verdict_on('{"a": "xy"}', schema).problem
    assert "(n1)" in verdict_on('{"n1": "3"}', schema).problem
    assert "(other)" in verdict_on('{"other": 1}', schema).problem


@pytest.mark.parametrize("depth", [200, 450, 50_000])
def test_a_schema_is_refused_when_it_is_nested_too_deeply(depth: int) -> None:
    with pytest.raises(BadInput):
        read_schema('{"allOf":[' * depth + "{}" + "]}" * depth)


@pytest.mark.parametrize(
    "grammar",
    [
        "root ::= " + "(" * 100_000,
        'root ::= "a"{' + "9" * 5000 + "}",
        'root ::= "\\ud800"',
        "root ::= [",
        "\0",
    ],
)
def test_a_grammar_is_refused_in_a_sentence(grammar: str) -> None:
    with pytest.raises(BadInput):
        check_grammar(grammar)
