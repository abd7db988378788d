"""Above the transcript: the model, the adapter over it, and the panel's button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hone.domain.models import Adapter, Model
from hone.ui.kit.buttons import IconButton
from hone.ui.kit.lengths import cap_width
from hone.ui.kit.picker import Option, Picker, PickerAction
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.model_words import adapter_line, model_line

NO_ADAPTER = "none"
HEADER_HEIGHT = 56
_ROOM_FOR_TWO = 520  # pixels at text scale 1


class ChatHeader(QWidget):
    """`model_picked(id)`, `adapter_picked(id)` ("" for none)."""

    model_picked = Signal(str)
    adapter_picked = Signal(str)
    add_model_requested = Signal()
    inspector_toggled = Signal(bool)
    list_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEADER_HEIGHT)
        self.list_button = IconButton("list", self.tr("Show or hide the conversations"))
        self.list_button.setCheckable(True)
        self.list_button.setProperty("kind", "toggle")
        self.list_button.setChecked(True)
        self.list_button.toggled.connect(self.list_toggled)
        self.model = Picker(self.tr("Model"), self.tr("Choose a model"), "cube", width=260, list_width=470)
        self.model.picked.connect(self.model_picked)
        self.model.set_actions([PickerAction("add", self.tr("Add a model…"), "plus")])
        self.model.action_requested.connect(self.add_model_requested)
        self.adapter = Picker(
            self.tr("Adapter"), self.tr("No adapter"), "puzzle-piece", width=220, list_width=380
        )
        self.adapter.picked.connect(self._on_adapter_picked)
        self.inspector_button = IconButton("faders", self.tr("Conversation settings"))
        self.inspector_button.setCheckable(True)
        self.inspector_button.toggled.connect(self.inspector_toggled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.M, 0, Space.M, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self.list_button)
        layout.addWidget(self.model, 300)
        layout.addWidget(self.adapter, 200)
        layout.addStretch(1)
        layout.addWidget(self.inspector_button)
        cap_width(self.model, 320)
        cap_width(self.adapter, 260)
        Theme.current().theme_changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def set_models(self, models: Sequence[Model], current: str) -> None:
        """Show the models; those that cannot be used say why."""
        options = [
            Option(
                key=model.id,
                title=model.name,
                subtitle=model_line(model),
                badge=self.tr("demo model") if model.is_demo else "",
                badge_tone="accent" if model.is_demo else "",
                problem=model.problem,
                group=self.tr("Comes with Hone") if model.is_demo else self.tr("On this computer"),
            )
            for model in models
        ]
        self.model.set_options(options, current)

    def set_adapters(self, adapters: Sequence[Adapter], current: str) -> None:
        """Show the adapters that fit; "No adapter" comes first."""
        options = [Option(NO_ADAPTER, self.tr("No adapter"), self.tr("The model as it is"))]
        options += [Option(adapter.id, adapter.name, adapter_line(adapter)) for adapter in adapters]
        self.adapter.set_options(options, current or NO_ADAPTER)
        self.adapter.setEnabled(bool(adapters))
        none = self.tr("No adapter fits this model yet. Fine-tune it to make one.")
        if not adapters:
            self.adapter.setToolTip(none)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Leave the narrow header to the model's name where no adapter can be chosen."""
        roomy = self.width() >= Theme.current().length(_ROOM_FOR_TWO)
        self.adapter.setVisible(roomy or self.adapter.isEnabled())

    def _on_adapter_picked(self, key: str) -> None:
        self.adapter_picked.emit("" if key == NO_ADAPTER else key)
