"""How alike two prompts are: ROUGE-L of their words, as self-instruct filters with.

Wang et al. 2022, "Self-Instruct", keep a new instruction only when its ROUGE-L with every known one is below
0.7; ROUGE-L (Lin 2004) is the F-measure of the longest common subsequence of words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from hone.domain.row_drafts import DropReason

TOO_ALIKE = 0.7
_MOST_WORDS = 400
# Scripts that put no spaces between words are compared letter by letter.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]|[^\W_]+")


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, at most the first 400."""
    found: list[str] = []
    for match in _WORD.finditer(text.lower()):
        found.append(match.group())
        if len(found) == _MOST_WORDS:
            break
    return found


def common_length(first: Sequence[str], second: Sequence[str]) -> int:
    """Return the length of the longest common subsequence, by bits (Hyyrö 2004)."""
    places: dict[str, int] = {}
    for place, word in enumerate(first):
        places[word] = places.get(word, 0) | 1 << place
    everything = (1 << len(first)) - 1
    row = everything
    for word in second:
        matching = row & places.get(word, 0)
        row = ((row + matching) | (row - matching)) & everything
    return len(first) - row.bit_count()


def rouge_l(first: Sequence[str], second: Sequence[str]) -> float:
    """Return the F-measure of the longest common subsequence of words, 0 to 1."""
    if not first or not second:
        return 0.0
    return 2 * common_length(first, second) / (len(first) + len(second))


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """A prompt to compare with, of row `row`, else of draft `draft_id`; `reason` is why one like it goes."""

    words: tuple[str, ...]
    reason: DropReason
    row: int = 0
    draft_id: str = ""


class Nearest(msgspec.Struct, frozen=True, kw_only=True):
    """The known prompt that is most alike, and how much, 0 to 1; None where none shares a word."""

    score: float = 0.0
    known: Known | None = None


class Similarity:
    """Prompts that are known; finds the nearest one to another."""

    def __init__(self) -> None:
        self._known: list[Known] = []
        self._places: dict[str, list[tuple[int, int]]] = defaultdict(list)

    def __len__(self) -> int:
        return len(self._known)

    def add(self, prompt: str, reason: DropReason, row: int = 0, draft_id: str = "") -> None:
        """Know a prompt from now on."""
        words = words_of(prompt)
        number = len(self._known)
        self._known.append(Known(words=tuple(words), reason=reason, row=row, draft_id=draft_id))
        for word, count in Counter(words).items():
            self._places[word].append((number, count))

    def nearest(self, prompt: str) -> Nearest:
        """Return the most alike of all known prompts.

        Words in common, in any order, bound ROUGE-L from above: the most promising are compared first, and
        the rest is left out as soon as none of it can be nearer.
        """
        words = words_of(prompt)
        shared: Counter[int] = Counter()
        for word, count in Counter(words).items():
            for number, known_count in self._places.get(word, ()):
                shared[number] += min(count, known_count)
        bounds = {
            number: 2 * n / (len(words) + len(self._known[number].words)) for number, n in shared.items()
        }
        best = Nearest()
        for number in sorted(bounds, key=lambda each: -bounds[each]):
            if bounds[number] <= best.score:
                break
            score = rouge_l(words, self._known[number].words)
            if score > best.score:
                best = Nearest(score=score, known=self._known[number])
        return best
