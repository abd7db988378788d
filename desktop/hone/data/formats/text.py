"""Running text: every token is learned."""

from __future__ import annotations

from typing import Any

from hone.data.formats.base import Fields, Format, FormatField, RowRefused, with_extra
from hone.data.formats.sample import Fit, Sample, is_text
from hone.data.formats.turns import settled
from hone.data.records import Record
from hone.domain.datasets import Example

TEXT_FIELD = FormatField(
    name="text",
    label="Text",
    aliases=("content", "document", "markdown", "body", "passage", "article", "raw_content", "page_content"),
)
_ROLES = ("role", "from", "speaker")
_SPEAKERS = {"system": "System", "user": "Human", "assistant": "Assistant"}


def _fits(sample: Sample) -> Fit | None:
    column = sample.column(TEXT_FIELD)
    named = column.strip().lower() == "text" or "text" in sample.given
    if not column or not (named or sample.share(column, is_text)):
        return None
    telling = 1.0 if named else 0.65
    if "text" not in sample.given:
        telling *= _alone(sample, column)
    return Fit({"text": column}, telling)


def _alone(sample: Sample, column: str) -> float:
    """How sure a text is all of its row: less where it is one message of a dialogue, or has an equal."""
    if any(name.strip().lower() in _ROLES and sample.repeats(name) for name in sample.columns):
        return 0.5
    others = (name for name in sample.texts() if name != column and not sample.is_labels(name))
    return 0.7 if any(2 * sample.length(name) > sample.length(column) for name in others) else 1.0


def _read(record: Record) -> Example:
    fields = Fields(record)
    text = fields.text(TEXT_FIELD)
    return Example(row=record.row, line=record.line, text=text, extra=fields.rest())


def _write(example: Example) -> dict[str, Any]:
    text = example.text if example.text is not None else _as_text(example)
    return with_extra({"text": text}, example, (TEXT_FIELD,))


def _as_text(example: Example) -> str:
    """Write a dialogue of plain words as a transcript."""
    if example.good is False:
        raise RowRefused("unfit_shape", "The reply was judged bad, not to be learned.", "It is left out.")
    turns = settled(example.turns)
    if not turns or example.tools or any(turn.more or turn.role not in _SPEAKERS for turn in turns):
        raise RowRefused(
            "unfit_shape",
            "The row has tools or other marks of a dialogue that running text cannot hold.",
            "Write it in the shape `messages`.",
        )
    return "\n\n".join(f"{_SPEAKERS[turn.role]}: {turn.content}" for turn in turns)


TEXT = Format(
    name="text",
    label="Plain text",
    shape='{"text": "..."}, or a .txt file',
    fields=(TEXT_FIELD,),
    fits=_fits,
    read=_read,
    write=_write,
)
