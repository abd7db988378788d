"""Finding rows by what they say, by a problem, or because a shape cannot hold them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hone.data.row_finding import find_rows
from hone.domain.data_changes import DataFilter
from hone.errors import BadInput


def line(question: str, reply: str, **more: object) -> str:
    turns = [{"role": "user", "content": question}, {"role": "assistant", "content": reply}]
    return json.dumps({"messages": turns, **more})


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    long = {
        "messages": [{"role": role, "content": f"{n}"} for n, role in enumerate(["user", "assistant"] * 2)]
    }
    path.write_text(
        "\n".join(
            [
                line("Where is the red house?", "In the village.", topic="place"),
                line("What is a house?", "", topic="word"),
                '{"messages": [',
                line("Who lives there?", "A teacher.", topic="place"),
                json.dumps(long),
            ]
        )
    )
    return path


def test_rows_are_found_by_what_they_say_also_those_that_training_leaves_out(rows: Path) -> None:
    assert find_rows(rows, filter=DataFilter(contains="HOUSE")) == ((1, 2), 5)
    assert find_rows(rows, filter=DataFilter(contains="house", column="topic", value="place")) == ((1,), 5)


def test_rows_are_found_by_their_problem(rows: Path) -> None:
    assert find_rows(rows, kind="empty_reply")[0] == (2,)
    assert find_rows(rows, kind="not_json")[0] == (3,)
    assert find_rows(rows, filter=DataFilter(contains="red"), kind="empty_reply")[0] == ()


def test_only_the_first_rows_are_looked_at_when_it_is_asked_for(rows: Path) -> None:
    assert find_rows(rows, filter=DataFilter(contains="e"), look=2) == ((1, 2), 2)


def test_rows_that_a_shape_cannot_hold_are_found(rows: Path) -> None:
    assert find_rows(rows, no_shape="prompt_completion")[0] == (5,)
    assert find_rows(rows, no_shape="messages")[0] == ()


def test_a_pattern_that_is_none_is_refused(rows: Path) -> None:
    with pytest.raises(BadInput, match="no regular expression"):
        find_rows(rows, filter=DataFilter(pattern="(("))
