"""Pairs: a prompt and its completion, a question and its answer, under whatever names.

Only the completion is learned: replies in a prompt that is a list of messages have the weight 0. A prompt
without a completion is read, and has no reply.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from hone.data.formats.base import Fields, Format, FormatField, RowRefused, made, missing, text_in, with_extra
from hone.data.formats.messages import refuse_what_is_no_dialogue, safe_names
from hone.data.formats.prompts import SYSTEM, holds_messages, reply_in, with_system
from hone.data.formats.sample import Fit, Sample, is_text
from hone.data.formats.text import TEXT_FIELD
from hone.data.formats.tool_calls import TOOLS, tools_in
from hone.data.formats.turns import (
    is_plain,
    messages_of,
    more_of,
    settled,
    turns_in,
    weight_of,
    with_more,
)
from hone.data.records import Record
from hone.domain.chat import Turn
from hone.domain.datasets import Example

PROMPT = FormatField(
    name="prompt",
    label="Prompt",
    aliases=(
        "question",
        "query",
        "input",
        "instruction",
        "source",
        "user",
        "human",
        "src",
        "problem",
        "q",
        "user_input",
        "input_text",
        "user_prompt",
    ),
)
COMPLETION = FormatField(
    name="completion",
    label="Reply",
    aliases=(
        "answer",
        "response",
        "output",
        "reply",
        "target",
        "assistant",
        "solution",
        "tgt",
        "a",
        "gpt",
        "canonical_solution",
        "generated_text",
        "model_output",
        "output_text",
        "target_text",
        "summary",
    ),
)
_DOCUMENT = FormatField(name="document", label="Document", aliases=("article", "text", "dialogue", "content"))
_SUMMARY = FormatField(
    name="summary", label="Summary", aliases=("highlights", "abstract", "tldr", "headline")
)
_FIELDS = (PROMPT, COMPLETION, SYSTEM, TOOLS)
_GUESSED, _AMONG_OTHERS, _PROMPTS_ONLY = 0.5, 0.4, 0.6


def _fits(sample: Sample) -> Fit | None:
    prompt, completion = sample.column(PROMPT), sample.column(COMPLETION)
    others = sample.found((SYSTEM, TOOLS))
    if prompt and completion and prompt != completion and _says(sample, prompt):
        telling = sample.exactness(PROMPT) * sample.exactness(COMPLETION)
        return Fit({"prompt": prompt, "completion": completion, **others}, telling)
    if sample.given.keys() & {"prompt", "completion"} and (pair := _filled(sample, prompt, completion)):
        return Fit({**pair, **others}, 1.0)
    document, summary = sample.column(_DOCUMENT), sample.column(_SUMMARY)
    if document and summary and _says(sample, document):
        return Fit({"prompt": document, "completion": summary, **others}, 0.8)
    if prompt and not completion and _says(sample, prompt):
        return Fit({"prompt": prompt, **others}, _PROMPTS_ONLY * sample.exactness(PROMPT))
    if pair := _unnamed(sample, sample.texts()):
        return Fit({**pair, **others}, _GUESSED)
    if pair := _unnamed(sample, sample.prose()):
        return Fit({**pair, **others}, _AMONG_OTHERS)
    return None


def _filled(sample: Sample, prompt: str, completion: str) -> dict[str, str]:
    """What a person gave, with the only other column of text for what was not given."""
    others = sample.texts()
    if not completion and len(others) == 1:
        completion = others[0]
    if not prompt and len(others) == 1:
        prompt = others[0]
    return {name: column for name, column in (("prompt", prompt), ("completion", completion)) if column}


def _unnamed(sample: Sample, texts: Sequence[str]) -> dict[str, str]:
    """Two columns of text whose names say nothing: the first is the prompt, unless the other one asks."""
    if len(texts) != 2 or sample.given or sample.column(TEXT_FIELD):
        return {}
    asks = [sample.share(name, lambda value: str(value).rstrip().endswith(("?", "？"))) for name in texts]
    prompt, completion = reversed(texts) if asks[1] > asks[0] + 0.5 else texts
    return {"prompt": prompt, "completion": completion}


def _says(sample: Sample, column: str) -> bool:
    """Whether a column holds texts or messages, or nothing at all."""
    values = sample.values(column)
    return not values or sample.share(column, lambda value: is_text(value) or holds_messages(value)) > 0


def _read(record: Record) -> Example:
    fields = Fields(record)
    name = fields.name_of(PROMPT)
    if not name:
        raise missing(PROMPT)
    value = record.get(name)
    turns = _context(turns_in(value, name)) if holds_messages(value) else [Turn("user", text_in(value, name))]
    turns = with_system(turns, fields)
    if name := fields.name_of(COMPLETION):
        reply = reply_in(record.get(name), name, COMPLETION)
        _refuse_others(reply, name)
        turns += reply
    tools = tools_in(fields)
    return made(record, turns, fields.rest(), tools)


def _context(turns: Sequence[Turn]) -> list[Turn]:
    """Take the replies of a prompt out of what is learned."""
    return [
        with_more(turn, {**more_of(turn), "weight": 0}) if turn.role == "assistant" else turn
        for turn in turns
    ]


def _refuse_others(reply: Sequence[Turn], name: str) -> None:
    place = next((n for n, t in enumerate(reply, 1) if t.role not in ("assistant", "tool")), 0)
    if place:
        raise RowRefused(
            "roles_out_of_order",
            f"Message {place} of {name!r} is said by the {reply[place - 1].role}, and would be learned.",
            "Put the whole dialogue into one column `messages`.",
        )


def _write(example: Example) -> dict[str, Any]:
    refuse_what_is_no_dialogue(example)
    turns = settled(example.turns)
    split = next(
        (n for n, turn in enumerate(turns) if turn.role == "assistant" and weight_of(turn) != 0), len(turns)
    )
    prompt, reply = turns[:split], turns[split:]
    if not prompt or any(turn.role not in ("assistant", "tool") for turn in reply):
        raise RowRefused(
            "unfit_shape",
            "A prompt and its reply cannot hold a dialogue with several replies to learn."
            if prompt
            else "The row begins with a reply, so there is no prompt.",
            "Write it in the shape `messages`.",
        )
    row = _as_text(prompt, reply) if not example.tools else None
    if row is None:
        row = {"prompt": messages_of([_without_weight(turn) for turn in prompt])}
        if reply:
            row["completion"] = messages_of(reply)
    if example.tools:
        row["tools"] = msgspec.json.decode(example.tools)
    safe = safe_names(example) if "system" not in row else set()
    return with_extra(row, example, _FIELDS, safe)


def _as_text(prompt: Sequence[Turn], reply: Sequence[Turn]) -> dict[str, Any] | None:
    """Write a pair of plain texts; None when it takes messages to say it."""
    first = prompt[0]
    has_system = len(prompt) == 2 and is_plain(first, "system") and bool(first.content.strip())
    asked = prompt[-1]
    if len(prompt) > 1 + has_system or not is_plain(asked, "user") or holds_messages(asked.content):
        return None
    if len(reply) > 1 or any(not is_plain(turn, "assistant") for turn in reply):
        return None
    if reply and holds_messages(reply[0].content):
        return None
    row: dict[str, Any] = {"prompt": asked.content}
    if reply:
        row["completion"] = reply[0].content
    if has_system:
        row["system"] = first.content
    return row


def _without_weight(turn: Turn) -> Turn:
    if turn.role != "assistant":
        return turn
    return with_more(turn, {key: value for key, value in more_of(turn).items() if key != "weight"})


PROMPT_COMPLETION = Format(
    name="prompt_completion",
    label="Prompt and reply",
    shape='{"prompt": "...", "completion": "..."}, also question/answer, input/output',
    fields=_FIELDS,
    fits=_fits,
    read=_read,
    write=_write,
)
