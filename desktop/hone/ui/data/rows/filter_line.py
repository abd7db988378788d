"""The line above the rows: which of them are shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from hone.domain.data_changes import DataFilter
from hone.domain.datasets import Report
from hone.ui.data.problem_words import title_of
from hone.ui.kit.buttons import LinkButton
from hone.ui.kit.card import column
from hone.ui.kit.flow import FlowLayout
from hone.ui.kit.icons import icon
from hone.ui.kit.option_list import Option
from hone.ui.kit.picker import Picker
from hone.ui.kit.quantities import count_text
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.tokens import Space

_PAUSE_MS = 350


class FilterLine(QWidget):
    """`filter_requested(DataFilter, kind)` when other rows are wanted; kind "" for any."""

    filter_requested = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setProperty("kind", "search")
        self.search.setPlaceholderText(self.tr("Rows that contain…"))
        self.search.setAccessibleName(self.tr("Rows that contain"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(140)
        self._magnifier = QAction(icon("magnifying-glass", "text_faint"), self.tr("Search"), self)
        self.search.addAction(self._magnifier, QLineEdit.ActionPosition.LeadingPosition)
        self.kind = Picker(self.tr("Problem"), "", "warning", width=190, list_width=320)
        self.language = Picker(self.tr("Language"), "", "translate", width=184, list_width=220)
        self.label = Picker(self.tr("Label"), "", "tag", width=140, list_width=260)
        self.found = CaptionLabel(tone="muted", wrap=False)
        self.clear = LinkButton(self.tr("Show all rows"))
        self.clear.clicked.connect(self.reset)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.search.textEdited.connect(self._pause.start)
        self.search.returnPressed.connect(self._ask)
        self.search.textChanged.connect(self._on_text_changed)
        line = FlowLayout(gap=Space.S)
        for picker in (self.kind, self.language, self.label):
            picker.picked.connect(self._ask)
        for widget in (self.search, self.kind, self.language, self.label, self.found, self.clear):
            line.addWidget(widget)
        layout = column(self, spacing=0)
        layout.addLayout(line)
        self.show_report(None)
        self.show_found(None)

    @property
    def wanted(self) -> tuple[DataFilter, str]:
        """What is asked for: a filter, and a kind of problem."""
        found = DataFilter(
            contains=self.search.text().strip(), language=self.language.current(), label=self.label.current()
        )
        return found, self.kind.current()

    @property
    def is_empty(self) -> bool:
        """Whether all rows are asked for."""
        return self.wanted == (DataFilter(), "")

    def show_report(self, report: Report | None) -> None:
        """Offer the problems, languages and labels that there are."""
        groups = report.groups if report is not None else ()
        statistics = report.statistics if report is not None else None
        _offer(
            self.kind,
            [(g.kind, title_of(g), g.count) for g in groups if any(g.rows)],
            self.tr("All rows"),
        )
        languages = statistics.languages if statistics is not None else ()
        _offer(self.language, [(e.name, e.name, e.rows) for e in languages], self.tr("Any language"), least=2)
        labels = statistics.labels if statistics is not None else ()
        _offer(self.label, [(e.name, e.name, e.rows) for e in labels], self.tr("Any label"), least=2)

    def show_found(self, rows: int | None, looking: bool = False) -> None:
        """Say how many rows match; None when all are shown."""
        if looking:
            said = self.tr("Looking…")
        elif rows is None:
            said = ""
        elif rows == 0:
            said = self.tr("No row matches")
        elif rows == 1:
            said = self.tr("1 row")
        else:
            said = self.tr("{0} rows").replace("{0}", count_text(rows))
        self.found.setText(said)
        self.found.setVisible(bool(said))
        self.clear.setVisible(not self.is_empty)

    def show_progress(self, rows: int, total: int) -> None:
        """Say how many rows were looked at so far."""
        said = self.tr("Looked at {0} of {1}…").replace("{0}", count_text(rows))
        self.found.setText(said.replace("{1}", count_text(max(rows, total))))

    @Slot()
    def reset(self) -> None:
        """Ask for all rows."""
        self.forget()
        self._ask()

    def forget(self) -> None:
        """Show nothing asked for, without asking."""
        self._pause.stop()
        self.search.clear()
        for picker in (self.kind, self.language, self.label):
            picker.set_current("")
        self.show_found(None)

    @Slot()
    def _ask(self) -> None:
        self._pause.stop()
        self.filter_requested.emit(*self.wanted)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        if not text and self.search.hasFocus():  # cleared with the cross
            self._pause.start()


def _offer(picker: Picker, found: Sequence[tuple[str, str, int]], anything: str, least: int = 1) -> None:
    """Offer what there is with its number of rows; nothing to choose from hides the picker."""
    options = [Option(key, title, badge=count_text(rows)) for key, title, rows in found]
    known = picker.current() in {option.key for option in options}
    picker.set_options([Option("", anything), *options], picker.current() if known else "")
    picker.setVisible(len(options) >= least)
