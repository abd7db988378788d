"""Whether the first row of a table names its columns.

Taking a row for names loses it, and taking names for a row trains on them. So a row is taken for names
unless there is evidence against it, and doubt is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

import msgspec

from hone.data.records import remark
from hone.domain.datasets import Problem
from hone.errors import BadInput

_USUAL_NAMES = (
    "prompt completion question answer query response instruction input output text content message messages"
    " conversations conversation system user assistant chosen rejected label labels category class intent"
    " target source title context id idx index score rating role from value name language lang split topic"
    " tag tags date time author url type kind reply request reference summary document passage tools history"
    " good bad thumbs feedback human bot gpt model"
)
_KNOWN = frozenset(_USUAL_NAMES.split())
_NUMBER = re.compile(r"[-+]?[\d.,' ]*\d[\d.,]*(e[-+]?\d+)?%?", re.IGNORECASE)
_DATED = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T].*)?")
_ADDRESS = re.compile(r"https?://\S+|\S+@\S+\.\w+")
_NAME_LIKE = re.compile(r"[^\W\d]\w*([ _.\-/]\w+){0,2}")


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """The columns of a table; `first_is_data` when they are named by number, and a note where it is told."""

    names: tuple[str, ...]
    first_is_data: bool = False
    notes: tuple[Problem, ...] = ()


def tell_header(file_name: str, rows: Sequence[Sequence[str]]) -> Header:
    """Return the columns by the first rows of a table, the first of which may be the header.

    Raises BadInput when two columns have the same name.
    """
    first = [cell.strip() for cell in rows[0]]
    below = [row for row in rows[1:] if len(row) == len(first)]
    if _is_data(first, below):
        return Header(
            names=tuple(f"column {place}" for place in range(1, len(first) + 1)),
            first_is_data=True,
            notes=(_no_header(first),),
        )
    names = [cell or f"column {place}" for place, cell in enumerate(first, start=1)]
    twice = [name for name, count in Counter(name.lower() for name in names).items() if count > 1]
    if twice:
        raise BadInput(
            f"{file_name} has two columns named {twice[0]!r}.",
            hint="Give every column its own name in the first line.",
        )
    doubtful = not _is_certain(first, below)
    return Header(names=tuple(names), notes=(_doubt(names),) if doubtful else ())


def _is_data(first: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether there is evidence that the first row is a row like the others."""
    if any(cell.lower() in _KNOWN for cell in first) or not any(first) or _counts_up(first):
        return False
    if any(_is_value(cell) for cell in first):
        return True
    columns = [[row[place].strip() for row in below] for place in range(len(first))]
    again = [bool(cell) and cell in column for cell, column in zip(first, columns, strict=True)]
    # All cells again is a header in the middle, where files were put together.
    if any(again) and not all(again):
        return True
    return any(_is_like(cell, column) for cell, column in zip(first, columns, strict=True))


def _is_value(cell: str) -> bool:
    return any(pattern.fullmatch(cell) for pattern in (_NUMBER, _DATED, _ADDRESS))


def _is_like(cell: str, column: Sequence[str]) -> bool:
    """Whether a cell is a sentence as long as those below it; the questions of a form are names, too."""
    words = len(cell.split())
    sentence = "\n" in cell or len(cell) > 80 or words > 6 or (words > 1 and cell[-1] in ".?!…。？！")
    if not sentence:
        return False
    lengths = [len(each) for each in column if each]
    return not lengths or median(lengths) >= len(cell) / 2


def _counts_up(first: Sequence[str]) -> bool:
    """Whether the names are numbers, as pandas writes them for columns without names."""
    named = [cell for cell in first if cell]
    return len(named) > 1 and named in (
        [str(n) for n in range(len(named))],
        [str(n + 1) for n in range(len(named))],
    )


def _is_certain(first: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether the first row is certainly no row: known names, or names over much longer texts."""
    if any(cell.lower() in _KNOWN for cell in first) or _counts_up(first):
        return True
    if not below:
        return False
    if all(re.fullmatch(r"[a-z]+([_.][a-z0-9]+)+|[a-z]+([A-Z][a-z0-9]+)+", cell) for cell in first if cell):
        return True
    named = all(_NAME_LIKE.fullmatch(cell) for cell in first if cell)
    lengths = [median(len(row[place]) for row in below) for place in range(len(first))]
    longest = max(range(len(first)), key=lambda place: lengths[place])
    return named and lengths[longest] >= 3 * max(1, len(first[longest]))


def _no_header(first: Sequence[str]) -> Problem:
    return remark(
        "no_header",
        f"The first line holds no column names but a row ({_shown(first)}); it is kept, and the columns are "
        "numbered.",
        "Say what the columns are, or write a first line with their names.",
    )


def _doubt(names: Sequence[str]) -> Problem:
    return remark(
        "guessed_header",
        f"The first line is taken for column names: {_shown(names)}.",
        "If it is a row, write a line with the column names above it.",
    )


def _shown(cells: Sequence[str]) -> str:
    short = [cell if len(cell) <= 30 else cell[:29] + "…" for cell in cells[:4]]
    return ", ".join(repr(cell) for cell in short) + (", ..." if len(cells) > 4 else "")
