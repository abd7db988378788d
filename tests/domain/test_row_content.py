"""A row as a person edits it."""

from __future__ import annotations

import json

import pytest

from hone.domain.row_content import parse_content, place_of, value_at, with_value, write_content
from hone.errors import BadInput

ROW = {
    "messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hi"}],
    "topic": "greeting",
}


def test_a_text_is_found_where_it_stands_first_or_last() -> None:
    assert place_of(ROW, "Hi") == ("messages", 0, "content")
    assert place_of(ROW, "Hi", last=True) == ("messages", 1, "content")
    assert place_of(ROW, "greeting") == ("topic",)
    assert place_of(ROW, "Hi Hi") is None
    assert place_of({"conversations": [{"from": "human", "value": "Ho"}]}, "Ho") == (
        "conversations",
        0,
        "value",
    )


def test_a_value_is_changed_in_a_copy() -> None:
    changed = with_value(ROW, ("messages", 1, "content"), "Hello")
    assert value_at(changed, ("messages", 1, "content")) == "Hello"
    assert value_at(ROW, ("messages", 1, "content")) == "Hi"
    assert list(with_value(ROW, ("tools",), [])) == ["messages", "topic", "tools"]


def test_half_a_character_is_written_as_an_escape_and_stays_what_it_was() -> None:
    row = {"text": "ä \ud83d"}
    written = write_content(row)
    written.encode()
    assert json.loads(written) == row
    assert write_content({"text": "ä"}) == '{"text": "ä"}'


@pytest.mark.parametrize(
    ("content", "said"),
    [("{", "line 1, column 2"), ("[1]", "object in curly brackets"), ("[" * 100_000, "nested")],
)
def test_what_is_no_row_is_refused_in_words(content: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        parse_content(content)
