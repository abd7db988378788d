"""Over the text: whether it is saved, the note for the next version, and what to do with the prompt."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from hone.ui.kit.buttons import GhostButton, IconButton, PrimaryButton, SecondaryButton
from hone.ui.kit.card import row
from hone.ui.kit.text import Badge, CaptionLabel
from hone.ui.kit.tokens import Space
from hone.ui.prompts.desk import OpenPrompt


class SaveBar(QWidget):
    """All signals are requests; the page answers with `show_prompt`."""

    save_requested = Signal()
    discard_requested = Signal()
    use_requested = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "header")
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
        said = (self.list, self._state, self._unsaved, self._note)
        layout = row(*said, None, self._discard, self._save, self._use, self._more, self.history)
        layout.setStretch(3, 100)
        layout.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        self.setLayout(layout)
        self._save.setToolTip("Ctrl+S")

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

    @Slot()
    def _on_more_clicked(self) -> None:
        self.menu_requested.emit(self._more.mapToGlobal(self._more.rect().bottomLeft()))
