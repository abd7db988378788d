"""The prompts that the model is asked with, to be read and changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from hone.services.row_drafting.prompt_texts import PromptText
from hone.ui.chat.prompting.prompt_edit import PromptEdit
from hone.ui.kit.buttons import GhostButton
from hone.ui.kit.card import column, row
from hone.ui.kit.text import CaptionLabel, StrongLabel
from hone.ui.kit.tokens import Space

_LABELS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("DraftInstructions", "New prompts"),
    QT_TRANSLATE_NOOP("DraftInstructions", "Replies"),
    QT_TRANSLATE_NOOP("DraftInstructions", "Questions and answers"),
    QT_TRANSLATE_NOOP("DraftInstructions", "Other words"),
    QT_TRANSLATE_NOOP("DraftInstructions", "Beginning of the text"),
)


class Instructions(QWidget):
    """One field per prompt of the way; `changed` when the person writes."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts: tuple[PromptText, ...] = ()
        self._edits: dict[str, PromptEdit] = {}
        self._resets: dict[str, GhostButton] = {}
        self._own: dict[str, str] = {}
        self._column = column(self, spacing=Space.S)

    def own(self) -> dict[str, str]:
        """Return the prompts that the person changed, of all ways, by their keys."""
        return dict(self._own)

    def show_prompts(self, prompts: Sequence[PromptText], own: Mapping[str, str]) -> None:
        """Show these prompts, in the person's own words where there are any."""
        self._own = dict(own)
        if tuple(prompts) == self._prompts:
            for prompt in prompts:
                self._edits[prompt.key].set_text(self._own.get(prompt.key) or prompt.text)
                self._tell(prompt)
            return
        self._prompts = tuple(prompts)
        self._clear()
        for prompt in prompts:
            self._add(prompt)

    def reset(self) -> None:
        """Show all prompts of the way as they come with Hone."""
        for prompt in self._prompts:
            self._on_reset(prompt)

    def _add(self, prompt: PromptText) -> None:
        label = QCoreApplication.translate("DraftInstructions", prompt.label)
        edit = PromptEdit(self.tr("Instruction: {0}").replace("{0}", label), least=2, most=12)
        edit.set_text(self._own.get(prompt.key) or prompt.text)
        edit.edited.connect(partial(self._on_edited, prompt))
        reset = GhostButton(self.tr("Reset"), "arrow-counter-clockwise")
        reset.setAccessibleName(self.tr("Reset the instruction: {0}").replace("{0}", label))
        reset.clicked.connect(partial(self._on_reset, prompt))
        self._edits[prompt.key], self._resets[prompt.key] = edit, reset
        self._column.addLayout(row(StrongLabel(label), None, reset))
        self._column.addWidget(edit)
        if prompt.variables:
            names = "  ".join("{{" + name + "}}" for name in prompt.variables)
            said = self.tr("Filled in: {0}").replace("{0}", names)
            self._column.addWidget(CaptionLabel(said, "faint"))
        self._tell(prompt)

    def _clear(self) -> None:
        self._edits.clear()
        self._resets.clear()
        while (item := self._column.takeAt(0)) is not None:
            inner, widget = item.layout(), item.widget()
            while inner is not None and (part := inner.takeAt(0)) is not None:
                _remove(part.widget())
            _remove(widget)

    def _tell(self, prompt: PromptText) -> None:
        self._resets[prompt.key].setVisible(prompt.key in self._own)

    def _on_edited(self, prompt: PromptText) -> None:
        said = self._edits[prompt.key].text()
        if not said.strip() or said == prompt.text:
            self._own.pop(prompt.key, None)
        else:
            self._own[prompt.key] = said
        self._tell(prompt)
        self.changed.emit()

    def _on_reset(self, prompt: PromptText, _checked: bool = False) -> None:
        self._own.pop(prompt.key, None)
        self._edits[prompt.key].set_text(prompt.text)
        self._tell(prompt)
        self.changed.emit()


def _remove(widget: QWidget | None) -> None:
    if widget is not None:
        widget.hide()
        widget.deleteLater()
