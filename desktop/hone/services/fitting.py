"""Choose how a model is loaded so that it fits into what is free now.

    fit = FittingService().fit(model, settings.get(), quantization)
    LoadModel(
        path=model.path, context_length=fit.context_length, gpu_layers=fit.gpu_layers, kv_type=fit.kv_type,
        flash_attention=fit.flash_attention, quantization=quantization, threads=..., sequences=...,
    )
    Progress(note=loading_note(model, fit))

`fit` raises `hone.inference.fit.DoesNotFit`, a BadInput whose sentences can be shown as they are. Call it
after the engine that held another model has ended, or what that one holds counts as taken. It reads headers
once per file and asks nvidia-smi (up to some 100 ms): not for the window's own thread.
"""

from __future__ import annotations

import importlib.util
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from hone.domain.fit import Fit, FreeMemory, LoadForecast, LoadSetting
from hone.domain.models import Model, ModelFormat
from hone.domain.settings import Settings
from hone.errors import BadInput
from hone.inference.fit import DoesNotFit, Needs, choose
from hone.inference.folder_memory import read_folder_memory
from hone.inference.gguf_memory import read_gguf_memory
from hone.inference.identity import signature
from hone.services.hardware import first_gpu, memory

_GPU_LIBRARIES = {
    ModelFormat.GGUF: ("llama_cpp", ("*ggml-cuda*",)),
    ModelFormat.SAFETENSORS: ("torch", ("*torch_cuda*",)),
}


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a model would load now: how, or what it needs and what would fit, or why it cannot be told."""

    model_id: str
    fit: Fit | None = None
    needed: LoadForecast | None = None
    largest: Fit | None = None
    free: FreeMemory
    problem: str = ""


class FittingService:
    """Forecasts and chooses. Safe from any thread."""

    def __init__(self) -> None:
        self._known: dict[tuple[Path, str], Needs] = {}
        self._lock = threading.Lock()

    def fit(
        self,
        model: Model,
        settings: Settings | None = None,
        quantization: str = "",
        free: FreeMemory | None = None,
        sequences: int = 0,
    ) -> Fit:
        """Return the best setting for `model` that fits into `free`, by default what is free now.

        Raises DoesNotFit with the largest setting that would, BadInput for a model whose files cannot be
        read or a wish that it cannot have. `sequences` is that of LoadModel.
        """
        settings = settings or Settings()
        if model.problem:
            raise BadInput(f"{model.name} cannot be used. {model.problem}", hint="Choose another model.")
        if model.format not in _GPU_LIBRARIES:
            raise BadInput(f"{model.name} is on a server; nothing of it is loaded here.")
        wanted = LoadSetting(
            context_length=settings.context_length,
            gpu_layers=settings.gpu_layers,
            quantization=quantization,
            sequences=sequences,
        )
        if model.format is ModelFormat.GGUF:
            wanted = msgspec.structs.replace(
                wanted, kv_type=settings.kv_type, flash_attention=settings.flash_attention
            )
        return choose(model.name, self._needs(model), wanted, free or self.free(model.format))

    def outlooks(self, models: Iterable[Model], settings: Settings) -> Iterator[Outlook]:
        """Tell of each model on this machine whether it would load now; the others are left out."""
        free: dict[ModelFormat, FreeMemory] = {}
        for model in models:
            if model.problem or model.format not in _GPU_LIBRARIES:
                continue
            if model.format not in free:
                free[model.format] = self.free(model.format)
            yield self._outlook(model, settings, free[model.format])

    def _outlook(self, model: Model, settings: Settings, free: FreeMemory) -> Outlook:
        try:
            return Outlook(model_id=model.id, free=free, fit=self.fit(model, settings, free=free))
        except DoesNotFit as refusal:
            return Outlook(model_id=model.id, free=free, needed=refusal.needed, largest=refusal.largest)
        except BadInput as error:
            return Outlook(model_id=model.id, free=free, problem=f"{error.message} {error.hint}".strip())

    def free(self, kind: ModelFormat) -> FreeMemory:
        """Return what is free now for the engine that runs such models."""
        gpu = first_gpu() if can_use_gpu(kind) else None
        return FreeMemory(memory=memory()[1], gpu=gpu.free_bytes if gpu else None)

    def _needs(self, model: Model) -> Needs:
        """Return the model's sizes, read once for each state of its files."""
        key = (model.path, signature(model.path))
        with self._lock:
            known = self._known.get(key)
        if known is None:
            read = read_gguf_memory if model.format is ModelFormat.GGUF else read_folder_memory
            known = read(model.path)
            with self._lock:
                self._known[key] = known
        return known


def can_use_gpu(kind: ModelFormat) -> bool:
    """Tell whether the installed library of that engine was built for NVIDIA; it is not imported for it."""
    package, patterns = _GPU_LIBRARIES[kind]
    found = importlib.util.find_spec(package)
    folders = list(found.submodule_search_locations or ()) if found else []
    return any(
        next(Path(folder, "lib").glob(pattern), None) is not None
        for folder in folders
        for pattern in patterns
    )


def loading_note(model: Model, fit: Fit) -> str:
    """Say what is loaded and what it needs: "Loading X: about 1.2 GB of 20.1 GB free"."""
    need, free = fit.forecast, fit.free
    if need.gpu.total and free.gpu is not None:
        gpu = f"about {_size(need.gpu.total)} of {_size(free.gpu)} free on the GPU"
        memory = f", {_size(need.memory.total)} of {_size(free.memory)} in memory" if fit.partial else ""
        return f"Loading {model.name}: {gpu}{memory}"
    return f"Loading {model.name}: about {_size(need.memory.total)} of {_size(free.memory)} free"


def _size(count: float) -> str:
    return f"{count / 1e9:.1f} GB" if count >= 9.95e8 else f"{count / 1e6:.0f} MB"
