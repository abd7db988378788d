"""One setting of the plan, with the evidence behind its default a click away."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from hone.domain.fields import Field, Value
from hone.ui.declared_texts import field_words
from hone.ui.kit.buttons import LinkButton
from hone.ui.kit.card import column, row
from hone.ui.kit.fields import FieldRow
from hone.ui.kit.popover import Popover
from hone.ui.kit.quantities import value_text
from hone.ui.kit.text import BodyLabel, CaptionLabel, StrongLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.typography import Type


class SettingRow(QWidget):
    """`value_changed(path, value)` when the person changes it; "Why …?" opens the evidence."""

    value_changed = Signal(str, object)

    def __init__(self, path: str, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._field = field_words(field)
        self._source = field.source
        self._row = FieldRow(field)
        self._row.value_changed.connect(self._on_row_changed)
        self._why = LinkButton("")
        self._why.setStyleSheet(f"font-size: {Theme.current().size(Type.CAPTION)}px; font-weight: 400;")
        self._why.clicked.connect(self._on_why_clicked)
        self._popover: Popover | None = None
        layout = column(self, spacing=0)
        layout.addWidget(self._row)
        layout.addLayout(row(self._why, None))
        self.show_value(field.default, field.default, field.source)

    def value(self) -> Value:
        """Return what is set."""
        return self._row.value()

    def show_value(self, value: Value, recommended: Value, source: str) -> None:
        """Show a value, what is recommended, and why."""
        self._source = source
        if not self._row.isAncestorOf(self.focusWidget() or self) or self._row.value() != value:
            self._row.set_value(value)
        self._row.set_default(recommended)
        self._why.setText(self.tr("Why {value}?").format(value=value_text(recommended)))
        self._why.setAccessibleName(
            self.tr("Why {value} for {name}?").format(value=value_text(recommended), name=self._field.label)
        )
        self._why.setVisible(bool(source))

    @Slot(str, object)
    def _on_row_changed(self, name: str, value: Value) -> None:
        self.value_changed.emit(self.path, value)

    @Slot()
    def _on_why_clicked(self) -> None:
        if self._popover is not None:
            self._popover.deleteLater()
        self._popover = Popover(self._why, 340)
        self._popover.body.setContentsMargins(16, 14, 16, 14)
        self._popover.body.addWidget(StrongLabel(self._field.label))
        self._popover.body.addWidget(BodyLabel(self._field.help))
        self._popover.body.addWidget(CaptionLabel(self._source))
        self._popover.open()
