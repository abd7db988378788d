"""The shapes of rows that Hone knows, and telling them by looking at the first rows."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hone.data.formats.alpaca import ALPACA
from hone.data.formats.base import Format
from hone.data.formats.openai_messages import OPENAI_MESSAGES
from hone.data.formats.plain_text import PLAIN_TEXT
from hone.data.formats.preference import PREFERENCE
from hone.data.formats.prompt_completion import PROMPT_COMPLETION, PROMPTS
from hone.data.formats.sharegpt import SHAREGPT
from hone.data.records import Record
from hone.domain.datasets import Guess, Reading
from hone.domain.fields import unknown_key
from hone.errors import BadInput

FORMATS: tuple[Format, ...] = (
    PREFERENCE,
    OPENAI_MESSAGES,
    SHAREGPT,
    ALPACA,
    PROMPT_COMPLETION,
    PLAIN_TEXT,
)


_OLD_NAMES = {"openai_messages": "messages", "plain_text": "text"}


class Chosen(msgspec.Struct, frozen=True):
    """The format that is used, the columns of its fields, and all that fit, best first."""

    format: Format
    columns: dict[str, str]
    guesses: tuple[Guess, ...]


def find_formats(reading: Reading, sample: Sequence[Record], file_name: str) -> Chosen:
    """Tell the format of sampled records; a format or columns given by `reading` are used as they are.

    Raises BadInput naming the columns when nothing fits.
    """
    name = _OLD_NAMES.get(reading.format, reading.format)
    if name and name not in {known.name for known in FORMATS}:
        raise unknown_key(name, [known.name for known in FORMATS], "the data formats")
    counts = {known.name: sum(known.matches(record) for record in sample) for known in FORMATS}
    fitting = [known for known in FORMATS if counts[known.name]]
    fitting.sort(key=lambda known: -counts[known.name])
    if name:
        chosen = next(known for known in FORMATS if known.name == name)
        fitting = [chosen, *(known for known in fitting if known is not chosen)]
    if not fitting:
        raise _nothing_fits(sample, file_name)
    guesses = tuple(Guess(shape=known.name, confidence=counts[known.name] / len(sample)) for known in fitting)
    return Chosen(fitting[0], dict(reading.columns), guesses)


def _nothing_fits(sample: Sequence[Record], file_name: str) -> BadInput:
    columns = list(dict.fromkeys(name for record in sample for name in record.values))
    shown = ", ".join(repr(name[:40]) for name in columns[:12]) + (", ..." if len(columns) > 12 else "")
    shapes = "; ".join(known.shape for known in FORMATS)
    if any(name in record.columns for record in sample for name in PROMPTS):
        problem = f"{file_name} has prompts but no column with replies (found: {shown})."
    else:
        problem = f"The columns of {file_name} fit no known format (found: {shown})."
    return BadInput(
        problem,
        hint=f"Rename the columns to one of these shapes: {shapes}. "
        "A table needs its column names in the first line.",
    )
