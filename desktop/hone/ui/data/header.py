"""Above the tabs: what the open data set is called, what it holds, and with which model its rows are seen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from hone.domain.dataset_library import DataSet
from hone.domain.datasets import Report
from hone.domain.models import Model
from hone.ui.data.words import fresh_text, origin_text, shape_text, sure_text, version_rows_text
from hone.ui.kit.buttons import Button, GhostButton, IconButton, PrimaryButton
from hone.ui.kit.card import column, row
from hone.ui.kit.flow import FlowLayout
from hone.ui.kit.option_list import Option
from hone.ui.kit.picker import Picker
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.kit.tooltip import plain_tooltip
from hone.ui.model_words import format_words, parameter_words

_FACTS = 5
_LONGEST = 240


class _Fact(CaptionLabel):
    """One fact in a line of several; what is long loses its middle and stands whole in the tooltip."""

    def __init__(self) -> None:
        super().__init__("", "muted", wrap=False)

    def show_fact(self, fact: str) -> None:
        """Show a fact; "" hides it."""
        room = round(_LONGEST * max(1.0, Theme.current().scale))
        shown = self.fontMetrics().elidedText(fact, Qt.TextElideMode.ElideMiddle, room)
        self.setText(shown)
        self.setToolTip(plain_tooltip(fact) if shown != fact else "")
        self.setVisible(bool(fact))


class DataHeader(QWidget):
    """All signals are requests; the page answers with `show_data_set` and the like."""

    renamed = Signal(str)
    model_picked = Signal(str)
    menu_requested = Signal(QPoint)
    shape_requested = Signal()
    fresh_requested = Signal()
    train_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: DataSet | None = None
        self.list_button = IconButton("list", self.tr("Show or hide the list"))
        self.list_button.setProperty("kind", "toggle")
        self.list_button.setCheckable(True)
        self.list_button.setChecked(True)
        self.name = QLineEdit()
        self.name.setProperty("kind", "title")
        self.name.setAccessibleName(self.tr("Name of the data set"))
        self.name.editingFinished.connect(self._on_name_edited)
        self.shape = Button("", "keys")
        self.shape.clicked.connect(self.shape_requested)
        self.fresh = GhostButton("", "plus")
        self.fresh.clicked.connect(self.fresh_requested)
        self.model = Picker(self.tr("Model that reads the rows"), self.tr("No model"), "cube", 200, 380)
        self.model.picked.connect(self.model_picked)
        self.train = PrimaryButton(self.tr("Fine-tune"), "sliders")
        self.train.setAccessibleName(self.tr("Fine-tune a model on these rows"))
        self.train.clicked.connect(self.train_requested)
        self.menu = IconButton("dots-three-vertical", self.tr("More to do with the data set"))
        self.menu.clicked.connect(self._on_menu_clicked)
        self._known: tuple[str, ...] = ()
        self._facts = [_Fact() for _ in range(_FACTS)]
        self._lay_out()

    def show_data_set(self, data_set: DataSet) -> None:
        """Show a data set; what is being written as its name stays."""
        other = self._shown is None or self._shown.id != data_set.id
        self._shown = data_set
        if other or not self.name.hasFocus():
            self.name.setText(data_set.name)
            self.name.setCursorPosition(0)
            self.name.setToolTip(plain_tooltip(data_set.name))
        version = self.tr("version {0} of {1}").replace("{0}", str(data_set.current))
        version = version.replace("{1}", str(len(data_set.versions)))
        source = data_set.source.name if data_set.source is not None else ""
        origin = "" if source else origin_text(data_set.origin)
        self._known = (version_rows_text(data_set.version), version, origin, source)
        fresh = fresh_text(data_set)
        self.fresh.setVisible(bool(fresh))
        take = self.tr("Take in {0}").replace("{0}", fresh)
        self.fresh.setText(take)
        self.fresh.set_icon("plus")
        self.fresh.setAccessibleName(take)
        self.show_report(None)

    def show_report(self, report: Report | None) -> None:
        """Say which shape the rows have, and how sure that is once it is known."""
        data_set = self._shown
        if data_set is None:
            return
        shape = report.format if report is not None else data_set.version.reading.format
        said = shape_text(shape) if shape else self.tr("Not read yet")
        if report is not None:
            said = f"{said} · {sure_text(report.confidence)}"
        self.shape.setText(said)
        self.shape.setAccessibleName(self.tr("Shape of the rows: {0}").replace("{0}", said))
        holds = report.container if report is not None else ""
        facts = [fact for fact in (*self._known, holds) if fact]
        for label, fact in zip_longest(self._facts, facts[: len(self._facts)], fillvalue=""):
            assert isinstance(label, _Fact)
            label.show_fact(fact)

    def show_models(self, models: Sequence[Model], current: Model | None) -> None:
        """Offer the models that can be trained."""
        options = [
            Option(
                model.id,
                model.name,
                " · ".join(filter(None, (format_words(model), parameter_words(model.parameters)))),
            )
            for model in models
        ]
        self.model.set_options(options, current.id if current is not None else "")
        self.model.setEnabled(bool(options))

    def set_narrow(self, narrow: bool) -> None:
        """Put the model below the name, where both have no room beside each other."""
        if narrow:
            self._first.removeWidget(self.model)
            self._flow.addWidget(self.model)
        else:
            self._flow.removeWidget(self.model)
            self._first.insertWidget(2, self.model)
        self.model.show()

    def focus_name(self) -> None:
        """Let the name be written over."""
        self.name.setFocus()
        self.name.selectAll()

    def _lay_out(self) -> None:
        self._first = first = row(self.list_button, self.name, self.model, self.train, self.menu)
        first.setStretch(1, 1)
        below = QWidget()
        self._flow = FlowLayout(below, Space.M)
        for widget in (self.shape, *self._facts, self.fresh):
            self._flow.addWidget(widget)
        layout = column(self, spacing=Space.S)
        layout.setContentsMargins(Space.XL, Space.M, Space.L, Space.S)
        layout.addLayout(first)
        layout.addWidget(below)

    @Slot()
    def _on_name_edited(self) -> None:
        if self._shown is None:
            return
        name = " ".join(self.name.text().split())
        if name and name != self._shown.name:
            self.renamed.emit(name)
        elif not name:
            self.name.setText(self._shown.name)

    @Slot()
    def _on_menu_clicked(self) -> None:
        self.menu_requested.emit(self.menu.mapToGlobal(QPoint(0, self.menu.height())))
