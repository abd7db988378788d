"""One editor per kind of parameter. Each has `value()`, `set_value()` and the signal `edited`."""

from __future__ import annotations

import math

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLineEdit, QSlider, QSpinBox, QVBoxLayout, QWidget

from hone.domain.fields import Field, Kind, Value
from hone.ui.kit.lengths import fix_width
from hone.ui.kit.picker import Option, Picker
from hone.ui.kit.quantities import plain_number
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.switch import Switch
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.tokens import Space

_SLIDER_STEPS = 1000
_INT_MAX = 2**31 - 1
_SEGMENTS_UP_TO = 4


class Editor(QWidget):
    """Base of the editors."""

    edited = Signal(object)

    def value(self) -> Value:
        """Return what is set."""
        raise NotImplementedError

    def set_value(self, value: Value) -> None:
        """Show a value without a signal."""
        raise NotImplementedError

    @Slot(object)
    def _on_control_changed(self, value: object) -> None:
        """Tell on; a signal with a text or a flag cannot be connected to one with an object directly."""
        self.edited.emit(value)


class _WholeSpin(QSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _NumberSpin(QDoubleSpinBox):
    """Shows as many digits as the number needs, small rates as 3e-4."""

    def textFromValue(self, value: float) -> str:
        return plain_number(value)

    def valueFromText(self, text: str) -> float:
        try:
            return float(text.replace(",", "."))
        except ValueError:
            return self.value()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        try:
            number = float(text.replace(",", "."))
        except ValueError:
            return (QValidator.State.Intermediate, text, position)
        inside = self.minimum() <= number <= self.maximum()
        state = QValidator.State.Acceptable if inside else QValidator.State.Intermediate
        return (state, text, position)

    def fixup(self, text: str) -> str:
        return self.textFromValue(self.valueFromText(text))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _QuietSlider(QSlider):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NumberEditor(Editor):
    """A number box, with a slider when both bounds are known."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._low = field.minimum if field.minimum is not None else -1e9
        self._high = field.maximum if field.maximum is not None else 1e9
        self._slider_high = min(self._high, field.slider_maximum or self._high)
        self._spin = self._make_spin()
        self.box = QHBoxLayout()
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(Space.XS + 2)
        self.box.addWidget(self._spin)
        if field.unit:
            self.box.addWidget(CaptionLabel(field.unit, wrap=False))
        self.slider: QSlider | None = self._make_slider() if self._wants_slider() else None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self.box)
        self.set_value(field.default)
        self._spin.valueChanged.connect(self._on_spin_changed)

    def value(self) -> Value:
        """Return the number, whole for whole-number fields."""
        return self._spin.value()

    def set_value(self, value: Value) -> None:
        """Show a number without a signal."""
        assert isinstance(value, int | float)
        with QSignalBlocker(self._spin):
            if isinstance(self._spin, QSpinBox):
                self._spin.setValue(min(int(value), _INT_MAX))
            else:
                self._spin.setValue(float(value))
        self._move_slider(float(value))

    def _make_spin(self) -> QSpinBox | QDoubleSpinBox:
        spin: QSpinBox | QDoubleSpinBox
        if self._field.kind is Kind.INTEGER:
            whole = _WholeSpin()
            whole.setRange(int(max(self._low, -_INT_MAX)), int(min(self._high, _INT_MAX)))
            spin = whole
        else:
            number = _NumberSpin()
            number.setDecimals(8)
            number.setRange(self._low, self._high)
            number.setSingleStep(0.05 if self._slider_high <= 10 else 1.0)
            spin = number
        spin.setProperty("kind", "number")
        # NoButtons under a style sheet leaves the text one pixel of room (Qt 6.11): the sheet hides them.
        spin.lineEdit().setTextMargins(Space.S, 0, Space.S, 0)
        spin.setAlignment(Qt.AlignmentFlag.AlignRight)
        spin.setSpecialValueText(self._field.minimum_label)
        fix_width(spin, 76)
        spin.setKeyboardTracking(False)
        spin.setAccessibleName(self._field.label)
        spin.setAccessibleDescription(self._field.help)
        return spin

    def _wants_slider(self) -> bool:
        if self._field.minimum is None or self._field.maximum is None:
            return False
        return self._field.kind is Kind.NUMBER or self._slider_high - self._low <= 1_000_000

    def _make_slider(self) -> QSlider:
        slider = _QuietSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, _SLIDER_STEPS)
        slider.setPageStep(_SLIDER_STEPS // 10)
        slider.setSingleStep(_SLIDER_STEPS // 100)
        slider.setAccessibleName(self._field.label)
        slider.setAccessibleDescription(self._field.help)
        slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        slider.valueChanged.connect(self._on_slider_changed)
        return slider

    def _move_slider(self, value: float) -> None:
        if self.slider is None:
            return
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(self._share_of(value) * _SLIDER_STEPS))

    def _share_of(self, value: float) -> float:
        value = min(max(value, self._low), self._slider_high)
        if self._field.logarithmic and self._low > 0:
            return math.log(value / self._low) / math.log(self._slider_high / self._low)
        return (value - self._low) / (self._slider_high - self._low)

    def _value_at(self, share: float) -> float:
        if self._field.logarithmic and self._low > 0:
            raw = self._low * (self._slider_high / self._low) ** share
            return float(f"{raw:.1e}")
        raw = self._low + share * (self._slider_high - self._low)
        step = 10 ** math.floor(math.log10((self._slider_high - self._low) / 20))
        return round(round(raw / step) * step, 8)

    @Slot(int)
    def _on_slider_changed(self, position: int) -> None:
        value = self._value_at(position / _SLIDER_STEPS)
        with QSignalBlocker(self._spin):
            if isinstance(self._spin, QSpinBox):
                self._spin.setValue(round(value))
            else:
                self._spin.setValue(value)
        self.edited.emit(self.value())

    @Slot()
    def _on_spin_changed(self) -> None:
        self._move_slider(float(self._spin.value()))
        self.edited.emit(self.value())


class FlagEditor(Editor):
    """A switch."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._switch = Switch(field.label)
        self._switch.setAccessibleDescription(field.help)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._switch)
        self.set_value(field.default)
        self._switch.toggled.connect(self._on_control_changed)

    def value(self) -> Value:
        """Return whether it is on."""
        return self._switch.isChecked()

    def set_value(self, value: Value) -> None:
        """Turn it on or off without a signal."""
        self.blockSignals(True)
        self._switch.setChecked(bool(value))
        self.blockSignals(False)


class ChoiceEditor(Editor):
    """Segments for a few short choices, a list for more."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        few = len(field.choices) <= _SEGMENTS_UP_TO and sum(map(len, field.choices)) <= 28
        self._control: Segmented | Picker
        if few:
            self._control = Segmented(field.label, [(choice, choice) for choice in field.choices])
            self._control.chosen.connect(self._on_control_changed)
        else:
            self._control = Picker(field.label, width=180, list_width=220)
            self._control.set_options([Option(choice, choice) for choice in field.choices])
            self._control.picked.connect(self._on_control_changed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._control)
        self.set_value(field.default)

    def value(self) -> Value:
        """Return the choice."""
        return self._control.current()

    def set_value(self, value: Value) -> None:
        """Take a choice without a signal."""
        self._control.set_current(str(value))


class TextEditor(Editor):
    """A line of text."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = QLineEdit()
        self._edit.setAccessibleName(field.label)
        self._edit.setAccessibleDescription(field.help)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._edit)
        self.set_value(field.default)
        self._edit.textEdited.connect(self._on_control_changed)

    def value(self) -> Value:
        """Return the text."""
        return self._edit.text()

    def set_value(self, value: Value) -> None:
        """Show a text without a signal."""
        self._edit.setText(str(value))


EDITORS: dict[Kind, type[NumberEditor] | type[FlagEditor] | type[ChoiceEditor] | type[TextEditor]] = {
    Kind.INTEGER: NumberEditor,
    Kind.NUMBER: NumberEditor,
    Kind.FLAG: FlagEditor,
    Kind.CHOICE: ChoiceEditor,
    Kind.TEXT: TextEditor,
}
