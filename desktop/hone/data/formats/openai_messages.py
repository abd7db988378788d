"""Chat messages with role and content, as OpenAI's fine-tuning files have them."""

from __future__ import annotations

from hone.data.formats.base import Format, dialogue
from hone.data.formats.messages import turns_of
from hone.data.records import Record
from hone.domain.datasets import Example


def _matches(record: Record) -> bool:
    if "messages" in record.columns:
        return True
    first = _first(record.get("conversations", "conversation"))
    return isinstance(first, dict) and "role" in first


def _read(record: Record) -> Example:
    value = record.get("messages", "conversations", "conversation")
    return dialogue(record, turns_of(value, "messages", "role", "content"))


def _first(value: object) -> object:
    return value[0] if isinstance(value, list) and value else None


OPENAI_MESSAGES = Format(
    name="messages",
    label="Chat messages (role, content)",
    shape='{"messages": [{"role": "user", "content": "..."}, {"role": "assistant", "content": "..."}]}',
    matches=_matches,
    read=_read,
)
