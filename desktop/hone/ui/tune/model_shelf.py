"""The models that can be a base, and the one that was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hone.domain.models import Model
from hone.errors import HoneError
from hone.services.models import ModelService
from hone.ui.tune.inquiries import Inquiries


class ModelShelf(QObject):
    """Lists models beside the window."""

    listed = Signal()
    chosen = Signal()
    problem_found = Signal(object)

    def __init__(self, service: ModelService, inquiries: Inquiries, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._inquiries = inquiries
        self._wanted: Path | None = None
        self.models: tuple[Model, ...] = ()
        self.current: Model | None = None
        self.loaded = False

    @property
    def demo(self) -> Model | None:
        """The embedded model, where it is there and can be trained."""
        return next((model for model in self.models if model.is_demo and model.can_train), None)

    def refresh(self) -> None:
        """Look which models there are."""
        self._inquiries.ask("models", self._service.models, self._on_listed, self._on_problem)

    def add(self, path: Path) -> None:
        """Add a model folder and choose it when it can be trained."""
        service = self._service
        self._inquiries.ask("add", lambda: service.add(path), self._on_added, self._on_problem)

    def want(self, path: Path | None) -> None:
        """Choose the model at `path` once it is listed; None chooses none."""
        self._wanted = path
        self.current = None
        if path is None:
            self.chosen.emit()
        self._take_wanted()

    def choose(self, model: Model) -> None:
        """Take a model."""
        self._wanted = model.path
        if self.current is None or self.current.path != model.path:
            self.current = model
            self.chosen.emit()

    def _take_wanted(self) -> None:
        for model in self.models:
            if model.path == self._wanted and model.can_train:
                self.choose(model)

    def _on_listed(self, models: Sequence[Model]) -> None:
        self.models = tuple(model for model in models if model.endpoint is None)
        self.loaded = True
        self.listed.emit()
        if self.current is None:
            self._take_wanted()

    def _on_added(self, model: Model) -> None:
        if model.can_train:
            self.choose(model)
        self.refresh()

    def _on_problem(self, problem: HoneError) -> None:
        self.problem_found.emit(problem)
