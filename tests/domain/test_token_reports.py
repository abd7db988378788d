"""Tokens of a scored text find their characters, and two readings are compared where both cut alike."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hone.domain.generation import Alternative, ScoredChoice, TokenReport, TokenRole
from hone.domain.token_reports import (
    Reader,
    ReplyToken,
    TokenReading,
    continues,
    difference,
    reply_tokens,
)
from hone.errors import BadInput

READER = Reader(model_id="m")


def scored(pieces: list[str], bits: list[float] | None = None) -> ScoredChoice:
    """Return a choice whose tokens are surprising by `bits` (1 each)."""
    wanted = bits or [1.0] * len(pieces)
    tokens = tuple(
        TokenReport(place, piece or "\ufffd", -value * math.log(2), entropy=math.log(4), rank=place + 1)
        for place, (piece, value) in enumerate(zip(pieces, wanted, strict=True))
    )
    return ScoredChoice(logprob=sum(token.logprob for token in tokens), tokens=tokens, pieces=tuple(pieces))


def reading(pieces: list[str], bits: list[float] | None = None) -> TokenReading:
    """Return a reading of the joined pieces."""
    choice = scored(pieces, bits)
    return TokenReading(
        reader=READER, model_name="m", text="".join(choice.pieces), tokens=reply_tokens(choice)
    )


def test_tokens_of_one_character_become_one_when_scored() -> None:
    tokens = reply_tokens(scored(["a", "", "", "🦊", "b"], [1, 2, 3, 4, 5]))
    assert [(token.start, token.end, token.text, token.count) for token in tokens] == [
        (0, 1, "a", 1),
        (1, 2, "🦊", 3),
        (2, 3, "b", 1),
    ]
    assert [token.surprise for token in tokens] == pytest.approx([1, 9, 5])
    assert tokens[1].rank == 2 and tokens[1].entropy_bits == pytest.approx(2)


def test_bytes_that_never_became_a_character_count_with_the_last_one() -> None:
    tokens = reply_tokens(scored(["a", "b", ""], [1, 1, 7]))
    assert [(token.text, token.count) for token in tokens] == [("a", 1), ("b", 2)]
    assert tokens[-1].surprise == pytest.approx(8)


def test_nothing_is_told_when_nothing_was_scored() -> None:
    empty = TokenReading(reader=READER, model_name="m")
    assert (empty.tokens, empty.mean_surprise, empty.perplexity) == ((), 0.0, 1.0)
    assert reply_tokens(ScoredChoice(logprob=0.0)) == ()


def test_figures_of_a_reply_follow_from_its_tokens() -> None:
    found = reading(["one", " two", " three", " four"], [0.0, 4.0, 1.0, 3.0])
    assert found.bits == pytest.approx(8)
    assert found.mean_surprise == pytest.approx(2)
    assert found.perplexity == pytest.approx(4)
    assert found.most_surprising(2) == (1, 3)
    assert found.tokens[1].probability == pytest.approx(1 / 16)


def test_probability_of_nothing_stays_a_number() -> None:
    token = ReplyToken(start=0, end=1, text="a", logprob=-3.4e38)
    assert token.probability == 0.0 and math.isfinite(token.surprise)


def test_difference_is_taken_token_by_token_when_both_cut_alike() -> None:
    found = difference(reading(["a", "b", "c"], [3, 1, 2]), reading(["a", "b", "c"], [1, 1, 6]))
    assert [change.gain for change in found.changes] == pytest.approx([2, 0, -4])
    assert found.gain == pytest.approx(-2)
    assert found.strongest(2) == (2, 0)
    assert found.changes[0].factor == pytest.approx(4)


def test_difference_is_taken_over_common_ends_when_tokenizers_cut_differently() -> None:
    first = reading(["un", "believ", "able", "!"], [1, 2, 3, 4])
    second = reading(["unbe", "liev", "able!"], [5, 1, 2])
    found = difference(first, second)
    assert [(change.start, change.end) for change in found.changes] == [(0, 8), (8, 13)]
    assert [change.first_bits for change in found.changes] == pytest.approx([3, 7])
    assert [change.second_bits for change in found.changes] == pytest.approx([6, 2])
    assert [found.change_of(token).start for token in first.tokens] == [0, 0, 8, 8]


def test_difference_is_refused_when_the_texts_are_not_the_same() -> None:
    with pytest.raises(BadInput) as refused:
        difference(reading(["é"]), reading(["e", "́"]))
    assert refused.value.hint


words = st.lists(st.text(min_size=1, max_size=4), min_size=1, max_size=12)


@given(words, st.data())
def test_no_bit_is_lost_when_cut_in_any_way(pieces: list[str], data: st.DataObject) -> None:
    text = "".join(pieces)
    cuts = sorted(data.draw(st.sets(st.integers(1, max(1, len(text) - 1)), max_size=6)) | {0, len(text)})
    others = [text[a:b] for a, b in pairwise(cuts) if text[a:b]]
    first = reading(pieces, [float(n % 5) for n in range(len(pieces))])
    second = reading(others, [float(n % 3) for n in range(len(others))])
    found = difference(first, second)
    assert "".join(text[change.start : change.end] for change in found.changes) == text
    assert math.fsum(change.first_bits for change in found.changes) == pytest.approx(first.bits)
    assert math.fsum(change.second_bits for change in found.changes) == pytest.approx(second.bits)


@pytest.mark.parametrize(
    ("text", "role", "wanted"),
    [
        (" word", TokenRole.TEXT, True),
        ("\n", TokenRole.TEXT, True),
        ("\ufffd", TokenRole.TEXT, False),
        ("", TokenRole.TEXT, False),
        ("<|im_end|>", TokenRole.END, False),
        ("<|im_start|>", TokenRole.CONTROL, False),
    ],
)
def test_only_whole_text_can_be_continued_with(text: str, role: TokenRole, wanted: bool) -> None:
    assert continues(Alternative(1, text, -1.0, role)) is wanted
