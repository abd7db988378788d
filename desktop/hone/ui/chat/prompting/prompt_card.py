"""Which prompt a conversation uses: its name, its version, whether it was edited here, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from hone.domain.prompt_library import Found
from hone.domain.prompts import PromptVersion, SavedPrompt
from hone.domain.setup import Setup
from hone.ui.kit.buttons import GhostButton, IconButton, PrimaryButton, SecondaryButton
from hone.ui.kit.card import column, row
from hone.ui.kit.option_list import Option
from hone.ui.kit.picker import Picker, PickerAction
from hone.ui.kit.quantities import day_text, time_text
from hone.ui.kit.text import Badge, CaptionLabel
from hone.ui.kit.tokens import Space

_NEW, _LIBRARY = "new", "library"


class PromptCard(QWidget):
    """All signals are requests; the panel answers with `show_state`."""

    prompt_picked = Signal(str)
    version_picked = Signal(str)
    save_requested = Signal()
    save_as_new_requested = Signal()
    revert_requested = Signal()
    unload_requested = Signal()
    open_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompt = Picker(self.tr("Prompt"), self.tr("Choose a prompt"), "book-open", 240, 380)
        self._prompt.set_actions(
            [
                PickerAction(_NEW, self.tr("Save what is here as a new prompt"), "plus"),
                PickerAction(_LIBRARY, self.tr("Open the library"), "book-open"),
            ]
        )
        self._version = Picker(self.tr("Version"), "", "", 120, 320)
        self._edited = Badge(self.tr("edited here"), "warning")
        self._unload = IconButton("x", self.tr("Unload the prompt"), size=16)
        self._open = IconButton("arrow-square-out", self.tr("Open in the library"), size=16)
        self._save = PrimaryButton(self.tr("Save as a new version"), "floppy-disk")
        self._revert = GhostButton(self.tr("Back to the saved text"), "arrow-counter-clockwise")
        self._keep = SecondaryButton(self.tr("Save as a prompt"), "floppy-disk")
        self._said = CaptionLabel("")
        self._about = CaptionLabel("")
        self._lay_out()
        self._connect()

    @Slot()
    def open_list(self) -> None:
        """Open the list of prompts."""
        self._prompt.open_list()

    def show_state(
        self,
        prompts: Sequence[SavedPrompt],
        setup: Setup,
        found: Found | None,
        versions: Sequence[PromptVersion],
        edited: bool,
    ) -> None:
        """Show what is in use; `found` is None while nothing is, or when it is gone from the library."""
        used = bool(setup.prompt_version_id)
        options = [_prompt_option(prompt) for prompt in prompts]
        key = found.prompt.id if found else ""
        if used and found is None:
            key = setup.prompt_version_id
            options.insert(0, Option(key, setup.prompt_name))
        self._prompt.set_options(options, key)
        self._version.set_options([self._version_option(v) for v in versions], setup.prompt_version_id)
        self._line.setVisible(used)
        self._version.setVisible(bool(versions))
        self._edited.setVisible(edited)
        self._save.setVisible(edited)
        self._revert.setVisible(edited)
        self._keep.setVisible(not used)
        self._about.setText(found.prompt.about if found else "")
        self._about.setVisible(bool(found and found.prompt.about))
        if not used:
            said = self.tr("A prompt brings a system prompt, variables, examples and the reply's form.")
        elif found is None:
            said = self.tr("This version is not in the library any more. The conversation keeps its text.")
        else:
            said = ""
        self._said.setText(said)
        self._said.setVisible(bool(said))

    def set_saveable(self, saveable: bool) -> None:
        """Whether there is anything to save as a prompt."""
        self._keep.setEnabled(saveable)

    def _lay_out(self) -> None:
        self._line = QWidget()
        self._line.setLayout(row(self._version, self._edited, None, self._open, self._unload))
        layout = column(self, spacing=Space.S)
        for widget in (
            self._prompt,
            self._line,
            self._said,
            self._save,
            self._revert,
            self._keep,
            self._about,
        ):
            layout.addWidget(widget)

    def _connect(self) -> None:
        self._prompt.picked.connect(self.prompt_picked)
        self._prompt.action_requested.connect(self._on_action)
        self._version.picked.connect(self.version_picked)
        self._save.clicked.connect(self.save_requested)
        self._keep.clicked.connect(self.save_as_new_requested)
        self._revert.clicked.connect(self.revert_requested)
        self._unload.clicked.connect(self.unload_requested)
        self._open.clicked.connect(self.open_requested)

    def _version_option(self, version: PromptVersion) -> Option:
        title = self.tr("Version {0}").replace("{0}", str(version.number))
        when = f"{day_text(version.created_at)} {time_text(version.created_at)}"
        return Option(version.id, title, f"{version.note} · {when}" if version.note else when)

    @Slot(str)
    def _on_action(self, key: str) -> None:
        (self.save_as_new_requested if key == _NEW else self.open_requested).emit()


def _prompt_option(prompt: SavedPrompt) -> Option:
    return Option(prompt.id, prompt.name, ", ".join(prompt.tags), group=prompt.folder)
