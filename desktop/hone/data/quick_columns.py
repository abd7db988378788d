"""What the rows of a block say, as columns: most is told of all rows of a block at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import msgspec

from hone.data.checks import Seat, order_findings
from hone.data.fingerprints import REJECTED as REJECTED_ROLE
from hone.data.fingerprints import layout_of

SYSTEM, USER, REPLY, LABEL, REJECTED, TEXT = "sualrt"
"""What a text of a row is: a turn, a label that stands where a reply does, a rejected reply, running text."""

ROLES = {SYSTEM: "system", USER: "user", REPLY: "assistant", LABEL: "assistant"}


class Columns(msgspec.Struct, frozen=True):
    """The texts of rows one after the other, what each is (a letter), and which rows have how many.

    A row without texts is to be read in the usual way. `labels` are those of rows with a text.
    """

    texts: list[str]
    parts: str
    counts: list[int]
    labels: list[str] = []

    def forms(self) -> list[str]:
        """Return the letters of every row."""
        size = self.counts[0] if self.counts else 0
        if size and len(set(self.counts)) == 1:
            return [self.parts[place : place + size] for place in range(0, len(self.parts), size)]
        ends = list(accumulate(self.counts))
        return list(map(self.parts.__getitem__, map(slice, [0, *ends[:-1]], ends)))


def columns_of(rows: Sequence[tuple[str, Sequence[str]]]) -> Columns:
    """Make columns of the letters and texts of every row; no letters: read it in the usual way."""
    texts: list[str] = []
    for _, said in rows:
        texts += said
    return Columns(texts, "".join([form for form, _ in rows]), [len(form) for form, _ in rows])


class Form(msgspec.Struct, frozen=True):
    """What the letters of a row tell: whether the row is in order; its turns; how its hashes are made.

    `whole`: nothing but the same row contradicts it, so that both hashes are of the whole.
    """

    in_order: bool
    turns: int
    has_system: bool
    whole: bool
    seed: int


class Forms:
    """The forms met so far by number, and the number of each by its letters."""

    def __init__(self) -> None:
        self.met: list[Form] = []
        self.number_of = _Numbers(self.met)


class _Numbers(dict[str, int]):
    def __init__(self, met: list[Form]) -> None:
        self._met = met

    def __missing__(self, letters: str) -> int:
        self._met.append(_form(letters))
        number = self[letters] = len(self._met) - 1
        return number


def _form(letters: str) -> Form:
    if not letters:
        return Form(in_order=False, turns=0, has_system=False, whole=False, seed=0)
    if letters == TEXT:
        return Form(in_order=True, turns=0, has_system=False, whole=True, seed=0)
    turns = letters.removesuffix(REJECTED)
    roles = tuple(ROLES[letter] for letter in turns)
    rejected = (REJECTED_ROLE,) if turns != letters else ()
    return Form(
        in_order=turns.endswith(LABEL) or not order_findings(tuple(map(Seat, roles))),
        turns=len(turns),
        has_system=SYSTEM in turns,
        whole=bool(rejected),
        seed=layout_of((*roles, *rejected)).seed,
    )
