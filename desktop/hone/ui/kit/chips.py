"""Small marks with a text, that can be taken away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from hone.ui.kit.buttons import IconButton
from hone.ui.kit.flow import FlowLayout
from hone.ui.kit.icons import icon
from hone.ui.kit.text import CaptionLabel, Label
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Radius, Space
from hone.ui.kit.tooltip import plain_tooltip

_LONGEST = 40


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
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
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
            cross.setFixedSize(QSize(18, 18))
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
            self._icon.setPixmap(icon(self._icon_name, "text_muted").pixmap(14, 14))


class Chips(QWidget):
    """Chips in lines; `removed(index)` when one of a removable row is taken away."""

    removed = Signal(int)

    def __init__(
        self, name: str, icon_name: str = "", removable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._icon_name, self._removable = icon_name, removable
        self._flow = FlowLayout(self)
        self._texts: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def texts(self) -> tuple[str, ...]:
        """Return what is shown."""
        return self._texts

    def set_texts(self, texts: Sequence[str]) -> None:
        """Show a chip for each text."""
        if tuple(texts) == self._texts:
            return
        self._texts = tuple(texts)
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for index, text in enumerate(self._texts):
            chip = Chip(text, self._icon_name, self._removable)
            chip.setProperty("index", index)
            chip.removed.connect(self._on_removed)
            self._flow.addWidget(chip)
        self.setVisible(bool(self._texts))
        self.updateGeometry()

    @Slot()
    def _on_removed(self) -> None:
        chip = self.sender()
        if chip is not None:
            self.removed.emit(int(chip.property("index")))
