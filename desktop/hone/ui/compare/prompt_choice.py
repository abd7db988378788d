"""Choose a version of a saved prompt for a column."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from hone.domain.comparing import ColumnSettings
from hone.domain.prompts import PromptVersion, SavedPrompt
from hone.errors import HoneError
from hone.services import Services
from hone.ui.kit.picker import Option, Picker
from hone.ui.supervisor import start_task

_NONE = "none"


class Choice(msgspec.Struct, frozen=True):
    """A version, with the prompt that it is one of."""

    prompt: SavedPrompt
    version: PromptVersion

    @property
    def name(self) -> str:
        """The prompt's name, with the version's number where there are several."""
        several = self.prompt.versions > 1
        return f"{self.prompt.name} v{self.version.number}" if several else self.prompt.name


class PromptChoice(Picker):
    """`taken(choice)`, `cleared` when no saved prompt is to be used."""

    taken = Signal(object)
    cleared = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Saved prompt"), self.tr("None"), "text-aa", list_width=360, parent=parent)
        self._choices: dict[str, Choice] = {}
        self._wanted = ("", "")
        self.picked.connect(self._on_picked)
        library = services.prompts

        def read() -> list[Choice]:
            return [
                Choice(prompt, version)
                for prompt in library.prompts()
                for version in library.versions(prompt.id)
            ]

        start_task(self, read, self._on_read, self._on_failed)

    def set_current(self, version_id: str, name: str = "") -> None:
        """Show a version; one that is gone by the name it had."""
        self._wanted = (version_id, name)
        self._show_options()

    def applied(self, taken: object, settings: ColumnSettings) -> ColumnSettings:
        """Return settings with a chosen prompt in the place of what they had."""
        assert isinstance(taken, Choice)
        body = taken.version.body
        setup = settings.setup.with_prompt(body, taken.version.id, taken.name, {})
        return msgspec.structs.replace(settings, system_prompt=body.system, setup=setup)

    def _show_options(self) -> None:
        version_id, name = self._wanted
        options = [Option(_NONE, self.tr("None"), self.tr("The system prompt below, as it is written"))]
        if version_id and version_id not in self._choices:
            options.append(Option(version_id, name or self.tr("A prompt that is gone")))
        for choice in self._choices.values():
            number = self.tr("Version {0}").replace("{0}", str(choice.version.number))
            note = " · ".join(part for part in (number, choice.version.note) if part)
            options.append(Option(choice.version.id, choice.name, note, group=choice.prompt.folder))
        self.set_options(options)
        super().set_current(version_id or _NONE)

    def _on_read(self, choices: list[Choice]) -> None:
        self._choices = {choice.version.id: choice for choice in choices}
        self._show_options()

    def _on_failed(self, error: HoneError) -> None:
        self.setToolTip(error.message)
        self.failed.emit(error)

    @Slot(str)
    def _on_picked(self, key: str) -> None:
        choice = self._choices.get(key)
        if choice is not None:
            self._wanted = (choice.version.id, choice.name)
            self.taken.emit(choice)
        elif key == _NONE:
            self._wanted = ("", "")
            self.cleared.emit()


def prompt_choice(services: Services) -> PromptChoice | None:
    """Return a picker over the library of prompts; None where there is no library."""
    return PromptChoice(services) if "prompts" in type(services).__annotations__ else None
