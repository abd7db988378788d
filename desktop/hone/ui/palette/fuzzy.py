"""Finding entries by a few letters of their names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_AT_START, _AT_WORD, _INSIDE, _INITIALS, _LOOSE, _BESIDE = 120, 100, 60, 70, 30, 15
_WIDEST_LOOSE = 3
"""Letters in order that are spread over more than this times their number are no match."""


@dataclass(frozen=True)
class Searched:
    """A name prepared for searching; letter for letter as long as the name."""

    folded: str
    initials: str
    starts: tuple[int, ...]
    beside: str

    @classmethod
    def of(cls, name: str, beside: str = "") -> Searched:
        """Prepare `name`; words of `beside` (a group, a description) count too, but less."""
        folded = fold(name)
        starts = tuple(found.start() for found in re.finditer(r"\w+", folded))
        return cls(folded, "".join(folded[start] for start in starts), starts, fold(beside))


@dataclass(frozen=True)
class Match:
    """How well it fits, and which letters of the name were meant."""

    score: float
    positions: tuple[int, ...] = ()


@dataclass(frozen=True)
class Query:
    """What was typed, word by word."""

    words: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, text: str) -> Query:
        """Prepare what was typed."""
        words = tuple(fold(text).split())
        patterns = tuple(re.compile(".*?".join(map(re.escape, word)), re.DOTALL) for word in words)
        return cls(words, patterns)

    def match(self, searched: Searched) -> Match | None:
        """Return how an entry fits; None when a word of the query is not in it."""
        score, positions = 0.0, set[int]()
        for word, pattern in zip(self.words, self.patterns, strict=True):
            found = _match_word(word, pattern, searched)
            if found is None:
                return None
            score += found.score
            positions.update(found.positions)
        return Match(score - 0.02 * len(searched.folded), tuple(sorted(positions)))


def fold(text: str) -> str:
    """Return `text` in lower case without accents, of the same length."""
    return text.lower() if text.isascii() else "".join(map(_folded, text))


@lru_cache(maxsize=4096)
def _folded(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0].lower()
    return base if len(base) == 1 else letter


def _match_word(word: str, pattern: re.Pattern[str], searched: Searched) -> Match | None:
    at = searched.folded.find(word)
    if at == 0:
        return Match(_AT_START, tuple(range(len(word))))
    if at > 0:
        at_word = next((start for start in searched.starts if searched.folded.startswith(word, start)), -1)
        found, score = (at_word, _AT_WORD) if at_word >= 0 else (at, _INSIDE)
        return Match(score, tuple(range(found, found + len(word))))
    initial = searched.initials.find(word) if len(word) > 1 else -1
    if initial >= 0:
        return Match(_INITIALS, searched.starts[initial : initial + len(word)])
    return _match_loosely(word, pattern, searched)


def _match_loosely(word: str, pattern: re.Pattern[str], searched: Searched) -> Match | None:
    """Take the word's letters in order, with others between, or the whole word beside the name."""
    found = pattern.search(searched.folded) if len(word) > 1 else None
    if found is not None:
        positions = _tightest(word, searched.folded, found.end())
        if positions[-1] - positions[0] < _WIDEST_LOOSE * len(word):
            at_starts = len(set(positions) & set(searched.starts))
            gaps = positions[-1] - positions[0] + 1 - len(word)
            return Match(max(1, _LOOSE + 6 * at_starts - 2 * gaps), positions)
    return Match(_BESIDE) if word in searched.beside else None


def _tightest(word: str, text: str, end: int) -> tuple[int, ...]:
    """Return the places of the word's letters, read backwards from `end`: nearer together than forwards."""
    places, at = [], end
    for letter in reversed(word):
        at = text.rindex(letter, 0, at)
        places.append(at)
    return tuple(reversed(places))


def ranked(query: Query, entries: Sequence[Searched], bonus: Sequence[float]) -> list[tuple[int, Match]]:
    """Return index and match of the entries that fit, the best first; `bonus` is added to the scores."""
    found = [
        (index, Match(match.score + bonus[index], match.positions))
        for index, searched in enumerate(entries)
        if (match := query.match(searched)) is not None
    ]
    found.sort(key=lambda pair: (-pair[1].score, pair[0]))
    return found
