"""What is gathered while the rows of a file go by: problems, figures, and what rows are compared by.

A large file is scanned in parts, by several processes; parts are put together in the order of the file.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from hone.data.fingerprints import (
    Keys,
    asked_in,
    asked_key,
    beginning_of,
    content_of,
    is_among,
    keys_of,
)
from hone.data.languages import LOOKED_AT
from hone.data.near_duplicates import Signatures
from hone.data.problem_list import NOWHERE, ProblemList
from hone.domain.datasets import Example, Problem

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

ALL = 2**32
LANGUAGE_ROWS = 1000
MOST_LABELS = 20_000


class ScanPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What to gather. Signatures are made of rows whose beginning hashes below `near_limit`, of at most
    `most_near`; with `asks` also what rows ask is hashed. `watched` is a kind whose rows are all noted. The
    sample for languages is drawn from rows whose keys are below `sample_limit`, all limits being of 2^32.
    """

    near_limit: int = 0
    most_near: int = 0
    asks: bool = False
    watched: str = ""
    sample_limit: int = ALL


class Tally(msgspec.Struct):
    """Sums over usable rows."""

    turns: int = 0
    characters: int = 0
    longest: int = 0
    with_system: int = 0
    with_tools: int = 0
    labels: dict[str, int] = {}

    def absorb(self, other: Tally) -> None:
        """Add the sums of other rows."""
        self.turns += other.turns
        self.characters += other.characters
        self.longest = max(self.longest, other.longest)
        self.with_system += other.with_system
        self.with_tools += other.with_tools
        for name, rows in other.labels.items():
            self.labels[name] = self.labels.get(name, 0) + rows


class EvenSample:
    """Texts of rows drawn evenly: those with the smallest keys, so that parts can be put together."""

    def __init__(self, limit: int, size: int = LANGUAGE_ROWS) -> None:
        self._size = size
        self.limit = limit
        self.drawn: list[tuple[int, str]] = []

    def add(self, key: int, text: str) -> None:
        """Add a row whose key is below `limit`."""
        self.drawn.append((key, text[:LOOKED_AT]))
        if len(self.drawn) >= 2 * self._size:
            self.trim()

    def trim(self) -> None:
        """Leave out what is too much."""
        self.drawn.sort()
        del self.drawn[self._size :]
        if len(self.drawn) == self._size:
            self.limit = self.drawn[-1][0]


class Part(msgspec.Struct, kw_only=True):
    """What was gathered from a part of a file, as it goes from one process to another.

    Row and line numbers count from the beginning of the part. The arrays are bytes: row numbers and line
    differences in 64 bits, hashes in 64 bits, signatures in 128 bytes each.
    """

    rows: int
    lines: int
    problems: ProblemList
    tally: Tally
    numbers: bytes
    prompts: bytes
    replies: bytes
    asks: bytes
    steps: bytes
    sample: list[tuple[int, str]]
    near_rows: bytes
    near: bytes
    asks_near: bytes


class Scan:
    """The accumulators of one run through rows. `rows` and `lines` count what went by."""

    def __init__(self, plan: ScanPlan) -> None:
        self.plan = plan
        self.rows = 0
        self.lines = 0
        self.problems = ProblemList(watched=plan.watched)
        self.tally = Tally()
        self.labels: Counter[str] = Counter()
        self.numbers = array("q")
        self.prompts = bytearray()
        self.replies = bytearray()
        self.asks = bytearray()
        self.steps = array("q")
        self._difference: int | None = None
        self.sample = EvenSample(plan.sample_limit * (2**64 // ALL))
        self.near = Signatures()
        self.asks_near = Signatures()

    def add(self, example: Example | None, problems: list[Problem], row: int, line: int) -> None:
        """Take in the next row with its problems; without an example it is not usable."""
        self.rows = row or self.rows  # 0 concerns the whole file
        if line and line - row != self._difference:
            self.step(row, line)
        self.take(example, problems)

    def take(self, example: Example | None, problems: list[Problem], offset: int = NOWHERE) -> None:
        """Take in what is told of a row that was counted."""
        for problem in problems:
            self.problems.add(problem, offset)
        if example is not None:
            self._count(example)
            self._compare(example)

    def step(self, row: int, line: int) -> None:
        """Note that from this row on lines are so far ahead of rows."""
        self._difference = line - row
        self.steps.extend((row, self._difference))

    def note(self, row: int, keys: Keys, text: str) -> None:
        """Note the hashes of a usable row; `text` is what its language is told by."""
        self.numbers.append(row)
        self.prompts += keys.prompt
        self.replies += keys.reply
        key = int.from_bytes(keys.prompt) ^ int.from_bytes(keys.reply)
        if key < self.sample.limit:
            self.sample.add(key, text)

    def count_labels(self, labels: Iterable[str]) -> None:
        """Count labels of usable rows; of too many different ones only the first."""
        for label in labels:
            if label in self.labels or len(self.labels) < MOST_LABELS:
                self.labels[label] += 1

    @property
    def has_room(self) -> bool:
        """Whether more rows may be compared for near duplicates."""
        return len(self.near) < self.plan.most_near

    def part(self) -> Part:
        """Return everything gathered, to be put together with other parts."""
        self.sample.trim()
        rows, near = self.near.result()
        return Part(
            rows=self.rows,
            lines=self.lines,
            problems=self.problems,
            tally=msgspec.structs.replace(self.tally, labels=dict(self.labels)),
            numbers=self.numbers.tobytes(),
            prompts=bytes(self.prompts),
            replies=bytes(self.replies),
            asks=bytes(self.asks),
            steps=self.steps.tobytes(),
            sample=self.sample.drawn,
            near_rows=rows.tobytes(),
            near=near.tobytes(),
            asks_near=self.asks_near.result()[1].tobytes(),
        )

    def _count(self, example: Example) -> None:
        tally = self.tally
        turns = example.turns
        size = len(example.text or "") + sum(len(turn.content) for turn in turns)
        tally.turns += len(turns)
        tally.characters += size
        tally.longest = max(tally.longest, size)
        tally.with_system += any(turn.role == "system" for turn in turns)
        tally.with_tools += bool(example.tools) or any(turn.role == "tool" for turn in turns)
        label = example.category if example.good is None else str(example.good).lower()
        if label is not None:
            self.count_labels((label,))

    def _compare(self, example: Example) -> None:
        self.note(example.row, keys_of(example), told_by(example))
        asked = asked_in(example) if self.plan.asks else ""
        if self.plan.asks:
            self.asks += asked_key(asked)
        if self.has_room and is_among(beginning_of(example), self.plan.near_limit):
            self.near.add(example.row, content_of(example))
            if self.plan.asks:
                self.asks_near.add(example.row, asked)


def told_by(example: Example) -> str:
    """Return the text by which the language of a row is told: the last reply, with the prompt when short."""
    if example.text is not None:
        return example.text
    return language_text([turn.content for turn in example.turns], example.category is not None)


def language_text(contents: list[str], is_label: bool = False) -> str:
    """Return the text by which the language of a dialogue is told; a label says nothing about it."""
    if is_label:
        return contents[-2] if len(contents) > 1 else ""
    last = contents[-1]
    if len(last) >= SHORT or len(contents) < 2:
        return last
    return f"{last} {contents[-2]}"


SHORT = 80
"""Characters of a reply, below which its language is told by the prompt too."""


class Gathered:
    """The parts of a file put together, as arrays; parts come in the order of the file."""

    def __init__(self, watched: str = "") -> None:
        self.rows = 0
        self.lines = 0
        self.problems = ProblemList(watched=watched)
        self.tally = Tally()
        self.sample: list[tuple[int, str]] = []
        self._arrays: dict[str, list[Array]] = {name: [] for name in _ARRAYS}

    def absorb(self, part: Part) -> None:
        """Add the next part."""
        import numpy as np

        self.problems.absorb(part.problems, self.rows, self.lines)
        self.tally.absorb(part.tally)
        self.sample = sorted(self.sample + part.sample)[:LANGUAGE_ROWS]
        for name, kind in _ARRAYS.items():
            values = np.frombuffer(getattr(part, name), kind)
            if kind == _HASHES:
                values = values.astype(np.uint64)
            if name in ("numbers", "near_rows"):
                values = values + self.rows
            elif name == "steps":
                pairs = values.reshape(-1, 2)
                values = (pairs + np.array([self.rows, self.lines - self.rows])).ravel()
            self._arrays[name].append(values)
        self.rows += part.rows
        self.lines += part.lines

    def take(self, name: str) -> Array:
        """Return the whole of an array of parts."""
        import numpy as np

        pieces = self._arrays[name]
        if len(pieces) != 1:
            joined = np.concatenate(pieces) if pieces else np.zeros(0, _ARRAYS[name])
            self._arrays[name] = pieces = [joined]
        whole = pieces[0]
        return whole.reshape(-1, _SIGNATURE) if name in ("near", "asks_near") else whole

    def line_of(self, row: int) -> int:
        """Return the line where a row begins, 0 when it is not known."""
        import numpy as np

        steps = self.take("steps").reshape(-1, 2)
        place = int(np.searchsorted(steps[:, 0], row, side="right")) - 1
        return row + int(steps[place, 1]) if place >= 0 else 0


_SIGNATURE = 128
_HASHES = ">u8"
_ARRAYS = {
    "numbers": "<i8",
    "prompts": ">u8",
    "replies": ">u8",
    "asks": ">u8",
    "steps": "<i8",
    "near_rows": "<i8",
    "near": "u1",
    "asks_near": "u1",
}
