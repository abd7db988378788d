"""Which model reads the rows, and up to which length: remembered from one start to the next."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from hone.domain.models import Model
from hone.ui.data.desk import LibraryDesk
from hone.ui.data.tab import DataContext
from hone.ui.supervisor import InOrder, start_task


class ModelChoice(QObject):
    """Keeps the choice in the settings; the first model that can be trained until there is one."""

    def __init__(self, context: DataContext, desk: LibraryDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._desk = context, desk
        self._in_order = InOrder()
        kept = context.services.settings.get()
        self._wanted = kept.data_model_id
        context.context_length = kept.data_context_length
        desk.models_listed.connect(self._on_listed)
        context.context_length_requested.connect(self.choose_length)
        context.shell.models_changed.connect(desk.read_models)

    @Slot(str)
    def choose(self, model_id: str) -> None:
        """Let another model read the rows."""
        model = next((each for each in self._desk.models if each.id == model_id), None)
        if model is not None:
            self._wanted = model_id
            self._desk.choose_model(model, self._fitting(model))
            self._keep(data_model_id=model_id)

    @Slot(int)
    def choose_length(self, context_length: int) -> None:
        """Cut rows at another length."""
        self._desk.choose_model(self._context.model, context_length)
        self._keep(data_context_length=context_length)

    @Slot()
    def _on_listed(self) -> None:
        models = self._desk.models
        wanted = next((each for each in models if each.id == self._wanted), models[0] if models else None)
        length = self._fitting(wanted) if wanted is not None else self._context.context_length
        self._desk.choose_model(wanted, length)

    def _fitting(self, model: Model) -> int:
        """Return the chosen length, or what the model can take when that is less."""
        longest = model.context_length or self._context.context_length
        return min(self._context.context_length, longest)

    def _keep(self, **values: object) -> None:
        settings = self._context.services.settings
        keep = self._in_order(lambda: settings.change(**values))
        start_task(self, keep, None, self._desk.failed.emit)
