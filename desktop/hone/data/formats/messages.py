"""Chat messages with role and content, as OpenAI's fine-tuning files have them."""

from __future__ import annotations

from typing import Any

import msgspec

from hone.data.formats.base import Fields, Format, FormatField, RowRefused, made, with_extra
from hone.data.formats.prompts import SYSTEM, system_names, with_system
from hone.data.formats.sample import Fit, Sample, has_messages
from hone.data.formats.tool_calls import TOOLS, looks_like_tools, tools_in
from hone.data.formats.turns import message_list, messages_of, style_of, turns_in
from hone.data.records import Record
from hone.domain.datasets import Example

MESSAGES_FIELD = FormatField(
    name="messages",
    label="Messages",
    aliases=("conversations", "conversation", "dialogue", "dialog", "chat", "turns"),
)
_FIELDS = (MESSAGES_FIELD, SYSTEM, TOOLS)
# Columns with messages in them that are only a part of what is said.
_PARTS = frozenset(
    {"prompt", "completion", "chosen", "rejected", "input", "output", "history", "tools"}
    | {"preferred_output", "non_preferred_output", "response", "context"}
)


def conversation_column(sample: Sample, style: str) -> tuple[str, float]:
    """Return the column with messages whose role has this key, and how telling its name is ("": none)."""
    named = sample.column(MESSAGES_FIELD)
    if named and style_of_column(sample, named) == style:
        return named, sample.exactness(MESSAGES_FIELD)
    whole = [
        name
        for name in sample.columns
        if name.strip().lower() not in _PARTS
        and sample.share(name, has_messages) >= 0.5
        and style_of_column(sample, name) == style
    ]
    return (whole[0], 0.8 / len(whole)) if whole else ("", 0.0)


def style_of_column(sample: Sample, column: str) -> str:
    """Return the key of the roles in most messages of a column, "" when it holds none."""
    lists = [found for value in sample.values(column) if (found := message_list(value))]
    styles = [style_of(found) for found in lists]
    return max(sorted(set(styles)), key=styles.count) if styles else ""


def _fits(sample: Sample) -> Fit | None:
    column, telling = conversation_column(sample, "role")
    if not column and (named := sample.column(MESSAGES_FIELD)).strip().lower() == "messages":
        # A column of that name is meant so, also where nothing in it can be used.
        column, telling = named, 1.0 if style_of_column(sample, named) != "from" else 0.0
    if not telling:
        return None
    return Fit({"messages": column, **sample.found((SYSTEM, TOOLS))}, telling)


def _read(record: Record) -> Example:
    values = record.values
    if len(values) == 1 and type(messages := values.get("messages")) is list:
        return Example(row=record.row, line=record.line, turns=tuple(turns_in(messages, "messages")))
    fields = Fields(record)
    name = fields.name_of(MESSAGES_FIELD)
    if not name:
        raise RowRefused(
            "no_messages", "'messages' is missing or null.", "Drop the row, or fill in its messages."
        )
    turns = with_system(turns_in(record.get(name), name), fields)
    tools = tools_in(fields)
    return made(record, turns, fields.rest(), tools)


def write_messages(example: Example) -> dict[str, Any]:
    """Write a dialogue as messages; of a preference the chosen reply is kept."""
    refuse_what_is_no_dialogue(example)
    row: dict[str, Any] = {"messages": messages_of(example.turns)}
    if example.tools:
        row["tools"] = msgspec.json.decode(example.tools)
    return with_extra(row, example, _FIELDS, safe_names(example))


def safe_names(example: Example) -> set[str]:
    """Return the columns that the formats of dialogues would not read beside this row."""
    safe = set(system_names(example.turns))
    for name, value in example.extra.items():
        if name.strip().lower() in TOOLS.names and not looks_like_tools(value):
            safe.add(name.strip().lower())
    return safe


def refuse_what_is_no_dialogue(example: Example) -> None:
    """Refuse raw text, which nobody says, and replies that were judged bad."""
    if not example.turns:
        raise RowRefused(
            "unfit_shape", "The row is running text, not a dialogue.", "Write it in the shape `text`."
        )
    if example.good is False:
        raise RowRefused(
            "unfit_shape", "The reply was judged bad, and is not to be learned.", "It is left out."
        )


MESSAGES = Format(
    name="messages",
    label="Chat messages (role, content)",
    shape='{"messages": [{"role": "user", "content": "..."}, {"role": "assistant", "content": "..."}]}',
    fields=_FIELDS,
    fits=_fits,
    read=_read,
    write=write_messages,
)
