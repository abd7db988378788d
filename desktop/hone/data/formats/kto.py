"""Judged replies (KTO): a dialogue, and whether its reply is good."""

from __future__ import annotations

from typing import Any

import msgspec

from hone.data.formats.base import Fields, Format, FormatField, RowRefused, made, missing, with_extra
from hone.data.formats.messages import MESSAGES_FIELD, safe_names
from hone.data.formats.prompts import INPUT, SYSTEM, holds_messages, joined, prompt_in, reply_in, with_system
from hone.data.formats.sample import Fit, Sample, has_messages
from hone.data.formats.tool_calls import TOOLS, tools_in
from hone.data.formats.turns import messages_of, turns_in
from hone.data.records import Record
from hone.domain.chat import Turn
from hone.domain.datasets import Example

_MESSAGES = FormatField(name="messages", label="Messages", required=False, aliases=MESSAGES_FIELD.aliases)
_PROMPT = FormatField(
    name="prompt", label="Prompt", required=False, aliases=("question", "instruction", "query", "input")
)
_COMPLETION = FormatField(
    name="completion", label="Reply", required=False, aliases=("answer", "response", "output", "reply")
)
_LABEL = FormatField(
    name="label",
    label="Good or not",
    aliases=("kto_tag", "rating", "is_good", "thumbs_up", "desirable", "feedback", "judgement", "preferred"),
)
_FIELDS = (_MESSAGES, _PROMPT, INPUT, _COMPLETION, _LABEL, SYSTEM, TOOLS)
_GOOD = ("true", "yes", "good", "up", "1", "1.0", "desirable", "positive", "thumbs_up")
_BAD = ("false", "no", "bad", "down", "0", "0.0", "undesirable", "negative", "thumbs_down")
_WORDS = {**dict.fromkeys(_GOOD, True), **dict.fromkeys(_BAD, False)}


def _fits(sample: Sample) -> Fit | None:
    label = sample.column(_LABEL)
    columns = sample.found(_FIELDS)
    messages = columns.get("messages", "")
    if messages and not sample.share(messages, has_messages):
        del columns["messages"]
    if columns.get("input") == columns.get("prompt"):
        columns.pop("input", None)
    has_reply = "messages" in columns or {"prompt", "completion"} <= columns.keys()
    if not label or not has_reply or not sample.share(label, lambda value: judged(value) is not None):
        return None
    telling = sample.exactness(_LABEL) * sample.exactness(_COMPLETION)
    is_plain = label.strip().lower() == "kto_tag" or sample.share(
        label, lambda value: isinstance(value, bool)
    )
    telling *= 1.0 if is_plain else _said_in_words(sample, label)
    return Fit(columns, telling)


def _said_in_words(sample: Sample, label: str) -> float:
    """How telling judgements are that are words, or numbers, which may count something else."""
    if sample.share(label, lambda value: str(value).strip().lower() in ("true", "false")) == 1.0:
        return 1.0  # as tables write them
    words = sample.share(label, lambda value: isinstance(value, str) and judged(value) is not None)
    return 0.9 if words == 1.0 else 0.7


def judged(value: object) -> bool | None:
    """Return what a judgement says, None when it is none."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return bool(value) if value in (0, 1) else None
    return _WORDS.get(value.strip().lower()) if isinstance(value, str) else None


def _read(record: Record) -> Example:
    fields = Fields(record)
    good = _judgement(fields)
    turns = with_system(_turns(fields), fields)
    tools = tools_in(fields)
    example = made(record, turns, fields.rest(), tools)
    return msgspec.structs.replace(example, good=good)


def _judgement(fields: Fields) -> bool:
    name = fields.name_of(_LABEL)
    if not name:
        raise missing(_LABEL)
    value = fields.record.get(name)
    good = judged(value)
    if good is None:
        shown = str(value)[:40]
        raise RowRefused(
            "bad_label", f"{name!r} is {shown!r}, which is neither good nor bad.", "Write true or false."
        )
    return good


def _turns(fields: Fields) -> list[Turn]:
    name, reply = fields.name_of(_PROMPT), fields.name_of(_COMPLETION)
    messages = fields.name_of(_MESSAGES)
    whole = fields.record.get(messages) if messages else ""
    # In a table, the columns of the other form are there with empty cells.
    if not (name and reply) or (whole != "" and fields.record.get(reply) == fields.record.get(name) == ""):
        if whole == "":
            raise missing(_COMPLETION if name else _PROMPT)
        return turns_in(whole, messages)
    if whole != "":
        fields.unread(messages)
    value = fields.record.get(name)
    turns = prompt_in(value, name, _PROMPT)
    is_text = name != "input" and len(turns) == 1 and not holds_messages(value)
    if is_text and (further := fields.optional_text(INPUT)):
        turns = [Turn("user", joined(turns[0].content, further))]
    return [*turns, *reply_in(fields.record.get(reply), reply, _COMPLETION)]


def _write(example: Example) -> dict[str, Any]:
    if example.good is None or not example.turns:
        raise RowRefused(
            "unfit_shape",
            "Nobody judged the row's reply as good or bad.",
            "Write it in the shape `messages`, or add a column `label` with true or false.",
        )
    safe = safe_names(example) | set(INPUT.names)
    messages = messages_of(example.turns)
    replies = [place for place, turn in enumerate(example.turns) if turn.role == "assistant"]
    row: dict[str, Any] = {"messages": messages}
    if replies and (last := replies[-1]):
        row = {"prompt": messages[:last], "completion": messages[last:]}
        safe |= set(_MESSAGES.names)
    row["label"] = example.good
    if example.tools:
        row["tools"] = msgspec.json.decode(example.tools)
    return with_extra(row, example, _FIELDS, safe)


KTO = Format(
    name="kto",
    label="Judged replies (KTO)",
    shape='{"prompt": "...", "completion": "...", "label": true}',
    fields=_FIELDS,
    fits=_fits,
    read=_read,
    write=_write,
    trainable=False,
    instead="Keep only the good replies: `hone data convert --to messages` writes them.",
)
