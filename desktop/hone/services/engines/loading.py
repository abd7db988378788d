"""How a model is asked to be loaded: with the user's settings, as it fits into what is free now."""

from __future__ import annotations

from pathlib import Path

import msgspec

from hone.domain.fit import Fit, FreeMemory
from hone.domain.models import Model
from hone.domain.settings import Settings
from hone.errors import BadInput
from hone.inference.fit import DoesNotFit
from hone.inference.identity import signature
from hone.ipc.messages import LoadModel
from hone.services.fitting import FittingService, loading_note
from hone.services.memory_ledger import MemoryLedger
from hone.services.own_code import allowed_hash

_PLENTY = FreeMemory(memory=2**60, gpu=None)
_PLENTY_AND_GPU = FreeMemory(memory=2**60, gpu=2**60)


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What must be loaded for a request; `files` changes when the model's files are replaced.

    `allow_code` lets the model's own Python files run; with them in `files`, other code is another model.
    """

    worker: str
    path: Path
    files: str
    quantization: str
    context_length: int
    gpu_layers: int
    threads: int
    kv_type: str
    flash_attention: str
    allow_code: bool = False


def wanted_of(model: Model, worker: str, quantization: str, settings: Settings) -> Wanted:
    """Return what the user's settings mean for a model."""
    code = allowed_hash(model.path, settings)
    return Wanted(
        worker=worker,
        path=model.path,
        files=signature(model.path) + code,
        quantization=quantization,
        context_length=settings.context_length,
        gpu_layers=settings.gpu_layers,
        threads=settings.threads,
        kv_type=settings.kv_type,
        flash_attention=settings.flash_attention,
        allow_code=bool(code),
    )


class Loading:
    """Chooses how models are loaded, and keeps the ledger's side of it. Safe from any thread."""

    def __init__(self, ledger: MemoryLedger, fitting: FittingService) -> None:
        self.ledger = ledger
        self._fitting = fitting

    def plan(self, model: Model, quantization: str, settings: Settings) -> Fit:
        """Choose a setting that fits into what is free and promised to no training.

        Raises BadInput naming the training that holds the memory, DoesNotFit when it is not one's fault.
        """
        free = self.ledger.free_for_chat(self._fitting.free(model.format))
        try:
            return self._fitting.fit(model, settings, quantization, free)
        except DoesNotFit as error:
            trainings = self.ledger.trainings
            if not trainings:
                raise
            held = trainings[0]
            size = max(held.gpu_bytes, held.memory_bytes) / 1e9
            raise BadInput(
                f"The training of {held.name} holds about {size:.1f} GB. Beside it, {error.message}",
                hint="Wait until the training ends, stop it, or choose a smaller model.",
                detail=error.hint,
            ) from error

    def is_as_wished(self, model: Model, quantization: str, settings: Settings, fit: Fit) -> bool:
        """Whether more free memory would change nothing."""
        plenty = _PLENTY if fit.free.gpu is None else _PLENTY_AND_GPU
        return self._fitting.fit(model, settings, quantization, plenty).setting == fit.setting


def command_of(wanted: Wanted, fit: Fit) -> LoadModel:
    """Return the command that loads a model as was chosen."""
    return LoadModel(
        path=wanted.path,
        context_length=fit.context_length,
        gpu_layers=fit.gpu_layers,
        threads=wanted.threads,
        kv_type=fit.kv_type,
        flash_attention=fit.flash_attention,
        quantization=wanted.quantization,
        allow_code=wanted.allow_code,
    )


def note_of(model: Model, fit: Fit) -> str:
    """Say what is loaded and what it needs."""
    return loading_note(model, fit)
