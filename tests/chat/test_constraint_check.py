"""What is wrong with a schema or grammar, and in which line; whether a reply matches."""

from __future__ import annotations

from typing import Any

import pytest

from hone.errors import BadInput
from hone.services.constraint_check import check_grammar, read_schema, verdict_on

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"a": {"type": "integer"}, "b": {"enum": ["x", "y"]}},
    "required": ["a"],
    "additionalProperties": False,
}


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("{", 1, "name in double quotes"),
        ('{"a": 1\n"b": 2}', 2, "comma"),
        ('{\n"type" "object"}', 2, "colon"),
        ('{"type": "object"}\n}', 2, "follows after the end"),
        ('["no object"]', 1, "object in braces"),
        ('{\n "type": "strin"\n}', 2, '"strin" cannot stand at type'),
        ('{"properties": {"x": {\n"type": "string",\n"minLength": -1}}}', 3, "properties.x.minLength"),
        ('{"type": "object",\n"propertis": {}}', 2, "propertis"),
    ],
)
def test_a_wrong_schema_is_told_with_its_line(text: str, line: int, what: str) -> None:
    with pytest.raises(BadInput) as wrong:
        read_schema(text)
    assert wrong.value.message.startswith(f"Line {line}: ")
    assert what in wrong.value.message


def test_a_right_schema_is_returned_as_it_is_written() -> None:
    assert read_schema('{"type": "object", "properties": {"a": {"type": "integer"}}}') == {
        "type": "object",
        "properties": {"a": {"type": "integer"}},
    }


def test_a_wrong_grammar_is_told_with_its_line() -> None:
    check_grammar('root ::= "a" | "b"')
    with pytest.raises(BadInput, match="Line 2"):
        check_grammar("root ::= a\na ::= b")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('{"a": 1, "b": "x"}', ""),
        ('\n{"a": 1}\n', ""),
        ('{\n"a": "x"}', 'Line 2 (a): "x" is not of type integer.'),
        ('{"b": "x"}', "Line 1: 'a' is missing."),
        ('{"a": 1,\n "b": "z"}', 'Line 2 (b): "z" is none of "x", "y".'),
        ('{"a": 1, "c": 2}', "Line 1: 'c' is not provided for."),
        ('{"a": NaN}', "This is not JSON. NaN is no JSON value."),
        ("hello", "This is not JSON. Line 1: a value is missing."),
    ],
)
def test_a_reply_is_compared_with_its_schema(text: str, problem: str) -> None:
    verdict = verdict_on(text, SCHEMA)
    assert (verdict.problem, verdict.valid) == (problem, not problem)


def test_a_given_beginning_that_is_no_json_does_not_count() -> None:
    assert verdict_on('Here: {"a": 1}', SCHEMA, 6).valid
    assert verdict_on('{"a": 1}', SCHEMA, 5).valid
    assert not verdict_on('Here: {"a": "x"}', SCHEMA, 6).valid


def test_a_schema_that_refers_elsewhere_fetches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    import urllib.request

    def refuse(*_args: object, **_values: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(urllib.request, "urlopen", refuse)
    verdict = verdict_on('{"a": 1}', {"properties": {"a": {"$ref": "http://127.0.0.1:9/x"}}})
    assert "outside itself" in verdict.problem
