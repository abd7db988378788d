"""Paints a prompt of any length: only what is in sight is drawn."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from hone.domain.exact import Part
from hone.ui.chat.exact.displays import NOTHING, Display
from hone.ui.chat.exact.part_looks import ground_colour, solid_colour
from hone.ui.chat.exact.text_grid import TextGrid, cells
from hone.ui.kit.theme import Theme, mixed
from hone.ui.kit.typography import Type

_MARGIN = 16
_BLANKS = {" ": "·", "\n": "↵", "\t": "→", "\r": "␍"}


class PromptView(QAbstractScrollArea):
    """Shows a display; the mouse or the arrow keys point at its stretches.

    `pointed(stretch)` tells which, -1 for none; the owner then gives the words for its tooltip.
    """

    pointed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._display = NOTHING
        self._grid = TextGrid("", 80)
        self._boxed = self._blanks = False
        self._part: Part | None = None
        self._current = -1
        self._matches: Sequence[tuple[int, int]] = ()
        self._match = -1
        self._words: dict[int, str] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("What the model gets"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        Theme.current().theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def sizeHint(self) -> QSize:
        return QSize(360, 320)

    @property
    def display_shown(self) -> Display:
        """What is shown."""
        return self._display

    @property
    def current(self) -> int:
        """The stretch that is pointed at, -1 for none."""
        return self._current

    def show_display(self, display: Display, boxed: bool) -> None:
        """Show something else at the same height; `boxed` sets every stretch apart."""
        self._display, self._boxed = display, boxed
        self._current, self._matches, self._match = -1, (), -1
        self.setAccessibleDescription(display.text[:2000])
        self._place()

    def set_blanks(self, shown: bool) -> None:
        """Show spaces, tabs and line ends, or not."""
        self._blanks = shown
        self.viewport().update()

    def highlight(self, part: Part | None) -> None:
        """Let one part stand out, and go to where it first stands; None lets all be alike."""
        self._part = part
        if part is not None:
            first = next((n for n, own in enumerate(self._display.parts) if own is part), -1)
            if first >= 0:
                self.go_to(self._display.starts[first])
        self.viewport().update()

    def highlight_again(self, part: Part | None) -> None:
        """Let a part stand out in what is shown now, without going there."""
        self._part = part
        self.viewport().update()

    def show_matches(self, matches: Sequence[tuple[int, int]], current: int) -> None:
        """Mark what was searched for, and go to one of the places."""
        self._matches, self._match = matches, current
        if 0 <= current < len(matches):
            self.go_to(matches[current][0])
        self.viewport().update()

    def go_to(self, place: int) -> None:
        """Bring a character into sight."""
        top = self._grid.line_of(place) * self._line
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        if not bar.value() <= top < bar.value() + height - 2 * self._line:
            bar.setValue(int(top - height / 3))

    def point_at(self, stretch: int) -> None:
        """Point at a stretch and bring it into sight; -1 for none."""
        self._current = stretch
        if stretch >= 0:
            self.go_to(self._display.starts[stretch])
        self.pointed.emit(stretch)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setFont(self._font)
        offset = self.verticalScrollBar().value() - _MARGIN
        first = max(0, int(offset // self._line))
        last = min(self._grid.lines, int((offset + self.viewport().height()) // self._line) + 2)
        for line in range(first, last):
            self._paint_line(painter, line, line * self._line - offset)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        stretch = self._stretch_at(event.position().toPoint())
        if stretch != self._current:
            self._current = stretch
            self.pointed.emit(stretch)
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self.point_at(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(self._display.starts)
        key = event.key()
        if not count:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            step = 1 if key == Qt.Key.Key_Right else -1
            self.point_at(min(max(self._current + step, 0), count - 1))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._point_across(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.point_at(0 if key == Qt.Key.Key_Home else count - 1)
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            stretch = self._stretch_at(event.pos())
            QToolTip.showText(event.globalPos(), self._words.get(stretch, ""), self)
            return True
        return super().viewportEvent(event)

    def set_words(self, stretch: int, words: str) -> None:
        """Say what the tooltip of a stretch says."""
        self._words = {stretch: words}

    def _paint_line(self, painter: QPainter, line: int, y: float) -> None:
        start, end = self._grid.span(line)
        stretch = self._display.stretch_at(start)
        place = start
        while place < end:
            _, stretch_end = self._display.span(stretch)
            until = min(end, stretch_end)
            self._paint_run(painter, line, y, stretch, place, until)
            place, stretch = until, stretch + 1
        self._paint_matches(painter, line, y, start, end)

    def _paint_run(self, painter: QPainter, line: int, y: float, stretch: int, start: int, end: int) -> None:
        """Paint the characters of one stretch that stand on one line."""
        left = _MARGIN + self._grid.cell_of(line, start) * self._cell
        right = _MARGIN + self._grid.cell_of(line, end) * self._cell
        part, special = self._display.parts[stretch], self._display.special[stretch]
        dim = self._part is not None and part is not self._part
        theme = Theme.current()
        strong = 0.34 if special else 0.16 + (0.1 if part is self._part else 0.0)
        box = QRectF(left, y + 1, right - left, self._line - 2)
        if self._boxed or special:
            box.adjust(0.5, 1, -0.5, -1)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(solid_colour(part), 1) if special and not dim else Qt.PenStyle.NoPen)
            painter.setBrush(ground_colour(part, 0.05 if dim else strong))
            painter.drawRoundedRect(box, 4 if special else 3, 4 if special else 3)
        else:
            painter.fillRect(box.adjusted(0, -1, 0, 1), ground_colour(part, 0.04 if dim else strong))
        if stretch == self._current:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 3, 3)
        muted = part is Part.TEMPLATE and not special
        ink = theme.colour("text_muted" if muted else "text")
        painter.setPen(mixed(ink, theme.colour("sidebar"), 0.55) if dim else ink)
        self._paint_text(painter, line, QPointF(left, y + self._base), start, end)

    def _paint_text(self, painter: QPainter, line: int, at: QPointF, start: int, end: int) -> None:
        text = self._grid.text[start:end]
        shown = self._visible(text)
        if self._grid.is_plain(line):
            painter.drawText(at, shown)
            return
        x = at.x()
        for character, drawn in zip(text, shown, strict=True):
            painter.drawText(QPointF(x, at.y()), drawn)
            x += cells(character) * self._cell

    def _visible(self, text: str) -> str:
        """Return what is drawn of a text: one character for each."""
        if self._blanks:
            return "".join(_BLANKS.get(character, character) for character in text)
        ends = "↵" if self._boxed else " "
        return text.replace("\n", ends).replace("\t", " ").replace("\r", " ")

    def _paint_matches(self, painter: QPainter, line: int, y: float, start: int, end: int) -> None:
        theme = Theme.current()
        number = max(0, bisect_left(self._matches, (start, start)) - 1)
        while number < len(self._matches) and self._matches[number][0] < end:
            first, last = self._matches[number]
            number += 1
            if last <= start:
                continue
            left = _MARGIN + self._grid.cell_of(line, max(first, start)) * self._cell
            right = _MARGIN + self._grid.cell_of(line, min(last, end)) * self._cell
            ink = theme.colour("warning_text")
            current = number - 1 == self._match
            painter.setPen(QPen(ink, 2 if current else 1))
            ink.setAlpha(90 if current else 40)
            painter.setBrush(ink)
            painter.drawRoundedRect(QRectF(left, y + 1.5, right - left, self._line - 3), 3, 3)

    def _place(self) -> None:
        width = self.viewport().width() - 2 * _MARGIN
        columns = int(width / self._cell) - 1
        if self._grid.text is not self._display.text or self._grid.columns != max(8, columns):
            kept = self._grid.span(self._top_line())[0] if self._grid.lines else 0
            same = self._grid.text is self._display.text
            self._grid = TextGrid(self._display.text, columns)
            bar_value = self._grid.line_of(kept) * self._line if same and self._grid.lines else None
        else:
            bar_value = None
        whole = int(self._grid.lines * self._line) + 2 * _MARGIN
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(int(self._line))
        bar.setRange(0, max(0, whole - self.viewport().height()))
        if bar_value is not None and bar.value():
            bar.setValue(int(bar_value))
        self.viewport().update()

    def _top_line(self) -> int:
        return min(self._grid.lines - 1, int(self.verticalScrollBar().value() // self._line))

    def _stretch_at(self, point: QPoint) -> int:
        line = int((point.y() + self.verticalScrollBar().value() - _MARGIN) // self._line)
        if not 0 <= line < self._grid.lines:
            return -1
        return self._display.stretch_at(self._grid.place_at(line, (point.x() - _MARGIN) / self._cell))

    def _point_across(self, step: int) -> None:
        """Point at what stands a line above or below."""
        if self._current < 0:
            self.point_at(0)
            return
        place = self._display.starts[self._current]
        line = self._grid.line_of(place)
        cell = self._grid.cell_of(line, place)
        other = min(max(line + step, 0), self._grid.lines - 1)
        found = self._grid.place_at(other, cell)
        self.point_at(self._display.stretch_at(found if found >= 0 else self._grid.span(other)[1] - 1))

    def _on_theme_changed(self) -> None:
        self._font = _without_ligatures(Theme.current().font(Type.MONO))
        metrics = QFontMetricsF(self._font)
        self._cell = metrics.horizontalAdvance("0")
        self._line = float(round(metrics.height() + 6))
        self._base = metrics.ascent() + 3
        self._place()


def _without_ligatures(font: QFont) -> QFont:
    """Draw `<|im_end|>` as it is written: code fonts join such characters."""
    for tag in ("calt", "liga"):
        font.setFeature(QFont.Tag(tag), 0)
    return font
