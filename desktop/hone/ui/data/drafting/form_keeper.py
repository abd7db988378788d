"""What is filled in for a data set: read when it is opened, kept when it changes, with models and prompts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hone.domain.dataset_library import DataSet
from hone.domain.models import Adapter, Model
from hone.domain.row_drafts import DraftForm
from hone.errors import HoneError
from hone.services import Services
from hone.services.row_drafting.prompt_texts import PromptText
from hone.ui.data.drafting.form import DraftFormView
from hone.ui.supervisor import InOrder, start_task

SEEDS_CHOSEN = 12
_KEEP_MS = 600


class FormKeeper(QObject):
    """Fills the form, and keeps what is filled in half a second after the last change."""

    changed = Signal()  # what would be drafted, or what is missing for it
    failed = Signal(object)  # HoneError

    def __init__(self, form: DraftFormView, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._form, self._services = form, services
        self._service = services.row_drafts
        self._in_order = InOrder()
        self._data_set: DataSet | None = None
        self._is_read = False  # until then nothing is offered that the answer would overwrite
        self._changes = 0
        self._models: tuple[Model, ...] = ()
        self._adapters: tuple[Adapter, ...] = ()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_KEEP_MS)
        self._soon.timeout.connect(self._keep)
        form.changed.connect(self._on_form_changed)
        form.prompts_wanted.connect(self._read_prompts)
        form.choice_requested.connect(self.choose_seeds)

    def open(self, data_set: DataSet | None) -> None:
        """Show what was filled in for a data set; another version of the same changes nothing."""
        self.flush()
        before, self._data_set = self._data_set, data_set
        if data_set is None:
            return
        if before is not None and before.id == data_set.id:
            self._form.seeds.set_rows(data_set.version.rows)
            return
        self._is_read = False
        read = self._in_order.afterwards(partial(self._service.form, data_set.id))
        refused = partial(self._on_form_refused, data_set.id)
        start_task(self, read, partial(self._on_form_read, data_set.id), refused)

    def flush(self) -> None:
        """Keep now what is filled in, if it changed."""
        if self._soon.isActive():
            self._soon.stop()
            self._keep()

    def keep_now(self) -> None:
        """Keep what is filled in, changed or not."""
        self._soon.stop()
        self._keep()

    @Slot()
    def read_models(self) -> None:
        """Look which models there are."""
        models = self._services.models

        def read() -> tuple[Sequence[Model], Sequence[Adapter]]:
            return models.models(), models.adapters()

        start_task(self, read, self._on_models_read, self.failed.emit)

    @Slot()
    def choose_seeds(self) -> None:
        """Take rows that differ from each other."""
        if self._data_set is not None:
            identity = self._data_set.id
            self._form.seeds.set_busy(True)
            call = partial(self._service.choose_seeds, identity, SEEDS_CHOSEN)
            start_task(self, call, partial(self._on_seeds_chosen, identity), self._on_choice_failed)

    @Slot()
    def _keep(self) -> None:
        if self._data_set is not None:
            form = DraftForm(order=self._form.order())
            keep = partial(self._service.keep_form, self._data_set.id, form)
            start_task(self, self._in_order(keep), None, self.failed.emit)

    @Slot()
    def _on_form_changed(self) -> None:
        self._changes += 1
        self._soon.start()
        self.changed.emit()

    def _on_form_read(self, data_set_id: str, form: DraftForm) -> None:
        if self._data_set is not None and self._data_set.id == data_set_id:
            self._is_read = True
            self._form.show_order(form.order, self._data_set.version.rows)
            self._show_models()

    def _on_form_refused(self, data_set_id: str, error: HoneError) -> None:
        if self._data_set is not None and self._data_set.id == data_set_id:
            self._is_read = True
            self._show_models()
        self.failed.emit(error)

    def _on_models_read(self, found: tuple[Sequence[Model], Sequence[Adapter]]) -> None:
        self._models, self._adapters = tuple(found[0]), tuple(found[1])
        if self._is_read or self._data_set is None:
            self._show_models()

    def _show_models(self) -> None:
        """Take the model that was taken last, else the first that can be used."""
        order = self._form.order()
        usable = [model.id for model in self._models if not model.problem]
        wanted = order.model_id if order.model_id in usable else next(iter(usable), "")
        self._form.model.set_models(self._models, self._adapters, wanted, order.adapter_id)
        self._read_prompts()
        self.changed.emit()

    @Slot()
    def _read_prompts(self) -> None:
        order = self._form.order()
        if self._form.model.current() is not None:
            read = partial(self._service.texts, order)
            start_task(self, read, partial(self._on_prompts_read, order.way, self._changes), None)

    def _on_prompts_read(self, way: str, changes: int, prompts: Sequence[PromptText]) -> None:
        if changes != self._changes:  # something was written meanwhile
            self._read_prompts()
        elif way == self._form.ways.current():
            self._form.show_prompts(prompts)

    def _on_seeds_chosen(self, data_set_id: str, numbers: tuple[int, ...]) -> None:
        self._form.seeds.set_busy(False)
        if self._data_set is not None and data_set_id == self._data_set.id:
            self._form.seeds.set_numbers(numbers)
            self._on_form_changed()

    def _on_choice_failed(self, error: HoneError) -> None:
        self._form.seeds.set_busy(False)
        self.failed.emit(error)
