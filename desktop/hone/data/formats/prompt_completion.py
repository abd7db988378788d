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
from hone.data.formats.prompts import INPUT, SYSTEM, holds_messages, joined, reply_in, with_system
from hone.data.formats.sample import Fit, Sample, has_messages, is_text
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
        "inputs",
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
        "targets",
        "answers",
    ),
)
_DOCUMENT = FormatField(name="document", label="Document", aliases=("article", "text", "dialogue", "content"))
_SUMMARY = FormatField(
    name="summary", label="Summary", aliases=("highlights", "abstract", "tldr", "headline")
)
_FIELDS = (PROMPT, INPUT, COMPLETION, SYSTEM, TOOLS)
_GUESSED, _AMONG_OTHERS, _BESIDE_LABELS, _PROMPTS_ONLY = 0.5, 0.4, 0.3, 0.6
_INSIDE = 0.8  # replies that stand inside of lists or objects


def _fits(sample: Sample) -> Fit | None:
    prompt, completion = sample.column(PROMPT), sample.column(COMPLETION)
    others = sample.found((SYSTEM, TOOLS))
    further = {**_further(sample, prompt), **others}
    if prompt and completion and prompt != completion and _says(sample, prompt):
        telling = sample.exactness(PROMPT) * sample.exactness(COMPLETION)
        if not sample.share(completion, _is_reply) and (inner := sample.text_inside(completion)):
            completion, telling = inner, telling * _INSIDE
        return Fit({"prompt": prompt, "completion": completion, **further}, telling)
    if sample.given.keys() & {"prompt", "completion"} and (pair := _filled(sample, prompt, completion)):
        return Fit({**pair, **others}, 1.0)
    document, summary = sample.column(_DOCUMENT), sample.column(_SUMMARY)
    if document and summary and _says(sample, document):
        return Fit({"prompt": document, "completion": summary, **others}, 0.8)
    if prompt and not completion and _says(sample, prompt) and not sample.repeats(prompt):
        return Fit({"prompt": prompt, **further}, _PROMPTS_ONLY * sample.exactness(PROMPT))
    return _guessed(sample, others)


def _guessed(sample: Sample, others: dict[str, str]) -> Fit | None:
    """Columns whose names say nothing; labels beside two texts more likely say something of both."""
    texts, prose = (
        [name for name in names if name not in others.values()] for names in (sample.texts(), sample.prose())
    )
    if pair := _unnamed(sample, texts):
        beside = [name for name in sample.columns if name not in {*pair.values(), *others.values()}]
        labelled = any(sample.is_labels(name) and not sample.is_constant(name) for name in beside)
        return Fit({**pair, **others}, _BESIDE_LABELS if labelled else _GUESSED)
    if pair := _unnamed(sample, prose):
        return Fit({**pair, **others}, _AMONG_OTHERS)
    inside = sample.pairs_inside()
    if len(inside) == 1 and not texts and not sample.given:
        return Fit({"prompt": inside[0][0], "completion": inside[0][1], **others}, _GUESSED)
    return None


def _further(sample: Sample, prompt: str) -> dict[str, str]:
    """The column with what the prompt is about, where it holds text."""
    column = sample.column(INPUT)
    is_one = column and column != prompt and (INPUT.name in sample.given or sample.share(column, is_text) > 0)
    return {INPUT.name: column} if is_one else {}


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


def _is_reply(value: object) -> bool:
    return is_text(value) or has_messages(value) or has_messages([value])


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
    if holds_messages(value):
        turns = _context(turns_in(value, name))
    else:
        turns = [Turn("user", joined(text_in(value, name), _said_further(fields, name)))]
    turns = with_system(turns, fields)
    if name := fields.name_of(COMPLETION):
        reply = reply_in(record.get(name), name, COMPLETION)
        _refuse_others(reply, name)
        turns += reply
    tools = tools_in(fields)
    return made(record, turns, fields.rest(), tools)


def _said_further(fields: Fields, prompt: str) -> str:
    """Return what stands beside a prompt of text; a column of that name with anything else is left unread."""
    name = fields.name_of(INPUT) if prompt not in INPUT.names else ""
    value = fields.record.get(name) if name else ""
    if isinstance(value, str):
        return value
    fields.unread(name)
    return ""


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
    is_text = isinstance(row["prompt"], str)
    safe |= {
        name.strip().lower()
        for name, value in example.extra.items()
        if name.strip().lower() in INPUT.names and not (is_text and isinstance(value, str))
    }
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
