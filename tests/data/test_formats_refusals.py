"""Rows that a format cannot read: each with its kind of problem, its field and what to do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hone.data.formats import FORMATS, format_named
from hone.data.formats.base import Format, RowRefused
from hone.data.reading import DataFile, read_examples
from hone.data.records import Record
from hone.domain.chat import Turn
from hone.domain.datasets import Example, Problem, Reading
from hone.domain.problem_kinds import KIND_OF
from hone.errors import BadInput

USER, REPLY = Turn("user", "Hi"), Turn("assistant", "Hello")
MESSAGES = [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]
CONVERSATION = [{"from": "human", "value": "Hi"}, {"from": "gpt", "value": "Hello"}]
SYSTEM = Turn("system", "S")


def write(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


def read(shape: str, row: dict[str, Any]) -> Example:
    return format_named(shape).read(Record(1, 0, row))


def problems_of(path: Path, reading: Reading) -> list[Problem]:
    return [problem for _, found in DataFile(path, reading).rows() for problem in found]


@pytest.mark.parametrize("entry", FORMATS, ids=[entry.name for entry in FORMATS])
def test_format_refuses_rows_of_others_by_their_problem(entry: Format, tmp_path: Path) -> None:
    path = write(tmp_path / "rows.jsonl", {"foo": 1}, {"foo": 2})
    problems = problems_of(path, Reading(format=entry.name))
    assert [problem.row for problem in problems] == [1, 2]
    assert all(problem.fatal and problem.hint and problem.kind in KIND_OF for problem in problems)
    assert entry.label and entry.shape and (entry.trainable or entry.instead)


def test_unknown_format_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refusal:
        DataFile(write(tmp_path / "rows.jsonl", {"text": "Hi"}), Reading(format="mesages"))
    assert "messages" in refusal.value.hint


@pytest.mark.parametrize(
    ("talk", "kind", "fatal"),
    [
        ([("user", "Hi"), ("assistant", " ")], "empty_reply", True),
        ([("user", "Hi")], "no_reply", True),
        ([("system", "S")], "no_reply", True),
        ([("user", "Hi"), ("assistant", "a"), ("user", "b")], "no_last_reply", False),
        ([("user", "Hi"), ("user", "Ho"), ("assistant", "a")], "roles_out_of_order", False),
        ([("assistant", "a"), ("user", "b"), ("assistant", "c")], "roles_out_of_order", False),
        ([("user", "Hi"), ("system", "S"), ("assistant", "c")], "roles_out_of_order", False),
        ([("user", ""), ("assistant", "c")], "empty_prompt", False),
        ([("user", "a\0"), ("assistant", "c")], "null_character", False),
        ([("user", "a"), ("assistant", "\ud83d")], "broken_text", True),
        ([("boss", "a"), ("assistant", "b")], "unknown_role", True),
    ],
)
def test_problem_of_a_row_is_told(
    talk: list[tuple[str, str]], kind: str, fatal: bool, tmp_path: Path
) -> None:
    odd = {"messages": [{"role": role, "content": content} for role, content in talk]}
    problems = problems_of(write(tmp_path / "rows.jsonl", {"messages": MESSAGES}, odd), Reading())
    found = [(problem.row, problem.line, problem.kind, problem.fatal) for problem in problems]
    assert found == [(2, 2, kind, fatal)]


@pytest.mark.parametrize(
    ("messages", "kind", "named"),
    [
        (None, "no_messages", "'messages'"),
        ([], "no_messages", "'messages'"),
        ("a conversation", "no_messages", "'messages'"),
        ([3], "not_object", "Message 1"),
        ([{"content": "a"}], "missing_field", "'role'"),
        ([*MESSAGES, {"role": "user"}], "missing_field", "Message 3"),
        ([{"role": "user", "content": 3}], "not_text", "'content'"),
        ([{"role": "user", "content": ["a", {"type": "image_url", "url": "x"}]}], "not_text", "image_url"),
        ([{"role": "assistant", "tool_calls": [{"id": 1}]}], "bad_tool_call", "Message 1"),
        ([*MESSAGES, {"role": "assistant", "content": "", "tool_calls": "?"}], "bad_tool_call", "message 3"),
        ([{"from": "function_call", "value": "weather()"}], "bad_tool_call", "message 1"),
    ],
)
def test_row_is_left_out_when_its_messages_are_unfit(
    messages: object, kind: str, named: str, tmp_path: Path
) -> None:
    path = write(tmp_path / "rows.jsonl", {"messages": MESSAGES}, {"messages": messages})
    problems = problems_of(path, Reading())
    assert [(problem.kind, problem.fatal) for problem in problems] == [(kind, True)]
    assert named.lower() in problems[0].message.lower() and problems[0].hint


def test_bad_tools_are_told() -> None:
    for tools in ("[1]", "{", [{"description": "x"}]):
        with pytest.raises(RowRefused) as refusal:
            read("messages", {"messages": MESSAGES, "tools": tools})
        assert refusal.value.kind == "bad_tools"


def test_missing_and_odd_fields_are_told_with_the_name_that_the_file_gives_them(tmp_path: Path) -> None:
    rows = [{"q": "a", "Antwort": "b"}, {"q": "a"}, {"q": "a", "Antwort": 3}, {"q": None, "Antwort": "b"}]
    reading = Reading(columns={"prompt": "q", "completion": "Antwort"})
    problems = problems_of(write(tmp_path / "rows.jsonl", *rows), reading)
    assert [(problem.row, problem.kind) for problem in problems] == [
        (2, "missing_field"),
        (3, "not_text"),
        (4, "missing_field"),
    ]
    assert ["'Antwort'" in problem.message for problem in problems] == [True, True, False]


def test_rows_that_can_be_trained_on_are_given(tmp_path: Path) -> None:
    path = write(tmp_path / "rows.jsonl", {"messages": MESSAGES}, {"messages": []}, {"messages": MESSAGES})
    assert [example.row for example in read_examples(path)] == [1, 3]
