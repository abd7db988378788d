"""The values of a prompt's variables: a row per variable with what it is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from hone.domain.prompts import Variable
from hone.ui.chat.prompting.value_editors import EDITORS, ValueEditor
from hone.ui.kit.buttons import IconButton
from hone.ui.kit.card import column, row
from hone.ui.kit.text import CaptionLabel, MonoLabel
from hone.ui.kit.tokens import Space


class ValueRow(QWidget):
    """One variable with its editor. `edited(value)` when the person changes it."""

    edited = Signal(str)
    failed = Signal(object)

    def __init__(self, variable: Variable, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.variable = variable
        self.editor: ValueEditor = EDITORS[variable.kind](variable)
        self.editor.set_value(value)
        self.editor.edited.connect(self._on_edited)
        self.editor.failed.connect(self.failed)
        self._reset = IconButton("arrow-counter-clockwise", "", "text_faint", size=14)
        self._reset.setFixedSize(QSize(22, 22))
        self._reset.set_name(self.tr("Back to the default of {0}").replace("{0}", variable.name))
        keep = self._reset.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(keep)
        self._reset.clicked.connect(self._on_reset)
        layout = column(self, spacing=2)
        layout.addLayout(row(MonoLabel(variable.name), None, self._reset))
        layout.addWidget(self.editor)
        if variable.help:
            layout.addWidget(CaptionLabel(variable.help))
        self._show_reset()

    def set_value(self, value: str) -> None:
        """Show a value without a signal."""
        self.editor.set_value(value)
        self._show_reset()

    def _show_reset(self) -> None:
        self._reset.setVisible(self.editor.value() != self.variable.default)

    def _on_edited(self, value: str) -> None:
        self._show_reset()
        self.edited.emit(value)

    def _on_reset(self) -> None:
        self.set_value(self.variable.default)
        self.edited.emit(self.variable.default)


class ValueForm(QWidget):
    """Rows for variables. `edited(name, value)` when the person changes one."""

    edited = Signal(str, str)
    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ValueRow] = []
        self._empty = CaptionLabel("", "warning")
        self._column = column(self, spacing=Space.M)
        self._column.addWidget(self._empty)

    def show_values(self, variables: Sequence[Variable], values: Mapping[str, str]) -> None:
        """Show values without a signal; rows of variables that stay the same keep the cursor."""
        if [each.variable for each in self._rows] != list(variables):
            for each in self._rows:
                each.hide()
                each.deleteLater()
            self._rows = [self._make(variable, values) for variable in variables]
        for each in self._rows:
            each.set_value(values.get(each.variable.name, each.variable.default))
        self._show_empty()

    def enter_first_empty(self) -> None:
        """Put the cursor into the first variable without a value, if there is one."""
        found = next((each.editor for each in self._rows if not each.editor.value()), None)
        field = found.nextInFocusChain() if found is not None else None
        while found is not None and field is not None and found.isAncestorOf(field):
            if field.focusPolicy() & Qt.FocusPolicy.TabFocus:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            field = field.nextInFocusChain()

    @property
    def note(self) -> str:
        """What is said about variables without a value; "" when each has one."""
        return self._empty.text()

    def _show_empty(self) -> None:
        """Name what has no value: the model reads a gap there, which nobody sees in the conversation."""
        names = ", ".join(each.variable.name for each in self._rows if not each.editor.value())
        said = self.tr("Without a value: {0}. The model gets nothing in these places.")
        self._empty.setText(said.replace("{0}", names) if names else "")
        self._empty.setVisible(bool(names))

    def editor(self, name: str) -> ValueEditor:
        """Return the editor of a variable."""
        return next(each.editor for each in self._rows if each.variable.name == name)

    def _make(self, variable: Variable, values: Mapping[str, str]) -> ValueRow:
        made = ValueRow(variable, values.get(variable.name, variable.default))
        made.edited.connect(partial(self.edited.emit, variable.name))
        made.edited.connect(self._show_empty)
        made.failed.connect(self.failed)
        self._column.addWidget(made)
        return made
