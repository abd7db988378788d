"""What the first rows say about the file as a whole: rows of several shapes, labels that are numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from hone.data.formats import other_shape
from hone.data.formats.base import Format, RowRefused
from hone.data.records import Record, remark
from hone.domain.datasets import Example, Problem, Shape

_MOST_REMEMBERED = 1000


class OtherShapes:
    """Tells of refused rows which other shape they look like; rows with the same columns look alike."""

    def __init__(self, known: Format) -> None:
        self._known = known
        self._seen: dict[tuple[str, ...], Format | None] = {}

    def of(self, record: Record) -> Format | None:
        """Return the shape that a record looks like, None when it is no other one."""
        columns = tuple(record.values)
        if columns not in self._seen:
            if len(self._seen) >= _MOST_REMEMBERED:
                return None
            self._seen[columns] = other_shape(record, self._known.name)
        return self._seen[columns]


def shape_notes(
    known: Format, columns: Mapping[str, str], sample: Sequence[Record], others: OtherShapes
) -> tuple[Problem, ...]:
    """Look at sampled records as the format reads them."""
    read: list[Example] = []
    counts: Counter[str] = Counter()
    for record in sample:
        try:
            read.append(known.read(record.renamed(columns)))
        except RowRefused:
            if (other := others.of(record)) is not None:
                counts[other.name] += 1
    notes = [_mixed(known.name, len(read), counts, len(sample))] if counts else []
    if known.name == Shape.CLASSIFICATION and read and all(_is_number(each.category) for each in read):
        labels = sorted({each.category or "" for each in read}, key=float)
        notes.append(_numeric(labels))
    if known.name == Shape.PROMPT_COMPLETION and "completion" not in columns:
        notes.append(_prompts_only())
    return tuple(notes)


def _mixed(name: str, own: int, counts: Counter[str], looked_at: int) -> Problem:
    found = ", ".join(f"{count:,} look like {other}" for other, count in counts.most_common())
    return remark(
        "mixed_shapes",
        f"Of the first {looked_at:,} rows, {own:,} are {name}, and {found}; those are left out.",
        "Put rows of each shape into a file of their own, and mix the data sets afterwards.",
    )


def _numeric(labels: Sequence[str]) -> Problem:
    shown = ", ".join(labels[:8]) + (", ..." if len(labels) > 8 else "")
    return remark(
        "numeric_labels",
        f"The labels are numbers ({shown}), and the model would learn to answer with them.",
        "Write the labels' names instead, unless numbers are what you want.",
    )


def _prompts_only() -> Problem:
    return remark(
        "prompts_only",
        "The rows have prompts and no replies, as test cases have.",
        "To train on them, say which column holds the replies, or have replies drafted. "
        "To measure with them, use the file as test cases.",
    )


def _is_number(text: str | None) -> bool:
    try:
        float(text or "")
    except ValueError:
        return False
    return True
