"""The user's own presets of sampling parameters."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hone.domain.sampling import Sampling
from hone.domain.user_presets import UserPreset, preset_named_by, renamed, saved, without
from hone.errors import BadInput
from hone.ui.chat.conversation_asking import NamePopover
from hone.ui.chat.reply_details import sampling_words
from hone.ui.kit.picker import Option, Picker, PickerAction
from hone.ui.page import Shell
from hone.ui.supervisor import start_task

_SAVE, _RENAME, _DELETE = "save", "rename", "delete"


class UserPresets(QWidget):
    """A list of presets with what can be done with them. `chosen(UserPreset)` asks to apply one."""

    chosen = Signal(object)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell, self._settings = shell, shell.services.settings
        self._sampling = Sampling()
        self._picker = Picker(
            self.tr("Your presets"), self.tr("Your presets"), "bookmark-simple", list_width=300
        )
        self._picker.picked.connect(self._on_picked)
        self._picker.action_requested.connect(self._on_action_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._picker, 1)
        self._presets: tuple[UserPreset, ...] = self._settings.get().presets
        self._show()

    def set_sampling(self, sampling: Sampling) -> None:
        """Show which preset the parameters are, if any."""
        self._sampling = sampling
        self._presets = self._settings.get().presets
        self._show()

    def save_as(self, name: str) -> None:
        """Keep the present parameters under a name."""
        try:
            self._keep(saved(self._presets, name, self._sampling))
        except BadInput as error:
            self._shell.tell_error(error)
            return
        self._shell.notify(self.tr("Preset saved: {0}").replace("{0}", name))

    def rename(self, old: str, new: str) -> None:
        """Give a preset another name."""
        try:
            self._keep(renamed(self._presets, old, new))
        except BadInput as error:
            self._shell.tell_error(error)

    def delete(self, name: str) -> None:
        """Take a preset away; the notice gives it back."""
        before = self._presets
        self._keep(without(before, name))
        said = self.tr("Preset deleted: {0}").replace("{0}", name)
        self._shell.notify(said, self.tr("Undo"), lambda: self._keep(before))

    def _keep(self, presets: tuple[UserPreset, ...]) -> None:
        self._presets = presets
        self._show()
        settings = self._settings
        start_task(self, lambda: settings.change(presets=presets), None, self._shell.tell_error)

    def _show(self) -> None:
        current = preset_named_by(self._presets, self._sampling)
        options = [Option(each.name, each.name, sampling_words(each.sampling)) for each in self._presets]
        self._picker.set_options(options, current)
        actions = [PickerAction(_SAVE, self.tr("Save these parameters…"), "plus")]
        if current:
            rename = self.tr("Rename {0}…").replace("{0}", current)
            delete = self.tr("Delete {0}").replace("{0}", current)
            actions += [
                PickerAction(_RENAME, rename, "pencil-simple"),
                PickerAction(_DELETE, delete, "trash"),
            ]
        self._picker.set_actions(actions)

    @Slot(str)
    def _on_picked(self, name: str) -> None:
        self.chosen.emit(next(preset for preset in self._presets if preset.name == name))

    @Slot(str)
    def _on_action_requested(self, key: str) -> None:
        current = self._picker.current()
        if key == _DELETE:
            self.delete(current)
            return
        title = self.tr("Name of the preset")
        hint = self.tr("Length and seed are not part of it.")
        asking = NamePopover(
            self._picker,
            title,
            self.tr("Save"),
            hint,
            current if key == _RENAME else "",
            [preset.name for preset in self._presets] if key == _SAVE else (),
        )
        if key == _RENAME:
            asking.given.connect(lambda name: self.rename(current, name))
        else:
            asking.given.connect(self.save_as)
        asking.ask()
