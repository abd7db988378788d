"""Whether a passage says what an answer says, as far as their words tell."""

from __future__ import annotations

from hone.services.row_drafting.similarity import words_of

LEAST_SUPPORT = 0.5
_LONG_WORD = 4
_STEM = 5


def support(answer: str, passage: str) -> float:
    """Return the share of the answer's different words that stand in the passage, 0 to 1.

    Words shorter than four letters say little and are left out, unless they are numbers or there are no
    others. Words count as the same when they begin with the same five letters: endings differ.
    """
    said = set(words_of(answer))
    telling = {word for word in said if len(word) >= _LONG_WORD or not word.isalpha()} or said
    if not telling:
        return 0.0
    known = {_stem(word) for word in _all_words(passage)}
    return sum(_stem(word) in known for word in telling) / len(telling)


def _stem(word: str) -> str:
    return word[:_STEM] if word.isalpha() else word


def _all_words(text: str) -> set[str]:
    """Return the words of a passage of any length."""
    found: set[str] = set()
    for start in range(0, len(text), 1000):
        found.update(words_of(text[max(0, start - 40) : start + 1000]))
    return found
