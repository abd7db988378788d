"""A big number with its name."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from hone.ui.kit.card import Card
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type


class StatTile(Card):
    """Name above, value large, a note below."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Space.M, 2, parent)
        self._title = name
        self._name = ElidedLabel(name, Type.CAPTION, "muted")
        self._value = ElidedLabel("–", Type.TITLE)
        self._note = ElidedLabel("", Type.CAPTION, "faint")
        for label in (self._name, self._value, self._note):
            self.body.addWidget(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(96)
        self.setAccessibleName(name)

    @property
    def value(self) -> str:
        """The value as shown."""
        return self._value.text()

    def set_value(self, value: str, note: str = "", tone: str = "") -> None:
        """Show a value, and a note in a tone."""
        self._value.setText(value or "–")
        self._note.setText(note)
        self._note.set_tone(tone or "faint")
        self.setAccessibleName(f"{self._title}: {value} {note}".strip())
