"""A place to mend one row: a form with its fields and turns, or all of it as JSON."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from hone.domain.datasets import ShownRow
from hone.domain.row_content import Place, is_messages, parse_content, with_value, write_content
from hone.errors import BadInput
from hone.services.row_contents import blank_content, check_tools, fields_of
from hone.ui.data.rows.content_parts import FlagPart, JsonPart, Part, TextPart, TurnsPart
from hone.ui.declared_texts import format_label
from hone.ui.kit.buttons import Button, GhostButton
from hone.ui.kit.card import column, row
from hone.ui.kit.flow import FlowLayout
from hone.ui.kit.scrolling import fill_scrolling
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.text_area import TextArea
from hone.ui.kit.tokens import Space

_BURST_MS = 1500
_MOST_TURNS = 150
_LONGEST_FORM = 400_000
_LONGEST = 3_000_000


class RowEditor(QWidget):
    """`edited(content, burst)` at every change; edits of one burst are undone together."""

    edited = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = 0
        self._shape = ""
        self._content = ""
        self._values: dict[str, Any] = {}
        self._parts: dict[str, tuple[type, Part]] = {}
        self._as_json = False
        self._burst = 1
        self._last: tuple[int, str] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_BURST_MS)
        self._pause.timeout.connect(self._end_burst)
        self.json = TextArea(self.tr("The row as JSON"), least=8, most=10_000, leaves_undo=True)
        self.json.edited.connect(self._on_json_edited)
        self.wrong = CaptionLabel(tone="danger")
        self.way = GhostButton("", "code")
        self.way.clicked.connect(self._on_way_clicked)
        self._note = CaptionLabel(tone="muted")
        self._lay_out()
        self._show_way()

    @property
    def parts(self) -> dict[str, Part]:
        """The parts of the form by column."""
        return {name: part for name, (_, part) in self._parts.items()}

    def show_row(self, row: int, shown: ShownRow | None, shape: str, locked: bool = False) -> None:
        """Show a row; the same row again changes only what is different."""
        other = row != self._row or shape != self._shape
        self._row, self._shape = row, shape
        content = shown.content if shown is not None else ""
        if other:
            self._end_burst()
            self._forget()
        if content == self._content and not other:
            self._inside.setEnabled(not locked)
            return
        self._content = content
        self._inside.setEnabled(not locked and bool(content) and len(content) <= _LONGEST)
        self._show()

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        for part in self.parts.values():
            if isinstance(part, TurnsPart):
                part.focus_turn(0)
            else:
                part.setFocus()
            return
        self.json.setFocus()

    def toggle_json(self) -> None:
        """Change between form and JSON."""
        self._as_json = not self._as_json
        self._forget()
        self._show()

    # ---- building

    def _lay_out(self) -> None:
        self._inside = inside = QWidget()
        inside.setProperty("kind", "plain")
        layout = column(inside, spacing=Space.M)
        layout.setContentsMargins(0, 0, Space.S, Space.S)
        self._form = column(spacing=Space.M)
        self._missing = QWidget()
        self._missing_line = FlowLayout(self._missing)
        layout.addWidget(self._note)
        layout.addLayout(self._form)
        layout.addWidget(self._missing)
        layout.addWidget(self.json)
        layout.addWidget(self.wrong)
        layout.addLayout(row(self.way, None))
        layout.addStretch(1)
        fill_scrolling(self, inside)

    def _show(self) -> None:
        self._note.hide()
        self.wrong.hide()
        if not self._content or len(self._content) > _LONGEST:
            self._say_no()
            return
        try:
            self._values = parse_content(self._content)
        except BadInput as error:
            self._values = {}
            self._tell_wrong(error)
        if self._in_json():
            self._forget()
            self.json.show()
            if not self._same_json():
                self.json.set_text(
                    write_content(self._values, indent=True) if self._values else self._content
                )
        else:
            self.json.hide()
            self._show_form()
        self._show_way()

    def _in_json(self) -> bool:
        turns = sum(len(value) for value in self._values.values() if isinstance(value, list))
        large = len(self._content) > _LONGEST_FORM or turns > _MOST_TURNS
        return self._as_json or not self._values or large

    def _same_json(self) -> bool:
        try:
            return parse_content(self.json.text()) == self._values
        except BadInput:
            return False

    def _say_no(self) -> None:
        self._forget()
        self.json.hide()
        self.way.hide()
        self._note.show()
        if self._content:
            text = self.tr("This row is too large to be edited here. It can be deleted.")
        else:
            text = self.tr("This row cannot be parsed, so it cannot be edited here. It can be deleted.")
        self._note.setText(text)

    def _show_form(self) -> None:
        kinds = {name: _part_of(name, value) for name, value in self._values.items()}
        if {name: kind for name, (kind, _) in self._parts.items()} != kinds:
            self._forget()
            for name, kind in kinds.items():
                part = self._build(name, kind)
                part.edited.connect(self._on_part_edited)
                self._parts[name] = (kind, part)
                self._form.addWidget(part)
        for name, (_, part) in self._parts.items():
            part.show_value(self._values[name])
        self._show_missing()

    def _build(self, name: str, kind: type) -> Part:
        label = self._label_of(name)
        if kind is JsonPart and name == "tools":
            return JsonPart((name,), label, check_tools, as_text=isinstance(self._values[name], str))
        built: Part = kind((name,), label)
        return built

    def _label_of(self, name: str) -> str:
        field = next((each for each in fields_of(self._shape) if each.name == name), None)
        return format_label(field.label) if field is not None and field.label else name

    def _show_missing(self) -> None:
        """Offer the fields of the shape that the row does not have."""
        while self._missing_line.count():
            item = self._missing_line.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for field in fields_of(self._shape):
            if field.name not in self._values:
                text = self.tr("Add: {0}").replace("{0}", format_label(field.label) or field.name)
                button = Button(text, "ghost", "plus")
                button.clicked.connect(partial(self._on_add_clicked, field.name))
                self._missing_line.addWidget(button)
        self._missing.setVisible(bool(self._missing_line.count()))
        self._missing.updateGeometry()

    def _forget(self) -> None:
        for _, part in self._parts.values():
            self._form.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts.clear()
        self._missing.hide()

    def _show_way(self) -> None:
        self.way.setVisible(bool(self._values))
        form = self._as_json
        self.way.setText(self.tr("Edit in a form") if form else self.tr("Edit as JSON"))
        self.way.setAccessibleName(self.way.text())

    def _tell_wrong(self, error: BadInput) -> None:
        self.wrong.setText(f"{error.message} {error.hint}".strip())
        self.wrong.show()

    # ---- what the person does

    @Slot(object, object)
    def _on_part_edited(self, place: Place, value: object) -> None:
        where = repr(place) if isinstance(value, str) else ""
        self._tell(with_value(self._values, place, value), where)

    def _on_add_clicked(self, name: str) -> None:
        blank = parse_content(blank_content(self._shape)).get(name, "[]" if name == "tools" else "")
        self._tell({**self._values, name: blank}, "")

    @Slot()
    def _on_json_edited(self) -> None:
        try:
            values = parse_content(self.json.text())
        except BadInput as error:
            self._tell_wrong(error)
            return
        self.wrong.hide()
        self._tell(values, "json")

    @Slot()
    def _on_way_clicked(self) -> None:
        self.toggle_json()

    def _tell(self, values: dict[str, Any], where: str) -> None:
        """Tell of a change; typing on in one place (not "") belongs together."""
        if (self._row, where) != self._last or not where:
            self._end_burst()
        self._last = (self._row, where)
        self._pause.start()
        self._values = values
        content = write_content(values)
        self.edited.emit(content, self._burst)

    @Slot()
    def _end_burst(self) -> None:
        self._burst += 1
        self._last = None


def _part_of(name: str, value: object) -> type:
    """Return which part shows a value."""
    if isinstance(value, bool):
        return FlagPart
    if isinstance(value, str):
        return JsonPart if name == "tools" else TextPart
    if isinstance(value, list) and value and is_messages(value):
        return TurnsPart
    return TurnsPart if value == [] and name in ("messages", "conversations") else JsonPart
