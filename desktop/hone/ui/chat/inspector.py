"""The first panel: system prompt and sampling of the conversation."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from hone.domain.fields import Value
from hone.domain.sampling import Sampling, sampling_from
from hone.domain.sampling_fields import FIELDS
from hone.domain.user_presets import UserPreset
from hone.ui.chat.bias_editor import BiasEditor
from hone.ui.chat.order_editor import OrderEditor
from hone.ui.chat.panel import ChatContext, ChatPanel
from hone.ui.chat.presets import PRESETS, preset_of
from hone.ui.chat.user_presets import UserPresets
from hone.ui.kit.buttons import IconButton
from hone.ui.kit.card import Line, row
from hone.ui.kit.fields import FieldsForm
from hone.ui.kit.scrolling import fill_scrolling
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.text import CaptionLabel, StrongLabel
from hone.ui.kit.tokens import Space

_SAVE_AFTER_MS = 500


class Inspector(ChatPanel):
    """System prompt and sampling; changes reach the desk half a second after the last one."""

    def __init__(self, context: ChatContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._sampling = self._recommended = Sampling()
        self._prompt_timer = self._timer()
        self._prompt_timer.timeout.connect(self._tell_prompt)
        self._sampling_timer = self._timer()
        self._sampling_timer.timeout.connect(self._tell_sampling)
        self._prompt = QPlainTextEdit()
        self._prompt.setProperty("kind", "field")
        self._prompt.setTabChangesFocus(True)
        self._prompt.setAccessibleName(self.tr("System prompt"))
        self._prompt.setPlaceholderText(self.tr("For example: Answer in two sentences."))
        self._prompt.setFixedHeight(112)
        self._prompt.textChanged.connect(self._on_prompt_edited)
        self._presets = Segmented(
            self.tr("Preset"),
            [
                ("precise", self.tr("Precise")),
                ("balanced", self.tr("Balanced")),
                ("creative", self.tr("Creative")),
            ],
        )
        self._presets.chosen.connect(self._on_preset_chosen)
        self.own_presets = UserPresets(context.shell)
        self.own_presets.chosen.connect(self._on_own_preset_chosen)
        self.biases, self.order = BiasEditor(), OrderEditor()
        self.biases.changed.connect(self._on_lists_changed)
        self.order.changed.connect(self._on_lists_changed)
        self._form = FieldsForm(FIELDS)
        self._form.value_changed.connect(self._on_value_changed)
        self._reset = IconButton("arrow-counter-clockwise", self.tr("Reset sampling"), size=16)
        self._reset.clicked.connect(self._on_reset_clicked)
        self._lay_out()
        context.settings_changed.connect(self.shown)
        context.switched.connect(self.shown)

    @Slot()
    def shown(self) -> None:
        settings = self.context.desk.settings
        model = self.context.model
        recommended = model.sampling if model is not None else Sampling()
        self.set_values(settings.system_prompt, settings.sampling, recommended)

    def set_values(self, prompt: str, sampling: Sampling, recommended: Sampling) -> None:
        """Show the settings of a conversation; changes not told yet are told first.

        `recommended` is what Reset goes back to.
        """
        self.flush()
        self._recommended = recommended
        if self._prompt.toPlainText() != prompt:
            self._prompt.blockSignals(True)
            self._prompt.setPlainText(prompt)
            self._prompt.blockSignals(False)
        self._show_sampling(sampling)

    def sampling(self) -> Sampling:
        """Return the parameters as they are set."""
        return self._sampling

    def prompt(self) -> str:
        """Return the system prompt as it is written."""
        return self._prompt.toPlainText()

    def flush(self) -> None:
        """Tell changes that wait."""
        for timer, tell in (
            (self._prompt_timer, self._tell_prompt),
            (self._sampling_timer, self._tell_sampling),
        ):
            if timer.isActive():
                timer.stop()
                tell()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "plain")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        layout.setSpacing(Space.S)
        layout.addWidget(StrongLabel(self.tr("System prompt")))
        layout.addWidget(
            CaptionLabel(self.tr("Said to the model before the conversation, and kept with it."))
        )
        layout.addWidget(self._prompt)
        layout.addSpacing(Space.S)
        layout.addWidget(Line())
        layout.addSpacing(Space.XS)
        layout.addLayout(row(StrongLabel(self.tr("Sampling")), None, self._reset))
        layout.addWidget(self._presets)
        layout.addWidget(self.own_presets)
        layout.addSpacing(Space.XS)
        layout.addWidget(self._form)
        for section in (self.biases, self.order):
            layout.addSpacing(Space.XS)
            layout.addWidget(Line())
            layout.addSpacing(Space.XS)
            layout.addWidget(section)
        layout.addStretch(1)
        fill_scrolling(self, inside)

    def _timer(self) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(_SAVE_AFTER_MS)
        return timer

    def _show_sampling(self, sampling: Sampling) -> None:
        self._sampling = sampling
        values: dict[str, Value] = {field.name: getattr(sampling, field.name) for field in FIELDS}
        self._form.set_values(values)
        self.biases.set_biases(sampling.logit_bias)
        self.order.set_order(sampling.order)
        self._show_preset()

    def _show_preset(self) -> None:
        self._presets.set_current(preset_of(self._sampling))
        self.own_presets.set_sampling(self._sampling)
        self._reset.setVisible(self._sampling != self._recommended)

    @Slot()
    def _on_prompt_edited(self) -> None:
        self._prompt_timer.start()

    @Slot(str, object)
    def _on_value_changed(self, name: str, value: object) -> None:
        values = {**msgspec.structs.asdict(self._sampling), **self._form.values()}
        self._sampling = sampling_from(values)
        self._show_preset()
        self._sampling_timer.start()

    @Slot(str)
    def _on_preset_chosen(self, key: str) -> None:
        preset = next(preset for preset in PRESETS if preset.key == key)
        self._show_sampling(preset.applied_to(self._sampling))
        self._sampling_timer.start()

    @Slot(object)
    def _on_own_preset_chosen(self, preset: UserPreset) -> None:
        self._show_sampling(preset.applied_to(self._sampling))
        self._sampling_timer.start()

    @Slot()
    def _on_lists_changed(self) -> None:
        self._sampling = msgspec.structs.replace(
            self._sampling, logit_bias=self.biases.biases(), order=self.order.order()
        )
        self._show_preset()
        self._sampling_timer.start()

    @Slot()
    def _on_reset_clicked(self) -> None:
        self._show_sampling(self._recommended)
        self._sampling_timer.start()

    @Slot()
    def _tell_prompt(self) -> None:
        self.context.desk.change(system_prompt=self.prompt())

    @Slot()
    def _tell_sampling(self) -> None:
        self.context.desk.change(sampling=self._sampling)
