"""A loaded transformers model with its cache, tokenizer and LoRA adapters."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from transformers import DynamicCache, PreTrainedModel

from hone.domain.generation import Generate, Variant
from hone.errors import HoneError
from hone.workers.chat_prompt import ChatPrompt
from hone.workers.engine import Interrupted, common_prefix
from hone.workers.huggingface.adapters import Adapters
from hone.workers.huggingface.sampler import Sampler
from hone.workers.huggingface.vocabulary import FolderTextStream, FolderVocabulary

FIRST_CHUNK = 64
LARGEST_CHUNK = 512
CHUNK_SECONDS = 0.3


class HuggingFaceEngine:
    """Owns the model; gives one reply at a time. `tokens` are those in the cache, in order."""

    def __init__(self, model: PreTrainedModel, folder: Path, context_length: int) -> None:
        self._adapters = Adapters(model)
        self._device = model.device
        self._vocabulary = FolderVocabulary(folder)
        self._decoder = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._prompts = ChatPrompt(self._vocabulary, self._vocabulary.template, folder.name)
        self._cache: DynamicCache | None = None
        self.tokens: list[int] = []
        self.context_length = context_length
        self.stop_ids = self._stop_ids(model)

    def prompt(self, request: Generate) -> list[int]:
        """Return the tokens of a request."""
        return self._prompts.render(request.prompt, request.variant).tokens

    def session(self, request: Generate, prompt: list[int], seed: int) -> HuggingFaceSession:
        """Prepare a reply with the adapter that the request names."""
        if self._adapters.use(*_single_adapter(request.variant)):
            self.clear()  # what is cached was computed with other weights
        return HuggingFaceSession(self, prompt, Sampler(request.sampling, seed, prompt))

    def text_stream(self) -> FolderTextStream:
        """Return a fresh stream of text."""
        return FolderTextStream(self._decoder)

    def logits_of_first_token(self) -> torch.Tensor:
        """Evaluate one token on an empty cache and return its logits; the cache is empty after it."""
        logits = self.evaluate([0])
        self.clear()
        return logits

    @torch.inference_mode()
    def evaluate(self, tokens: list[int]) -> torch.Tensor:
        """Append tokens to the cache and return the logits after the last, shape (vocabulary,)."""
        if self._cache is None:
            self._cache = DynamicCache(config=self._adapters.model.config)
        arguments: dict[str, Any] = {
            "input_ids": torch.tensor([tokens], device=self._device),
            "past_key_values": self._cache,
            "use_cache": True,
            "logits_to_keep": 1,
        }
        try:
            output = self._adapters.model(**arguments)
        except (RuntimeError, IndexError, ValueError) as error:
            self.clear()
            raise _failure(error) from error
        self.tokens.extend(tokens)
        logits: torch.Tensor = output.logits[0, -1]
        return logits

    def keep(self, count: int) -> int:
        """Shorten the cache to `count` tokens and return how many are left.

        A cache of which something was thrown away (sliding windows, recurrent layers) starts again.
        """
        surplus = len(self.tokens) - count
        if surplus > 0 and self._cache is not None:
            if count and all(getattr(layer, "is_croppable", False) for layer in self._cache.layers):
                try:
                    self._cache.crop(-surplus)
                    self.tokens = self.tokens[:count]
                except RuntimeError:
                    self.clear()
            else:
                self.clear()
        return len(self.tokens)

    def clear(self) -> None:
        """Empty the cache."""
        self._cache = None
        self.tokens = []

    def close(self) -> None:
        """Give the memory back."""
        self._prompts.close()
        self.clear()
        del self._adapters
        if torch.cuda.is_available():
            torch.cuda.empty_cache()

    def _stop_ids(self, model: PreTrainedModel) -> frozenset[int]:
        """Return the tokens that end a reply: the model's, and the one its template writes after replies."""
        texts = self._vocabulary.stop_texts
        found = {self._vocabulary.id(text) for text in texts}
        found.add(self._vocabulary.id(self._prompts.stop_text(texts)))
        settings = model.generation_config
        configured = settings.eos_token_id if settings is not None else None
        found.update(configured if isinstance(configured, list) else [configured])
        return frozenset(token for token in found if token is not None)


class HuggingFaceSession:
    """One reply."""

    def __init__(self, engine: HuggingFaceEngine, prompt: list[int], sampler: Sampler) -> None:
        self._engine = engine
        self._prompt = prompt
        self._sampler = sampler
        self._logits: torch.Tensor | None = None

    def read(self, cancelled: Callable[[], bool], progress: Callable[[int, int], None]) -> int:
        """Evaluate the prompt in chunks of about a third of a second, so that it can be cancelled between.

        Returns how many tokens were known; raises Interrupted.
        """
        prompt, engine = self._prompt, self._engine
        done = reused = engine.keep(min(common_prefix(engine.tokens, prompt), len(prompt) - 1))
        size = FIRST_CHUNK
        while done < len(prompt):
            if cancelled():
                raise Interrupted
            started = time.monotonic()
            self._logits = engine.evaluate(prompt[done : done + size])
            done = min(done + size, len(prompt))
            seconds = time.monotonic() - started
            if done < len(prompt) or size > FIRST_CHUNK:
                progress(done, len(prompt))
            if seconds < CHUNK_SECONDS / 2:
                size = min(size * 2, LARGEST_CHUNK)
            elif seconds > CHUNK_SECONDS * 2:
                size = max(size // 2, 8)
        return reused

    def sample(self) -> int:
        """Choose the next token."""
        assert self._logits is not None
        return self._sampler.next(self._logits)

    def feed(self, token: int) -> None:
        """Evaluate a chosen token."""
        self._logits = self._engine.evaluate([token])

    def close(self) -> None:
        """Forget the logits."""
        self._logits = None


def _failure(error: Exception) -> HoneError:
    if "out of memory" in str(error).lower() or "can't allocate" in str(error).lower():
        return HoneError(
            "There is not enough memory for this conversation.",
            hint="Shorten it, choose a smaller context length, or use a GGUF of this model.",
            detail=str(error),
        )
    reason = (str(error).splitlines() or [repr(error)])[0][:200]
    return HoneError(
        f"The model could not evaluate the text: {reason}",
        hint="Try again; if it happens again, the model's files may be damaged.",
        detail=f"{type(error).__name__}: {error}",
    )


def _single_adapter(variant: Variant) -> tuple[Path | None, float]:
    if not variant.adapters:
        return None, 1.0
    return variant.adapters[0].path, variant.adapters[0].scale
