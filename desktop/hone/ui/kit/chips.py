"""Small marks with a text, that can be taken away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from hone.ui.kit.buttons import IconButton
from hone.ui.kit.icons import icon
from hone.ui.kit.lengths import fix_size
from hone.ui.kit.text import CaptionLabel, Label
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Radius, Space
from hone.ui.kit.tooltip import plain_tooltip

_LONGEST = 40
_GAP = Space.XS + 2


class Chip(QFrame):
    """A text on a soft ground; `removed` when its cross is pressed, which only a removable chip has."""

    removed = Signal()

    def __init__(
        self, text: str, icon_name: str = "", removable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.text = text
        self.setObjectName("chip")
        self.setAccessibleName(text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.S, 2, Space.XS if removable else Space.S, 2)
        layout.setSpacing(Space.XS)
        self._icon_name = icon_name
        self._icon = Label()
        if icon_name:
            layout.addWidget(self._icon)
        shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
        label = CaptionLabel(shown, "text", wrap=False)
        if shown != text:
            label.setToolTip(plain_tooltip(text))
        layout.addWidget(label)
        if removable:
            cross = IconButton("x", self.tr("Remove {0}").replace("{0}", text), "text_faint", 12)
            fix_size(cross, 18, 18)
            cross.setStyleSheet("padding: 1px;")
            cross.clicked.connect(self.removed)
            layout.addWidget(cross)
        self._dress()
        Theme.current().theme_changed.connect(self._dress)

    @Slot()
    def _dress(self) -> None:
        colours = Theme.current().colours
        self.setStyleSheet(
            f"#chip {{ background: {colours.code}; border: 1px solid {colours.border};"
            f" border-radius: {int(Radius.SMALL)}px; }}"
        )
        if self._icon_name:
            side = Theme.current().icon_length(14)
            self._icon.setPixmap(icon(self._icon_name, "text_muted").pixmap(QSize(side, side)))


class Chips(QWidget):
    """Chips in lines, which end right when `at_right`; `removed(index)` when one is taken away."""

    removed = Signal(int)

    def __init__(
        self,
        name: str,
        icon_name: str = "",
        removable: bool = False,
        at_right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._icon_name, self._removable, self._at_right = icon_name, removable, at_right
        self._chips: list[Chip] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def texts(self) -> tuple[str, ...]:
        """Return what is shown."""
        return tuple(chip.text for chip in self._chips)

    def set_texts(self, texts: Sequence[str]) -> None:
        """Show a chip for each text."""
        if tuple(texts) == self.texts():
            return
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [Chip(text, self._icon_name, self._removable, self) for text in texts]
        for index, chip in enumerate(self._chips):
            chip.setProperty("index", index)
            chip.removed.connect(self._on_removed)
            chip.show()
        self.setVisible(bool(self._chips))
        self.updateGeometry()
        self._place(self.width(), True)

    def sizeHint(self) -> QSize:
        width = sum(chip.sizeHint().width() + _GAP for chip in self._chips)
        return QSize(width, self.heightForWidth(max(width, 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.heightForWidth(max(self.width(), 40)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self.width(), True)
        if event.oldSize().width() != self.width():
            self.updateGeometry()

    def _place(self, room: int, really: bool) -> int:
        """Return the height that the lines take in a width, and place the chips when `really`."""
        top = 0
        for line in self._lines(room):
            taken = sum(width for _, width in line) + _GAP * (len(line) - 1)
            left = room - taken if self._at_right else 0
            for chip, width in line:
                if really:
                    chip.setGeometry(left, top, width, chip.sizeHint().height())
                left += width + _GAP
            top += max(chip.sizeHint().height() for chip, _ in line) + _GAP
        return max(0, top - _GAP)

    def _lines(self, room: int) -> list[list[tuple[Chip, int]]]:
        """Return the chips with their widths, line by line."""
        lines: list[list[tuple[Chip, int]]] = []
        left = room + 1
        for chip in self._chips:
            width = min(chip.sizeHint().width(), room)
            if left + width > room:
                lines.append([])
                left = 0
            lines[-1].append((chip, width))
            left += width + _GAP
        return lines

    @Slot()
    def _on_removed(self) -> None:
        chip = self.sender()
        if chip is not None:
            self.removed.emit(int(chip.property("index")))
