"""The variables of a prompt: what each holds, found by itself in the texts."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit, QWidget

from hone.domain.prompts import Variable, VariableKind
from hone.ui.chat.prompting.value_editors import EDITORS
from hone.ui.kit.buttons import IconButton
from hone.ui.kit.card import Card, column, row
from hone.ui.kit.option_list import Option
from hone.ui.kit.picker import Picker
from hone.ui.kit.text import Badge, CaptionLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type

KIND_WORDS = {
    VariableKind.TEXT: QT_TRANSLATE_NOOP("VariableRow", "Text"),
    VariableKind.LONG_TEXT: QT_TRANSLATE_NOOP("VariableRow", "Long text"),
    VariableKind.CHOICE: QT_TRANSLATE_NOOP("VariableRow", "Choice"),
    VariableKind.NUMBER: QT_TRANSLATE_NOOP("VariableRow", "Number"),
    VariableKind.FILE: QT_TRANSLATE_NOOP("VariableRow", "File"),
}


class VariableRow(Card):
    """One variable. `edited` for all but the name, which `renamed(new name)` asks for."""

    edited = Signal()
    renamed = Signal(str)
    removed = Signal()
    failed = Signal(object)

    def __init__(self, variable: Variable, parent: QWidget | None = None) -> None:
        super().__init__(padding=Space.M, spacing=Space.S, parent=parent)
        self._variable = variable
        name = variable.name
        self.setAccessibleName(self.tr("Variable {0}").replace("{0}", name))
        self.name = QLineEdit(name)
        self.name.setAccessibleName(self.tr("Name of the variable {0}").replace("{0}", name))
        self.name.setMaximumWidth(240)
        self.name.editingFinished.connect(self._on_name_finished)
        self._kind = Picker(self.tr("Kind of {0}").replace("{0}", name), width=140, list_width=180)
        words = {
            kind: QCoreApplication.translate("VariableRow", str(word)) for kind, word in KIND_WORDS.items()
        }
        self._kind.set_options([Option(kind.value, word) for kind, word in words.items()])
        self._kind.set_current(variable.kind.value)
        self._kind.picked.connect(self._on_kind_picked)
        self._unused = Badge(self.tr("not used"), "warning")
        self._remove = IconButton("trash", self.tr("Remove {0}").replace("{0}", name), size=16)
        self._remove.clicked.connect(self.removed)
        self._choices = QLineEdit(", ".join(variable.choices))
        self._choices.setAccessibleName(self.tr("Choices of {0}").replace("{0}", name))
        self._choices.setPlaceholderText(self.tr("Choices: one, two, three"))
        self._choices.textEdited.connect(self._on_choices_edited)
        self._help = QLineEdit(variable.help)
        self._help.setAccessibleName(self.tr("Help for {0}").replace("{0}", name))
        self._help.setPlaceholderText(self.tr("What to fill in"))
        self._help.textEdited.connect(self._on_help_edited)
        self._default_title = CaptionLabel(self.tr("Default"), wrap=False)
        self._default_room = column(spacing=0)
        help_title, help_room = CaptionLabel(self.tr("Help"), wrap=False), column(spacing=0)
        help_room.addWidget(self._help)
        self._make_default()
        head = row(self.name, self._kind, self._choices, self._unused, None, self._remove)
        head.setStretch(0, 2)
        head.setStretch(2, 3)
        self.body.addLayout(head)
        below = row(spacing=Space.M)
        for title, room in ((self._default_title, self._default_room), (help_title, help_room)):
            half = column(spacing=2)
            half.addWidget(title)
            half.addLayout(room)
            half.addStretch(1)
            below.addLayout(half, 1)
        self.body.addLayout(below)
        self._choices.setVisible(variable.kind is VariableKind.CHOICE)
        Theme.current().theme_changed.connect(self._dress)
        self._dress()

    def variable(self) -> Variable:
        """Return the variable as it is described."""
        return self._variable

    def set_used(self, used: bool) -> None:
        """Mark a variable that stands in no text; only such a one can be removed."""
        self._unused.setVisible(not used)
        self._remove.setVisible(not used)

    def _make_default(self) -> None:
        while (item := self._default_room.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        editor = EDITORS[self._variable.kind](self._variable)
        editor.set_value(self._variable.default)
        editor.edited.connect(self._on_default_edited)
        editor.failed.connect(self.failed)
        self._default_room.addWidget(editor)

    def _change(self, **values: object) -> None:
        self._variable = msgspec.structs.replace(self._variable, **values)
        self.edited.emit()

    @Slot()
    def _dress(self) -> None:
        font: QFont = Theme.current().font(Type.MONO)
        self.name.setFont(font)

    @Slot()
    def _on_name_finished(self) -> None:
        name = self.name.text().strip()
        if name != self._variable.name:
            self.renamed.emit(name)

    @Slot(str)
    def _on_kind_picked(self, key: str) -> None:
        self._change(kind=VariableKind(key))
        self._choices.setVisible(self._variable.kind is VariableKind.CHOICE)
        self._make_default()

    @Slot(str)
    def _on_choices_edited(self, text: str) -> None:
        choices = tuple(dict.fromkeys(choice.strip() for choice in text.split(",") if choice.strip()))
        self._change(choices=choices)
        self._make_default()

    @Slot(str)
    def _on_help_edited(self, text: str) -> None:
        self._change(help=text)

    @Slot(str)
    def _on_default_edited(self, value: str) -> None:
        self._change(default=value)


class VariableRows(QWidget):
    """Rows for all variables. `rename_requested(old, new)` is answered by showing the variables again."""

    edited = Signal()
    rename_requested = Signal(str, str)
    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[VariableRow] = []
        self._hint = CaptionLabel(
            self.tr("Write {{name}} into a text, and the variable appears here with its kind and default.")
        )
        self._column = column(self, spacing=Space.S)
        self._column.addWidget(self._hint)

    def variables(self) -> tuple[Variable, ...]:
        """Return the variables as they are described."""
        return tuple(each.variable() for each in self._rows)

    def show_variables(self, variables: Sequence[Variable], used: Sequence[str]) -> None:
        """Show variables without a signal; rows that say the same stay, with the cursor in them."""
        kept: dict[Variable, VariableRow | None] = {each.variable(): each for each in self._rows}
        rows = [kept.pop(variable, None) or self._make(variable) for variable in variables]
        for gone in filter(None, kept.values()):
            gone.hide()
            gone.deleteLater()
        if rows != self._rows:
            for place, each in enumerate(rows, 1):
                if self._column.indexOf(each) != place:
                    self._column.insertWidget(place, each)
        self._rows = rows
        for each in rows:
            each.set_used(each.variable().name in used)
        self._hint.setVisible(not rows)

    def forget(self, name: str) -> None:
        """Drop the row of a variable, so that it is shown anew as it is."""
        for each in [known for known in self._rows if known.variable().name == name]:
            self._rows.remove(each)
            each.hide()
            each.deleteLater()

    def _make(self, variable: Variable) -> VariableRow:
        made = VariableRow(variable)
        made.edited.connect(self.edited)
        made.failed.connect(self.failed)
        made.renamed.connect(lambda new: self.rename_requested.emit(made.variable().name, new))
        made.removed.connect(lambda: self._on_removed(made))
        return made

    def _on_removed(self, of: VariableRow) -> None:
        self._rows.remove(of)
        of.hide()
        of.deleteLater()
        self._hint.setVisible(not self._rows)
        self.edited.emit()
