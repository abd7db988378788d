"""How models are loaded: a row per setting, each with a line that says what it does."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hone.domain.fields import Field, Kind, Value
from hone.domain.settings import Settings
from hone.ui.declared_texts import field_words
from hone.ui.kit.card import Card, Line, row
from hone.ui.kit.field_editors import EDITORS
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.text import CaptionLabel, HeadingLabel, Label
from hone.ui.kit.tokens import Space

ENGINE_FIELDS: tuple[Field, ...] = (
    Field(
        name="context_length",
        label="Context length",
        kind=Kind.INTEGER,
        default=0,
        minimum=0,
        unit="tokens",
        minimum_label="Auto",
        help="How much of a conversation the model sees. Auto: up to 8,192, as far as memory allows.",
    ),
    Field(
        name="kv_type",
        label="KV cache",
        kind=Kind.CHOICE,
        default="auto",
        choices=("auto", "f16", "q8_0", "q4_0"),
        help="How a GGUF keeps what it has read. Auto: f16, else what fits.",
    ),
    Field(
        name="flash_attention",
        label="Flash attention",
        kind=Kind.CHOICE,
        default="auto",
        choices=("auto", "on", "off"),
        help="Saves memory with long conversations. A packed KV cache needs it.",
    ),
    Field(
        name="gpu_layers",
        label="Layers on the GPU",
        kind=Kind.INTEGER,
        default=-1,
        minimum=-1,
        minimum_label="Auto",
        help="Auto: as many as fit. 0: the processor does all the work.",
    ),
    Field(
        name="threads",
        label="Threads",
        kind=Kind.INTEGER,
        default=0,
        minimum=0,
        minimum_label="Auto",
        help="Processor threads that make replies. Auto: one for each core.",
    ),
    Field(
        name="unload_minutes",
        label="Unload an idle model after",
        kind=Kind.NUMBER,
        default=15.0,
        minimum=0,
        unit="minutes",
        minimum_label="Never",
        help="Gives its memory back when nobody has asked for anything. 0: never.",
    ),
)


class EngineRow(QWidget):
    """A setting's name and help on the left, its control on the right. `value_changed(name, value)`."""

    value_changed = Signal(str, object)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        field = field_words(field)
        self.field = field
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(field.label))
        words.addWidget(CaptionLabel(field.help))
        line = row(spacing=Space.L)
        line.addLayout(words, 1)
        if field.kind is Kind.CHOICE:
            names = {"auto": self.tr("Auto"), "on": self.tr("On"), "off": self.tr("Off")}
            options = [(choice, names.get(choice, choice)) for choice in field.choices]
            self._segments: Segmented | None = Segmented(field.label, options)
            self._segments.setAccessibleDescription(field.help)
            self._segments.chosen.connect(self._on_changed)
            line.addWidget(self._segments, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._segments = None
            self._editor = EDITORS[field.kind](field)
            self._editor.edited.connect(self._on_changed)
            line.addWidget(self._editor, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        self.set_value(field.default)

    def value(self) -> Value:
        """Return what is set."""
        return self._segments.current() if self._segments is not None else self._editor.value()

    def set_value(self, value: Value) -> None:
        """Show a value without a signal."""
        if self._segments is not None:
            self._segments.set_current(str(value))
        else:
            self._editor.set_value(value)

    @Slot(str)
    @Slot(object)
    def _on_changed(self, value: object) -> None:
        self.value_changed.emit(self.field.name, value)


class EngineCard(Card):
    """How replies are made. `value_changed(name, value)`."""

    value_changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(spacing=Space.M, parent=parent)
        self.body.addWidget(HeadingLabel(self.tr("Engine")))
        self.body.addWidget(CaptionLabel(self.tr("Taken the next time a model is loaded.")))
        self._rows: dict[str, EngineRow] = {}
        for index, field in enumerate(ENGINE_FIELDS):
            if index:
                self.body.addWidget(Line())
            shown = EngineRow(field)
            shown.value_changed.connect(self.value_changed)
            self._rows[field.name] = shown
            self.body.addWidget(shown)

    def rows(self) -> Mapping[str, EngineRow]:
        """Return the rows by the names of their settings."""
        return self._rows

    def set_settings(self, settings: Settings) -> None:
        """Show what is set."""
        for name, shown in self._rows.items():
            shown.set_value(getattr(settings, name))
