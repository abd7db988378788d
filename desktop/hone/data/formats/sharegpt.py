"""ShareGPT conversations: messages with from and value."""

from __future__ import annotations

from hone.data.formats.base import Format, dialogue, optional_text
from hone.data.formats.messages import turns_of
from hone.data.records import Record
from hone.domain.chat import Turn
from hone.domain.datasets import Example

_COLUMNS = ("conversations", "conversation")


def _matches(record: Record) -> bool:
    value = record.get(*_COLUMNS)
    if not isinstance(value, list):
        return False
    return not value or not isinstance(value[0], dict) or "from" in value[0]


def _read(record: Record) -> Example:
    turns = turns_of(record.get(*_COLUMNS), "conversations", "from", "value")
    system = optional_text(record, "system", "system_prompt")
    if system.strip() and turns[0].role != "system":
        turns.insert(0, Turn("system", system))
    return dialogue(record, turns)


SHAREGPT = Format(
    name="sharegpt",
    label="Conversations (from, value; ShareGPT)",
    shape='{"conversations": [{"from": "human", "value": "..."}, {"from": "gpt", "value": "..."}]}',
    matches=_matches,
    read=_read,
)
