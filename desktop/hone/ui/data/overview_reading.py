"""As what the rows are read, what else they could be, and what to do when that cannot be trained on."""

from __future__ import annotations

from functools import partial

import msgspec
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from hone.domain.datasets import Reading, Report
from hone.ui.data.tab import DataContext
from hone.ui.data.tabs import TABS
from hone.ui.data.words import SURE, shape_text, sure_text
from hone.ui.kit.buttons import Button, GhostButton, PrimaryButton, SecondaryButton
from hone.ui.kit.card import Card, column, row
from hone.ui.kit.flow import FlowLayout
from hone.ui.kit.message_banner import ToneIcon
from hone.ui.kit.quantities import share_text
from hone.ui.kit.text import BodyLabel, CaptionLabel, Label
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type


class ReadingCard(Card):
    """The guess with its alternatives, each one click away, and the parts of a folder or workbook."""

    def __init__(self, context: DataContext, parent: QWidget | None = None) -> None:
        super().__init__(Space.M, parent=parent)
        self._context = context
        self._icon = ToneIcon("success")
        self._said = Label(style=Type.STRONG, wrap=True)
        self._why = CaptionLabel()
        self._why_not = BodyLabel("", "muted")
        self.train = PrimaryButton(self.tr("Train on the chosen replies"), "check")
        self.train.clicked.connect(context.training_rows_requested)
        self._choices = QWidget()
        self._flow = FlowLayout(self._choices, Space.S)
        self._buttons: list[Button] = []
        words = column(spacing=2)
        words.addWidget(self._said)
        words.addWidget(self._why)
        columns = GhostButton(self.tr("Choose columns…"), "columns")
        columns.clicked.connect(self._on_columns_clicked)
        if all(entry.key != "columns" for entry in TABS):
            columns.hide()
        line = row(self._icon, spacing=Space.M)
        line.addLayout(words, 1)
        line.addWidget(columns)
        self.body.addLayout(line)
        self.body.addWidget(self._why_not)
        self.body.addLayout(row(self.train, None))
        self.body.addWidget(self._choices)

    def show_report(self, report: Report) -> None:
        """Show a guess and what else fits."""
        sure = report.confidence >= SURE
        self._icon.set_tone("success" if sure and report.trainable else "warning")
        self._said.setText(self.tr("Read as: {0}").replace("{0}", shape_text(report.format)))
        said = self.tr("{0} · {1} of the rows looked at fit")
        said = said.replace("{0}", sure_text(report.confidence))
        self._why.setText(said.replace("{1}", share_text(report.confidence)))
        self._why_not.setVisible(not report.trainable)
        self.train.setVisible(not report.trainable)
        self._why_not.setText(
            self.tr(
                "These rows compare or judge replies. Fine-tuning on them as they are would learn the bad"
                " replies too; the good ones alone make a version that can be trained on."
            )
        )
        self._offer(report)

    def _offer(self, report: Report) -> None:
        for old in self._buttons:
            old.hide()
            old.deleteLater()
        while self._flow.count():
            self._flow.takeAt(0)
        self._buttons = []
        for guess in report.alternatives[:4]:
            if guess.shape != report.format:
                said = self.tr("Read as {0}").replace("{0}", shape_text(guess.shape))
                self._add(SecondaryButton(said), Reading(format=guess.shape, part=report.reading.part))
        for part in report.parts[:6]:
            if part != report.reading.part:
                said = self.tr("Read the part {0}").replace("{0}", part)
                self._add(SecondaryButton(said), msgspec.structs.replace(report.reading, part=part))
        for button in self._buttons:
            self._flow.addWidget(button)
            button.show()
        self._choices.setVisible(bool(self._buttons))
        self._choices.updateGeometry()

    def _add(self, button: Button, reading: Reading) -> None:
        button.clicked.connect(partial(self._on_reading_clicked, reading))
        self._buttons.append(button)

    def _on_reading_clicked(self, reading: Reading, _checked: bool = False) -> None:
        self._context.reading_requested.emit(reading)

    @Slot()
    def _on_columns_clicked(self) -> None:
        self._context.tab_requested.emit("columns")
