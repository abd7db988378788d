"""The columns that each way to begin stands for."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QCoreApplication

from hone.domain.comparing import ColumnSettings
from hone.domain.models import Adapter, Model
from hone.domain.sampling import Sampling
from hone.domain.setup import Setup
from hone.errors import BadInput
from hone.services import Services
from hone.ui.chat.library import Catalogue

_LOW, _HIGH = 0.2, 0.9


def columns_for(
    key: str, catalogue: Catalogue, model_id: str, adapter_id: str, services: Services
) -> list[ColumnSettings]:
    """Return the columns to begin with; raises BadInput with the next step where something is missing."""
    model = catalogue.first_usable(model_id)
    if model is None:
        raise BadInput(
            QCoreApplication.translate("CompareStart", "There is no model that can be used yet."),
            hint=QCoreApplication.translate("CompareStart", "Add one on the Models page."),
        )
    if key == "adapter":
        return _against_adapter(catalogue, model, adapter_id)
    blank = ColumnSettings(model_id=model.id, sampling=model.sampling)
    if key == "temperatures":
        return [
            msgspec.structs.replace(blank, sampling=_at(model.sampling, degrees)) for degrees in (_LOW, _HIGH)
        ]
    if key == "prompts":
        return _two_prompts(blank, services)
    return [blank, blank]


def _at(sampling: Sampling, temperature: float) -> Sampling:
    return msgspec.structs.replace(sampling, temperature=temperature)


def _against_adapter(catalogue: Catalogue, model: Model, adapter_id: str) -> list[ColumnSettings]:
    """Take the adapter used last, else the newest one that fits a usable model, this model's first."""
    usable = [model, *(each for each in catalogue.models if not each.problem and each.id != model.id)]
    pairs = [(each, adapter) for each in usable for adapter in catalogue.fitting(each)]
    if not pairs:
        raise BadInput(
            QCoreApplication.translate("CompareStart", "No adapter fits a model yet."),
            hint=QCoreApplication.translate(
                "CompareStart", "Fine-tune a model on the Tune page to make one."
            ),
        )

    def rank(pair: tuple[Model, Adapter]) -> tuple[bool, bool, float]:
        owner, adapter = pair
        return adapter.id == adapter_id, owner.id == model.id, adapter.created_at.timestamp()

    base, adapter = max(pairs, key=rank)
    plain = ColumnSettings(model_id=base.id, sampling=base.sampling)
    return [plain, msgspec.structs.replace(plain, adapter_id=adapter.id)]


def _two_prompts(blank: ColumnSettings, services: Services) -> list[ColumnSettings]:
    """Take the two newest versions of the prompt that was saved last; without one, two prompts to write."""
    if "prompts" not in type(services).__annotations__:
        return [blank, blank]
    library = services.prompts
    saved = [prompt for prompt in library.prompts() if prompt.versions > 1]
    if not saved:
        return [blank, blank]
    prompt = max(saved, key=lambda each: each.updated_at)
    newest, before, *_ = sorted(library.versions(prompt.id), key=lambda each: each.number, reverse=True)
    return [
        msgspec.structs.replace(
            blank,
            system_prompt=version.body.system,
            setup=Setup().with_prompt(version.body, version.id, f"{prompt.name} v{version.number}", {}),
        )
        for version in (before, newest)
    ]
