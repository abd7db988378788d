"""Setting rows apart for measuring: seeded, and never the same content on both sides."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from hone.data.filtering import as_text, texts_of
from hone.data.moments import Moments
from hone.data.reading import read_examples
from hone.data.row_draws import draw_key, drawn_number
from hone.domain.data_changes import SplitRule
from hone.domain.datasets import Example
from hone.domain.plan import MOST_HELD_OUT, Data
from hone.errors import BadInput

if TYPE_CHECKING:
    import numpy as np

    from hone.data.row_stream import RowSource, StreamRow
    from hone.data.step import Look

    Array = np.ndarray[Any, Any]

MOST_COMPARED = 100_000
"""Among so many rows near duplicates are found in seconds; of more, only exact ones are kept together."""
_LARGEST_BOND = 4
"""A set of near duplicates may be this part of the held-out rows; larger ones are made by a pattern."""

__all__ = ["MOST_HELD_OUT", "Split", "held_out_places", "rows_of", "split"]


class Split(msgspec.Struct, frozen=True):
    """Rows to train on and rows to measure on, both in the order of the file."""

    train: tuple[Example, ...]
    held_out: tuple[Example, ...]


def rows_of(data: Data) -> Split:
    """Read the rows of a plan's data section, and those to measure on from their own file or set apart.

    Raises BadInput when a file cannot be read, or when no row can be trained on.
    """
    examples = list(read_examples(data.train, data.reading))
    if not examples:
        raise BadInput(
            f"No row of {data.train.name} can be trained on.",
            hint="The data step shows for each row what is wrong with it.",
        )
    if data.held_out is None:
        return split(examples, data.held_out_share, data.seed)
    measured = list(read_examples(data.held_out, data.held_out_reading))
    return Split(tuple(examples), tuple(measured[:MOST_HELD_OUT]))


def split(examples: Sequence[Example], share: float, seed: int, most: int = MOST_HELD_OUT) -> Split:
    """Set about `share` of the rows apart: at least one, at most `most`, never all that differ.

    Exact duplicates stay together. The choice depends on the rows' content and the seed alone, so that
    adding rows moves few others. With a share of 0, or without two rows that differ, nothing is set apart.
    """
    import numpy as np

    keys = np.array([draw_key(example, seed) for example in examples], np.uint64)
    if share <= 0 or len(np.unique(keys)) < 2:
        return Split(tuple(examples), ())
    wanted = max(1, min(most, round(len(examples) * share)))
    apart = _apart(keys, keys, wanted)
    sides = list(zip(examples, apart.tolist(), strict=True))
    return Split(
        tuple(example for example, held_out in sides if not held_out),
        tuple(example for example, held_out in sides if held_out),
    )


def held_out_places(source: RowSource, rule: SplitRule, look: Look) -> Array:
    """Tell for each row of a source whether it is held out; rows that cannot be read never are.

    Raises BadInput for a share or a column that is none, and naming a row whose time cannot be read.
    """
    import numpy as np

    if not 0 < rule.share < 1:
        raise BadInput(
            f"A share of {rule.share:g} cannot be held out.",
            hint="Give a number between 0 and 1, such as 0.1.",
        )
    rows = _Rows(rule)
    for row in look.through(source):
        rows.add(row)
    keys, order = rows.together(look)
    if len(np.unique(keys)) < 2:
        raise BadInput(
            "These rows cannot be split: they all belong together.",
            hint="All of them say the same, or are of one group. Choose another column, or split by row.",
        )
    apart = _apart(keys, order, rows.wanted, in_order=rule.by == "time")
    places = np.zeros(rows.count, np.bool_)
    places[np.array(rows.places, np.int64)] = apart
    return places


class _Rows:
    """What a split must know of each row that can be read: some tens of bytes for each."""

    def __init__(self, rule: SplitRule) -> None:
        from hone.data.near_duplicates import Signatures

        if rule.by not in ("row", "group", "time"):
            raise BadInput(f"Rows cannot be split by {rule.by!r}.", hint="Known: row, group, time.")
        if rule.by != "row" and not rule.column.strip():
            raise BadInput(f"A split by {rule.by} needs a column.", hint="Name the column that tells it.")
        self._rule = rule
        self.count = 0
        self.places = array("q")
        self._contents = array("Q")
        self._groups = array("Q")
        self._without = 0
        self._moments = Moments(rule.column)
        self._signatures: Signatures | None = Signatures()

    @property
    def wanted(self) -> int:
        """How many rows are to be held out."""
        return max(1, round(len(self.places) * self._rule.share))

    def add(self, row: StreamRow) -> None:
        """Note a row."""
        self.count += 1
        example = row.example
        if example is None:
            return
        rule = self._rule
        content = draw_key(example, rule.seed)
        self.places.append(self.count - 1)
        self._contents.append(content)
        if rule.by == "group":
            group = as_text(row.column(rule.column)).strip()
            self._without += not group
            self._groups.append(
                drawn_number(group.encode("utf-8", "replace"), rule.seed) if group else content
            )
        elif rule.by == "time":
            self._moments.add(row.number or self.count, row.column(rule.column))
        if self._signatures is not None and rule.by == "row":
            self._signatures.add(len(self.places) - 1, "\n".join(texts_of(example)))
            if len(self.places) > MOST_COMPARED:
                self._signatures = None

    def together(self, look: Look) -> tuple[Array, Array]:
        """Return for each row what it stays together with, and its place in the drawing."""
        import numpy as np

        self._refuse_nothing()
        contents = np.frombuffer(self._contents, np.uint64)
        bonds = [np.unique(contents, return_inverse=True)[1]]
        order: Array = contents
        if self._rule.by == "group":
            order = np.frombuffer(self._groups, np.uint64)
            bonds.append(np.unique(order, return_inverse=True)[1])
            if self._without:
                look.remarks.append(
                    f"{self._without:,} rows have no {self._rule.column!r}; each is a group of its own."
                )
        if self._rule.by == "time":
            order = _ranks(self._moments.result(), contents)
        if self._rule.by == "row":
            bonds.append(self._near(look))
        keys = _components(bonds)
        first = np.full(keys.max() + 1, np.iinfo(np.uint64).max, np.uint64)
        np.minimum.at(first, keys, order)
        return keys, first[keys]

    def _near(self, look: Look) -> Array:
        """Return for each row the first one that it is nearly the same as, which may be itself."""
        import numpy as np

        count = len(self.places)
        if self._signatures is None:
            look.remarks.append(
                f"Of more than {MOST_COMPARED:,} rows, exact duplicates stay together, near ones may not."
            )
            return np.arange(count)
        like = _first_alike(self._signatures)
        sizes = np.bincount(like, minlength=count)
        loose = sizes[like] > max(2, self.wanted // _LARGEST_BOND)
        if loose.any():
            look.remarks.append(
                f"{int(loose.sum()):,} rows are nearly the same as many others, as rows made by one pattern "
                "are; they do not stay together."
            )
        return np.where(loose, np.arange(count), like)

    def _refuse_nothing(self) -> None:
        if not len(self.places):
            raise BadInput("No row can be read, so there is nothing to split.")
        if self._rule.by == "group" and self._without == len(self.places):
            raise BadInput(
                f"No row has a value in the column {self._rule.column!r}.",
                hint="Check the name of the column.",
            )


def _apart(keys: Array, order: Array, wanted: int, in_order: bool = False) -> Array:
    """Tell for each row whether it is set apart: groups of equal keys, in the order drawn, while they fit.

    `in_order`: those with the highest numbers first, up to the first that does not fit.
    """
    import numpy as np

    _, first, members, counts = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
    drawn = np.argsort(order[first], kind="stable")
    if in_order:
        drawn = drawn[::-1]
    chosen = np.zeros(len(first), np.bool_)
    count = 0
    for group in drawn[:-1].tolist():
        if count + counts[group] <= wanted:
            chosen[group] = True
            count += int(counts[group])
        elif in_order:
            break
        if count >= wanted:
            break
    if not count:
        chosen[drawn[0] if in_order else drawn[np.argmin(counts[drawn])]] = True
    return chosen[members]


def _ranks(seconds: Array, contents: Array) -> Array:
    """Number rows by their time; those of one moment by what they say."""
    import numpy as np

    ranks = np.zeros(len(seconds), np.uint64)
    ranks[np.lexsort((contents, seconds))] = np.arange(len(seconds), dtype=np.uint64)
    return ranks


def _first_alike(signatures: Any) -> Array:
    """Return for each row the first one that it is like, which may be itself."""
    import numpy as np

    from hone.data.near_duplicates import similar_rows

    rows, made = signatures.result()
    like = np.arange(len(rows))
    for pair in similar_rows(rows, made):
        like[pair.row] = pair.other
    return like


def _components(bonds: Sequence[Array]) -> Array:
    """Number the sets of rows that hang together by any of the bonds, which name a set for each row."""
    import numpy as np

    labels = np.arange(len(bonds[0]))
    while True:
        before = labels
        for bond in bonds:
            least = np.full(bond.max() + 1, len(labels))
            np.minimum.at(least, bond, labels)
            labels = least[bond]
        if np.array_equal(labels, before):
            return np.unique(labels, return_inverse=True)[1]
