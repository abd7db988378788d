"""How many replies are made at once, and whether they are made exactly."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from hone.domain.fields import Field, Kind
from hone.domain.generation import Feature
from hone.domain.setup import Setup
from hone.services.speaking import MOST_COMPLETIONS
from hone.ui.chat.reply.part import SetupPart
from hone.ui.kit.card import row
from hone.ui.kit.fields import FieldRow
from hone.ui.kit.switch import Switch
from hone.ui.kit.text import Label


class Samples(SetupPart):
    """The number of replies to each message."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Replies at once"),
            self.tr("Each is a branch of its own: switch between them below the reply."),
            parent=parent,
        )
        field = Field(
            name="completions",
            label=self.tr("Number of replies"),
            kind=Kind.INTEGER,
            default=1,
            minimum=1,
            maximum=MOST_COMPLETIONS,
            help=self.tr("They are read once and made together. A fixed seed is raised by one for each."),
        )
        self._row = FieldRow(field)
        self._row.value_changed.connect(self._change_soon)
        self.body.addWidget(self._row)

    def show_setup(self, setup: Setup) -> None:
        self._row.set_value(min(MOST_COMPLETIONS, max(1, setup.completions)))

    def applied(self, setup: Setup) -> Setup:
        return msgspec.structs.replace(setup, completions=int(self._row.value()))


class Exactness(SetupPart):
    """Exact mode: the same request gives the same reply."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Exact mode"),
            self.tr(
                "Each request is read alone and anew: the same seed gives the same reply, whatever else "
                "runs. Slower in long conversations."
            ),
            Feature.EXACT,
            parent,
        )
        self._switch = Switch(self.tr("Exact mode"))
        self._switch.toggled.connect(self._on_toggled)
        self.body.addLayout(row(Label(self.tr("Make replies exactly")), None, self._switch))

    def show_setup(self, setup: Setup) -> None:
        self._switch.blockSignals(True)
        self._switch.setChecked(setup.exact)
        self._switch.blockSignals(False)

    def applied(self, setup: Setup) -> Setup:
        return msgspec.structs.replace(setup, exact=self._switch.isChecked())

    def _show_lacking(self, lacks: bool) -> None:
        self._inside.setEnabled(not lacks or self._switch.isChecked())

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        self._change_now()
