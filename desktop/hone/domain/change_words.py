"""What was done to rows, in words."""

from __future__ import annotations

from collections.abc import Sequence

from hone.domain.data_changes import (
    AddRows,
    AnyChange,
    AppendRows,
    ApplyFix,
    DataFilter,
    DropRows,
    KeepMatching,
    KeepPart,
    Mix,
    ReplaceRow,
    Sample,
    SplitRule,
)
from hone.domain.problem_kinds import KIND_OF

_MOST_NAMED = 5


def describe(change: AnyChange) -> str:
    """Say in a sentence what a change does."""
    match change:
        case DropRows(rows=rows):
            return f"Left out {_rows(rows)}."
        case ReplaceRow(row=row):
            return f"Edited row {row:,}."
        case AddRows(contents=contents):
            return f"Added {_count(len(contents), 'row')}."
        case AppendRows():
            return f"Added the rows of {change.of or change.path.name}."
        case ApplyFix():
            return _fix(change)
        case KeepMatching(filter=wanted):
            return f"Kept the rows {' and '.join(filter_words(wanted)) or 'that can be read'}."
        case Sample(count=count, seed=seed):
            return f"Drew {_count(count, 'row')} (seed {seed})."
        case Mix():
            return f"Mixed {_mixed(change)} (seed {change.seed})."
        case KeepPart(split=split, held_out=held_out):
            side = "held out" if held_out else "to train on"
            return f"Kept the part {side} of a split {split_words(split)}."


def filter_words(wanted: DataFilter) -> list[str]:
    """Say each condition of a filter."""
    said = [
        (wanted.contains, f"that contain “{wanted.contains}”"),
        (wanted.lacks, f"that do not contain “{wanted.lacks}”"),
        (wanted.pattern, f"that match “{wanted.pattern}”"),
        (wanted.least_characters, f"of at least {wanted.least_characters:,} characters"),
        (wanted.most_characters, f"of at most {wanted.most_characters:,} characters"),
        (wanted.least_turns, f"with at least {_count(wanted.least_turns, 'turn')}"),
        (wanted.most_turns, f"with at most {_count(wanted.most_turns, 'turn')}"),
        (wanted.label, f"labelled “{wanted.label}”"),
        (wanted.language, f"in the language “{wanted.language}”"),
        (wanted.column, f"whose “{wanted.column}” is “{wanted.value}”"),
    ]
    return [words for value, words in said if value]


def split_words(split: SplitRule) -> str:
    """Say how rows are set apart."""
    by = {
        "row": "by row",
        "group": f"by the groups of “{split.column}”",
        "time": f"by the time in “{split.column}”",
    }
    seed = "" if split.by == "time" else f", seed {split.seed}"
    return f"{by.get(split.by, split.by)} ({split.share:.3g} held out{seed})"


def _fix(change: ApplyFix) -> str:
    kind = KIND_OF.get(change.kind)
    title = kind.title if kind is not None else change.kind
    limited = f" in {_rows(change.rows)}" if change.rows else ""
    return f"Fixed “{title}”{limited}."


def _mixed(mix: Mix) -> str:
    parts = [f"{part.name or part.path.name} ({part.weight:.3g})" for part in mix.sources]
    return ", ".join(parts[:-1]) + f" and {parts[-1]}" if len(parts) > 1 else "".join(parts)


def _rows(rows: Sequence[int]) -> str:
    if len(rows) == 1:
        return f"row {rows[0]:,}"
    if len(rows) <= _MOST_NAMED:
        return f"rows {', '.join(f'{row:,}' for row in rows)}"
    return _count(len(rows), "row")


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
