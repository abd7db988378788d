"""Load a GGUF."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any

import llama_cpp
import numpy as np
import psutil

from hone.domain.generation import ModelLoaded
from hone.errors import BadInput, Stopped
from hone.ipc.messages import LoadModel
from hone.workers.engine import Report, context_for
from hone.workers.llama.engine import LlamaEngine
from hone.workers.llama.log import LibraryLog
from hone.workers.threads import threads_for

_PROGRESS_SECONDS = 0.2


class LlamaLoader:
    """Loads GGUF models into this process."""

    name = "llama"

    def __init__(self, build: str) -> None:
        self._build = build

    def build(self) -> str:
        """Return the library and its version."""
        return self._build

    def load(
        self, command: LoadModel, report: Report, stopped: Callable[[], bool]
    ) -> tuple[LlamaEngine, ModelLoaded]:
        """Load a model and evaluate one token with it; raises BadInput when either cannot be done."""
        started = time.monotonic()
        report("Loading the model", 0.0, 1.0)
        log = LibraryLog()
        llama_cpp.llama_backend_init()
        if not command.path.is_file():
            raise BadInput(f"{command.path} does not exist.", hint="Was it moved or deleted?")
        callback = _progress_callback(report, stopped)
        parameters = llama_cpp.llama_model_default_params()
        parameters.n_gpu_layers = command.gpu_layers
        parameters.progress_callback = callback
        model = llama_cpp.llama_model_load_from_file(os.fsencode(command.path), parameters)
        if not model:
            if stopped():
                raise Stopped("Loading was stopped.")
            raise BadInput(
                f"{command.path.name} could not be loaded: {log.reason()}.",
                hint="The file may be damaged, need a newer Hone, or need more memory than there is.",
                detail=log.text(),
            )
        threads = command.threads or threads_for(command.path.stat().st_size)
        context = context_for(command.context_length, llama_cpp.llama_model_n_ctx_train(model))
        engine = LlamaEngine(model, command.path.stem, context, threads, log)
        _check_weights(engine, command)
        return engine, ModelLoaded(
            path=command.path,
            context_length=engine.context_length,
            seconds=time.monotonic() - started,
            device=_device(command.gpu_layers, threads),
            memory_bytes=psutil.Process().memory_info().rss,
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


def _device(gpu_layers: int, threads: int) -> str:
    if llama_cpp.llama_supports_gpu_offload() and gpu_layers != 0:
        return "GPU"
    return f"CPU, {threads} {'thread' if threads == 1 else 'threads'}"
