"""One editor per kind of variable. Each has `value()`, `set_value()` and the signal `edited`."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from hone.domain.prompts import Variable, VariableKind
from hone.errors import HoneError
from hone.services.examples import read_value
from hone.ui.chat.prompting.prompt_edit import PromptEdit
from hone.ui.kit.buttons import IconButton, SecondaryButton
from hone.ui.kit.card import column, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.option_list import Option
from hone.ui.kit.picker import Picker
from hone.ui.kit.quantities import count_text
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type
from hone.ui.supervisor import start_task


class ValueEditor(QWidget):
    """Base of the editors; a value is always a text. `failed(HoneError)` when a file cannot be read."""

    edited = Signal(str)
    failed = Signal(object)

    def __init__(self, variable: Variable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.variable = variable
        self.box = column(self, spacing=Space.XS)

    def value(self) -> str:
        """Return what is set."""
        raise NotImplementedError

    def set_value(self, value: str) -> None:
        """Show a value without a signal."""
        raise NotImplementedError


class LineValue(ValueEditor):
    """A line of text."""

    def __init__(self, variable: Variable, parent: QWidget | None = None) -> None:
        super().__init__(variable, parent)
        self.edit = self._make_edit()
        self.edit.setAccessibleName(variable.name)
        self.edit.setAccessibleDescription(variable.help)
        self.edit.textChanged.connect(self._on_text_changed)
        self.box.addWidget(self.edit)

    def value(self) -> str:
        return self.edit.text()

    def set_value(self, value: str) -> None:
        if value != self.edit.text():
            self.edit.blockSignals(True)
            self.edit.setText(value)
            self.edit.blockSignals(False)

    def _make_edit(self) -> QLineEdit:
        return QLineEdit()

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self.edited.emit(text)


class _NumberLine(QLineEdit):
    """Up and Down count; what is no number is marked."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {int(Qt.Key.Key_Up): 1, int(Qt.Key.Key_Down): -1}.get(event.key())
        number = number_of(self.text())
        if step is None or number is None:
            super().keyPressEvent(event)
        else:
            self.setText(f"{number + step:g}")


class NumberValue(LineValue):
    """A number, written as it goes into the prompt."""

    def __init__(self, variable: Variable, parent: QWidget | None = None) -> None:
        super().__init__(variable, parent)
        self._problem = CaptionLabel(self.tr("This is no number."), "danger")
        self._problem.hide()
        self.edit.textChanged.connect(self._show_sense)
        self.box.addWidget(self._problem)

    def set_value(self, value: str) -> None:
        super().set_value(value)
        self._show_sense()

    def _make_edit(self) -> QLineEdit:
        edit = _NumberLine()
        edit.setMaximumWidth(160)
        return edit

    @Slot()
    def _show_sense(self) -> None:
        wrong = bool(self.edit.text()) and number_of(self.edit.text()) is None
        if self.edit.property("state") != ("wrong" if wrong else ""):
            self.edit.setProperty("state", "wrong" if wrong else "")
            self._problem.setVisible(wrong)
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)


class LongValue(ValueEditor):
    """Text of several lines."""

    def __init__(self, variable: Variable, parent: QWidget | None = None) -> None:
        super().__init__(variable, parent)
        self.edit = PromptEdit(variable.name, least=3, most=10)
        self.edit.setAccessibleDescription(variable.help)
        self.edit.edited.connect(self._on_edited)
        self.box.addWidget(self.edit)

    def value(self) -> str:
        return self.edit.text()

    def set_value(self, value: str) -> None:
        self.edit.set_text(value)

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit(self.edit.text())


class ChoiceValue(ValueEditor):
    """One of the variable's choices; a value that is none of them stays as it is."""

    def __init__(self, variable: Variable, parent: QWidget | None = None) -> None:
        super().__init__(variable, parent)
        self.picker = Picker(variable.name, self.tr("Choose"), width=220, list_width=280)
        self.picker.setAccessibleDescription(variable.help)
        self.picker.picked.connect(self._on_picked)
        self.box.addWidget(self.picker)
        self._show(variable.default)

    def value(self) -> str:
        return self.picker.current()

    def set_value(self, value: str) -> None:
        self._show(value)

    def _show(self, value: str) -> None:
        choices = list(dict.fromkeys((*self.variable.choices, *([value] if value else []))))
        self.picker.set_options([Option(choice, choice) for choice in choices], value)

    @Slot(str)
    def _on_picked(self, key: str) -> None:
        self.edited.emit(key)


class FileValue(ValueEditor):
    """The text of a file, read when it is chosen."""

    def __init__(self, variable: Variable, parent: QWidget | None = None) -> None:
        super().__init__(variable, parent)
        self._text = ""
        self._choose = SecondaryButton(self.tr("Choose a file…"), "file-text")
        self._choose.setAccessibleName(self.tr("Choose a file for {0}").replace("{0}", variable.name))
        self._choose.setAccessibleDescription(variable.help)
        self._clear = IconButton("x", self.tr("Leave {0} empty").replace("{0}", variable.name), size=14)
        self._told = ElidedLabel("", Type.CAPTION, "muted")
        self._choose.clicked.connect(self._on_choose_clicked)
        self._clear.clicked.connect(self._on_clear_clicked)
        line = row(self._choose, self._told, self._clear)
        line.setStretch(1, 1)
        # Without an alignment the label's fixed height would be that of the whole line.
        line.setAlignment(self._told, Qt.AlignmentFlag.AlignVCenter)
        self.box.addLayout(line)
        self._show()

    def value(self) -> str:
        return self._text

    def set_value(self, value: str) -> None:
        if value != self._text:
            self._text = value
            self._show()

    def read(self, path: Path) -> None:
        """Take the text of a file."""
        start_task(self, lambda: read_value(path), self._on_read, self._on_not_read)

    def _show(self) -> None:
        said = self.tr("{0} characters: {1}").replace("{0}", count_text(len(self._text)))
        self._told.setText(said.replace("{1}", " ".join(self._text[:200].split())) if self._text else "")
        self._clear.setVisible(bool(self._text))

    @Slot()
    def _on_choose_clicked(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Text for {0}").replace("{0}", self.variable.name)
        )
        if name:
            self.read(Path(name))

    @Slot()
    def _on_clear_clicked(self) -> None:
        self.set_value("")
        self.edited.emit("")

    @Slot(object)
    def _on_read(self, text: str) -> None:
        self.set_value(text)
        self.edited.emit(text)

    @Slot(object)
    def _on_not_read(self, error: HoneError) -> None:
        self.failed.emit(error)


EDITORS: dict[VariableKind, type[ValueEditor]] = {
    VariableKind.TEXT: LineValue,
    VariableKind.LONG_TEXT: LongValue,
    VariableKind.CHOICE: ChoiceValue,
    VariableKind.NUMBER: NumberValue,
    VariableKind.FILE: FileValue,
}


def number_of(text: str) -> float | None:
    """Read a number with a point or a comma; None for anything else."""
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return None
