"""The finish: the verdict, the adapter's name, where its files are, and the way to the chat."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from hone.domain.runs import Run
from hone.ui.kit.buttons import GhostButton, PrimaryButton, SecondaryButton
from hone.ui.kit.card import Card, column, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.message_banner import ToneIcon
from hone.ui.kit.progress import duration
from hone.ui.kit.quantities import number_text, share_text
from hone.ui.kit.text import BodyLabel, CaptionLabel, TitleLabel
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type
from hone.ui.tune.stat_tile import StatTile
from hone.ui.tune.verdict import verdict_advice, verdict_title, verdict_tone


class VerdictCard(Card):
    """Shown on top of a finished run."""

    chat_requested = Signal()
    again_requested = Signal()
    folder_requested = Signal()
    renamed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Space.XL, Space.M, parent)
        self._run: Run | None = None
        self._icon = ToneIcon("")
        self._title = TitleLabel()
        self._title.setWordWrap(True)
        self._advice = BodyLabel("", "muted")
        self._loss = StatTile(self.tr("Held-out loss"))
        self._accuracy = StatTile(self.tr("Token accuracy"))
        self._time = StatTile(self.tr("Training time"))
        self._name = QLineEdit()
        self._name.setAccessibleName(self.tr("Name of the adapter"))
        self._name.setMaxLength(80)
        self._place = ElidedLabel("", Type.MONO, "muted", Qt.TextElideMode.ElideMiddle)
        self._chat = PrimaryButton(self.tr("Chat with it"), "chat-circle")
        self._again = SecondaryButton(self.tr("Start another"), "plus")
        self._folder = GhostButton(self.tr("Open folder"), "folder-open")
        self._build()
        self._chat.clicked.connect(self.chat_requested)
        self._again.clicked.connect(self.again_requested)
        self._folder.clicked.connect(self.folder_requested)
        self._name.editingFinished.connect(self._on_name_finished)

    def show_run(self, run: Run) -> None:
        """Show what came of a run."""
        self._run = run
        self._icon.set_tone(verdict_tone(run))
        self._title.setText(verdict_title(run))
        self._advice.setText(verdict_advice(run))
        before = self.tr("base {loss}")
        self._loss.set_value(
            number_text(run.best.loss, 3) if run.best else "",
            before.format(loss=number_text(run.base.loss, 3)) if run.base else "",
        )
        self._accuracy.set_value(
            share_text(run.best.token_accuracy, digits=1) if run.best else "",
            before.format(loss=share_text(run.base.token_accuracy, digits=1)) if run.base else "",
        )
        best = self.tr("best at step {step}").format(step=run.best.step) if run.best else ""
        self._time.set_value(duration(run.seconds), best)
        if not self._name.hasFocus():
            self._name.setText(run.name)
            self._name.setCursorPosition(0)
        self._place.setText(str(run.adapter or run.folder))

    @property
    def title(self) -> str:
        """The verdict as shown."""
        return self._title.text()

    def _build(self) -> None:
        heading = row(self._icon, self._title)
        heading.setStretch(1, 1)
        tiles = QHBoxLayout()
        tiles.setSpacing(Space.S)
        for tile in (self._loss, self._accuracy, self._time):
            tiles.addWidget(tile)
        names = column(spacing=Space.XS)
        names.addWidget(CaptionLabel(self.tr("Name of the adapter"), wrap=False))
        names.addWidget(self._name)
        files = column(spacing=Space.XS)
        files.addWidget(CaptionLabel(self.tr("Its files"), wrap=False))
        place = row(self._place, self._folder)
        place.setStretch(0, 1)
        files.addLayout(place)
        line = QHBoxLayout()
        line.setSpacing(Space.XL)
        line.addLayout(names, 2)
        line.addLayout(files, 3)
        self.body.addLayout(heading)
        self.body.addWidget(self._advice)
        self.body.addLayout(tiles)
        self.body.addSpacing(Space.XS)
        self.body.addLayout(line)
        self.body.addSpacing(Space.XS)
        self.body.addLayout(row(self._chat, self._again, None))

    @Slot()
    def _on_name_finished(self) -> None:
        name = self._name.text().strip()
        if self._run is not None and name and name != self._run.name:
            self.renamed.emit(name)
