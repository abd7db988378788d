"""The home of the page: all runs, or, while there are none, what fine-tuning is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from hone.ui.kit.buttons import LinkButton, PrimaryButton
from hone.ui.kit.card import column, row
from hone.ui.kit.empty_state import EmptyState
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.text import BodyLabel, TitleLabel
from hone.ui.kit.tokens import Space
from hone.ui.tune.run_card import RunCard
from hone.ui.tune.run_list_model import RunListModel

_WIDEST = 1040
_SHOWN_AT_FIRST = 40


class Overview(QWidget):
    """Cards of a `RunListModel`. Requests go up as signals; nothing is done here."""

    start_requested = Signal()
    sample_requested = Signal()
    run_action_requested = Signal(str, str)
    rename_requested = Signal(str, str)

    def __init__(self, model: RunListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._cards: list[RunCard] = []
        self._limit = _SHOWN_AT_FIRST
        self.banner = MessageBanner()
        self._stack = QStackedWidget()
        self._empty = self._build_empty()
        self._list = QWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._build_list())
        layout = column(self)
        layout.addWidget(self._stack)
        model.modelReset.connect(self._rebuild)
        model.rowsRemoved.connect(self._rebuild)
        model.dataChanged.connect(self._on_model_data_changed)
        self._rebuild()

    @property
    def cards(self) -> tuple[RunCard, ...]:
        """The cards as shown."""
        return tuple(self._cards)

    def show_sample(self, available: bool) -> None:
        """Offer the sample only where the embedded model and its tickets are there."""
        self._sample.setVisible(available)

    def _build_empty(self) -> QWidget:
        empty = EmptyState(
            "graduation-cap",
            self.tr("Teach a model your way of answering"),
            self.tr(
                "Fine-tuning shows a model examples of good replies until it writes like them. "
                "Hone trains a small adapter beside the model on this machine, and measures on rows it has "
                "never seen whether that helped."
            ),
        )
        self._start = PrimaryButton(self.tr("New run"), "plus")
        self._sample = LinkButton(self.tr("Try it with the sample tickets"))
        self._start.clicked.connect(self.start_requested)
        self._sample.clicked.connect(self.sample_requested)
        empty.add_action(self._start)
        empty.add_action(self._sample)
        return empty

    def _build_list(self) -> QWidget:
        inner = QWidget()
        inner.setProperty("kind", "plain")
        inner.setMaximumWidth(_WIDEST)
        self._new = PrimaryButton(self.tr("New run"), "plus")
        self._new.clicked.connect(self.start_requested)
        titles = column(spacing=2)
        titles.addWidget(TitleLabel(self.tr("Fine-tuning")))
        self._summary = BodyLabel("", "muted")
        titles.addWidget(self._summary)
        heading = row()
        heading.addLayout(titles, 1)
        heading.addWidget(self._new, 0, Qt.AlignmentFlag.AlignTop)
        body = column(inner, margin=Space.XXL, spacing=Space.M)
        body.addLayout(heading)
        body.addSpacing(Space.S)
        body.addWidget(self.banner)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.S)
        body.addLayout(self._rows)
        self._older = LinkButton(self.tr("Show older runs"))
        self._older.clicked.connect(self._on_older_clicked)
        body.addWidget(self._older, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addStretch(1)
        outer = QWidget()
        outer.setProperty("kind", "plain")
        centre = row(spacing=0)
        outer.setLayout(centre)
        centre.addStretch(1)
        centre.addWidget(inner, 100)
        centre.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(outer)
        return area

    @Slot()
    def _rebuild(self) -> None:
        for card in self._cards:
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()
        count = self._model.rowCount()
        self._cards = [self._card(number) for number in range(min(count, self._limit))]
        self._older.setVisible(count > self._limit)
        many = self.tr("{n} runs on this machine").format(n=count)
        self._summary.setText(self.tr("1 run on this machine") if count == 1 else many)
        self._stack.setCurrentIndex(1 if count else 0)

    def _card(self, number: int) -> RunCard:
        card = RunCard(self._model.run(number), self._model.curve(number))
        card.action_requested.connect(self.run_action_requested)
        card.renamed.connect(self.rename_requested)
        self._rows.addWidget(card)
        return card

    @Slot(QModelIndex, QModelIndex)
    def _on_model_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for number in range(first.row(), min(last.row() + 1, len(self._cards))):
            self._cards[number].show_run(self._model.run(number), self._model.curve(number))

    @Slot()
    def _on_older_clicked(self) -> None:
        self._limit = self._model.rowCount()
        self._rebuild()
