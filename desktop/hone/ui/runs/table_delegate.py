"""How a cell of the table of runs is painted."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from hone.domain.run_table import RunColumn, RunRow
from hone.domain.runs import RunState
from hone.ui.kit.icons import IconFont
from hone.ui.kit.theme import Theme
from hone.ui.kit.typography import Type
from hone.ui.runs.colours import run_colour
from hone.ui.runs.table_model import COLUMNS
from hone.ui.runs.words import NUMBERS
from hone.ui.tune.run_words import STATE_TONES, state_word

PADDING = 9
BADGE_ROOM = 14


class RunDelegate(QStyledItemDelegate):
    """State as a badge, figures at the right, a note as a mark, and a run's colour in the chart."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._fonts: dict[Type, QFont] = {}
        self.colours: Mapping[str, int] = {}
        Theme.current().theme_changed.connect(self._fonts.clear)

    def widest_state(self) -> int:
        """Return the width of the longest word for a state."""
        metrics = QFontMetrics(self._font(Type.OVERLINE))
        return max(metrics.horizontalAdvance(state_word(state)) for state in RunState)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: RunRow = index.data(Qt.ItemDataRole.UserRole)
        column, text = COLUMNS[index.column()], str(index.data())
        theme = Theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("border"))
        if column is RunColumn.STATE:
            self._paint_badge(painter, rect, text, STATE_TONES[row.state])
        elif column is RunColumn.NAME:
            self._paint_name(painter, rect, row)
        else:
            self._paint_text(painter, rect, row, column, text)
        painter.restore()

    def _paint_name(self, painter: QPainter, rect: QRectF, row: RunRow) -> None:
        theme = Theme.current()
        if row.id in self.colours:
            bar = QRectF(rect.left(), rect.top() + 1, 4, rect.height() - 2)
            painter.fillRect(bar, run_colour(self.colours[row.id]))
        words = rect.adjusted(PADDING + 4, 0, -PADDING, 0)
        if row.note:
            side = theme.icon_length(15)
            mark = QRectF(words.right() - side, rect.center().y() - side / 2, side, side)
            IconFont.current().draw(painter, mark, "note-pencil", "text_faint")
            words.setRight(mark.left() - 6)
        self._draw(painter, words, row.name, Type.STRONG, "text", Qt.AlignmentFlag.AlignLeft)

    def _paint_text(self, painter: QPainter, rect: QRectF, row: RunRow, column: RunColumn, text: str) -> None:
        role = "text" if column is RunColumn.SCORE and row.best is not None else "text_muted"
        if column is RunColumn.CHANGE and row.change is not None:
            role = "success_text" if row.change < 0 else "danger_text"
        side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
        style = Type.STRONG if column is RunColumn.SCORE else Type.BODY
        self._draw(painter, rect.adjusted(PADDING, 0, -PADDING, 0), text, style, role, side)

    def _draw(
        self, painter: QPainter, rect: QRectF, text: str, style: Type, role: str, side: Qt.AlignmentFlag
    ) -> None:
        painter.setFont(self._font(style))
        painter.setPen(Theme.current().colour(role))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | side), shown)

    def _paint_badge(self, painter: QPainter, rect: QRectF, text: str, tone: str) -> None:
        theme = Theme.current()
        painter.setFont(self._font(Type.OVERLINE))
        metrics = painter.fontMetrics()
        width = min(metrics.horizontalAdvance(text) + BADGE_ROOM, rect.width() - 2 * PADDING)
        height = metrics.height() + 5
        badge = QRectF(rect.left() + PADDING, rect.center().y() - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"{tone}_soft" if tone else "pressed"))
        painter.drawRoundedRect(badge, 6, 6)
        painter.setPen(theme.colour(f"{tone}_text" if tone else "text_muted"))
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), text)

    def _font(self, style: Type) -> QFont:
        """Return a font, made once: a cell is painted in less time than a font is made."""
        font = self._fonts.get(style)
        if font is None:
            font = self._fonts[style] = Theme.current().font(style)
        return font
