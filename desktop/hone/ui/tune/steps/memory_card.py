"""Memory in the check: the bar, whether it fits, and the changes that would make it fit."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hone.domain.fields import Value
from hone.domain.forecast import Change, Forecast
from hone.ipc.training_messages import Measured
from hone.ui.kit.buttons import SecondaryButton
from hone.ui.kit.card import Card, Line, row
from hone.ui.kit.message_banner import ToneIcon
from hone.ui.kit.quantities import size_text
from hone.ui.kit.text import BodyLabel, CaptionLabel, HeadingLabel, StrongLabel
from hone.ui.kit.tokens import Space
from hone.ui.tune.memory_bar import MemoryBar
from hone.ui.tune.steps.check_lines import memory_line


class MemoryCard(Card):
    """`change_requested(path, value)` when a change is to be applied."""

    change_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Space.XL, Space.S, parent)
        self._icon = ToneIcon("")
        self._sentence = StrongLabel(self.tr("Reckoning…"))
        self._sentence.setWordWrap(True)
        self._device = CaptionLabel("")
        self._bar = MemoryBar()
        self._bar.hide()
        self._buttons: list[SecondaryButton] = []
        self._shown: tuple[Change, ...] | None = None
        self._changes = QVBoxLayout()
        self._changes.setSpacing(Space.S)
        heading = row(self._icon, self._sentence)
        heading.setStretch(1, 1)
        self.body.addWidget(HeadingLabel(self.tr("Memory")))
        self.body.addLayout(heading)
        self.body.addWidget(self._device)
        self.body.addWidget(self._bar)
        self.body.addLayout(self._changes)

    @property
    def sentence(self) -> str:
        """What is said about the memory."""
        return self._sentence.text()

    def buttons(self) -> list[SecondaryButton]:
        """Return the buttons of the changes."""
        return list(self._buttons)

    def show_forecast(self, forecast: Forecast | None, measured: Measured | None, device: str) -> None:
        """Show a forecast, and the measured peak beside it."""
        self._device.setText(device)
        self._bar.setVisible(forecast is not None)
        if forecast is None:
            self._show_changes(None)
            self._icon.set_tone("")
            self._sentence.setText(self.tr("Reckoning…"))
            return
        line = memory_line(forecast, measured)
        self._icon.set_tone(line.tone)
        self._sentence.setText(line.text)
        self._bar.show_forecast(forecast, measured.peak_memory_bytes if measured else 0)
        self._show_changes(forecast.changes if line.tone == "danger" else None)

    def _show_changes(self, changes: tuple[Change, ...] | None) -> None:
        """Show a row per change; None when it fits as it is."""
        if changes == self._shown:
            return
        self._shown = changes
        self._clear_changes()
        if changes is None:
            return
        self._changes.addWidget(Line())
        if not changes:
            text = self.tr("No change of the settings makes it fit here. Choose a smaller model.")
            self._changes.addWidget(BodyLabel(text))
            return
        self._changes.addWidget(StrongLabel(self.tr("What would make it fit")))
        for change in changes:
            self._changes.addWidget(self._change_row(change))

    def _change_row(self, change: Change) -> QWidget:
        widget = QWidget()
        button = SecondaryButton(self.tr("Apply"))
        button.setAccessibleName(self.tr("Apply: {label}").format(label=change.label))
        self._buttons.append(button)
        path, value = change.path, change.value
        button.clicked.connect(lambda: self._apply(path, value))
        after = CaptionLabel(self.tr("then {size}").format(size=size_text(change.peak_bytes)), wrap=False)
        line = row(BodyLabel(change.label), after, button)
        line.setStretch(0, 1)
        widget.setLayout(line)
        return widget

    def _apply(self, path: str, value: Value) -> None:
        self.change_requested.emit(path, value)

    def _clear_changes(self) -> None:
        self._buttons.clear()
        while (item := self._changes.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
