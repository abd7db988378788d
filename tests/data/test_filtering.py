from __future__ import annotations

import time
from typing import Any

import pytest

from hone.data.filtering import Matching
from hone.domain.chat import Turn
from hone.domain.data_changes import DataFilter
from hone.domain.datasets import Example
from hone.errors import BadInput


def row(question: str = "What is this?", answer: str = "It is a test.", **more: Any) -> Example:
    return Example(row=7, turns=(Turn("user", question), Turn("assistant", answer)), **more)


def fits(example: Example, **wanted: Any) -> bool:
    return Matching(DataFilter(**wanted))(example)


def test_everything_matches_without_conditions() -> None:
    assert fits(row())


def test_contained_words_ignore_case_in_any_message_also_of_rejected_replies() -> None:
    example = row("GRÜSSE aus Köln", "Danke", rejected=(Turn("assistant", "Nein"),))
    assert fits(example, contains="grüsse")
    assert fits(example, contains="grüße")
    assert fits(example, contains="NEIN")
    assert not fits(example, contains="Bonn")
    assert fits(example, lacks="Bonn")
    assert not fits(example, lacks="köln")


def test_lengths_and_turns_have_both_ends_and_zero_is_no_limit() -> None:
    example = row("a" * 10, "b" * 5)
    assert fits(example, least_characters=15, most_characters=15, least_turns=2, most_turns=2)
    assert not fits(example, least_characters=16)
    assert not fits(example, most_characters=14)
    assert not fits(example, least_turns=3)
    assert not fits(example, most_turns=1)
    assert fits(Example(row=1, text="a long text"), most_turns=1, least_characters=3)


def test_labels_are_categories_or_judgements() -> None:
    assert fits(row(category="sport"), label="sport")
    assert not fits(row(category="sport"), label="politics")
    assert fits(row(good=True), label="True")
    assert not fits(row(good=False), label="true")
    assert not fits(row(), label="sport")


@pytest.mark.parametrize(("value", "said"), [(5, "5"), (True, "true"), ("x", "x"), (None, ""), (1.5, "1.5")])
def test_columns_are_compared_as_text(value: object, said: str) -> None:
    assert fits(row(extra={"n": value}), column="n", value=said)
    assert not fits(row(extra={"n": value}), column="n", value="other")


def test_language_is_told_by_what_is_said() -> None:
    german = row(
        "Wie komme ich bitte zum Bahnhof?", "Gehen Sie geradeaus und dann nach links, es ist nicht weit."
    )
    english = row("How do I get to the station?", "Walk straight ahead and then turn left, it is not far.")
    assert [fits(each, language="de") for each in (german, english)] == [True, False]


def test_patterns_are_searched_in_each_message() -> None:
    assert fits(row(answer="call 555-0199 now"), pattern=r"\d{3}-\d{4}")
    assert not fits(row("ends with a", "b begins"), pattern="ab")


def test_pattern_is_refused_with_its_place_when_it_is_none() -> None:
    with pytest.raises(BadInput, match=r"'\(a\[' is no regular expression.*at character"):
        Matching(DataFilter(pattern="(a["))


def test_pattern_is_ended_naming_the_row_when_it_takes_for_ever() -> None:
    started = time.monotonic()
    with pytest.raises(BadInput, match="more than 1 second at row 7"):
        fits(row(answer="a" * 5000 + "!"), pattern=r"(a|aa)+$")
    assert time.monotonic() - started < 10


def test_crossed_limits_are_refused() -> None:
    for wanted in ({"least_turns": 3, "most_turns": 2}, {"least_characters": -1}):
        with pytest.raises(BadInput, match="No row can have"):
            Matching(DataFilter(**wanted))
