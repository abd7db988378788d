"""The settings of one column: saved prompt, system prompt, the reply's beginning, sampling."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from hone.domain.comparing import ColumnSettings
from hone.domain.sampling import Sampling, sampling_from
from hone.domain.sampling_fields import FIELDS
from hone.ui.chat.presets import PRESETS, preset_of
from hone.ui.compare.prompt_choice import PromptChoice
from hone.ui.kit.buttons import GhostButton
from hone.ui.kit.card import Line, column, row
from hone.ui.kit.fields import FieldsForm
from hone.ui.kit.popover import Popover
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.text import CaptionLabel, StrongLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space

_WIDTH = 380
_AFTER_MS = 300
_OWN_FIELDS = tuple(field for field in FIELDS if field.name != "seed")


class ColumnSettingsPopover(Popover):
    """`changed(settings)` a moment after the last change; `for_all_requested(settings)`."""

    changed = Signal(object)
    for_all_requested = Signal(object)

    def __init__(
        self, anchor: QWidget, title: str, settings: ColumnSettings, prompts: PromptChoice | None
    ) -> None:
        super().__init__(anchor, _WIDTH)
        self._settings = settings
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        self._values: dict[str, QLineEdit] = {}
        self._prompt_choice = prompts
        self.prompt = QPlainTextEdit()
        self.prompt.setProperty("kind", "field")
        self.prompt.setTabChangesFocus(True)
        self.prompt.setAccessibleName(self.tr("System prompt"))
        self.prompt.setPlaceholderText(self.tr("For example: Answer in two sentences."))
        self.prompt.setFixedHeight(round(104 * Theme.current().scale))
        self.prefill = QLineEdit()
        self.prefill.setAccessibleName(self.tr("Beginning of each reply"))
        self.prefill.setPlaceholderText(self.tr("Nothing: the model begins"))
        self._presets = Segmented(
            self.tr("Preset"),
            [
                ("precise", self.tr("Precise")),
                ("balanced", self.tr("Balanced")),
                ("creative", self.tr("Creative")),
            ],
        )
        self.form = FieldsForm(_OWN_FIELDS)
        self._variables = QWidget()
        self._variables_layout = column(self._variables, spacing=Space.XS)
        self._lay_out(title)
        self._show()
        self.prompt.textChanged.connect(self._on_prompt_edited)
        self.prefill.textEdited.connect(self._on_prefill_edited)
        self._presets.chosen.connect(self._on_preset_chosen)
        self.form.value_changed.connect(self._on_value_changed)
        self.closed.connect(self.flush)
        if prompts is not None:
            prompts.taken.connect(self._on_prompt_taken)
            prompts.cleared.connect(self._on_prompt_cleared)

    @property
    def settings(self) -> ColumnSettings:
        """The settings as they are set."""
        return self._settings

    @Slot()
    def flush(self) -> None:
        """Tell a change that waits."""
        if self._timer.isActive():
            self._timer.stop()
        self.changed.emit(self._settings)

    def _lay_out(self, title: str) -> None:
        inside = QWidget()
        inside.setProperty("kind", "plain")
        layout = column(inside, margin=Space.S, spacing=Space.S)
        apply = GhostButton(self.tr("Same for all"), "copy-simple")
        apply.setToolTip(self.tr("Give all columns these settings; models and adapters stay"))
        apply.clicked.connect(self._on_for_all)
        layout.addLayout(row(StrongLabel(title), None, apply))
        if self._prompt_choice is not None:
            layout.addWidget(CaptionLabel(self.tr("Saved prompt")))
            layout.addWidget(self._prompt_choice)
        layout.addWidget(CaptionLabel(self.tr("System prompt")))
        layout.addWidget(self.prompt)
        layout.addWidget(self._variables)
        layout.addWidget(CaptionLabel(self.tr("Each reply begins with")))
        layout.addWidget(self.prefill)
        layout.addSpacing(Space.XS)
        layout.addWidget(Line())
        layout.addSpacing(Space.XS)
        layout.addWidget(StrongLabel(self.tr("Sampling")))
        layout.addWidget(self._presets)
        layout.addWidget(self.form)
        layout.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        area.setMinimumHeight(min(600, max(260, self.window().height() - 180)))
        self.body.addWidget(area)

    def _show(self) -> None:
        """Show the settings in the fields; no signal comes of it."""
        settings = self._settings
        for widget, text in ((self.prompt, settings.system_prompt), (self.prefill, settings.setup.prefill)):
            widget.blockSignals(True)
            widget.setPlainText(text) if isinstance(widget, QPlainTextEdit) else widget.setText(text)
            widget.blockSignals(False)
        self.form.set_values({field.name: getattr(settings.sampling, field.name) for field in _OWN_FIELDS})
        self._presets.set_current(preset_of(settings.sampling))
        if self._prompt_choice is not None:
            self._prompt_choice.set_current(settings.setup.prompt_version_id, settings.setup.prompt_name)
        self._show_variables()

    def _show_variables(self) -> None:
        setup = self._settings.setup
        if [*self._values] == [variable.name for variable in setup.variables]:
            return
        while (item := self._variables_layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._values = {}
        for variable in setup.variables:
            field = QLineEdit(setup.values.get(variable.name, variable.default))
            field.setAccessibleName(variable.name)
            field.textEdited.connect(self._on_values_edited)
            self._variables_layout.addWidget(CaptionLabel(variable.name))
            self._variables_layout.addWidget(field)
            self._values[variable.name] = field
        self._variables.setVisible(bool(self._values))

    def _change(self, **values: object) -> None:
        self._settings = msgspec.structs.replace(self._settings, **values)
        self._timer.start()

    def _change_setup(self, **values: object) -> None:
        self._change(setup=msgspec.structs.replace(self._settings.setup, **values))

    @Slot()
    def _on_prompt_edited(self) -> None:
        text = self.prompt.toPlainText()
        if text != self._settings.system_prompt:
            # Another text is no longer that version, and must not be counted as its use.
            setup = msgspec.structs.replace(self._settings.setup, prompt_version_id="", prompt_name="")
            self._change(system_prompt=text, setup=setup)
            if self._prompt_choice is not None:
                self._prompt_choice.set_current("", "")

    @Slot(str)
    def _on_prefill_edited(self, text: str) -> None:
        self._change_setup(prefill=text)

    @Slot()
    def _on_values_edited(self) -> None:
        self._change_setup(values={name: field.text() for name, field in self._values.items()})

    @Slot(str, object)
    def _on_value_changed(self, name: str, value: object) -> None:
        values = {**msgspec.structs.asdict(self._settings.sampling), **self.form.values()}
        self._take_sampling(sampling_from(values))

    @Slot(str)
    def _on_preset_chosen(self, key: str) -> None:
        preset = next(preset for preset in PRESETS if preset.key == key)
        self._take_sampling(preset.applied_to(self._settings.sampling))
        self._show()

    def _take_sampling(self, sampling: Sampling) -> None:
        self._change(sampling=sampling)
        self._presets.set_current(preset_of(sampling))

    @Slot(object)
    def _on_prompt_taken(self, taken: object) -> None:
        assert self._prompt_choice is not None
        self._settings = self._prompt_choice.applied(taken, self._settings)
        self._show()
        self._timer.start()

    @Slot()
    def _on_prompt_cleared(self) -> None:
        self._change_setup(prompt_version_id="", prompt_name="", variables=(), values={}, examples=())
        self._show()

    @Slot()
    def _on_for_all(self) -> None:
        self.for_all_requested.emit(self._settings)
        self.close_panel()
