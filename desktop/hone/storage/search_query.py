"""What a person types into a search field: words, beginnings of words, and phrases in quotes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from hone.storage.word_breaks import UNSPACED, folded, is_unspaced, tokens

_PARTS = re.compile(r'"([^"]*)"?|(\S+)')
_SHORTEST_BEGINNING = 2


@dataclass(frozen=True)
class Term:
    """Words that stand in a row; of the last one, only the beginning when `is_beginning`."""

    words: tuple[str, ...]
    is_beginning: bool


class SearchQuery:
    """The terms of a search; a text must hold all of them. No text that is typed is an error."""

    def __init__(self, text: str) -> None:
        self.terms = tuple(_terms(text))
        self._pattern = re.compile("|".join(_pattern(term) for term in self.terms)) if self.terms else None
        self._patterns = tuple(re.compile(_pattern(term)) for term in self.terms)

    @property
    def expression(self) -> str:
        """The query in FTS5's language."""
        return " AND ".join(
            '"' + " ".join(term.words) + '"' + ("*" if term.is_beginning else "") for term in self.terms
        )

    def matches(self, text: str) -> bool:
        """Whether a text holds all terms."""
        plain = folded(text)
        return bool(self.terms) and all(pattern.search(plain) for pattern in self._patterns)

    def matching(self, titles: Sequence[str]) -> list[int]:
        """Return the places of the titles that hold all terms; ten thousand are looked through in 10 ms."""
        if not self.terms:
            return []
        longest = max((word for term in self.terms for word in term.words), key=len)
        plain = folded("\n".join(titles))
        ends = list(accumulate(len(title) + 1 for title in titles))
        found: dict[int, None] = {}
        at = plain.find(longest)
        while at >= 0:
            place = bisect_right(ends, at)
            found[place] = None
            at = plain.find(longest, ends[place])
        return [place for place in found if self.matches(titles[place])]

    def marks(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where the terms stand in a text, as (start, end)."""
        if self._pattern is None:
            return ()
        return tuple(match.span() for match in self._pattern.finditer(folded(text)))


def _terms(text: str) -> list[Term]:
    found: dict[Term, None] = {}
    for quoted, word in _PARTS.findall(text):
        words = tuple(tokens(quoted or word))
        if words:
            last = words[-1]
            long_enough = len(last) >= _SHORTEST_BEGINNING and not is_unspaced(last)
            found[Term(words, bool(word) and long_enough)] = None
    return list(found)


def _pattern(term: Term) -> str:
    """Return the term as a pattern over folded text."""
    parts = []
    for number, word in enumerate(term.words):
        if is_unspaced(word):
            parts.append(word)
            continue
        begins, ends = f"(?<![^ {UNSPACED}])", f"(?![^ {UNSPACED}])"
        is_last = number == len(term.words) - 1
        parts.append(begins + re.escape(word) + ("" if is_last and term.is_beginning else ends))
    return " *".join(parts)
