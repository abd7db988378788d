"""Load a GGUF."""

from __future__ import annotations

import ctypes
import os
import time
from collections.abc import Callable
from typing import Any

import llama_cpp
import numpy as np
import psutil

from hone.domain.generation import Feature, ModelLoaded, Provenance, RenderPrompt
from hone.errors import BadInput, Stopped
from hone.ipc.messages import LoadModel
from hone.workers.completion import context_for
from hone.workers.llama.context import ContextSettings
from hone.workers.llama.engine import LlamaEngine
from hone.workers.llama.log import LibraryLog
from hone.workers.llama.model_hash import model_hash
from hone.workers.llama.rendering import PromptRenderer
from hone.workers.llama.sampler import SUPPORTED
from hone.workers.serving import Outlet, Report
from hone.workers.threads import threads_for

FEATURES = (
    Feature.TEXT,
    Feature.PREFILL,
    Feature.TOOLS,
    Feature.ADAPTERS,
    Feature.SOFT_PROMPT,
    Feature.GRAMMAR,
    Feature.JSON_SCHEMA,
    Feature.LOGPROBS,
    Feature.TOKEN_IDS,
    Feature.SCORING,
    Feature.EMBEDDINGS,
    Feature.EXACT,
    Feature.STATE,
    Feature.RENDERING,
)
_PROGRESS_SECONDS = 0.2


class LlamaLoader:
    """Loads GGUF models into this process."""

    name = "llama"

    def __init__(self, build: str) -> None:
        self._build = build
        self._log: LibraryLog | None = None
        self._renderer: PromptRenderer | None = None

    def build(self) -> str:
        """Return the library and its version."""
        return self._build

    def load(
        self, command: LoadModel, outlet: Outlet, report: Report, stopped: Callable[[], bool]
    ) -> tuple[LlamaEngine, ModelLoaded]:
        """Load a model and evaluate one token with it; raises BadInput when either cannot be done."""
        started = time.monotonic()
        report("Loading the model", 0.0, 1.0)
        log = self._library()
        if not command.path.is_file():
            raise BadInput(f"{command.path} does not exist.", hint="Was it moved or deleted?")
        settings = ContextSettings(
            window=0,
            threads=command.threads or threads_for(command.path.stat().st_size),
            sequences=command.sequences,
            kv_type=command.kv_type,
            flash_attention=command.flash_attention,
            on_gpu=_uses_gpu(command),
        )
        settings.check()
        model = _load_weights(command, log, report, stopped)
        window = context_for(command.context_length, llama_cpp.llama_model_n_ctx_train(model))
        provenance = Provenance(
            model_hash=model_hash(command.path), build=self._build, device=_device(command, settings.threads)
        )
        engine = LlamaEngine(model, command.path.stem, settings.with_window(window), outlet, log, provenance)
        _check_weights(engine, command)
        return engine, ModelLoaded(
            path=command.path,
            context_length=engine.context_length,
            seconds=time.monotonic() - started,
            device=provenance.device,
            memory_bytes=psutil.Process().memory_info().rss,
            features=FEATURES,
            samplers=SUPPORTED,
            model_hash=provenance.model_hash,
            template_hash=engine.template_hash,
            build=self._build,
        )

    def render(self, command: RenderPrompt, outlet: Outlet) -> None:
        """Send a prompt as the model at its path gets it; only the vocabulary of that model is loaded."""
        if self._renderer is None:
            self._renderer = PromptRenderer(self._library())
        outlet.send(self._renderer.render(command))

    def _library(self) -> LibraryLog:
        if self._log is None:
            self._log = LibraryLog()
            llama_cpp.llama_backend_init()
        self._log.forget()
        return self._log


def _load_weights(
    command: LoadModel, log: LibraryLog, report: Report, stopped: Callable[[], bool]
) -> llama_cpp.llama_model_p:
    callback = _progress_callback(report, stopped)
    parameters = llama_cpp.llama_model_default_params()
    parameters.n_gpu_layers = command.gpu_layers
    none = (ctypes.c_void_p * 1)()
    if command.gpu_layers == 0:
        parameters.devices = ctypes.addressof(none)  # a list that ends at once: no GPU is touched
    parameters.progress_callback = callback
    model = llama_cpp.llama_model_load_from_file(os.fsencode(command.path), parameters)
    if model:
        return model
    if stopped():
        raise Stopped("Loading was stopped.")
    raise BadInput(
        f"{command.path.name} could not be loaded: {log.reason()}.",
        hint="The file may be damaged, need a newer Hone, or need more memory than there is.",
        detail=log.text(),
    )


def _progress_callback(report: Report, stopped: Callable[[], bool]) -> Any:
    """Return a callback for llama.cpp; it must be referenced until loading ends."""
    told = time.monotonic()

    @llama_cpp.llama_progress_callback
    def callback(share: float, _data: object) -> bool:
        nonlocal told
        if time.monotonic() - told > _PROGRESS_SECONDS:
            told = time.monotonic()
            report("Loading the model", share, 1.0)
        return not stopped()

    return callback


def _check_weights(engine: LlamaEngine, command: LoadModel) -> None:
    """Evaluate one token: damaged weights load without a word, and then every reply is nonsense."""
    logits = engine.logits_of_first_token()
    if not np.isfinite(logits).all():
        engine.close()
        raise BadInput(
            f"{command.path.name} has damaged weights: it computes values that are not numbers.",
            hint="Get the file again, or choose another quantisation of the model.",
        )


def _device(command: LoadModel, threads: int) -> str:
    if _uses_gpu(command):
        return "GPU"
    return f"CPU, {threads} {'thread' if threads == 1 else 'threads'}"


def _uses_gpu(command: LoadModel) -> bool:
    return bool(llama_cpp.llama_supports_gpu_offload()) and command.gpu_layers != 0
