"""What was done to rows, said in the language of the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

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
from hone.ui.data.problem_words import title_text
from hone.ui.data.words import language_text, rows_text
from hone.ui.kit.quantities import count_text

_MOST_NAMED = 5


def change_text(change: AnyChange) -> str:
    """Say in a sentence what a change does."""
    match change:
        case DropRows(rows=rows):
            return _dropped(rows)
        case ReplaceRow(row=row):
            return QCoreApplication.translate("ChangeWords", "Row {0} was edited.").replace(
                "{0}", count_text(row)
            )
        case AddRows(contents=contents):
            return _of_rows(QCoreApplication.translate("ChangeWords", "Added: {0}."), len(contents))
        case AppendRows():
            said = QCoreApplication.translate("ChangeWords", "The rows of {0} were added.")
            return said.replace("{0}", _carrier(change))
        case ApplyFix():
            return _fixed(change)
        case KeepMatching(filter=wanted):
            said = QCoreApplication.translate("ChangeWords", "Only rows that match were kept: {0}.")
            return said.replace("{0}", "; ".join(filter_texts(wanted)))
        case Sample(count=count, seed=seed):
            said = QCoreApplication.translate("ChangeWords", "Drawn at random: {0} (seed {1}).")
            return _of_rows(said.replace("{1}", str(seed)), count)
        case Mix():
            return _mixed(change)
        case KeepPart(split=split, held_out=held_out):
            said = (
                QCoreApplication.translate("ChangeWords", "The part held out of a split {0}.")
                if held_out
                else QCoreApplication.translate("ChangeWords", "The part to train on of a split {0}.")
            )
            return said.replace("{0}", _split(split))


def filter_texts(wanted: DataFilter) -> list[str]:
    """Say each condition of a filter."""
    translate = QCoreApplication.translate
    language = language_text(wanted.language) if wanted.language else ""
    said = [
        (wanted.contains, translate("ChangeWords", "contains “{0}”")),
        (wanted.lacks, translate("ChangeWords", "does not contain “{0}”")),
        (wanted.pattern, translate("ChangeWords", "matches the pattern “{0}”")),
        (_number(wanted.least_characters), translate("ChangeWords", "{0} or more characters")),
        (_number(wanted.most_characters), translate("ChangeWords", "{0} or fewer characters")),
        (_number(wanted.least_turns), translate("ChangeWords", "{0} or more turns")),
        (_number(wanted.most_turns), translate("ChangeWords", "{0} or fewer turns")),
        (wanted.label, translate("ChangeWords", "labelled “{0}”")),
        (language, translate("ChangeWords", "language: {0}")),
    ]
    texts = [words.replace("{0}", value) for value, words in said if value]
    if wanted.column:
        both = translate("ChangeWords", "“{0}” is “{1}”").replace("{0}", wanted.column)
        texts.append(both.replace("{1}", wanted.value))
    return texts


def _dropped(rows: Sequence[int]) -> str:
    if len(rows) == 1:
        said = QCoreApplication.translate("ChangeWords", "Row {0} was left out.")
        return said.replace("{0}", count_text(rows[0]))
    if len(rows) <= _MOST_NAMED:
        said = QCoreApplication.translate("ChangeWords", "The rows {0} were left out.")
        return said.replace("{0}", ", ".join(count_text(row) for row in rows))
    return _of_rows(QCoreApplication.translate("ChangeWords", "Left out: {0}."), len(rows))


def _fixed(change: ApplyFix) -> str:
    title = title_text(change.kind)
    if not change.rows:
        return QCoreApplication.translate("ChangeWords", "Fixed: “{0}”.").replace("{0}", title)
    said = QCoreApplication.translate("ChangeWords", "Fixed in {1}: “{0}”.").replace("{0}", title)
    return said.replace("{1}", rows_text(len(change.rows)))


def _mixed(mix: Mix) -> str:
    whole = sum(part.weight for part in mix.sources) or 1.0
    parts = [f"{part.name or part.path.name} {part.weight / whole:.0%}" for part in mix.sources]
    said = QCoreApplication.translate("ChangeWords", "Mixed: {0} (seed {1}).")
    return said.replace("{1}", str(mix.seed)).replace("{0}", ", ".join(parts))


def _split(split: SplitRule) -> str:
    translate = QCoreApplication.translate
    words = {
        "row": translate("ChangeWords", "by row, {1} held out"),
        "group": translate("ChangeWords", "by the groups of “{0}”, {1} held out"),
        "time": translate("ChangeWords", "by the time in “{0}”, {1} held out"),
    }
    said = words.get(split.by, words["row"]).replace("{1}", f"{100 * split.share:.3g}%")
    return said.replace("{0}", split.column)


def _carrier(change: AppendRows) -> str:
    if change.of == "chats":
        return QCoreApplication.translate("ChangeWords", "your chats")
    return change.of or change.path.name


def _of_rows(said: str, count: int) -> str:
    return said.replace("{0}", rows_text(count))


def _number(value: int) -> str:
    return count_text(value) if value else ""
