"""Over the text: whether it is saved, the note for the next version, and what to do with the prompt."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from hone.ui.chat.header import HEADER_HEIGHT
from hone.ui.kit.buttons import GhostButton, IconButton, PrimaryButton, SecondaryButton
from hone.ui.kit.card import row
from hone.ui.kit.text import Badge, CaptionLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.prompts.desk import OpenPrompt

_ONE_LINE = 620


class SaveBar(QWidget):
    """All signals are requests; the page answers with `show_prompt`."""

    save_requested = Signal()
    discard_requested = Signal()
    use_requested = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(HEADER_HEIGHT)
        self._state = CaptionLabel("", wrap=False)
        self._unsaved = Badge(self.tr("unsaved"), "warning")
        self._note = QLineEdit()
        self._note.setPlaceholderText(self.tr("Note (optional)"))
        self._note.setAccessibleName(self.tr("Note for the version"))
        self._note.returnPressed.connect(self.save_requested)
        self._discard = GhostButton(self.tr("Discard"))
        self._save = PrimaryButton(self.tr("Save"), "floppy-disk")
        self._use = SecondaryButton(self.tr("Use in chat"), "chat-circle")
        self._more = IconButton("dots-three", self.tr("More"))
        self.list = IconButton("list", self.tr("Show or hide the list"))
        self.list.setCheckable(True)
        self.list.setChecked(True)
        self.list.setProperty("kind", "toggle")
        self.history = IconButton("clock-counter-clockwise", self.tr("Show or hide the history"))
        self.history.setCheckable(True)
        self.history.setChecked(True)
        self.history.setProperty("kind", "toggle")
        self._discard.clicked.connect(self.discard_requested)
        self._save.clicked.connect(self.save_requested)
        self._use.clicked.connect(self.use_requested)
        self._more.clicked.connect(self._on_more_clicked)
        self._left, self._middle, self._right = (
            _group(self.list, self._state, self._unsaved),
            _group(self._note, self._discard, self._save, stretch=True),
            _group(self._use, self._more, self.history),
        )
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        self._grid.setHorizontalSpacing(Space.S)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._left, 0, 0)
        self._grid.addWidget(self._right, 0, 2)
        self._grid.addWidget(self._middle, 0, 1)
        self._save.setToolTip("Ctrl+S")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is about saving onto a line of its own where all would be too narrow."""
        super().resizeEvent(event)
        place = (1, 0, 1, 3) if self.width() < _ONE_LINE * max(1.0, Theme.current().scale) else (0, 1, 1, 1)
        if self._grid.getItemPosition(self._grid.indexOf(self._middle)) != place:
            self._grid.removeWidget(self._middle)
            self._grid.addWidget(self._middle, *place)

    def note(self) -> str:
        """Return the note for the next version."""
        return self._note.text()

    def clear_note(self) -> None:
        """Empty the note, once it was saved."""
        self._note.clear()

    def show_prompt(self, shown: OpenPrompt) -> None:
        """Show how far the prompt is saved."""
        unsaved = shown.changed or not shown.versions
        if shown.versions:
            said = self.tr("Version {0}").replace("{0}", str(shown.versions[0].number))
        else:
            said = self.tr("New")
        self._state.setText(said)
        self._unsaved.setVisible(shown.changed)
        self._note.setVisible(unsaved)
        self._discard.setVisible(shown.changed and bool(shown.versions))
        self._save.setEnabled(unsaved)
        self._save.setVisible(unsaved)
        self._middle.setVisible(unsaved)

    @Slot()
    def _on_more_clicked(self) -> None:
        self.menu_requested.emit(self._more.mapToGlobal(self._more.rect().bottomLeft()))


def _group(*widgets: QWidget, stretch: bool = False) -> QWidget:
    holder = QWidget()
    layout = row(*widgets)
    if stretch:
        layout.setStretch(0, 1)
    holder.setLayout(layout)
    return holder
