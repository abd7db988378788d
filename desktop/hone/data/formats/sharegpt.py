"""ShareGPT conversations: messages with from and value, tool calls and their answers among them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hone.data.formats.base import Fields, Format, FormatField, RowRefused, made, with_extra
from hone.data.formats.messages import (
    conversation_column,
    refuse_what_is_no_dialogue,
    safe_names,
)
from hone.data.formats.prompts import SYSTEM, with_system
from hone.data.formats.roles import SHAREGPT as ROLES
from hone.data.formats.sample import Fit, Sample
from hone.data.formats.tool_calls import TOOLS, as_json, bare_call, bare_tools, tools_in
from hone.data.formats.turns import MESSAGE_KEYS, more_of, settled, turns_in
from hone.data.records import Record
from hone.domain.chat import Turn
from hone.domain.datasets import Example

_CONVERSATIONS = FormatField(
    name="conversations",
    label="Conversation",
    aliases=("conversation", "messages", "dialogue", "dialog", "chat", "turns"),
)
_FIELDS = (_CONVERSATIONS, SYSTEM, TOOLS)


def _fits(sample: Sample) -> Fit | None:
    if given := sample.given.get("conversations"):
        return Fit({"conversations": given, **sample.found((SYSTEM, TOOLS))}, 1.0)
    column, telling = conversation_column(sample, "from")
    if not column:
        return None
    if column.strip().lower() == "conversations":
        telling = 1.0
    return Fit({"conversations": column, **sample.found((SYSTEM, TOOLS))}, telling)


def _read(record: Record) -> Example:
    fields = Fields(record)
    name = fields.name_of(_CONVERSATIONS)
    if not name:
        raise RowRefused("no_messages", "'conversations' is missing or null.", "Drop the row, or fill it in.")
    turns = with_system(turns_in(record.get(name), name), fields)
    tools = tools_in(fields)
    return made(record, turns, fields.rest(), tools)


def _write(example: Example) -> dict[str, Any]:
    refuse_what_is_no_dialogue(example)
    row: dict[str, Any] = {"conversations": _said(settled(example.turns))}
    if example.tools:
        row["tools"] = as_json(bare_tools(example.tools), "'tools'")
    return with_extra(row, example, _FIELDS, safe_names(example))


def _said(turns: Sequence[Turn]) -> list[dict[str, Any]]:
    """Write turns; calls become messages of their own where their answers follow in order."""
    said: list[dict[str, Any]] = []
    place = 0
    while place < len(turns):
        turn = turns[place]
        answers = _answers(turns, place) if turn.role == "assistant" and not turn.content else None
        if answers is None:
            said.append(_message(turn, more_of(turn)))
            place += 1
            continue
        calls = more_of(turn)["tool_calls"]
        more = {key: value for key, value in more_of(turn).items() if key != "tool_calls"}
        bare = [bare_call(call) for call in calls]
        value = as_json(bare if len(bare) > 1 else bare[0], "A tool call")
        said.append({"from": "function_call", "value": value, **_other(more)})
        for answer, call in zip(answers, calls, strict=False):
            said.append(_message(answer, _without_call(answer, call)))
        said += [_message(answer, more_of(answer)) for answer in answers[len(calls) :]]
        place += 1 + len(answers)
    return said


def _answers(turns: Sequence[Turn], place: int) -> list[Turn] | None:
    """Return the tools' answers after a turn with calls; None when it has none, or their order is another."""
    calls = more_of(turns[place]).get("tool_calls")
    if not calls or not all(set(call) <= {"id", "type", "function"} for call in calls):
        return None
    end = place + 1
    while end < len(turns) and turns[end].role == "tool":
        end += 1
    answers = list(turns[place + 1 : end])
    for answer, call in zip(answers, calls, strict=False):
        if more_of(answer).get("tool_call_id", call.get("id")) != call.get("id"):
            return None
    return answers


def _without_call(answer: Turn, call: dict[str, Any]) -> dict[str, Any]:
    """Return the answer's other keys, without those that say which call it answers."""
    more = more_of(answer)
    more.pop("tool_call_id", None)
    if more.get("name") == call["function"]["name"]:
        del more["name"]
    return more


def _message(turn: Turn, more: dict[str, Any]) -> dict[str, Any]:
    return {"from": ROLES.get(turn.role, turn.role), "value": turn.content, **_other(more)}


def _other(more: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in more.items() if key not in MESSAGE_KEYS}


SHAREGPT = Format(
    name="sharegpt",
    label="Conversations (from, value; ShareGPT)",
    shape='{"conversations": [{"from": "human", "value": "..."}, {"from": "gpt", "value": "..."}]}',
    fields=_FIELDS,
    fits=_fits,
    read=_read,
    write=_write,
)
