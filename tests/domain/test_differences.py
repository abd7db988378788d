"""Words that differ are found, in any script, and fast enough for long replies."""

from __future__ import annotations

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from hone.domain.differences import MOST_WORDS, different_words, word_spans, words_of


def marked(reference: str, text: str) -> list[str]:
    words = words_of(text)
    return [words[number] for number in sorted(different_words(reference, text))]


def test_a_changed_word_is_marked_and_what_is_the_same_is_not() -> None:
    assert marked("The cat sat on the mat.", "The dog sat on the mat!") == ["dog", "!"]
    assert marked("Same words.", "Same   words.") == []


def test_what_is_left_out_marks_nothing_in_the_other() -> None:
    assert marked("one two three", "one three") == []
    assert marked("", "all new") == ["all", "new"]


def test_contractions_are_one_word_and_signs_are_words_of_their_own() -> None:
    assert words_of("don't a+b") == ["don't", "a", "+", "b"]
    assert marked("x = a + b", "x = a - b") == ["-"]


def test_scripts_without_spaces_are_compared_sign_by_sign() -> None:
    assert marked("今日は晴れです", "今日は雨です") == ["雨"]


def test_spans_point_at_the_words() -> None:
    text = "Hello, wörld 🙂"
    assert [text[start:end] for start, end in word_spans(text)] == words_of(text)


@given(st.text(max_size=80), st.text(max_size=80))
def test_nothing_but_words_of_the_text_is_marked(reference: str, text: str) -> None:
    found = different_words(reference, text)
    assert all(0 <= number < len(words_of(text)) for number in found)
    assert different_words(text, text) == frozenset()
    if not set(words_of(reference)) & set(words_of(text)):
        assert len(found) == len(words_of(text))


def test_long_replies_take_less_than_a_second_and_endless_ones_are_left_alone() -> None:
    rng = random.Random(1)
    words = [f"word{rng.randrange(900)}" for _ in range(4000)]
    other = [word if rng.random() < 0.7 else "changed" for word in words]
    began = time.process_time()
    found = different_words(" ".join(words), " ".join(other))
    assert time.process_time() - began < 1.0
    assert {other[number] for number in found} >= {"changed"}
    assert different_words("a", "b " * (MOST_WORDS + 1)) == frozenset()
