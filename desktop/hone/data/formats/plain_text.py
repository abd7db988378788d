"""Running text: every token is learned."""

from __future__ import annotations

from hone.data.formats.base import Format, text_of
from hone.data.records import Record
from hone.domain.datasets import Example


def _matches(record: Record) -> bool:
    return "text" in record.columns


def _read(record: Record) -> Example:
    return Example(row=record.row, line=record.line, text=text_of(record, "text"))


PLAIN_TEXT = Format(
    name="text",
    label="Plain text",
    shape='{"text": "..."}, or a .txt file',
    matches=_matches,
    read=_read,
)
