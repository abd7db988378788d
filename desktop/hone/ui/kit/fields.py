"""Forms made from `hone.domain.fields`: a row per parameter with help, unit and reset."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from hone.domain.fields import Field, Kind, Value
from hone.ui.declared_texts import field_words
from hone.ui.kit.buttons import GhostButton, IconButton
from hone.ui.kit.field_editors import EDITORS, NumberEditor
from hone.ui.kit.icons import icon
from hone.ui.kit.lengths import fix_size, scale_icon
from hone.ui.kit.quantities import plain_number, value_text
from hone.ui.kit.text import Label
from hone.ui.kit.tokens import Space
from hone.ui.kit.tooltip import plain_tooltip


class HelpMark(QToolButton):
    """A question mark whose tooltip explains."""

    def __init__(self, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(icon("question", "text_faint"))
        scale_icon(self, 14, 14)
        fix_size(self, 20, 20)
        self.setStyleSheet("padding: 0; border: 0;")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("About {0}").replace("{0}", name))
        self.setAccessibleDescription(text)
        self.setToolTip(plain_tooltip(text))
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        from PySide6.QtWidgets import QToolTip

        QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self.toolTip(), self)


class FieldRow(QWidget):
    """One parameter. `value_changed(name, value)` when the person changes it."""

    value_changed = Signal(str, object)

    def __init__(self, field: Field, value: Value | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        field = field_words(field)
        self.field = field
        self._default = field.default
        self._editor = EDITORS[field.kind](field)
        self._editor.edited.connect(self._on_edited)
        label = Label(field.label)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._reset = IconButton("arrow-counter-clockwise", "", "text_faint", size=14)
        fix_size(self._reset, 22, 22)
        self._reset.clicked.connect(self._on_reset_clicked)
        keep = self._reset.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(keep)
        line = QHBoxLayout()
        line.setSpacing(Space.XS)
        line.addWidget(label)
        line.addWidget(HelpMark(field.label, self._explained()))
        line.addStretch(1)
        line.addWidget(self._reset)
        line.addWidget(self._editor, 1 if field.kind is Kind.TEXT else 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        if isinstance(self._editor, NumberEditor) and self._editor.slider is not None:
            layout.addWidget(self._editor.slider)
        self.set_default(field.default)
        if value is not None:
            self.set_value(value)

    def value(self) -> Value:
        """Return what is set."""
        return self._editor.value()

    def set_value(self, value: Value) -> None:
        """Show a value without a signal."""
        self._editor.set_value(value)
        self._show_reset()

    def set_default(self, default: Value) -> None:
        """Set what the reset button goes back to (a recommendation, for example)."""
        self._default = default
        shown = value_text(default)
        self._reset.set_name(
            self.tr("Reset {0} to {1}").replace("{0}", self.field.label).replace("{1}", shown)
        )
        self._show_reset()

    def _explained(self) -> str:
        """Join help, bounds and source in a tooltip's text."""
        field = self.field
        parts = [field.help]
        if field.minimum is not None and field.maximum is not None:
            said = self.tr("From {0} to {1}.").replace("{0}", plain_number(field.minimum))
            parts.append(said.replace("{1}", plain_number(field.maximum)))
        if field.source:
            parts.append(self.tr("Default after: {0}.").replace("{0}", field.source))
        return "\n".join(parts)

    def _show_reset(self) -> None:
        self._reset.setVisible(self.value() != self._default)

    @Slot(object)
    def _on_edited(self, value: object) -> None:
        self._show_reset()
        self.value_changed.emit(self.field.name, value)

    @Slot()
    def _on_reset_clicked(self) -> None:
        self.set_value(self._default)
        self.value_changed.emit(self.field.name, self._default)


class FieldsForm(QWidget):
    """Rows for several fields; the advanced ones are folded away. `value_changed(name, value)`."""

    value_changed = Signal(str, object)

    def __init__(
        self,
        fields: Sequence[Field],
        values: Mapping[str, Value] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.M)
        self._rows: dict[str, FieldRow] = {}
        self._advanced = QWidget()
        inner = QVBoxLayout(self._advanced)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(Space.M)
        for field in fields:
            row = FieldRow(field, (values or {}).get(field.name))
            row.value_changed.connect(self.value_changed)
            self._rows[field.name] = row
            (inner if field.advanced else layout).addWidget(row)
        self._fold = GhostButton(self.tr("Advanced"), "caret-right")
        self._fold.setStyleSheet("padding-left: 0;")
        self._fold.clicked.connect(self._on_fold_clicked)
        if inner.count():
            layout.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
            layout.addWidget(self._advanced)
        self._advanced.hide()

    def values(self) -> dict[str, Value]:
        """Return all values by field name."""
        return {name: row.value() for name, row in self._rows.items()}

    def set_values(self, values: Mapping[str, Value]) -> None:
        """Show values without signals; names that are not fields are left out."""
        for name, value in values.items():
            if name in self._rows:
                self._rows[name].set_value(value)

    def row(self, name: str) -> FieldRow:
        """Return the row of a field."""
        return self._rows[name]

    @Slot()
    def _on_fold_clicked(self) -> None:
        shown = not self._advanced.isVisibleTo(self)
        self._advanced.setVisible(shown)
        self._fold.set_icon("caret-down" if shown else "caret-right")
