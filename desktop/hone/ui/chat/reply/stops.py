"""Texts that end a reply."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from hone.domain.setup import Setup
from hone.ui.chat.reply.part import SetupPart
from hone.ui.kit.buttons import SecondaryButton
from hone.ui.kit.card import row
from hone.ui.kit.chips import Chips

_ESCAPES = (("\\", "\\\\"), ("\n", "\\n"), ("\t", "\\t"))


class Stops(SetupPart):
    """Stop strings as chips; line breaks and tabs are written \\n and \\t."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Stop strings"),
            self.tr("The reply ends before the first of these texts."),
            parent=parent,
        )
        self._stops: tuple[str, ...] = ()
        self._chips = Chips(self.title, removable=True)
        self._chips.removed.connect(self._on_removed)
        self._chips.hide()
        self._edit = QLineEdit()
        self._edit.setAccessibleName(self.tr("A text that ends the reply"))
        self._edit.setPlaceholderText(self.tr("Write \\n for a new line"))
        self._edit.returnPressed.connect(self._on_added)
        add = SecondaryButton(self.tr("Add"))
        add.clicked.connect(self._on_added)
        self.body.addWidget(self._chips)
        line = row(self._edit, add)
        line.setStretch(0, 1)
        self.body.addLayout(line)

    def show_setup(self, setup: Setup) -> None:
        self._show(setup.stop)

    def applied(self, setup: Setup) -> Setup:
        return msgspec.structs.replace(setup, stop=self._stops)

    def _show(self, stops: Sequence[str]) -> None:
        self._stops = tuple(stops)
        self._chips.set_texts([shown(stop) for stop in self._stops])

    @Slot()
    def _on_added(self) -> None:
        stop = meant(self._edit.text())
        self._edit.clear()
        if stop and stop not in self._stops:
            self._show((*self._stops, stop))
            self._change_now()

    @Slot(int)
    def _on_removed(self, index: int) -> None:
        self._show([stop for place, stop in enumerate(self._stops) if place != index])
        self._change_now()


def shown(stop: str) -> str:
    """Write a stop string in one line."""
    for sign, written in _ESCAPES:
        stop = stop.replace(sign, written)
    return stop


def meant(typed: str) -> str:
    """Return the stop string that was written in one line."""
    parts = typed.split("\\\\")
    return "\\".join(part.replace("\\n", "\n").replace("\\t", "\t") for part in parts)
