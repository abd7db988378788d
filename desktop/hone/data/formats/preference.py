"""Preferences (DPO): a chosen and a rejected reply to one prompt.

The prompt stands apart, or both replies begin with it, as texts, transcripts or messages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from hone.data.formats.base import Fields, Format, FormatField, RowRefused, missing, with_extra
from hone.data.formats.messages import safe_names
from hone.data.formats.prompts import (
    INPUT,
    SYSTEM,
    holds_messages,
    joined,
    prompt_in,
    reply_in,
    transcript,
    with_system,
)
from hone.data.formats.sample import Fit, Sample
from hone.data.formats.tool_calls import TOOLS, tools_in, tools_text
from hone.data.formats.turns import messages_of, turns_in
from hone.data.records import Record
from hone.domain.chat import Turn
from hone.domain.datasets import Example

_PROMPT = FormatField(
    name="prompt",
    label="Prompt",
    required=False,
    aliases=("question", "instruction", "query", "conversations", "conversation", "input", "messages"),
)
_CHOSEN = FormatField(
    name="chosen",
    label="Chosen reply",
    aliases=("preferred_output", "chosen_response", "response_chosen", "preferred", "accepted", "winner"),
)
_REJECTED = FormatField(
    name="rejected",
    label="Rejected reply",
    aliases=(
        "non_preferred_output",
        "rejected_response",
        "response_rejected",
        "dispreferred",
        "non_preferred",
        "loser",
    ),
)
_FIELDS = (_PROMPT, INPUT, _CHOSEN, _REJECTED, SYSTEM, TOOLS)
_PROMPT_ENDS = re.compile(r"\n+|(?<=[?:])\s+")


def _fits(sample: Sample) -> Fit | None:
    chosen, rejected = sample.column(_CHOSEN), sample.column(_REJECTED)
    if not chosen or not rejected:
        return None
    columns = sample.found(_FIELDS)
    if columns.get("input") == columns.get("prompt"):
        columns.pop("input", None)
    return Fit(columns, sample.exactness(_CHOSEN) * sample.exactness(_REJECTED))


def _read(record: Record) -> Example:
    fields = Fields(record)
    chosen, rejected = _replies(fields)
    own = _prompt(fields, chosen)
    extra: dict[str, Any] = {}
    tools = ""
    if isinstance(own, dict):
        own, tools, extra = _opened(own)
    prompt, chosen, rejected = _parted(own, chosen, rejected)
    prompt = with_system(prompt, fields)
    tools = tools or tools_in(fields)
    return Example(
        row=record.row,
        line=record.line,
        turns=(*prompt, *chosen),
        rejected=tuple(rejected),
        prompt_turns=len(prompt),
        tools=tools,
        extra={**extra, **fields.rest()},
    )


def _replies(fields: Fields) -> tuple[list[Turn], list[Turn]]:
    """Return both replies; transcripts and texts that hold their prompt begin with it still."""
    values = []
    for field in (_CHOSEN, _REJECTED):
        name = fields.name_of(field)
        if not name:
            raise missing(field)
        values.append((fields.record.get(name), name, field))
    if all(isinstance(value, str) and not holds_messages(value) for value, _, _ in values):
        talks = [transcript(str(value)) for value, _, _ in values]
        if all(talks):
            return talks[0], talks[1]
    chosen, rejected = (reply_in(*each) for each in values)
    return chosen, rejected


def _prompt(fields: Fields, chosen: Sequence[Turn]) -> list[Turn] | dict[str, Any] | None:
    name = fields.name_of(_PROMPT)
    if not name:
        return None
    value = fields.record.get(name)
    if isinstance(value, dict) and "messages" in value:
        return value
    if value == [] and chosen[0].role != "assistant":
        return None
    turns = prompt_in(value, name, _PROMPT)
    is_text = name != "input" and len(turns) == 1 and not holds_messages(value)
    further = fields.optional_text(INPUT) if is_text else ""
    return [Turn("user", joined(turns[0].content, further))] if further else turns


def _opened(value: dict[str, Any]) -> tuple[list[Turn], str, dict[str, Any]]:
    """Open the `input` of OpenAI's preference files: its messages, tools and whatever else it says."""
    tools = tools_text(value["tools"], "input.tools") if value.get("tools") else ""
    rest = {key: each for key, each in value.items() if key not in ("messages", "tools") and each is not None}
    return turns_in(value["messages"], "input.messages"), tools, rest


def _parted(
    own: list[Turn] | None, chosen: list[Turn], rejected: list[Turn]
) -> tuple[list[Turn], list[Turn], list[Turn]]:
    """Return the prompt and the two replies without it."""
    if own and chosen[0].role == rejected[0].role == "assistant":
        return own, chosen, rejected
    if own and (shared := _overlap(own, chosen, rejected)):
        chosen, rejected = chosen[shared:], rejected[shared:]
        if chosen[0].role == rejected[0].role == "assistant":
            return own, chosen, rejected
        raise _different()
    if chosen[0].role == "assistant" or rejected[0].role == "assistant":
        return _parted_texts(chosen, rejected)
    shared = next(
        (n for n, (one, other) in enumerate(zip(chosen, rejected, strict=False)) if one != other),
        min(len(chosen), len(rejected)),
    )
    while shared and not _are_replies(chosen[shared:], rejected[shared:]):
        shared -= 1
    if not shared:
        raise _different()
    return chosen[:shared], chosen[shared:], rejected[shared:]


def _overlap(own: list[Turn], chosen: list[Turn], rejected: list[Turn]) -> int:
    """Return how many turns at the prompt's end both replies begin with, leaving a reply in each."""
    most = min(len(own), len(chosen) - 1, len(rejected) - 1)
    fitting = (n for n in range(most, 0, -1) if own[-n:] == chosen[:n] == rejected[:n])
    return next(fitting, 0)


def _are_replies(chosen: Sequence[Turn], rejected: Sequence[Turn]) -> bool:
    return bool(chosen and rejected) and chosen[0].role == rejected[0].role == "assistant"


def _parted_texts(chosen: list[Turn], rejected: list[Turn]) -> tuple[list[Turn], list[Turn], list[Turn]]:
    """Find the prompt that two texts begin with: up to the last line, question or colon that they share."""
    if len(chosen) == len(rejected) == 1 and not chosen[0].more and not rejected[0].more:
        one, other = chosen[0].content, rejected[0].content
        ends = [mark.end() for mark in _PROMPT_ENDS.finditer(one[: _shared(one, other)])]
        ends = [end for end in ends if one[:end].strip() and one[end:].strip() and other[end:].strip()]
        if ends:
            prompt = Turn("user", one[: ends[-1]].strip())
            return [prompt], [Turn("assistant", one[ends[-1] :])], [Turn("assistant", other[ends[-1] :])]
    raise RowRefused(
        "missing_field",
        "'prompt' is missing, and 'chosen' and 'rejected' do not begin with the same messages or lines.",
        "Say which column holds the prompt, or drop the row.",
    )


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _different() -> RowRefused:
    return RowRefused(
        "different_prompts",
        "'chosen' and 'rejected' do not answer the same prompt, or one of them has no reply after it.",
        "Drop the row.",
    )


def _write(example: Example) -> dict[str, Any]:
    if not example.rejected or not 0 < example.prompt_turns < len(example.turns):
        raise RowRefused(
            "unfit_shape",
            "The row has no rejected reply beside the good one.",
            "Preferences need two replies to each prompt; write the row in the shape `messages`.",
        )
    row: dict[str, Any] = {
        "prompt": messages_of(example.turns[: example.prompt_turns]),
        "chosen": messages_of(example.turns[example.prompt_turns :]),
        "rejected": messages_of(example.rejected),
    }
    if example.tools:
        row["tools"] = msgspec.json.decode(example.tools)
    # Beside a prompt of messages no further input is read.
    return with_extra(row, example, _FIELDS, safe_names(example) | set(INPUT.names))


PREFERENCE = Format(
    name="preference",
    label="Preferences (chosen and rejected)",
    shape='{"prompt": "...", "chosen": "...", "rejected": "..."}',
    fields=_FIELDS,
    fits=_fits,
    read=_read,
    write=_write,
    trainable=False,
    instead="Keep only the chosen replies: `hone data convert --to messages` writes them.",
)
