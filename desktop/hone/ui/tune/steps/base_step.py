"""Step 1: which model learns."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from hone.domain.models import Model
from hone.errors import HoneError
from hone.ui.kit.buttons import SecondaryButton
from hone.ui.kit.card import row
from hone.ui.kit.text import CaptionLabel, OverlineLabel
from hone.ui.kit.tokens import Space
from hone.ui.tune.model_shelf import ModelShelf
from hone.ui.tune.steps.model_card import ModelCard
from hone.ui.tune.steps.step_page import StepPage

_COLUMNS = 2


class BaseStep(StepPage):
    """Cards of the models; those that cannot be trained stand below, with the reason."""

    def __init__(self, shelf: ModelShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_heading(
            self.tr("Base model"),
            self.tr("The model that learns. It stays as it is: what it learns goes into a small adapter."),
        )
        self._shelf = shelf
        self._cards: list[ModelCard] = []
        self._trainable = self._grid()
        self._others_label = OverlineLabel(self.tr("Not for training"))
        self._others = self._grid()
        self._waiting = CaptionLabel(self.tr("Looking for models…"))
        self._add = SecondaryButton(self.tr("Add a model folder…"), "folder-plus")
        self._add.clicked.connect(self._on_add_clicked)
        self.body.addWidget(self._waiting)
        self.body.addLayout(self._trainable)
        self.body.addLayout(row(self._add, None))
        self.body.addSpacing(Space.M)
        self.body.addWidget(self._others_label)
        self.body.addLayout(self._others)
        self.body.addStretch(1)
        shelf.listed.connect(self._rebuild)
        shelf.chosen.connect(self._on_shelf_chosen)
        shelf.problem_found.connect(self._on_shelf_problem)
        self._rebuild()

    @property
    def cards(self) -> tuple[ModelCard, ...]:
        """The cards as shown."""
        return tuple(self._cards)

    def entered(self) -> None:
        """Look again which models there are."""
        self._shelf.refresh()

    @Slot()
    def _rebuild(self) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        models = self._shelf.models
        fit = [model for model in models if model.can_train]
        unfit = [model for model in models if not model.can_train]
        self._cards = self._fill(self._trainable, fit) + self._fill(self._others, unfit)
        self._others_label.setVisible(bool(unfit))
        self._waiting.setVisible(not self._shelf.loaded)
        self._on_shelf_chosen()

    def _fill(self, grid: QGridLayout, models: list[Model]) -> list[ModelCard]:
        cards = []
        for number, model in enumerate(models):
            card = ModelCard(model)
            card.chosen.connect(self._on_card_chosen)
            grid.addWidget(card, number // _COLUMNS, number % _COLUMNS)
            cards.append(card)
        return cards

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(Space.M)
        for number in range(_COLUMNS):
            grid.setColumnStretch(number, 1)
        return grid

    @Slot()
    def _on_card_chosen(self) -> None:
        card = self.sender()
        if isinstance(card, ModelCard):
            self.banner.hide()
            self._shelf.choose(card.model)

    @Slot()
    def _on_shelf_chosen(self) -> None:
        current = self._shelf.current
        for card in self._cards:
            card.set_selected(current is not None and card.model.path == current.path)

    @Slot(object)
    def _on_shelf_problem(self, problem: HoneError) -> None:
        self.banner.show_error(problem)

    @Slot()
    def _on_add_clicked(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder of a model"))
        if folder:
            self.banner.hide()
            self._shelf.add(Path(folder))
