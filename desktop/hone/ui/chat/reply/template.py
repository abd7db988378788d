"""Variables that the model's own chat template reads, such as whether it thinks first."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hone.domain.fields import Field, Kind
from hone.domain.setup import Setup
from hone.domain.template_variables import variables_of
from hone.ui.chat.reply.part import SetupPart
from hone.ui.declared_texts import field_words
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.text import CaptionLabel, Label
from hone.ui.kit.tokens import Space

_OWN, _ON, _OFF = "own", "on", "off"


class TemplateVariables(SetupPart):
    """A row per known variable; hidden where the template reads none of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Chat template"),
            self.tr("What the template of this model can be told."),
            parent=parent,
        )
        self._rows: dict[str, _Choice] = {}
        self._told: dict[str, Any] = {}
        self.hide()

    def set_template(self, template: str) -> None:
        """Offer what a template reads."""
        fields = variables_of(template)
        self.setVisible(bool(fields))
        if [field.name for field in fields] == list(self._rows):
            return
        for old in self._rows.values():
            old.hide()
            old.deleteLater()
        self._rows = {field.name: _Choice(field_words(field)) for field in fields}
        for line in self._rows.values():
            line.changed.connect(self._change_now)
            self.body.addWidget(line)
        self._show()

    def show_setup(self, setup: Setup) -> None:
        self._told = setup.template_variables
        self._show()

    def applied(self, setup: Setup) -> Setup:
        kept = {name: value for name, value in setup.template_variables.items() if name not in self._rows}
        told = {name: line.value() for name, line in self._rows.items() if line.value() is not None}
        return msgspec.structs.replace(setup, template_variables=kept | told)

    def _show(self) -> None:
        for name, line in self._rows.items():
            line.set_value(self._told.get(name))


class _Choice(QWidget):
    """One of a variable's values, or the template's own, which is told as nothing."""

    changed = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        options = [(_OWN, self.tr("Its own"))]
        if field.kind is Kind.FLAG:
            self._values: dict[str, Any] = {_ON: True, _OFF: False}
            options += [(_ON, self.tr("On")), (_OFF, self.tr("Off"))]
        else:
            self._values = {choice: choice for choice in field.choices}
            options += [(choice, choice) for choice in field.choices]
        self._control = Segmented(field.label, options)
        self._control.chosen.connect(self._on_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(Label(field.label))
        layout.addWidget(CaptionLabel(field.help, "muted"))
        layout.addWidget(self._control)

    def value(self) -> Any:
        """Return what the template is told; None for nothing."""
        return self._values.get(self._control.current())

    def set_value(self, value: Any) -> None:
        """Show what the template is told; no signal."""
        known = (key for key, each in self._values.items() if type(each) is type(value) and each == value)
        self._control.set_current(next(known, _OWN))

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self.changed.emit()
