"""What is chosen of a source: its part, the shape of its rows, and which column holds which field."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from hone.data.formats import known_format
from hone.data.formats.base import FormatField
from hone.domain.datasets import Column, Columns
from hone.services.row_contents import fields_of, formats
from hone.ui.data.mapping.desk import MappingDesk
from hone.ui.data.words import shape_text, sure_text
from hone.ui.declared_texts import format_label
from hone.ui.kit.card import Card, column, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.option_list import Option
from hone.ui.kit.picker import Picker
from hone.ui.kit.quantities import share_text
from hone.ui.kit.text import Badge, BodyLabel, CaptionLabel, HeadingLabel, MonoLabel, StrongLabel
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type


class FieldChoice(QWidget):
    """One field of a shape, and the column that it is read from, with a few of its values."""

    picked = Signal(str, str)

    def __init__(self, field: FormatField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        label = format_label(field.label) or field.name
        self.column = Picker(label, self.tr("No column"), "columns", width=220, list_width=380)
        self.column.picked.connect(partial(self.picked.emit, field.name))
        self._values = ElidedLabel(style=Type.CAPTION, tone="faint")
        self._needed = Badge(self.tr("needed"), "warning")
        name = StrongLabel(label)
        name.setWordWrap(True)
        title = row(name, self._needed, self.column)
        title.setStretch(0, 1)
        layout = column(self, spacing=2)
        layout.addLayout(title)
        layout.addWidget(self._values)

    def show_choice(self, columns: tuple[Column, ...], chosen: str) -> None:
        """Show what there is to choose from, and what is chosen."""
        options = [Option("", self.tr("No column"))]
        options += [Option(each.name, each.name, next(iter(each.values), ""), each.kind) for each in columns]
        known = {each.name: each for each in columns}
        if chosen and chosen not in known:  # inside a column, such as answers.text.0
            options.append(Option(chosen, chosen))
        self.column.set_options(options, chosen)
        values = known[chosen].values if chosen in known else ()
        self._values.setText(" · ".join(values))
        self._values.setVisible(bool(values))
        self._needed.setVisible(self.field.required and not chosen)


class MappingChoices(QWidget):
    """Shows what a desk has, and tells it what is chosen."""

    def __init__(self, desk: MappingDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._fields: list[FieldChoice] = []
        self._said = BodyLabel(tone="muted")
        self.part = Picker(self.tr("Split or sheet"), self.tr("First"), "files", width=220)
        self.part.picked.connect(desk.choose_part)
        self.shape = Picker(
            self.tr("Shape"), self.tr("Choose a shape"), "squares-four", width=300, list_width=440
        )
        self.shape.picked.connect(desk.choose_shape)
        self._example = MonoLabel(tone="faint", wrap=True)
        self._unread = CaptionLabel(tone="muted")
        self._lay_out()
        desk.columns_changed.connect(self.show_columns)
        self.show_columns()

    @property
    def fields(self) -> tuple[FieldChoice, ...]:
        """The fields as shown."""
        return tuple(self._fields)

    def _lay_out(self) -> None:
        self._part_line = QWidget()
        inside = column(self._part_line, spacing=0)
        inside.addLayout(row(StrongLabel(self.tr("Split or sheet")), None, self.part))
        shape = Card(spacing=Space.S)
        shape.body.addWidget(HeadingLabel(self.tr("What the rows are")))
        shape.body.addWidget(self._said)
        shape.body.addWidget(self._part_line)
        shape.body.addWidget(self.shape)
        shape.body.addWidget(self._example)
        self._card = Card(spacing=Space.M)
        self._card.body.addWidget(HeadingLabel(self.tr("Which column holds what")))
        self._rows = column(spacing=Space.M)
        self._card.body.addLayout(self._rows)
        self._card.body.addWidget(self._unread)
        layout = column(self, spacing=Space.M)
        layout.addWidget(shape)
        layout.addWidget(self._card)
        layout.addStretch(1)

    @Slot()
    def show_columns(self) -> None:
        """Show what is there to choose from."""
        columns, reading = self._desk.columns, self._desk.reading
        self.shape.setEnabled(columns is not None)
        self._card.setVisible(columns is not None and bool(reading.format))
        self._card.setEnabled(not self._desk.looking)
        if columns is None:
            waiting = self._desk.path is not None and self._desk.problem is None
            self._said.setText(self.tr("Looking at the columns…") if waiting else "")
            self._part_line.hide()
            return
        self._part_line.setVisible(len(columns.parts) > 1)
        self.part.set_options([Option(each, each) for each in columns.parts], reading.part)
        self.shape.set_options(self._shapes(), reading.format)
        known = known_format(reading.format)
        self._example.setText(known.shape if known is not None else "")
        self._example.setVisible(known is not None)
        self._said.setText(self._sentence())
        self._show_fields(columns)

    def _shapes(self) -> list[Option]:
        sure = {each.shape: each.confidence for each in self._desk.guesses}
        fitting, others = self.tr("Fits"), self.tr("Other shapes")
        best = sorted((one for one in formats() if one.name in sure), key=lambda one: -sure[one.name])
        options = []
        for each in best:
            share = share_text(sure[each.name])
            options.append(
                Option(each.name, shape_text(each.name), each.shape, share, "accent", group=fitting)
            )
        return options + [
            Option(each.name, shape_text(each.name), each.shape, group=others)
            for each in formats()
            if each.name not in sure
        ]

    def _sentence(self) -> str:
        """Say what it looks like and how sure that is, and what else fits."""
        guesses = self._desk.guesses
        if not guesses:
            return self.tr(
                "These columns fit no shape by themselves. Choose what the rows are, then say which column"
                " holds what."
            )
        best = guesses[0]
        said = self.tr("It looks like {0} ({1}, {2}).").replace("{0}", shape_text(best.shape))
        said = said.replace("{1}", sure_text(best.confidence)).replace("{2}", share_text(best.confidence))
        others = ", ".join(shape_text(each.shape) for each in guesses[1:])
        if others:
            said += " " + self.tr("It can also be read as {0}.").replace("{0}", others)
        return said

    def _show_fields(self, columns: Columns) -> None:
        fields = fields_of(self._desk.reading.format)
        if tuple(each.field for each in self._fields) != fields:
            for choice in self._fields:
                self._rows.removeWidget(choice)
                choice.hide()
                choice.deleteLater()
            self._fields = [FieldChoice(field) for field in fields]
            for choice in self._fields:
                choice.picked.connect(self._desk.choose_column)
                self._rows.addWidget(choice)
        chosen = self._desk.reading.columns
        for choice in self._fields:
            choice.show_choice(columns.columns, chosen.get(choice.field.name, ""))
        used = set(chosen.values())
        unread = ", ".join(each.name for each in columns.columns if each.name not in used)
        self._unread.setText(
            self.tr("Kept with each row, but not learned: {0}").replace("{0}", unread) if unread else ""
        )
        self._unread.setVisible(bool(unread))
