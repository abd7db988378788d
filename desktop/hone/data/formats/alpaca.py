"""Alpaca rows: an instruction, perhaps an input, and the output."""

from __future__ import annotations

from typing import Any

import msgspec

from hone.data.formats.base import Fields, Format, FormatField, RowRefused, made, with_extra
from hone.data.formats.messages import refuse_what_is_no_dialogue, safe_names
from hone.data.formats.prompts import INPUT, SYSTEM, joined
from hone.data.formats.sample import Fit, Sample, is_text
from hone.data.formats.tool_calls import TOOLS, parsed, tools_in
from hone.data.formats.turns import is_plain
from hone.data.records import Record
from hone.domain.chat import Turn
from hone.domain.datasets import Example

_INSTRUCTION = FormatField(name="instruction", label="Instruction", aliases=("instructions",))
_OUTPUT = FormatField(
    name="output", label="Output", aliases=("response", "completion", "answer", "target", "outputs")
)
_HISTORY = FormatField(name="history", label="Earlier questions and answers", required=False)
_FIELDS = (_INSTRUCTION, INPUT, _OUTPUT, SYSTEM, _HISTORY, TOOLS)


def _fits(sample: Sample) -> Fit | None:
    instruction, output = sample.column(_INSTRUCTION), sample.column(_OUTPUT)
    if not instruction or not output or not sample.share(instruction, is_text):
        return None
    telling = sample.exactness(_INSTRUCTION) * sample.exactness(_OUTPUT)
    return Fit(sample.found(_FIELDS), telling)


def _read(record: Record) -> Example:
    fields = Fields(record)
    question = joined(fields.text(_INSTRUCTION), fields.optional_text(INPUT))
    reply = fields.text(_OUTPUT)
    system = fields.optional_text(SYSTEM)
    turns = [Turn("system", system)] if system.strip() else []
    turns += _history(fields.value(_HISTORY))
    turns += [Turn("user", question), Turn("assistant", reply)]
    tools = tools_in(fields)
    return made(record, turns, fields.rest(), tools)


def _history(value: object) -> list[Turn]:
    """Earlier questions and answers, as pairs, also as JSON text."""
    pairs = (parsed(value) if value.strip() else []) if isinstance(value, str) else value
    if pairs is not None and not isinstance(pairs, list):
        raise _bad_history()
    turns: list[Turn] = []
    for pair in pairs or []:
        match pair:
            case [str(question), str(answer)]:
                turns += [Turn("user", question), Turn("assistant", answer)]
            case _:
                raise _bad_history()
    return turns


def _bad_history() -> RowRefused:
    return RowRefused(
        "bad_history",
        "'history' is not a list of pairs of texts.",
        'Write it as [["question", "answer"], ...], or empty it.',
    )


def _write(example: Example) -> dict[str, Any]:
    refuse_what_is_no_dialogue(example)
    turns = list(example.turns)
    system = turns.pop(0).content if is_plain(turns[0], "system") and turns[0].content.strip() else ""
    for place, turn in enumerate(turns):
        if not is_plain(turn, "assistant" if place % 2 else "user"):
            raise RowRefused(
                "unfit_shape",
                f"Message {place + 1 + bool(system)} ({turn.role}) does not fit: Alpaca rows "
                "have questions and answers in turn, of nothing but text.",
                "Write it in the shape `messages`.",
            )
    if not turns or len(turns) % 2:
        raise RowRefused("unfit_shape", "The row does not end with a reply.", "Write it as `messages`.")
    said = [turn.content for turn in turns]
    row: dict[str, Any] = {"instruction": said[-2], "input": "", "output": said[-1]}
    if system:
        row["system"] = system
    if pairs := [list(pair) for pair in zip(said[:-2:2], said[1:-2:2], strict=True)]:
        row["history"] = pairs
    if example.tools:
        row["tools"] = msgspec.json.decode(example.tools)
    return with_extra(row, example, _FIELDS, safe_names(example).difference(SYSTEM.names))


ALPACA = Format(
    name="alpaca",
    label="Instruction, input, output (Alpaca)",
    shape='{"instruction": "...", "input": "...", "output": "..."}',
    fields=_FIELDS,
    fits=_fits,
    read=_read,
    write=_write,
)
