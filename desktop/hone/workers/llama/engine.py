"""A loaded GGUF model with its context, tokenizer and LoRA adapters."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from pathlib import Path

import llama_cpp
import numpy as np
import numpy.typing as npt

from hone.domain.generation import Generate, Variant
from hone.errors import BadInput
from hone.workers.chat_prompt import ChatPrompt
from hone.workers.engine import Broken, file_stamp
from hone.workers.llama.context import LlamaContext
from hone.workers.llama.log import LibraryLog
from hone.workers.llama.sampler import Sampler
from hone.workers.llama.vocabulary import LlamaTextStream, LlamaVocabulary

_Stamp = tuple[str, int, int]


class LlamaEngine:
    """Owns the model; gives one reply at a time."""

    def __init__(
        self, model: llama_cpp.llama_model_p, name: str, context_length: int, threads: int, log: LibraryLog
    ) -> None:
        self._model = model
        self._log = log
        self._threads = threads
        self._vocabulary = LlamaVocabulary(model)
        self._context = LlamaContext(model, context_length, threads, log)
        self.context_length: int = llama_cpp.llama_n_ctx(self._context.handle)
        self.context_length = min(self.context_length, context_length)
        self._adapters: dict[_Stamp, llama_cpp.llama_adapter_lora_p] = {}
        self._in_use: tuple[_Stamp, float] | None = None
        raw = llama_cpp.llama_model_chat_template(model, None)
        template = raw.decode("utf-8", errors="replace") if raw else ""
        self._prompts = ChatPrompt(self._vocabulary, template if template.strip() else None, name)
        self.stop_ids = self._stop_ids()

    def prompt(self, request: Generate) -> list[int]:
        """Return the tokens of a request."""
        return self._prompts.render(request.prompt, request.variant).tokens

    def session(self, request: Generate, prompt: list[int], seed: int) -> LlamaSession:
        """Prepare a reply with the adapter that the request names."""
        self._use(*_single_adapter(request.variant))
        return LlamaSession(
            self._context, prompt, Sampler(request.sampling, seed, self._vocabulary.size, prompt)
        )

    def text_stream(self) -> LlamaTextStream:
        """Return a fresh stream of text."""
        return LlamaTextStream(self._vocabulary)

    def logits_of_first_token(self) -> npt.NDArray[np.float32]:
        """Evaluate one token on an empty cache and return its logits; the cache is empty after it."""
        first = llama_cpp.llama_vocab_bos(llama_cpp.llama_model_get_vocab(self._model))
        self._context.feed(max(0, first))
        logits = self._context.logits()
        self._context.clear()
        return logits

    def close(self) -> None:
        """Free model, context and adapters."""
        self._prompts.close()
        self._context.close()
        llama_cpp.llama_model_free(self._model)

    def _stop_ids(self) -> frozenset[int]:
        """Return the tokens that end a reply: the model's, and the one its template writes after replies."""
        ends = self._vocabulary.ends_of_generation
        texts = [self._vocabulary.text(token) for token in ends]
        stop = self._vocabulary.control.get(self._prompts.stop_text(texts))
        return ends if stop is None else ends | {stop}

    def _use(self, adapter: Path | None, scale: float) -> None:
        """Make the next evaluations use `adapter`, or none."""
        wanted = (file_stamp(adapter), scale) if adapter is not None else None
        if wanted == self._in_use:
            return
        if adapter is None or wanted is None:
            llama_cpp.llama_set_adapters_lora(self._context.handle, None, 0, None)
        else:
            handle = self._adapters.get(wanted[0]) or self._load_adapter(adapter, wanted[0])
            handles = (llama_cpp.llama_adapter_lora_p_ctypes * 1)(handle)
            scales = (ctypes.c_float * 1)(scale)
            llama_cpp.llama_set_adapters_lora(self._context.handle, handles, 1, scales)
        self._context.clear()  # what is cached was computed with other weights
        self._in_use = wanted

    def _load_adapter(self, adapter: Path, stamp: _Stamp) -> llama_cpp.llama_adapter_lora_p:
        """Load an adapter once; the context is made anew because it reserves room for adapters' nodes."""
        self._log.forget()
        handle = llama_cpp.llama_adapter_lora_init(self._model, os.fsencode(adapter))
        if not handle:
            raise BadInput(
                f"The adapter {adapter.name} cannot be used with this model: {self._log.reason()}.",
                hint="Choose the model that it was trained on.",
                detail=self._log.text(),
            )
        self._adapters[stamp] = handle
        self._context.close()
        try:
            self._context = LlamaContext(self._model, self.context_length, self._threads, self._log)
        except BadInput as error:  # the old context is freed, so nothing may be asked of this engine again
            raise Broken(error.message, error.hint, error.detail) from error
        return handle


class LlamaSession:
    """One reply."""

    def __init__(self, context: LlamaContext, prompt: list[int], sampler: Sampler) -> None:
        self._context = context
        self._prompt = prompt
        self._sampler = sampler

    def read(self, cancelled: Callable[[], bool], progress: Callable[[int, int], None]) -> int:
        """Evaluate the prompt and return how many of its tokens were known."""
        return self._context.read(self._prompt, cancelled, progress)

    def sample(self) -> int:
        """Choose the next token."""
        return self._sampler.next(self._context.handle)

    def feed(self, token: int) -> None:
        """Evaluate a chosen token."""
        self._context.feed(token)

    def close(self) -> None:
        """Free the sampler."""
        self._sampler.close()


def _single_adapter(variant: Variant) -> tuple[Path | None, float]:
    if not variant.adapters:
        return None, 1.0
    return variant.adapters[0].path, variant.adapters[0].scale
