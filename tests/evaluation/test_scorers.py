"""Scorers: from 0 to 1, full marks for the expected reply, and the cases that differ between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hone.errors import BadInput
from hone.evaluation import find_scorer
from hone.evaluation.scorers import SCORERS
from hone.evaluation.scorers.base import Scorer

OBJECT = '{"category": "billing", "urgency": "high"}'
every_scorer = pytest.mark.parametrize("scorer", SCORERS, ids=lambda scorer: scorer.name)


@every_scorer
@given(expected=st.text(), reply=st.text())
def test_score_is_a_share_when_any_texts_are_compared(scorer: Scorer, expected: str, reply: str) -> None:
    assert 0.0 <= scorer.score(expected, reply) <= 1.0


@every_scorer
def test_score_is_full_when_the_reply_is_the_expected_one(scorer: Scorer) -> None:
    assert scorer.score(OBJECT, f" {OBJECT}\n") == 1.0
    assert scorer.score(OBJECT, "") == 0.0


@every_scorer
def test_scorer_explains_itself_when_it_is_found_by_name(scorer: Scorer) -> None:
    assert find_scorer(scorer.name) is scorer
    assert scorer.label and scorer.help.endswith(".")


def test_nearest_name_is_told_when_a_scorer_is_unknown() -> None:
    with pytest.raises(BadInput, match="exact") as caught:
        find_scorer("exact_macth")
    assert "exact_match" in caught.value.hint


@pytest.mark.parametrize(
    ("name", "expected", "reply", "score"),
    [
        ("exact_match", "Yes", "yes", 0.0),
        ("exact_match", "a\nb", "a\r\nb", 1.0),
        ("contains", "Paris", "It is  PARIS, of course.", 1.0),
        ("contains", "", "anything", 0.0),
        ("contains", "new york", "New\nYork", 1.0),
        ("json_fields", OBJECT, '{"urgency": "high", "category": "delivery"}', 0.5),
        ("json_fields", OBJECT, '{"category": "billing"}', 0.5),
        ("json_fields", OBJECT, '{"category": "billing", "urgency": "high", "more": 1, "yet": 2}', 0.5),
        ("json_fields", OBJECT, f"```json\n{OBJECT}\n```", 1.0),
        ("json_fields", OBJECT, f"Here it is: {OBJECT}", 0.0),
        ("json_fields", '{"a": 1}', '{"a": true}', 0.0),
        ("json_fields", '{"a": 1}', '{"a": 1.0}', 1.0),
        ("json_fields", "no object", "no object", 0.0),
        ("json_fields", "{}", "[" * 100_000, 0.0),
    ],
)
def test_score_is_as_described_when_replies_differ(
    name: str, expected: str, reply: str, score: float
) -> None:
    assert find_scorer(name).score(expected, reply) == score
