"""The endpoints on the models page: cards, and the form that adds one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from hone.domain.models import Model
from hone.errors import HoneError
from hone.services.endpoints import Added, Removed, Tested
from hone.ui.kit.buttons import Button, SecondaryButton
from hone.ui.kit.card import row
from hone.ui.kit.icons import icon
from hone.ui.kit.text import CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space
from hone.ui.model_words import listed_words, model_line
from hone.ui.models.endpoint_form import EndpointForm
from hone.ui.models.model_card import ThingCard
from hone.ui.page import Shell
from hone.ui.supervisor import start_task


class EndpointCard(ThingCard):
    """An endpoint; signals carry the model's id or the endpoint's name."""

    chat_requested = Signal(str)
    test_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, model: Model, url: str) -> None:
        super().__init__("globe", model.name, model_line(model), url)
        self.model = model
        self.add_button(self.tr("Chat"), "chat-circle").clicked.connect(self._on_chat_clicked)
        self.test: Button = self.add_button(self.tr("Test"), "broadcast")
        self.test.clicked.connect(self._on_test_clicked)
        self.end_row()

    def fill_menu(self, menu: QMenu) -> None:
        """Add what can be done with an endpoint."""
        menu.addAction(icon("x"), self.tr("Remove"), self._on_remove_taken)

    @Slot()
    def _on_chat_clicked(self) -> None:
        self.chat_requested.emit(self.model.id)

    @Slot()
    def _on_test_clicked(self) -> None:
        self.test_requested.emit(self.model.name)

    @Slot()
    def _on_remove_taken(self) -> None:
        self.remove_requested.emit(self.model.name)


class EndpointSection(QWidget):
    """Lists the endpoints among the models. `failed(HoneError)` is for the page to show."""

    chat_requested = Signal(str)
    failed = Signal(object)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._shown: tuple[Model, ...] | None = None
        self.form = EndpointForm(shell.services)
        self.form.added.connect(self._on_added)
        self.form.closed.connect(self._on_form_closed)
        self.form.hide()
        self.open_form = SecondaryButton(self.tr("Add an endpoint"), "plus")
        self.open_form.clicked.connect(self._on_open_clicked)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(Space.S)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Space.L, 0, 0)
        layout.setSpacing(Space.S)
        layout.addLayout(row(HeadingLabel(self.tr("Endpoints")), None, self.open_form))
        said = self.tr(
            "Models behind an OpenAI-compatible server: llama-server, vLLM, Ollama, LM Studio or "
            "a hosted API. What you say to them is sent there."
        )
        layout.addWidget(CaptionLabel(said))
        layout.addWidget(self.form)
        layout.addLayout(self._cards)

    def show_models(self, models: Sequence[Model]) -> None:
        """Show the endpoints among the models."""
        found = tuple(model for model in models if model.endpoint is not None)
        if found == self._shown:
            return
        self._shown = found
        while (item := self._cards.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for model in found:
            if model.endpoint is not None:
                self._add_card(model, model.endpoint.url)

    def _add_card(self, model: Model, url: str) -> None:
        card = EndpointCard(model, url)
        card.chat_requested.connect(self.chat_requested)
        card.test_requested.connect(self._on_test_requested)
        card.remove_requested.connect(self._on_remove_requested)
        self._cards.addWidget(card)

    @Slot()
    def _on_open_clicked(self) -> None:
        self.form.show()
        self.form.name.setFocus()

    @Slot()
    def _on_form_closed(self) -> None:
        self.form.clear()
        self.form.hide()
        self.open_form.setFocus()

    @Slot(object)
    def _on_added(self, added: Added) -> None:
        self._on_form_closed()
        said = self.tr("{0} was added").replace("{0}", added.endpoint.name)
        self._shell.notify(f"{said}. {added.note}" if added.note else said)
        self._shell.models_changed.emit()

    @Slot(str)
    def _on_test_requested(self, name: str) -> None:
        endpoints = self._shell.services.endpoints
        self._shell.notify(self.tr("Asking {0}…").replace("{0}", name))

        def on_tested(tested: Tested) -> None:
            listed = listed_words(len(tested.models))
            said = self.tr("{0} answers: {1}, {2}").replace("{0}", name)
            self._shell.notify(said.replace("{1}", tested.server).replace("{2}", listed))
            self._shell.models_changed.emit()

        start_task(self, lambda: endpoints.test(name), on_tested, self._on_failed)

    @Slot(str)
    def _on_remove_requested(self, name: str) -> None:
        endpoints = self._shell.services.endpoints
        start_task(self, lambda: endpoints.remove(name), self._on_removed, self._on_failed)

    @Slot(object)
    def _on_removed(self, removed: Removed) -> None:
        self._shell.models_changed.emit()
        name = removed.endpoint.name
        said = self.tr("{0} was removed").replace("{0}", name)
        said = f"{said}. {removed.note}" if removed.note else said
        self._shell.notify(said, self.tr("Undo"), lambda: self._restore(name))

    def _restore(self, name: str) -> None:
        endpoints = self._shell.services.endpoints
        start_task(self, lambda: endpoints.restore(name), self._on_restored, self._on_failed)

    @Slot(object)
    def _on_restored(self, endpoint: object) -> None:
        self._shell.models_changed.emit()

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self.failed.emit(error)
