"""Preference data (DPO, KTO): known, but not what fine-tuning on good replies needs."""

from __future__ import annotations

from hone.data.formats.base import Format, RowRefused
from hone.data.records import Record
from hone.domain.datasets import Example


def _matches(record: Record) -> bool:
    columns = record.columns
    if {"chosen", "rejected"} <= columns or "kto_tag" in columns:
        return True
    judged = record.get("label", "rating")
    return isinstance(judged, bool) and not columns.isdisjoint({"messages", "conversations", "completion"})


def _read(record: Record) -> Example:
    raise RowRefused("preference", "This row compares or judges replies.")


PREFERENCE = Format(
    name="preference",
    label="Preferences (chosen and rejected, or judged replies)",
    shape='{"prompt": "...", "chosen": "...", "rejected": "..."}',
    matches=_matches,
    read=_read,
    trainable=False,
    instead="Keep only the good replies: `hone data convert --to messages` writes them.",
)
