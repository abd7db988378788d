"""Which words of a text are not in another one."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

# Scripts that put no spaces between words are compared sign by sign.
_NO_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTERS = f"[^\\W{_NO_SPACES}]"
_WORD = re.compile(f"[{_NO_SPACES}]|{_LETTERS}+(?:['\u2019]{_LETTERS}+)*|[^\\w\\s\ufffc]")
MOST_WORDS = 20_000
_POPULAR_FROM = 1500


def word_spans(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of the words of a text; a sign that is no letter or digit is one of its own."""
    return [match.span() for match in _WORD.finditer(text)]


def words_of(text: str) -> list[str]:
    """Return the words of a text."""
    return _WORD.findall(text)


def different_words(reference: str, text: str) -> frozenset[int]:
    """Return the numbers of the words of `text` that a shortest way from `reference` to it puts in.

    Nothing is told of a text of more than MOST_WORDS words. Ratcliff and Obershelp's matching (difflib);
    above 1,500 words frequent ones anchor no match, which keeps the time nearly linear.
    """
    old, new = words_of(reference), words_of(text)
    if max(len(old), len(new)) > MOST_WORDS:
        return frozenset()
    start = _common_beginning(old, new)
    end = _common_beginning(old[start:][::-1], new[start:][::-1])
    old_middle, new_middle = old[start : len(old) - end], new[start : len(new) - end]
    matcher = SequenceMatcher(None, old_middle, new_middle, autojunk=len(new_middle) > _POPULAR_FROM)
    return frozenset(
        start + number
        for tag, _, _, first, last in matcher.get_opcodes()
        if tag in ("replace", "insert")
        for number in range(first, last)
    )


def _common_beginning(first: list[str], second: list[str]) -> int:
    for number, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return number
    return min(len(first), len(second))
