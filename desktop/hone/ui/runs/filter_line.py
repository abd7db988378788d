"""Which runs are shown: words, state, base model, data set, method."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from hone.domain.run_table import RunColumn, RunFilter, RunRow, choices
from hone.domain.runs import RunState
from hone.ui.kit.buttons import IconButton, LinkButton
from hone.ui.kit.flow import FlowLayout
from hone.ui.kit.icons import icon
from hone.ui.kit.lengths import fix_width
from hone.ui.kit.option_list import Option
from hone.ui.kit.picker import Picker
from hone.ui.kit.quantities import count_text
from hone.ui.kit.tokens import Space
from hone.ui.runs.words import method_word
from hone.ui.tune.run_words import state_word


class _Search(QLineEdit):
    """A search field whose Down key goes on to the table."""

    down_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down_pressed.emit()
            return
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)


class FilterLine(QWidget):
    """`changed` when other runs are to be shown; `chosen` says which."""

    changed = Signal()
    table_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = _Search()
        self.search.setProperty("kind", "search")
        self.search.setPlaceholderText(self.tr("Search names, notes, models"))
        self.search.setAccessibleName(self.tr("Search runs"))
        self.search.addAction(
            icon("magnifying-glass", "text_faint"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.search.setClearButtonEnabled(True)
        fix_width(self.search, 260)
        self.state = Picker(self.tr("State"), self.tr("Any state"), "", 150, 240)
        self.base = Picker(self.tr("Base model"), self.tr("Any base model"), "", 180, 320)
        self.data = Picker(self.tr("Data set"), self.tr("Any data set"), "", 180, 320)
        self.method = Picker(self.tr("Method"), self.tr("Any method"), "", 150, 240)
        self.more = IconButton("funnel", self.tr("Show or hide the other filters"))
        self.more.setCheckable(True)
        self.more.hide()
        self.clear = LinkButton(self.tr("Show all"))
        self.clear.setAccessibleName(self.tr("Show all runs"))
        self.clear.hide()
        layout = FlowLayout(self, Space.S)
        for widget in (self.search, self.more, self.state, self.base, self.data, self.method, self.clear):
            layout.addWidget(widget)
        self.search.textChanged.connect(self._on_changed)
        self.search.down_pressed.connect(self.table_wanted)
        for picker in self._pickers():
            picker.picked.connect(self._on_changed)
        self.clear.clicked.connect(self.show_all)
        self.more.toggled.connect(self._fit)

    @property
    def chosen(self) -> RunFilter:
        """What is asked for."""
        return RunFilter(
            text=self.search.text().strip(),
            state=self.state.current(),
            base=self.base.current(),
            data=self.data.current(),
            method=self.method.current(),
        )

    def show_choices(self, rows: Sequence[RunRow]) -> None:
        """Offer what there is among all runs; what is chosen stays also where no run has it any more."""
        words = {RunColumn.STATE: lambda key: state_word(RunState(key)), RunColumn.METHOD: method_word}
        for picker, column, every in (
            (self.state, RunColumn.STATE, self.tr("Any state")),
            (self.base, RunColumn.BASE, self.tr("Any base model")),
            (self.data, RunColumn.DATA, self.tr("Any data set")),
            (self.method, RunColumn.METHOD, self.tr("Any method")),
        ):
            name = words.get(column, str)
            found = choices(rows, column)
            options = [Option(key, name(key), badge=count_text(count)) for key, count in found]
            now = picker.current()
            if now and now not in {key for key, _ in found}:
                options.append(Option(now, name(now), badge="0"))
            picker.set_options([Option("", every), *options])

    @Slot()
    def show_all(self) -> None:
        """Ask for nothing in particular."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        for picker in self._pickers():
            picker.set_current("")
        self._on_changed()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Where all of them do not fit into two lines, show those that are set, and others when asked for."""
        pickers = self._pickers()
        needed = sum(each.sizeHint().width() + Space.S for each in (self.search, *pickers))
        narrow = needed > 1.6 * self.width()
        self.more.setVisible(narrow)
        for picker in pickers:
            picker.setVisible(not narrow or self.more.isChecked() or bool(picker.current()))

    def _pickers(self) -> tuple[Picker, ...]:
        return (self.state, self.base, self.data, self.method)

    @Slot()
    def _on_changed(self) -> None:
        self.clear.setVisible(self.chosen.is_set)
        self._fit()
        self.changed.emit()
