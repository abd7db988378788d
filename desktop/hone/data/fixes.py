"""What mends a row: one entry per fix that a kind of problem names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from hone.data.fixed_texts import cleaned, masked_texts, split_at_paragraphs, with_texts
from hone.data.fixed_turns import ending_with_reply, in_order
from hone.data.fixed_values import as_texts
from hone.data.formats.base import RowRefused
from hone.data.markup import without_markup
from hone.data.row_stream import StreamRow
from hone.domain.datasets import Example

Columns = dict[str, Any]


class FixTask(msgspec.Struct, frozen=True):
    """What a fix is to mend: a kind of problem; `fits` tells whether a text fits the context."""

    kind: str
    fits: Callable[[str], bool] = bool


class Fix(msgspec.Struct, frozen=True):
    """One way to mend rows. `label` names it on a button, `does` says in a sentence what becomes of a row.

    `apply` returns the rows that a row becomes, as columns of its format: none when it is left out.
    """

    name: str
    label: str
    does: str
    apply: Callable[[StreamRow, FixTask], list[Columns]]


def _dropped(row: StreamRow, task: FixTask) -> list[Columns]:
    return []


def _of_example(change: Callable[[Example, FixTask], Example | None]) -> Callable[[StreamRow, FixTask], Any]:
    """Make a fix of what changes an example."""

    def apply(row: StreamRow, task: FixTask) -> list[Columns]:
        example = change(row.example, task) if row.example is not None else None
        if example is None:
            return []
        try:
            return [row.format.write(example)]
        except RowRefused:
            return []

    return apply


def _split(row: StreamRow, task: FixTask) -> list[Columns]:
    """Cut a text into rows that fit; anything else, which cannot be cut, is left out."""
    if row.example is None or row.example.text is None:
        return []
    pieces = split_at_paragraphs(row.example.text, task.fits)
    return [row.format.write(msgspec.structs.replace(row.example, text=piece)) for piece in pieces]


def _texted(row: StreamRow, task: FixTask) -> list[Columns]:
    values = as_texts(row.format, row.values or {})
    return [values] if values is not None else []


_ALL = (
    Fix("drop", "Leave out", "The rows are left out.", _dropped),
    Fix("keep_first", "Keep the first", "The first of such rows stays, later ones are left out.", _dropped),
    Fix(
        "as_text",
        "Write as text",
        "Numbers and other values become text; rows with pictures and the like are left out.",
        _texted,
    ),
    Fix(
        "order_turns",
        "Put in order",
        "System messages go first, messages of one speaker in a row become one, and replies that answer "
        "nothing are left out.",
        _of_example(lambda example, task: in_order(example)),
    ),
    Fix(
        "end_with_reply",
        "End with a reply",
        "What follows the last reply is left out.",
        _of_example(lambda example, task: ending_with_reply(example)),
    ),
    Fix(
        "clean_characters",
        "Clean up",
        "Null characters, broken characters and characters that nobody sees are taken out.",
        _of_example(lambda example, task: cleaned(example)),
    ),
    Fix(
        "strip_markup",
        "Turn into plain text",
        "Tags are taken out, breaks and paragraphs become new lines, and &uuml; becomes ü; code stays.",
        _of_example(lambda example, task: with_texts(example, without_markup)),
    ),
    Fix(
        "mask_secrets",
        "Mask",
        "Each place is replaced by what stood there, such as “[e-mail address]”.",
        _of_example(lambda example, task: masked_texts(example, task.kind)),
    ),
    Fix(
        "split_text",
        "Split",
        "Texts become several rows that fit, cut between paragraphs where possible; conversations that are "
        "too long are left out.",
        _split,
    ),
)
FIXES: dict[str, Fix] = {fix.name: fix for fix in _ALL}
