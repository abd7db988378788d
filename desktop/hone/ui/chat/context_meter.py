"""How full the model's window is: a slim bar by source, and behind it the numbers and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hone.domain.chat import Usage
from hone.ui.chat.exact.part_bar import paint_parts
from hone.ui.chat.meter_words import next_words, numbers_of
from hone.ui.kit.popover import Popover
from hone.ui.kit.quantities import count_text
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.kit.tooltip import plain_tooltip
from hone.ui.kit.typography import Type

if TYPE_CHECKING:
    from hone.services.exact_view import Outlook
    from hone.ui.chat.panel import ChatContext

_BAR = 96
_HEIGHT = 6
_NEARLY_FULL = 0.85


class ContextMeter(QAbstractButton):
    """Shows an outlook, else what the last reply used. A click, Enter or Space opens the numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context: ChatContext | None = None
        self._outlook: Outlook | None = None
        self._usage: Usage | None = None
        self.popover: Popover | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_numbers)
        Theme.current().theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._refresh()

    def follow(self, context: ChatContext) -> None:
        """Show what the context's watch tells, from now on."""
        self._context = context
        context.exact.told.connect(self._on_told)

    def set_usage(self, usage: Usage | None) -> None:
        """Show how much of the context the last reply used, where nothing better is known."""
        self._usage = usage
        self._refresh()

    @property
    def text_shown(self) -> str:
        """The words beside the bar."""
        figures = self._figures()
        if figures is None:
            return ""
        return self.tr("{0} of {1} tokens").replace("{0}", figures[0]).replace("{1}", figures[1])

    def _figures(self) -> tuple[str, str] | None:
        """Return the tokens used and those of the window, as written; None where they are not known."""
        if self._outlook is not None and self._outlook.room is not None:
            return count_text(self._outlook.used), count_text(self._outlook.room.window)
        if self._usage is None:
            return None
        used = self._usage.prompt_tokens + self._usage.reply_tokens
        return count_text(used), count_text(self._usage.context_length)

    @property
    def _short_text(self) -> str:
        return " / ".join(self._figures() or ())

    def open_numbers(self) -> None:
        """Open the numbers per part, and the choice of the policy."""
        if self._context is None or self._outlook is None or self._outlook.room is None:
            return
        from hone.ui.chat.meter_popover import MeterPopover

        self.popover = MeterPopover(self, self._context, self._outlook, self._outlook.room)
        self.popover.open(above=True)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        text = metrics.horizontalAdvance(self.text_shown)
        height = max(metrics.height() + Space.XS, 20)
        return QSize(text + Space.S + _BAR + 2 * Space.XS, height)

    def minimumSizeHint(self) -> QSize:
        text = self.fontMetrics().horizontalAdvance(self._short_text)
        return QSize(text + Space.S + _BAR + 2 * Space.XS, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(theme.colour("focus") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(self.font())
        text = QRectF(self.rect()).adjusted(Space.XS, 0, -_BAR - Space.S - Space.XS, 0)
        painter.setPen(theme.colour("danger_text" if self._is_over else "text_faint"))
        long = text.width() >= painter.fontMetrics().horizontalAdvance(self.text_shown)
        align = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(text, align, self.text_shown if long else self._short_text)
        bar = QRectF(self.width() - _BAR - Space.XS, (self.height() - _HEIGHT) / 2, _BAR, _HEIGHT)
        self._paint_bar(painter, bar)
        painter.end()

    @property
    def _is_over(self) -> bool:
        return self._outlook is not None and bool(self._outlook.problem)

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        theme = Theme.current()
        clip = QPainterPath()
        clip.addRoundedRect(bar, _HEIGHT / 2, _HEIGHT / 2)
        painter.setClipPath(clip)
        painter.fillRect(bar, theme.colour("track"))
        if self._outlook is not None and self._outlook.room is not None:
            paint_parts(painter, bar, self._outlook.prompt.counts(), self._outlook.room)
        elif self._usage is not None and self._usage.context_length:
            share = (self._usage.prompt_tokens + self._usage.reply_tokens) / self._usage.context_length
            used = QRectF(bar.left(), bar.top(), bar.width() * min(1.0, share), bar.height())
            painter.fillRect(used, theme.colour("danger" if share > _NEARLY_FULL else "accent"))

    def _on_told(self) -> None:
        self._outlook = self._context.exact.outlook if self._context is not None else None
        self._refresh()

    def _refresh(self) -> None:
        text = self.text_shown
        known = self._outlook is not None and self._outlook.room is not None
        self.setVisible(bool(text) and (known or bool(self._usage and self._usage.context_length)))
        self.setAccessibleName(self.tr("Context: {0}").replace("{0}", text))
        self.setToolTip(plain_tooltip("\n".join(self._lines())) if known else text)
        self.updateGeometry()
        self.update()

    def _lines(self) -> list[str]:
        if self._outlook is None or self._outlook.room is None:
            return []
        numbers = numbers_of(self._outlook, self._outlook.room)
        lines = [f"{number.name}: {number.value}" for number in numbers]
        return [line for line in (*lines, next_words(self._outlook)) if line]

    def _on_theme_changed(self) -> None:
        self.setFont(Theme.current().font(Type.CAPTION))
        self.updateGeometry()
        self.update()
