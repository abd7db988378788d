from __future__ import annotations

import json
from pathlib import Path

import pytest

from hone.data.formats import FORMATS
from hone.data.formats.base import Format
from hone.data.inspection import inspect
from hone.data.reading import DataFile, read_examples
from hone.domain.chat import Turn
from hone.domain.datasets import Reading
from hone.errors import BadInput

USER, REPLY = Turn("user", "Hi"), Turn("assistant", "Hello")
MESSAGES = [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]

ROWS: list[tuple[str, dict[str, object], tuple[Turn, ...]]] = [
    ("alpaca", {"instruction": "Hi", "input": "", "output": "Hello"}, (USER, REPLY)),
    (
        "alpaca",
        {"instruction": "A", "input": "B", "output": "C", "system": "S", "history": [["q", "a"]]},
        (
            Turn("system", "S"),
            Turn("user", "q"),
            Turn("assistant", "a"),
            Turn("user", "A\n\nB"),
            Turn("assistant", "C"),
        ),
    ),
    ("messages", {"messages": MESSAGES, "id": 3}, (USER, REPLY)),
    (
        "messages",
        {"messages": [{"role": "developer", "content": [{"type": "text", "text": "S"}]}, *MESSAGES]},
        (Turn("system", "S"), USER, REPLY),
    ),
    (
        "sharegpt",
        {
            "conversations": [{"from": "human", "value": "Hi"}, {"from": "gpt", "value": "Hello"}],
            "system": "S",
        },
        (Turn("system", "S"), USER, REPLY),
    ),
    ("prompt_completion", {"prompt": "Hi", "completion": "Hello"}, (USER, REPLY)),
    ("prompt_completion", {"Question": "Hi", "Answer": "Hello"}, (USER, REPLY)),
    ("prompt_completion", {"text": "Hi", "category": "Hello"}, (USER, REPLY)),
    ("prompt_completion", {"prompt": MESSAGES[:1], "completion": MESSAGES[1:]}, (USER, REPLY)),
    ("text", {"text": "Hi"}, ()),
]


def write(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


@pytest.mark.parametrize(("name", "row", "turns"), ROWS)
def test_format_is_told_by_its_columns(
    name: str, row: dict[str, object], turns: tuple[Turn, ...], tmp_path: Path
) -> None:
    path = write(tmp_path / "rows.jsonl", row)
    assert DataFile(path).format.name == name
    example = next(iter(read_examples(path)))
    assert example.turns == turns
    assert example.text == (None if turns else "Hi")


@pytest.mark.parametrize("entry", FORMATS, ids=[entry.name for entry in FORMATS])
def test_format_refuses_rows_of_others_by_their_problem(entry: Format, tmp_path: Path) -> None:
    path = write(tmp_path / "rows.jsonl", {"foo": 1}, {"foo": 2})
    if entry.refusal:
        with pytest.raises(BadInput):
            inspect(path, entry.name)
        return
    report = inspect(path, entry.name)
    assert report.usable_rows == 0
    assert all(problem.fatal and problem.message for problem in report.problems)
    assert entry.label and entry.shape


def test_alternatives_are_named_when_columns_fit_several(tmp_path: Path) -> None:
    report = inspect(write(tmp_path / "rows.jsonl", {"text": "Hi", "label": "greeting"}))
    assert (report.format, [each.shape for each in report.alternatives]) == ("prompt_completion", ["text"])


def test_unknown_format_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refusal:
        inspect(write(tmp_path / "rows.jsonl", {"text": "Hi"}), Reading(format="plaintext"))
    assert "text" in refusal.value.hint


PROBLEMS: list[tuple[list[tuple[str, str]], str, bool]] = [
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
    ([("tool", "a"), ("assistant", "b")], "tool_call", True),
    ([("boss", "a"), ("assistant", "b")], "unknown_role", True),
]


@pytest.mark.parametrize(("talk", "kind", "fatal"), PROBLEMS)
def test_problem_of_a_row_is_told(
    talk: list[tuple[str, str]], kind: str, fatal: bool, tmp_path: Path
) -> None:
    broken = {"messages": [{"role": role, "content": content} for role, content in talk]}
    report = inspect(write(tmp_path / "rows.jsonl", {"messages": MESSAGES}, broken))
    assert [(problem.row, problem.line, problem.kind, problem.fatal) for problem in report.problems] == [
        (2, 2, kind, fatal)
    ]
    assert report.usable_rows == (1 if fatal else 2)


@pytest.mark.parametrize(
    ("messages", "kind"),
    [
        (None, "no_messages"),
        ([], "no_messages"),
        ([3], "not_object"),
        ([{"content": "a"}], "missing_field"),
        ([{"role": "user"}], "missing_field"),
        ([{"role": "user", "content": 3}], "not_text"),
        ([{"role": "user", "content": [{"type": "image_url", "image_url": "x"}]}], "not_text"),
        ([{"role": "assistant", "content": "", "tool_calls": [{"id": 1}]}], "tool_call"),
    ],
)
def test_row_is_left_out_when_its_messages_are_unfit(messages: object, kind: str, tmp_path: Path) -> None:
    report = inspect(write(tmp_path / "rows.jsonl", {"messages": MESSAGES}, {"messages": messages}))
    assert [(problem.kind, problem.fatal) for problem in report.problems] == [(kind, True)]


def test_duplicates_and_missing_fields_are_told_with_their_rows(tmp_path: Path) -> None:
    row = {"prompt": "a", "completion": "b"}
    report = inspect(
        write(tmp_path / "rows.jsonl", row, {"prompt": "a"}, {"prompt": "a", "completion": 3}, row)
    )
    assert [(problem.row, problem.kind) for problem in report.problems] == [
        (2, "missing_field"),
        (3, "not_text"),
        (4, "duplicate"),
    ]
    assert report.problem_count == 3


def test_problems_kept_are_bounded_and_counted_truly(tmp_path: Path) -> None:
    row = {"prompt": "a", "completion": "b"}
    report = inspect(write(tmp_path / "rows.jsonl", *[row] * 700, {"prompt": "a"}))
    assert (report.problem_count, len(report.problems)) == (700, 500)
    assert report.problems[-1].kind == "missing_field"
