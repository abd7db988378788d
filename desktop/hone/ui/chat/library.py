"""What the chat page knows of models, adapters and conversations; read beside the window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from hone.domain.arrangement import Folder
from hone.domain.chat import Conversation
from hone.domain.models import Adapter, Model
from hone.domain.search import SearchResult
from hone.services import Services
from hone.ui.supervisor import start_task


@dataclass(frozen=True)
class Catalogue:
    """Models and adapters as they were read together."""

    models: tuple[Model, ...] = ()
    adapters: tuple[Adapter, ...] = ()

    def model(self, identity: str) -> Model | None:
        """Return a model by id."""
        return next((model for model in self.models if model.id == identity), None)

    def adapter(self, identity: str) -> Adapter | None:
        """Return an adapter by id."""
        return next((adapter for adapter in self.adapters if adapter.id == identity), None)

    def fitting(self, model: Model | None) -> tuple[Adapter, ...]:
        """Return the adapters that fit a model."""
        if model is None:
            return ()
        return tuple(adapter for adapter in self.adapters if adapter.fits(model))

    def first_usable(self, *wanted: str) -> Model | None:
        """Return the first of `wanted` that can be used, else the first model that can."""
        usable = [model for model in self.models if not model.problem]
        for identity in wanted:
            for model in usable:
                if model.id == identity:
                    return model
        return usable[0] if usable else None


class ChatLibrary(QObject):
    """Reads lists in the background and tells them."""

    catalogue_read = Signal()
    conversations_read = Signal()
    searched = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.catalogue = Catalogue()
        self.conversations: tuple[Conversation, ...] = ()
        self.folders: tuple[Folder, ...] = ()
        self._reading = 0
        self._searching = 0

    def read_catalogue(self) -> None:
        """Read models and adapters."""
        models = self._services.models
        start_task(
            self,
            lambda: Catalogue(tuple(models.models()), tuple(models.adapters())),
            self._on_catalogue,
            self.failed.emit,
        )

    def read_conversations(self) -> None:
        """Read conversations and folders; of several readings the last one counts."""
        services = self._services
        self._reading += 1
        reading = self._reading
        start_task(
            self,
            lambda: (reading, tuple(services.chat.conversations()), tuple(services.arranging.folders())),
            self._on_conversations,
            self.failed.emit,
        )

    def search(self, text: str) -> None:
        """Search in all messages; `searched` with what was found, unless another search came after it."""
        service = self._services.search
        self._searching += 1
        searching = self._searching
        start_task(self, lambda: (searching, service.find(text)), self._on_searched, self.failed.emit)

    def conversation(self, identity: str) -> Conversation | None:
        """Return a conversation by id."""
        return next((each for each in self.conversations if each.id == identity), None)

    @Slot(object)
    def _on_catalogue(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.catalogue_read.emit()

    @Slot(object)
    def _on_conversations(self, found: tuple[int, tuple[Conversation, ...], tuple[Folder, ...]]) -> None:
        reading, conversations, folders = found
        if reading < self._reading:
            return  # a later one is on its way, and this one may still hold what was deleted meanwhile
        self.conversations, self.folders = conversations, folders
        self.conversations_read.emit()

    @Slot(object)
    def _on_searched(self, found: tuple[int, SearchResult]) -> None:
        searching, result = found
        if searching == self._searching:
            self.searched.emit(result)
