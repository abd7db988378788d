"""Above the columns: the comparison's title, what is marked and hidden, the tally, another column."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from hone.ui.chat.header import HEADER_HEIGHT
from hone.ui.kit.buttons import GhostButton, IconButton
from hone.ui.kit.switch import Switch
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.tokens import Space


class _Title(QLineEdit):
    """A title that is edited in place; Esc takes back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "title")
        self._shown = ""

    def show_text(self, text: str) -> None:
        if not self.hasFocus():
            self._shown = text
            self.setText(text)
            self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._shown)
            self.clearFocus()
            return
        super().keyPressEvent(event)


class CompareHeader(QWidget):
    """All signals are requests."""

    list_toggled = Signal(bool)
    renamed = Signal(str)
    differences_toggled = Signal(bool)
    blind_toggled = Signal(bool)
    tally_requested = Signal()
    add_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEADER_HEIGHT)
        self.list_button = IconButton("list", self.tr("Show or hide the comparisons"))
        self.list_button.setCheckable(True)
        self.list_button.setProperty("kind", "toggle")
        self.list_button.setChecked(True)
        self.list_button.toggled.connect(self.list_toggled)
        self.title = _Title()
        self.title.setAccessibleName(self.tr("Title of the comparison"))
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.title.editingFinished.connect(self._on_title_edited)
        self.differences = Switch(self.tr("Mark the words that differ"))
        self.blind = Switch(self.tr("Judge blind: shuffle the columns and hide their names"))
        self.tally = GhostButton("", "scales")
        self.tally.clicked.connect(self.tally_requested)
        self.add = IconButton("plus", self.tr("Add a column"))
        self.add.clicked.connect(self.add_requested)
        self.differences.toggled.connect(self.differences_toggled)
        self.blind.toggled.connect(self.blind_toggled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.M, 0, Space.M, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self.list_button)
        layout.addWidget(self.title, 1000)
        layout.addStretch(1)
        layout.addWidget(self.tally)
        self._switches = QWidget()
        switches = QHBoxLayout(self._switches)
        switches.setContentsMargins(0, 0, 0, 0)
        switches.setSpacing(Space.XS)
        for switch, label in (
            (self.differences, self.tr("Differences")),
            (self.blind, self.tr("Blind")),
        ):
            text = CaptionLabel(label, wrap=False)
            text.setBuddy(switch)
            switch.setToolTip(switch.accessibleName())
            switches.addWidget(text)
            switches.addWidget(switch)
            switches.addSpacing(Space.S)
        layout.addWidget(self._switches)
        layout.addWidget(self.add)

    def set_open(self, is_open: bool) -> None:
        """Whether a comparison is shown."""
        for widget in (self.title, self._switches, self.add):
            widget.setVisible(is_open)
        if not is_open:
            self.set_tally("", "")

    def set_switches(self, differences: bool, blind: bool) -> None:
        """Show the switches without a signal."""
        for switch, on in ((self.differences, differences), (self.blind, blind)):
            if switch.isChecked() != on:
                switch.setChecked(on)

    def set_tally(self, text: str, spoken: str) -> None:
        """Show how often each column won; nothing before the first judgement."""
        self.tally.setVisible(bool(text))
        self.tally.setText(text)
        self.tally.setAccessibleName(spoken or text)

    @Slot()
    def _on_title_edited(self) -> None:
        if self.title.isModified():
            self.title.setModified(False)
            self.renamed.emit(self.title.text())
