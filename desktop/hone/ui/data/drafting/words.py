"""What is said about drafts: why things were dropped, figures, where a row comes from."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hone.domain.row_drafts import DraftProgress, DraftRow, DropReason
from hone.ui.kit.progress import duration
from hone.ui.kit.quantities import count_text, number_text, share_text

_REASONS: dict[str, object] = {
    DropReason.UNREADABLE: QT_TRANSLATE_NOOP("DraftWords", "not what was asked for: {0}"),
    DropReason.CUT: QT_TRANSLATE_NOOP("DraftWords", "cut off: {0}"),
    DropReason.EMPTY: QT_TRANSLATE_NOOP("DraftWords", "empty: {0}"),
    DropReason.REFUSAL: QT_TRANSLATE_NOOP("DraftWords", "refusals: {0}"),
    DropReason.REPEATS_PROMPT: QT_TRANSLATE_NOOP("DraftWords", "replies that repeat the prompt: {0}"),
    DropReason.LOOP: QT_TRANSLATE_NOOP("DraftWords", "running in circles: {0}"),
    DropReason.LIKE_ROW: QT_TRANSLATE_NOOP("DraftWords", "too much like a row: {0}"),
    DropReason.LIKE_DRAFT: QT_TRANSLATE_NOOP("DraftWords", "too much like another draft: {0}"),
    DropReason.LIKE_REJECTED: QT_TRANSLATE_NOOP("DraftWords", "like one you rejected: {0}"),
    DropReason.UNSUPPORTED: QT_TRANSLATE_NOOP("DraftWords", "not supported by the passage: {0}"),
    DropReason.LOST_NUMBER: QT_TRANSLATE_NOOP("DraftWords", "without a number of the prompt: {0}"),
    DropReason.FAILED: QT_TRANSLATE_NOOP("DraftWords", "requests that failed: {0}"),
}


def _said(text: object) -> str:
    """Return a declared text in the user's language."""
    return QCoreApplication.translate("DraftWords", str(text))


def dropped_words(dropped: Mapping[str, int]) -> str:
    """Say how much was dropped and why, most frequent first; "" for nothing."""
    total = sum(dropped.values())
    if not total:
        return ""
    ordered = sorted(dropped.items(), key=lambda each: -each[1])
    parts = [
        _said(_REASONS[reason]).replace("{0}", count_text(count))
        for reason, count in ordered
        if reason in _REASONS
    ]
    head = QCoreApplication.translate("DraftWords", "Dropped {0}").replace("{0}", count_text(total))
    return f"{head} ({', '.join(parts)})"


def figures_of(draft: DraftRow) -> list[str]:
    """Return what is known about a draft, in short."""
    facts, found = draft.facts, []
    if facts.support is not None:
        said = QCoreApplication.translate("DraftWords", "{0} of the reply's words stand in the passage")
        found.append(said.replace("{0}", share_text(facts.support)))
    if facts.like_row:
        said = QCoreApplication.translate("DraftWords", "{0} like row {1}")
        found.append(said.replace("{0}", share_text(facts.similarity)).replace("{1}", str(facts.like_row)))
    elif facts.similarity:
        said = QCoreApplication.translate("DraftWords", "{0} like another draft")
        found.append(said.replace("{0}", share_text(facts.similarity)))
    return found


def origin_of(draft: DraftRow) -> str:
    """Say in one line what a draft was made from, and by which model."""
    made = draft.provenance
    if made.document:
        said = QCoreApplication.translate("DraftWords", "From {0}, passage {1}")
        source = said.replace("{0}", made.document).replace("{1}", str(made.passage))
    elif made.row:
        source = QCoreApplication.translate("DraftWords", "Row {0} in other words").replace(
            "{0}", str(made.row)
        )
    elif made.seeds:
        rows = ", ".join(str(row) for row in sorted(made.seeds))
        source = QCoreApplication.translate("DraftWords", "After rows {0}").replace("{0}", rows)
    else:
        source = QCoreApplication.translate("DraftWords", "After accepted drafts")
    model = f"{made.model} + {made.adapter}" if made.adapter else made.model
    return f"{source} · {model}"


def pace_words(progress: DraftProgress) -> str:
    """Say how many rows there are and how fast they come."""
    said = QCoreApplication.translate("DraftWords", "{0} of {1} rows")
    parts = [said.replace("{0}", count_text(progress.made)).replace("{1}", count_text(progress.wanted))]
    if progress.rows_per_minute:
        digits = 0 if progress.rows_per_minute >= 10 else 1
        pace = QCoreApplication.translate("DraftWords", "{0} a minute")
        parts.append(pace.replace("{0}", number_text(progress.rows_per_minute, digits)))
    if progress.seconds_left:
        left = QCoreApplication.translate("DraftWords", "{0} left")
        parts.append(left.replace("{0}", duration(progress.seconds_left)))
    return " · ".join(parts)


def compared_words(progress: DraftProgress) -> str:
    """Say with how many rows drafts are compared when it is not with all of them; "" else."""
    if progress.compared_rows >= progress.all_rows or not progress.compared_rows:
        return ""
    said = QCoreApplication.translate("DraftWords", "Compared with {0} of {1} rows")
    return said.replace("{0}", count_text(progress.compared_rows)).replace(
        "{1}", count_text(progress.all_rows)
    )
