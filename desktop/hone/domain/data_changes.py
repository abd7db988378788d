"""What can be done to the rows of a data set, as values that a version remembers."""

from __future__ import annotations

from pathlib import Path

import msgspec

from hone.domain.datasets import Reading


class Change(msgspec.Struct, frozen=True, kw_only=True, tag_field="do"):
    """Base of the changes. Row numbers count from 1 in the version that the change is made to."""


class DropRows(Change, frozen=True, tag="drop"):
    """Leave rows out."""

    rows: tuple[int, ...]


class ReplaceRow(Change, frozen=True, tag="replace"):
    """Put another content, JSON in the format's columns, in the place of a row."""

    row: int
    content: str


class AddRows(Change, frozen=True, tag="add"):
    """Add rows at the end; each is JSON in the format's columns."""

    contents: tuple[str, ...]


class AppendRows(Change, frozen=True, tag="append"):
    """Add the rows of another file at the end, those after its row number `after`.

    `of` says in words where they are from, when the file is only a carrier.
    """

    path: Path
    reading: Reading = Reading()
    after: int = 0
    of: str = ""


class ApplyFix(Change, frozen=True, tag="fix"):
    """Mend every row that has a problem of this kind, with its fix; `rows` limits it to some of them.

    `against` are files whose rows must not be here, for the kinds about held-out rows and suites. Rows that
    are longer than the context are told by `model`, a folder with its tokenizer, and `context_length`.
    """

    kind: str
    rows: tuple[int, ...] = ()
    against: tuple[Path, ...] = ()
    model: Path | None = None
    context_length: int = 0


class DataFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Which rows; all that is given must hold. Lengths count characters of everything said.

    `contains` and `lacks` ignore case; `pattern` is a regular expression, tried with a time limit. `label`
    is a category or "true"/"false" of a judgement; `column` with `value` looks at a column as text.
    """

    contains: str = ""
    lacks: str = ""
    pattern: str = ""
    least_characters: int = 0
    most_characters: int = 0
    least_turns: int = 0
    most_turns: int = 0
    label: str = ""
    language: str = ""
    column: str = ""
    value: str = ""


class KeepMatching(Change, frozen=True, tag="filter"):
    """Keep the rows that match."""

    filter: DataFilter


class Sample(Change, frozen=True, tag="sample"):
    """Keep `count` rows, drawn by their content and the seed, in their order."""

    count: int
    seed: int = 0


class MixPart(msgspec.Struct, frozen=True, kw_only=True):
    """One of several data sets that are mixed: its file and its weight among them."""

    path: Path
    reading: Reading = Reading()
    weight: float = 1.0
    name: str = ""


class Mix(Change, frozen=True, tag="mix"):
    """Take rows of several sets by weight, shuffled by the seed; `rows` 0: until the first set is used up.

    No row is taken twice.
    """

    sources: tuple[MixPart, ...]
    rows: int = 0
    seed: int = 0


class SplitRule(msgspec.Struct, frozen=True, kw_only=True):
    """How rows are set apart. `by` is "row", "group" or "time"; `column` names the group's or time's column.

    With "time" the latest rows are held out. Rows that say the same, and rows of one group, stay together.
    """

    share: float = 0.1
    by: str = "row"
    column: str = ""
    seed: int = 0


class KeepPart(Change, frozen=True, tag="part"):
    """Keep one side of a split."""

    split: SplitRule
    held_out: bool = False


AnyChange = DropRows | ReplaceRow | AddRows | AppendRows | ApplyFix | KeepMatching | Sample | Mix | KeepPart
