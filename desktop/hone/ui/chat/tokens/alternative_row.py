"""A token that could have come: its text, its probability as a bar, and a click that goes on from it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hone.domain.generation import Alternative, TokenRole
from hone.domain.token_reports import continues
from hone.ui.chat.tokens.line_button import LineButton
from hone.ui.chat.tokens.words import probability_text, token_text
from hone.ui.kit.theme import Theme, mixed
from hone.ui.kit.tokens import Radius, Space
from hone.ui.kit.tooltip import plain_tooltip
from hone.ui.kit.typography import Type

_TEXT_SHARE, _BAR = 0.38, 6
_RARE = 1e-5  # as wide as what is written of a probability; the bars then begin and end alike


class AlternativeRow(LineButton):
    """`own` marks the token that stands in the reply, which is not clickable, as are those without text."""

    def __init__(
        self, alternative: Alternative, probability: float, own: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(Type.MONO, 2.0, parent)
        self.alternative, self._probability, self.own = alternative, probability, own
        self.branches = not own and continues(alternative)
        if not self.branches:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setMouseTracking(True)
        said = self._sentence()
        self.setAccessibleName(said)
        self.setToolTip(plain_tooltip(said))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self.branches and (self.underMouse() or self.hasFocus()):
            painter.setPen(QPen(theme.colour("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), Radius.SMALL, Radius.SMALL)
        inner = whole.adjusted(Space.S, 0, -Space.S, 0)
        percent = probability_text(self._probability)
        painter.setFont(theme.font(Type.CAPTION))
        wide = max(map(painter.fontMetrics().horizontalAdvance, (probability_text(_RARE), percent)))
        painter.setPen(theme.colour("text" if self.own else "text_muted"))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), percent)
        text_width = inner.width() * _TEXT_SHARE
        self._paint_text(painter, QRectF(inner.left(), inner.top(), text_width, inner.height()))
        left = inner.left() + text_width + Space.S
        room = QRectF(left, whole.center().y() - _BAR / 2, inner.right() - wide - Space.S - left, _BAR)
        self._paint_bar(painter, room)

    def _paint_text(self, painter: QPainter, room: QRectF) -> None:
        theme = Theme.current()
        words = self._words()
        font = theme.font(Type.CAPTION if words else Type.MONO)
        font.setItalic(bool(words))
        if self.own:
            font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        role = "accent_text" if self.own else "text" if self.branches else "text_muted"
        painter.setPen(theme.colour(role))
        shown = words or token_text(self.alternative.text)
        shown = painter.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_bar(self, painter: QPainter, room: QRectF) -> None:
        theme = Theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(theme.colour("sidebar"), theme.colour("track"), 0.8))
        painter.drawRoundedRect(room, _BAR / 2, _BAR / 2)
        shape = QPainterPath()
        shape.addRoundedRect(room, _BAR / 2, _BAR / 2)
        painter.setClipPath(shape)
        colour = theme.colour("accent" if self.own or self.branches else "text_faint")
        painter.fillRect(QRectF(room.left(), room.top(), room.width() * self._probability, _BAR), colour)
        painter.setClipping(False)

    def _words(self) -> str:
        """Return what stands for a token that has no text of its own."""
        match self.alternative.role:
            case TokenRole.END:
                return self.tr("ends here")
            case TokenRole.CONTROL:
                return self.alternative.text
        if not self.own and not continues(self.alternative):
            return self.tr("part of a character")
        return ""

    def _sentence(self) -> str:
        percent, text = probability_text(self._probability), token_text(self.alternative.text)
        if self.own:
            said = self.tr("“{0}”, as in the reply, {1}")
        elif self.branches:
            said = self.tr("Go on from here with “{0}”, {1}")
        elif self.alternative.role is TokenRole.END:
            said = self.tr("The reply ends here ({0}), {1}")
        else:
            said = self.tr("“{0}”, {1}: no text that a reply could go on with")
        return said.replace("{1}", percent).replace("{0}", text)
