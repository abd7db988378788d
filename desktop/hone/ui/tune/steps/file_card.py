"""The chosen file: what it is, how many rows can be used, and which other format it might have."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from hone.domain.dataset_library import DataSet
from hone.domain.datasets import Report
from hone.ui.data.words import sure_text
from hone.ui.kit.buttons import GhostButton
from hone.ui.kit.card import Card, column, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.empty_state import IconTile
from hone.ui.kit.lengths import follow
from hone.ui.kit.picker import Option, Picker
from hone.ui.kit.quantities import count_text, size_text
from hone.ui.kit.text import Badge
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type

_LARGE = 1.4


class FileCard(Card):
    """`change_requested` when another file is wanted, `format_chosen(name)` for another reading of it."""

    change_requested = Signal()
    columns_requested = Signal()
    format_chosen = Signal(str)

    def __init__(self, format_labels: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(Space.L, Space.S, parent)
        self._labels = dict(format_labels)
        self._name = ElidedLabel("", Type.STRONG)
        self._facts = ElidedLabel("", Type.CAPTION, "muted")
        self._usable = Badge("", "success")
        self._problems = Badge("", "warning")
        self._read_as = ElidedLabel("", Type.CAPTION, "muted")
        self._format = Picker(self.tr("Format"), width=280, list_width=320)
        self._format.picked.connect(self.format_chosen)
        self.columns = GhostButton(self.tr("Columns…"), "columns")
        self.columns.clicked.connect(self.columns_requested)
        self._change = GhostButton(self.tr("Change…"), "swap")
        self._change.clicked.connect(self.change_requested)
        words = column(spacing=2)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        told = row(IconTile("file-text", 36), spacing=Space.M)
        told.addLayout(words, 1)
        self._line = row(spacing=Space.M)
        self._line.addLayout(told, 1)
        self._line.addLayout(row(self.columns, self._change, None))
        self._found = row()
        self._badges = row(self._usable, self._problems, None)
        for badge in (self._usable, self._problems):
            self._badges.setAlignment(badge, Qt.AlignmentFlag.AlignLeft)
        self._found.addLayout(self._badges)
        self._found.addLayout(row(self._read_as, self._format), 1)
        self.body.addLayout(self._line)
        self.body.addLayout(self._found)
        follow(self, self._fit)

    def _fit(self, theme: Theme) -> None:
        """Put one below the other where the text is so large that both have no room."""
        large = theme.scale > _LARGE
        way = QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight
        side = Qt.AlignmentFlag.AlignLeft if large else Qt.AlignmentFlag.AlignRight
        self._line.setDirection(way)
        self._found.setDirection(way)
        self._badges.setDirection(way)
        self._read_as.setAlignment(side)

    def show_report(self, report: Report, data_set: DataSet | None = None) -> None:
        """Show what was found, and of which data set it is a version."""
        name = report.path.name
        if data_set is not None:
            said = self.tr("{0}, version {1}").replace("{0}", data_set.name)
            name = said.replace("{1}", str(data_set.current))
        self._name.setText(name)
        self.columns.setVisible(data_set is not None)
        facts = [size_text(report.size_bytes), report.encoding.upper(), str(report.path.parent)]
        self._facts.setText("  ·  ".join(facts))
        usable = self.tr("{usable} of {rows} rows usable")
        self._usable.setText(
            usable.format(usable=count_text(report.usable_rows), rows=count_text(report.rows))
        )
        self._usable.set_tone("success" if report.usable_rows else "danger")
        self._problems.setVisible(report.problem_count > 0)
        one = report.problem_count == 1
        many = self.tr("{n} things to look at").format(n=count_text(report.problem_count))
        self._problems.setText(self.tr("1 thing to look at") if one else many)
        sure = {guess.shape: guess.confidence for guess in report.alternatives}
        sure[report.format] = report.confidence
        names = dict.fromkeys((report.format, *(guess.shape for guess in report.alternatives)))
        options = [
            Option(
                name,
                self._labels.get(name, name),
                badge=sure_text(sure[name]),
            )
            for name in names
            if name
        ]
        self._format.set_options(options, report.format)
        self._format.setVisible(len(options) > 1)
        self._read_as.setText(
            self.tr("Read as")
            if len(options) > 1
            else self.tr("Read as {0} · {1}")
            .replace("{0}", self._format_label(report))
            .replace("{1}", sure_text(report.confidence))
        )
        self.setAccessibleName(f"{name}, {self._format_label(report)}, {self._usable.text()}")

    def _format_label(self, report: Report) -> str:
        return self._labels.get(report.format, report.format_label)
