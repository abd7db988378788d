"""The shapes of rows that Hone knows, and telling them by looking at the first rows."""

from __future__ import annotations

from collections.abc import Sequence

from hone.data.formats.alpaca import ALPACA
from hone.data.formats.base import Format
from hone.data.formats.choosing import OLD_NAMES, Chosen, choose, looks_like
from hone.data.formats.classification import CLASSIFICATION
from hone.data.formats.kto import KTO
from hone.data.formats.messages import MESSAGES
from hone.data.formats.preference import PREFERENCE
from hone.data.formats.prompt_completion import PROMPT_COMPLETION
from hone.data.formats.sharegpt import SHAREGPT
from hone.data.formats.text import TEXT
from hone.data.records import Record
from hone.domain.datasets import Reading
from hone.errors import BadInput

FORMATS: tuple[Format, ...] = (
    MESSAGES,
    SHAREGPT,
    ALPACA,
    PROMPT_COMPLETION,
    PREFERENCE,
    KTO,
    CLASSIFICATION,
    TEXT,
)


def known_format(name: str) -> Format | None:
    """Return a format by its name, older names included; None for any other."""
    name = OLD_NAMES.get(name, name)
    return next((known for known in FORMATS if known.name == name), None)


def format_named(name: str) -> Format:
    """Return a format by its name, older names included; BadInput naming the known ones for any other."""
    known = known_format(name)
    if known is None:
        names = ", ".join(each.name for each in FORMATS)
        raise BadInput(f"There is no shape {name!r}.", hint=f"Known: {names}.")
    return known


def find_formats(reading: Reading, sample: Sequence[Record], file_name: str) -> Chosen:
    """Tell the format of sampled records; a format or columns given by `reading` are used as they are.

    Raises BadInput naming the columns when nothing fits.
    """
    return choose(FORMATS, reading, sample, file_name)


def other_shape(record: Record, name: str) -> Format | None:
    """Return the format that a record looks like, when it is not the one called `name`."""
    return looks_like(FORMATS, record, name)
