"""The parts of a prompt with their colours and counts; one of them may be made to stand out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from hone.domain.exact import Part, PartCount
from hone.ui.chat.exact.part_looks import part_name, solid_colour
from hone.ui.kit.quantities import count_text
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type

_SWATCH = 10
_COLUMNS = 2


class LegendButton(QAbstractButton):
    """A swatch, a name, and a count at the right; checked while its part stands out."""

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = part
        self._count = ""
        self._name = part_name(part)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(self.tr("Show where it stands"))

    def show_count(self, count: PartCount, tokenized: bool, name: str = "") -> None:
        """Show how much is of this part."""
        self._name = name or part_name(self.part)
        self._count = count_text(count.tokens if tokenized else count.characters)
        unit = self.tr("{0} tokens") if tokenized else self.tr("{0} characters")
        self.setAccessibleName(f"{self._name}: {unit.replace('{0}', self._count)}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, Theme.current().size(Type.CAPTION) + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(theme.colour("focus") if self.hasFocus() else Qt.PenStyle.NoPen)
        ground = "pressed" if self.isChecked() else "hover" if self.underMouse() else ""
        painter.setBrush(theme.colour(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(solid_colour(self.part))
        middle = self.height() / 2
        painter.drawRoundedRect(QRectF(Space.S, middle - _SWATCH / 2, _SWATCH, _SWATCH), 3, 3)
        painter.setFont(theme.font(Type.CAPTION))
        metrics = painter.fontMetrics()
        wide = metrics.horizontalAdvance(self._count) + 2
        left = Space.S + _SWATCH + Space.S
        room = self.width() - left - wide - 2 * Space.S
        align = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(theme.colour("text_muted"))
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, 0, room, self.height()), align, name)
        painter.setPen(theme.colour("text"))
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(QRectF(0, 0, self.width() - Space.S, self.height()), right, self._count)
        painter.end()


class PartLegend(QWidget):
    """All parts of a prompt. `picked(part)` when one is to stand out, None when all are alike again."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[Part, LegendButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.S)
        self._grid.setVerticalSpacing(0)
        self.setAccessibleName(self.tr("Sources"))

    def show_counts(self, counts: Sequence[PartCount], tokenized: bool) -> None:
        """Show what there is; a part that is gone no longer stands out."""
        for button in self._buttons.values():
            self._grid.removeWidget(button)
            button.hide()
        for number, count in enumerate(counts):
            button = self._button(count.part)
            around = self.tr("Roles") if count.part is Part.TEMPLATE and not tokenized else ""
            button.show_count(count, tokenized, around)
            self._grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
            button.show()
        gone = self.chosen is not None and self.chosen not in {count.part for count in counts}
        if gone:
            self.clear_choice()

    @property
    def chosen(self) -> Part | None:
        """The part that stands out."""
        return next((part for part, button in self._buttons.items() if button.isChecked()), None)

    def clear_choice(self) -> None:
        """Let all be alike."""
        for button in self._buttons.values():
            button.setChecked(False)
        self.picked.emit(None)

    def _button(self, part: Part) -> LegendButton:
        if part not in self._buttons:
            button = self._buttons[part] = LegendButton(part, self)
            button.clicked.connect(lambda checked: self._on_clicked(part, checked))
        return self._buttons[part]

    def _on_clicked(self, part: Part, checked: bool) -> None:
        for other, button in self._buttons.items():
            if other is not part:
                button.setChecked(False)
        self.picked.emit(part if checked else None)
