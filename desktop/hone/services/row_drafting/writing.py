"""Drafts as rows of a data set: in the columns of its shape, each marked as synthetic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from hone.data.formats import format_named
from hone.data.formats.base import Format, RowRefused
from hone.domain.data_changes import AddRows
from hone.domain.dataset_library import DataSet
from hone.domain.datasets import Example, Shape
from hone.domain.row_drafts import SYNTHETIC, DraftRow
from hone.errors import BadInput

_ELSEWHERE = "Make a new data set of the accepted rows instead."
_UNFIT = {
    Shape.PREFERENCE: "its rows need a rejected reply beside the good one",
    Shape.TEXT: "its rows are plain text without a prompt and a reply",
}


class _Marks(msgspec.Struct):
    id: str = ""


class _Marked(msgspec.Struct):
    synthetic: _Marks = msgspec.field(default_factory=_Marks)


_MARKED = msgspec.json.Decoder(_Marked)


def contents_in(shape: str, drafts: Sequence[DraftRow]) -> tuple[str, ...]:
    """Return drafts as JSON in the columns of a shape; raises BadInput for a shape that cannot hold them."""
    if shape in _UNFIT:
        raise BadInput(
            f"Drafted rows cannot be added to this data set: {_UNFIT[Shape(shape)]}.", hint=_ELSEWHERE
        )
    known = format_named(shape)
    return tuple(_content(known, draft) for draft in drafts)


def drafts_in(data_set: DataSet) -> frozenset[str]:
    """Return the ids of the drafts that were added on the way to the version in use."""
    found: set[str] = set()
    by_number = {version.number: version for version in data_set.versions}
    version = by_number.get(data_set.current)
    while version is not None:
        for change in version.changes:
            if isinstance(change, AddRows):
                found.update(_ids_in(change.contents))
        version = by_number.get(version.parent)
    return frozenset(found)


def _ids_in(contents: Iterable[str]) -> Iterable[str]:
    for content in contents:
        if SYNTHETIC in content:
            try:
                yield _MARKED.decode(content).synthetic.id
            except msgspec.MsgspecError:
                continue  # a column of the person's own that has this name


def _content(known: Format, draft: DraftRow) -> str:
    assert known.write is not None
    turns = draft.turns
    example = Example(
        row=1,
        turns=turns,
        good=True if known.name == Shape.KTO else None,
        category=turns[-1].content if known.name == Shape.CLASSIFICATION and turns else None,
        extra={SYNTHETIC: draft.marked},
    )
    try:
        row = {**known.write(example), SYNTHETIC: draft.marked}
    except RowRefused as refused:
        raise BadInput(
            f"The draft “{draft.prompt[:60]}” cannot be written as {known.label}. {refused.message}",
            hint=refused.hint or _ELSEWHERE,
        ) from refused
    return msgspec.json.encode(row).decode()
