"""Conversations and messages as rows of the database, and back."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from typing import Any, TypeVar

import msgspec

from hone.domain.chat import Attachment, Conversation, Message, Origin, ToolCall, ToolResult, Usage
from hone.domain.sampling import Sampling
from hone.domain.setup import Setup

T = TypeVar("T")

CONVERSATION = ", ".join(Conversation.__struct_fields__)


def values_of(record: Conversation | Message) -> dict[str, Any]:
    """Return the columns of a record: structs as JSON, times as text."""
    values: dict[str, Any] = {}
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if isinstance(value, msgspec.Struct | tuple):
            value = msgspec.json.encode(value).decode()
        elif isinstance(value, datetime):
            value = time_text(value)
        values[name] = value
    return values


def insert(connection: sqlite3.Connection, table: str, values: dict[str, Any]) -> None:
    """Add a row."""
    marks = ", ".join("?" for _ in values)
    connection.execute(
        f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})",
        list(values.values()),
    )


def conversation_of(row: sqlite3.Row) -> Conversation:
    """Read a row of `conversations`."""
    values = dict(row)
    values["sampling"] = _struct(row["sampling"], Sampling) or Sampling()
    values["setup"] = _struct(row["setup"], Setup) or Setup()
    values["tags"] = _struct(row["tags"], tuple[str, ...]) or ()
    values["pinned"] = bool(row["pinned"])
    return msgspec.convert(values, Conversation)


def message_of(row: sqlite3.Row) -> Message:
    """Read a row of `messages`."""
    values = dict(row)
    values["origin"] = _struct(row["origin"], Origin)
    values["usage"] = _struct(row["usage"], Usage)
    values["tool_calls"] = _struct(row["tool_calls"], tuple[ToolCall, ...]) or ()
    values["attachments"] = _struct(row["attachments"], tuple[Attachment, ...]) or ()
    values["tool"] = _struct(row["tool"], ToolResult)
    return msgspec.convert(values, Message)


def time_text(moment: datetime) -> str:
    """Write a time so that text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _struct(text: str | None, kind: type[T]) -> T | None:
    """Read a struct; None when a newer Hone or a salvaged file holds what this one cannot read.

    The message itself must stay readable, whatever is written beside it.
    """
    if text is None:
        return None
    try:
        return msgspec.json.decode(text, type=kind)
    except msgspec.MsgspecError:
        return None
