"""Alpaca rows: an instruction, perhaps an input, and the output."""

from __future__ import annotations

from hone.data.formats.base import Format, RowRefused, dialogue, optional_text, text_of
from hone.data.records import Record
from hone.domain.chat import Turn
from hone.domain.datasets import Example

_OUTPUTS = ("output", "response", "completion", "answer")


def _matches(record: Record) -> bool:
    return "instruction" in record.columns and not record.columns.isdisjoint(_OUTPUTS)


def _read(record: Record) -> Example:
    turns: list[Turn] = []
    if system := optional_text(record, "system", "system_prompt"):
        turns.append(Turn("system", system))
    turns += _history(record.get("history"))
    question = "\n\n".join(
        part for part in (text_of(record, "instruction"), optional_text(record, "input")) if part.strip()
    )
    turns += [Turn("user", question), Turn("assistant", text_of(record, *_OUTPUTS))]
    return dialogue(record, turns)


def _history(value: object) -> list[Turn]:
    """Earlier questions and answers, as pairs."""
    turns: list[Turn] = []
    for pair in value if isinstance(value, list) else []:
        match pair:
            case [str(question), str(answer)]:
                turns += [Turn("user", question), Turn("assistant", answer)]
            case _:
                raise RowRefused("bad_history", "'history' is not a list of pairs of texts.")
    return turns


ALPACA = Format(
    name="alpaca",
    label="Instruction, input, output (Alpaca)",
    shape='{"instruction": "...", "input": "...", "output": "..."}',
    matches=_matches,
    read=_read,
)
