"""Columns that scroll together: a message of one stands where the same message of the others stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from hone.ui.chat.transcript import TranscriptView
from hone.ui.compare.column import ColumnView


class LinkedScrolling(QObject):
    """Follows whichever column is scrolled by hand."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[ColumnView, ...] = ()
        self._moving = False

    def set_columns(self, columns: Sequence[ColumnView]) -> None:
        """Link these."""
        for view in self._columns:
            view.transcript.verticalScrollBar().valueChanged.disconnect(self._on_scrolled)
        self._columns = tuple(columns)
        for view in self._columns:
            view.transcript.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def go_to_round(self, number: int) -> None:
        """Bring a round (from 1) to the top of every column."""
        self._moving = True
        for view in self._columns:
            place = _said(view.transcript)
            if 0 < number <= len(place):
                view.transcript.go_to(place[number - 1], 0)
        self._moving = False

    def _on_scrolled(self, value: int) -> None:
        bar = self.sender()
        source = next((v for v in self._columns if v.transcript.verticalScrollBar() is bar), None)
        if source is None or self._moving:
            return
        self._moving = True
        at_end = value >= source.transcript.verticalScrollBar().maximum()
        row, offset = source.transcript.place()
        number, step = _round_of(source.transcript, row)
        for view in self._columns:
            if view is source:
                continue
            said = _said(view.transcript)
            if at_end:
                view.transcript.go_to_end()
            elif 0 < number <= len(said):
                view.transcript.go_to(said[number - 1] + step, offset)
        self._moving = False


def _said(transcript: TranscriptView) -> list[int]:
    """Return the rows of what the user said."""
    return [row for row, entry in enumerate(transcript.entries()) if entry.from_user]


def _round_of(transcript: TranscriptView, row: int) -> tuple[int, int]:
    """Return the round (from 1) that a row belongs to, and how many rows after its beginning it stands."""
    before = [place for place in _said(transcript) if place <= row]
    return (len(before), row - before[-1]) if before else (0, 0)
