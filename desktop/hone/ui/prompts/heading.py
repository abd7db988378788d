"""Name, folder, tags of a prompt, and what is said about it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from hone.domain.prompt_library import is_starter, tag_list
from hone.domain.prompts import SavedPrompt
from hone.ui.chat.prompting.prompt_edit import PromptEdit
from hone.ui.kit.card import column, row
from hone.ui.kit.icons import icon
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type


class PromptHeading(QWidget):
    """`described(dict of what changed)` when the cursor leaves a field that was changed."""

    described = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompt: SavedPrompt | None = None
        self.name = self._field(self.tr("Name of the prompt"))
        self.folder = self._field(self.tr("Folder"), "folder-simple")
        self.tags = self._field(self.tr("Tags, with commas between them"), "tag")
        self.about = PromptEdit(
            self.tr("About the prompt"),
            self.tr("When to use it, and what you know of its effect"),
            least=1,
            most=14,
        )
        self.about.left.connect(self._tell)
        self.name.setProperty("kind", "name")
        line = row(self.folder, self.tags)
        line.setStretch(0, 1)
        line.setStretch(1, 2)
        layout = column(self, spacing=Space.S)
        layout.addWidget(self.name)
        layout.addLayout(line)
        layout.addWidget(self.about)
        Theme.current().theme_changed.connect(self._dress)
        self._dress()

    def show_prompt(self, prompt: SavedPrompt, folders: Iterable[str]) -> None:
        """Show a prompt without a signal; what comes with Hone can only be read."""
        self._tell()
        self._prompt = prompt
        self.name.setText(prompt.name)
        self.folder.setText(prompt.folder)
        self.tags.setText(", ".join(prompt.tags))
        self.about.set_text(prompt.about)
        own = not is_starter(prompt.id)
        for edit in (self.name, self.folder, self.tags, self.about):
            edit.setReadOnly(not own)
        completer = QCompleter(sorted({folder for folder in folders if folder}), self.folder)
        self.folder.setCompleter(completer)

    def focus_name(self) -> None:
        """Let the name be written over."""
        self.name.setFocus()
        self.name.selectAll()

    def _field(self, name: str, icon_name: str = "") -> QLineEdit:
        edit = QLineEdit()
        edit.setAccessibleName(name)
        edit.setPlaceholderText(name)
        if icon_name:
            edit.setTextMargins(-Space.S, 0, 0, 0)
            edit.addAction(icon(icon_name, "text_faint"), QLineEdit.ActionPosition.LeadingPosition)
        edit.editingFinished.connect(self._tell)
        return edit

    @Slot()
    def _dress(self) -> None:
        font: QFont = Theme.current().font(Type.TITLE)
        # A title that shows its frame only where it is about to be written.
        colours = Theme.current().colours
        self.name.setStyleSheet(
            f"QLineEdit {{ font-size: {font.pixelSize()}px; font-weight: 600; background: transparent;"
            " border: 1px solid transparent; padding: 4px 8px; margin-left: -9px; }"
            f" QLineEdit:hover {{ border-color: {colours.border_strong}; }}"
            f" QLineEdit:focus {{ border: 2px solid {colours.focus}; padding: 3px 7px; }}"
        )

    @Slot()
    def _tell(self) -> None:
        prompt = self._prompt
        if prompt is None or is_starter(prompt.id):
            return
        values: dict[str, object] = {
            "name": " ".join(self.name.text().split()) or prompt.name,
            "folder": self.folder.text().strip(),
            "tags": tag_list(self.tags.text()),
            "about": self.about.text(),
        }
        changed = {key: value for key, value in values.items() if getattr(prompt, key) != value}
        if changed:
            self._prompt = None  # told once; the page shows it as it was kept
            self.described.emit(changed)
