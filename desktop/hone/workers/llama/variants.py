"""Adapters and soft prompts beside the model: loaded once, used by any request."""

from __future__ import annotations

import os
from collections.abc import Collection
from typing import Any

import llama_cpp

from hone.domain.generation import AdapterUse, Variant
from hone.errors import BadInput
from hone.workers.llama.jobs import AdapterInUse, Floats, LoadedVariant, Stamp
from hone.workers.llama.log import LibraryLog
from hone.workers.llama.soft_prompt import read_soft_prompt
from hone.workers.serving import file_stamp

MOST_KEPT = 16  # adapters, and as many soft prompts, so that going to and fro loads nothing again


class Variants:
    """Loads what requests name and keeps it, the last used last. Replaced files are loaded anew."""

    def __init__(self, model: llama_cpp.llama_model_p, log: LibraryLog) -> None:
        self._model = model
        self._log = log
        self._width: int = llama_cpp.llama_model_n_embd_inp(model)
        self._adapters: dict[Stamp, Any] = {}
        self._soft_prompts: dict[Stamp, Floats] = {}

    def loaded(self, variant: Variant) -> LoadedVariant:
        """Return a variant that is in memory; raises BadInput that names the file that cannot be used."""
        adapters = tuple(self._adapter(use) for use in variant.adapters if use.scale != 0)
        if len({adapter.stamp for adapter in adapters}) < len(adapters):
            raise BadInput("The same adapter is named twice.", hint="Name it once, with one scale.")
        if variant.soft_prompt is None:
            return LoadedVariant(adapters)
        stamp = file_stamp(variant.soft_prompt)
        vectors = self._soft_prompts.pop(stamp, None)
        if vectors is None:
            vectors = read_soft_prompt(variant.soft_prompt, self._width)
        self._soft_prompts[stamp] = vectors
        return LoadedVariant(adapters, stamp, vectors)

    def weights(self, adapters: tuple[AdapterInUse, ...]) -> list[tuple[Any, float]]:
        """Return llama.cpp's handles of loaded adapters, with their scales."""
        return [(self._adapters[adapter.stamp], adapter.scale) for adapter in adapters]

    def drop_unused(self, in_use: Collection[Stamp]) -> None:
        """Free the adapters and soft prompts that are too many, the least recently used first.

        Adapters `in_use` stay: the library reads them. A soft prompt lives on with the jobs that have it.
        """
        unused = [stamp for stamp in self._adapters if stamp not in in_use]
        for stamp in unused[: max(0, len(self._adapters) - MOST_KEPT)]:
            llama_cpp.llama_adapter_lora_free(self._adapters.pop(stamp))
        while len(self._soft_prompts) > MOST_KEPT:
            del self._soft_prompts[next(iter(self._soft_prompts))]

    def _adapter(self, use: AdapterUse) -> AdapterInUse:
        stamp = file_stamp(use.path)
        handle = self._adapters.pop(stamp, None)
        if handle is None:
            if use.path.is_dir():
                raise BadInput(
                    f"The adapter {use.path.name} is a folder, and this model needs a GGUF file.",
                    hint="Convert the adapter to GGUF first.",
                )
            self._log.forget()
            handle = llama_cpp.llama_adapter_lora_init(self._model, os.fsencode(use.path))
            if not handle:
                raise BadInput(
                    f"The adapter {use.path.name} cannot be used with this model: {self._log.reason()}.",
                    hint="Choose the model that it was trained on.",
                    detail=self._log.text(),
                )
        self._adapters[stamp] = handle
        return AdapterInUse(stamp, use.scale)
