"""Which model drafts: any that Hone can talk to, with an adapter over it where one fits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hone.domain.models import Adapter, Model
from hone.ui.kit.card import column
from hone.ui.kit.picker import Option, Picker
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.tokens import Space
from hone.ui.model_words import adapter_line, model_line

_NONE = "none"


class ModelField(QWidget):
    """`changed` when the person takes another model or adapter."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._models: tuple[Model, ...] = ()
        self._adapters: tuple[Adapter, ...] = ()
        self.model = Picker(
            self.tr("Model that drafts"), self.tr("Choose a model"), "cube", width=320, list_width=470
        )
        self.adapter = Picker(
            self.tr("Adapter of the model that drafts"),
            self.tr("No adapter"),
            "puzzle-piece",
            width=320,
            list_width=400,
        )
        self._note = CaptionLabel("", "muted")
        self.model.picked.connect(self._on_model_picked)
        self.adapter.picked.connect(self._on_adapter_picked)
        inside = column(self, spacing=Space.S)
        for widget in (self.model, self.adapter, self._note):
            inside.addWidget(widget)
        self._tell()

    def current(self) -> Model | None:
        """Return the model that is taken."""
        return next((model for model in self._models if model.id == self.model.current()), None)

    def adapter_id(self) -> str:
        """Return the adapter that is taken, "" for none."""
        key = self.adapter.current()
        return "" if key == _NONE else key

    def set_models(
        self, models: Sequence[Model], adapters: Sequence[Adapter], model_id: str, adapter_id: str
    ) -> None:
        """Show what there is; a model that is gone leaves none taken."""
        self._models, self._adapters = tuple(models), tuple(adapters)
        self.model.set_options(
            [
                Option(
                    key=model.id,
                    title=model.name,
                    subtitle=model_line(model),
                    badge=self.tr("demo model") if model.is_demo else "",
                    badge_tone="accent" if model.is_demo else "",
                    problem=model.problem,
                    group=self._group_of(model),
                )
                for model in models
            ],
            model_id,
        )
        self._show_adapters(adapter_id)
        self._tell()

    def _group_of(self, model: Model) -> str:
        if model.is_demo:
            return self.tr("Comes with Hone")
        return self.tr("On this computer") if model.endpoint is None else self.tr("Servers")

    def _show_adapters(self, adapter_id: str) -> None:
        model = self.current()
        fitting = [each for each in self._adapters if model is not None and each.fits(model)]
        options = [Option(_NONE, self.tr("No adapter"), self.tr("The model as it is"))]
        options += [Option(each.id, each.name, adapter_line(each)) for each in fitting]
        known = any(each.id == adapter_id for each in fitting)
        self.adapter.set_options(options, adapter_id if known else _NONE)
        self.adapter.setVisible(bool(fitting))

    def _tell(self) -> None:
        model = self.current()
        said = ""
        if model is not None and model.is_demo:
            said = self.tr("The demo model has 5 million parameters: it shows how this works, no more.")
        elif model is not None and model.endpoint is not None:
            said = self.tr("The examples are sent to {0}.").replace("{0}", model.endpoint.url)
        elif model is not None and not model.can_chat:
            said = self.tr(
                "This model has no chat template: it is shown a text of examples, which it continues."
            )
        self._note.setText(said)
        self._note.setVisible(bool(said))

    def _on_model_picked(self, _key: str) -> None:
        self._show_adapters("")
        self._tell()
        self.changed.emit()

    def _on_adapter_picked(self, _key: str) -> None:
        self.changed.emit()
