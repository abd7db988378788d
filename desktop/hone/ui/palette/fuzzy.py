"""Finding entries by a few letters of their names."""

from __future__ import annotations

import heapq
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_AT_START, _AT_WORD, _INSIDE, _INITIALS, _LOOSE, _BESIDE = 120, 100, 60, 70, 30, 15
_WORD, _BETWEEN = re.compile(r"\w+"), re.compile(r"\W")
_WIDEST_LOOSE = 3
"""Letters in order that are spread over more than this times their number are no match."""


@dataclass(frozen=True)
class Searched:
    """A name prepared for searching; `folded` and `spaced` keep the places of its letters."""

    folded: str
    spaced: str  # one place further, with blanks between words only
    initials: str
    starts: tuple[int, ...]
    beside: str

    @classmethod
    def of(cls, name: str, beside: str = "") -> Searched:
        """Prepare `name`; words of `beside` (a group, a description) count too, but less."""
        folded = fold(name)
        starts = tuple(found.start() for found in _WORD.finditer(folded))
        initials = "".join(folded[start] for start in starts)
        return cls(folded, " " + _BETWEEN.sub(" ", folded), initials, starts, fold(beside))


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

    def score(self, searched: Searched) -> float | None:
        """Return how well an entry fits; None when a word of the query is not in it."""
        total = -0.02 * len(searched.folded)
        for word, pattern in zip(self.words, self.patterns, strict=True):
            score = _score_of_word(word, pattern, searched)
            if score <= 0:
                return None
            total += score
        return total

    def match(self, searched: Searched) -> Match | None:
        """Return how well an entry fits, with the letters that were meant."""
        score = self.score(searched)
        if score is None:
            return None
        meant: set[int] = set()
        for word, pattern in zip(self.words, self.patterns, strict=True):
            meant.update(_positions(word, pattern, searched))
        return Match(score, tuple(sorted(meant)))


def fold(text: str) -> str:
    """Return `text` in lower case without accents, of the same length."""
    return text.lower() if text.isascii() else "".join(map(_folded, text))


@lru_cache(maxsize=4096)
def _folded(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0].lower()
    return base if len(base) == 1 else letter


def _score_of_word(word: str, pattern: re.Pattern[str], searched: Searched) -> float:
    """Return how well a word of the query fits, 0 when it does not."""
    at = searched.spaced.find(" " + word)
    if at >= 0:
        return _AT_START if at == 0 else _AT_WORD
    if word in searched.folded:
        return _INSIDE
    if len(word) > 1:
        if word in searched.initials:
            return _INITIALS
        loose = _loose_positions(word, pattern, searched)
        if loose:
            at_starts = len(set(loose) & set(searched.starts))
            gaps = loose[-1] - loose[0] + 1 - len(word)
            return max(1, _LOOSE + 6 * at_starts - 2 * gaps)
    return _BESIDE if word in searched.beside else 0


def _positions(word: str, pattern: re.Pattern[str], searched: Searched) -> tuple[int, ...]:
    """Return the places of the letters that a word of the query means, none for a word beside the name."""
    at = searched.spaced.find(" " + word)
    at = at if at >= 0 else searched.folded.find(word)
    if at >= 0:
        return tuple(range(at, at + len(word)))
    initial = searched.initials.find(word) if len(word) > 1 else -1
    if initial >= 0:
        return searched.starts[initial : initial + len(word)]
    return _loose_positions(word, pattern, searched) if len(word) > 1 else ()


def _loose_positions(word: str, pattern: re.Pattern[str], searched: Searched) -> tuple[int, ...]:
    """Return places of the word's letters in order with others between; none when they are far apart."""
    found = pattern.search(searched.folded)
    if found is None:
        return ()
    positions = _tightest(word, searched.folded, found.end())
    return positions if positions[-1] - positions[0] < _WIDEST_LOOSE * len(word) else ()


def _tightest(word: str, text: str, end: int) -> tuple[int, ...]:
    """Return the places of the word's letters, read backwards from `end`: nearer together than forwards."""
    places, at = [], end
    for letter in reversed(word):
        at = text.rindex(letter, 0, at)
        places.append(at)
    return tuple(reversed(places))


def ranked(
    query: Query, entries: Sequence[Searched], bonus: Sequence[float], most: int
) -> list[tuple[int, Match]]:
    """Return index and match of the `most` entries that fit best; `bonus` is added to the scores."""
    scores = [
        (-score - bonus[index], index)
        for index, searched in enumerate(entries)
        if (score := query.score(searched)) is not None
    ]
    best = [index for _score, index in heapq.nsmallest(most, scores)]
    return [(index, match) for index in best if (match := query.match(entries[index])) is not None]
