"""The wizard's steps at the left: where one is, what is done, what can be opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hone.ui.kit.buttons import GhostButton
from hone.ui.kit.card import column
from hone.ui.kit.icons import IconFont
from hone.ui.kit.text import CaptionLabel, HeadingLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Radius, Space
from hone.ui.kit.typography import Type

_HEIGHT = 52
_WIDTH = 232
_MARK = 24


class StepItem(QAbstractButton):
    """Number or tick, name, and what was chosen there."""

    def __init__(self, number: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._summary = ""
        self._done = False
        self.setText(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        Theme.current().theme_changed.connect(self.updateGeometry)
        Theme.current().theme_changed.connect(self.update)
        self._describe()

    def show_state(self, current: bool, done: bool, open_: bool, summary: str) -> None:
        """Show where the step stands."""
        self._done, self._summary = done, summary
        self.setChecked(current)
        self.setEnabled(open_ or current)
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        lines = (theme.size(Type.STRONG) + theme.size(Type.CAPTION)) * 1.5
        return QSize(180, max(_HEIGHT, round(lines) + 2 * Space.S))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(1, 2, -1, -2)
        painter.setPen(QPen(theme.colour("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        if self.isChecked() or (self.underMouse() and self.isEnabled()):
            painter.setBrush(theme.colour("selected" if self.isChecked() else "hover"))
        painter.drawRoundedRect(ground, Radius.MEDIUM, Radius.MEDIUM)
        self._paint_mark(painter, theme)
        self._paint_words(painter, theme)
        painter.end()

    def _paint_mark(self, painter: QPainter, theme: Theme) -> None:
        mark = QRectF(Space.M, (self.height() - _MARK) / 2, _MARK, _MARK)
        current, faint = self.isChecked(), not self.isEnabled()
        painter.setPen(
            Qt.PenStyle.NoPen if current or self._done else QPen(theme.colour("border_strong"), 1.5)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if current:
            painter.setBrush(theme.colour("accent"))
        elif self._done:
            painter.setBrush(theme.colour("success_soft"))
        painter.drawEllipse(mark.adjusted(1, 1, -1, -1))
        if self._done and not current:
            inner = mark.adjusted(6, 6, -6, -6)
            IconFont.current().draw(painter, inner, "check-bold", "success_text")
            return
        painter.setFont(theme.font(Type.OVERLINE))
        painter.setPen(theme.colour("on_accent" if current else "text_faint" if faint else "text_muted"))
        painter.drawText(mark, int(Qt.AlignmentFlag.AlignCenter), str(self._number))

    def _paint_words(self, painter: QPainter, theme: Theme) -> None:
        left = Space.M + _MARK + Space.M
        room = QRectF(left, 0, self.width() - left - Space.S, self.height())
        painter.setFont(theme.font(Type.STRONG))
        painter.setPen(theme.colour("text" if self.isEnabled() else "text_faint"))
        line = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if not self._summary:
            painter.drawText(room, line, self.text())
            return
        upper = room.adjusted(0, 8, 0, -room.height() / 2)
        lower = room.adjusted(0, room.height() / 2, 0, -8)
        name = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(upper.width()))
        painter.drawText(upper, line, name)
        painter.setFont(theme.font(Type.CAPTION))
        painter.setPen(theme.colour("text_muted"))
        metrics = painter.fontMetrics()
        painter.drawText(
            lower, line, metrics.elidedText(self._summary, Qt.TextElideMode.ElideRight, int(lower.width()))
        )

    def _describe(self) -> None:
        state = self.tr("done") if self._done else ""
        name = self.tr("Step {n}: {name}").format(n=self._number, name=self.text())
        self.setAccessibleName(name)
        self.setAccessibleDescription(", ".join(part for part in (self._summary, state) if part))


class StepList(QWidget):
    """`step_chosen(key)` when a step is clicked, `left` when the person goes back to all runs."""

    step_chosen = Signal(str)
    left = Signal()

    def __init__(self, steps: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(_WIDTH)
        self._items: dict[str, StepItem] = {}
        back = GhostButton(self.tr("All runs"), "arrow-left")
        back.clicked.connect(self.left)
        self._note = CaptionLabel("", "faint")
        layout = column(self, margin=Space.M, spacing=2)
        layout.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(Space.M)
        heading = HeadingLabel(self.tr("New run"))
        heading.setContentsMargins(Space.M, 0, 0, Space.S)
        layout.addWidget(heading)
        for number, (key, name) in enumerate(steps, start=1):
            item = StepItem(number, name)
            item.clicked.connect(self._on_item_clicked)
            self._items[key] = item
            layout.addWidget(item)
        layout.addStretch(1)
        layout.addWidget(self._note)

    def item(self, key: str) -> StepItem:
        """Return the item of a step."""
        return self._items[key]

    def set_note(self, text: str) -> None:
        """Say something below the steps."""
        self._note.setText(text)

    @Slot()
    def _on_item_clicked(self) -> None:
        for key, item in self._items.items():
            if item is self.sender():
                self.step_chosen.emit(key)
