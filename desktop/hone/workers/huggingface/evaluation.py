"""Evaluate tokens: one call of the model for several rows, with the adapters of each."""

from __future__ import annotations

import inspect
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import torch
from transformers import PreTrainedModel

from hone.workers.huggingface.adapters import Adapters, Blend
from hone.workers.huggingface.failures import EVALUATION_ERRORS, evaluation_failure, is_out_of_memory
from hone.workers.huggingface.slots import Slots, joined
from hone.workers.huggingface.soft_prompts import prefix_slots, split_by_family, virtual_embeddings

STEP_SECONDS = 0.3
FIRST_CHUNK = 64
LARGEST_CHUNK = 4096
SMALLEST_CHUNK = 8
EXACT_CHUNK = 64
LARGEST_OUTPUT = 2**25  # logits of one evaluation, in numbers: 128 MB
MOST_SEEDS = 64


class Evaluator:
    """Calls the model. `chunk` is how many tokens it evaluates in about a third of a second, as learned.

    `cache_bytes` is how much memory the caches of what is being computed may take together.
    """

    def __init__(self, model: PreTrainedModel, adapters: Adapters, cache_bytes: int) -> None:
        self.model = model
        self.device = model.device
        self.adapters = adapters
        self.chunk = FIRST_CHUNK
        self.cache_bytes = cache_bytes
        self._slot_bytes = 0
        self.hidden_size = model.config.get_text_config().hidden_size
        self._vocabulary = model.config.get_text_config().vocab_size
        self._seeds: dict[Blend, Slots] = {}
        accepted = inspect.signature(model.forward).parameters
        self._takes = {name for name in ("position_ids", "logits_to_keep") if name in accepted}

    def seed(self, blend: Blend) -> Slots:
        """Return what a row of that blend begins with: an empty row, or its soft prompt."""
        if not blend.soft_prompts:
            return Slots.empty(self.model.config, self.device)
        if blend not in self._seeds:
            if len(self._seeds) >= MOST_SEEDS:
                self._seeds.clear()
            self._seeds[blend] = self._soft_seed(blend)
        return self._seeds[blend]

    def evaluate(
        self, slots: Slots, blends: Sequence[Blend], tokens: torch.Tensor, filled: torch.Tensor, keep: int
    ) -> torch.Tensor:
        """Append tokens to the rows and return the logits of the last `keep` places.

        `tokens` and `filled` have the shape (rows, new); where `filled` is false there is no token. The
        result has the shape (rows, keep, vocabulary). Raises HoneError.
        """
        return self._run(slots, blends, filled, keep, input_ids=tokens).logits[:, -keep:]

    def hidden_states(
        self, slots: Slots, blends: Sequence[Blend], tokens: torch.Tensor, filled: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        """Append tokens and return the hidden states after the embeddings and each layer."""
        result = self._run(slots, blends, filled, 1, input_ids=tokens, output_hidden_states=True)
        return tuple(result.hidden_states)

    def first_token(self) -> torch.Tensor:
        """Evaluate one token on an empty cache, note the size of its slot, and return its logits."""
        slots = Slots.empty(self.model.config, self.device)
        token = torch.zeros((1, 1), dtype=torch.long, device=self.device)
        logits = self.evaluate(slots, [Blend()], token, token == 0, 1)
        self._slot_bytes = slots.bytes
        return logits[0, -1]

    def bytes_for(self, slots: int) -> int:
        """Return the memory that so many slots of a cache take."""
        return slots * self._slot_bytes

    def rows_for(self, slots: int) -> int:
        """Return how many rows of so many slots fit in memory together; at least one."""
        return max(1, self.cache_bytes // max(1, self.bytes_for(slots)))

    def columns(self, rows: int, keep_all: bool) -> int:
        """Return how many places of so many rows to evaluate at once, with the logits of all or of one."""
        columns = self.chunk // rows
        if keep_all:
            columns = min(columns, LARGEST_OUTPUT // (self._vocabulary * rows))
        return max(1, columns)

    @contextmanager
    def repeatable(self, wanted: bool) -> Iterator[None]:
        """Choose algorithms that give the same result every time; on a CPU all of them do."""
        if not wanted or self.device.type != "cuda":
            yield
            return
        torch.use_deterministic_algorithms(True, warn_only=True)
        try:
            yield
        finally:
            torch.use_deterministic_algorithms(False)

    def learn(self, tokens: int, seconds: float) -> None:
        """Adapt the size of a chunk to how long one took."""
        if seconds < STEP_SECONDS / 2 and tokens >= self.chunk * 0.9:
            self.chunk = min(self.chunk * 2, LARGEST_CHUNK)
        elif seconds > STEP_SECONDS * 1.5:
            self.chunk = max(self.chunk // 2, SMALLEST_CHUNK)

    @torch.inference_mode()
    def _run(
        self, slots: Slots, blends: Sequence[Blend], filled: torch.Tensor, keep: int, **inputs: Any
    ) -> Any:
        before = torch.tensor(slots.lengths, device=self.device)[:, None]
        slots.extend(filled)
        arguments = {
            "attention_mask": None if bool(slots.mask.all()) else slots.mask.long(),
            "past_key_values": slots.cache,
            "use_cache": True,
            **inputs,
        }
        if "position_ids" in self._takes:
            arguments["position_ids"] = (before + filled.long().cumsum(dim=1) - 1).clamp_min(0)
        if "logits_to_keep" in self._takes:
            arguments["logits_to_keep"] = keep
        try:
            return self.adapters.caller(blends)(**arguments)
        except EVALUATION_ERRORS as error:
            if is_out_of_memory(error) and self.device.type == "cuda":
                torch.cuda.empty_cache()
            raise evaluation_failure(error) from error

    def _soft_seed(self, blend: Blend) -> Slots:
        vectors, prefix = split_by_family([self.adapters.soft_prompt(stamp) for stamp in blend.soft_prompts])
        if prefix is not None:
            return prefix_slots(prefix, self.model)
        embeddings = virtual_embeddings(vectors, self.device).to(self.model.dtype)
        slots = Slots.empty(self.model.config, self.device)
        filled = torch.ones(embeddings.shape[:2], dtype=torch.bool, device=self.device)
        self._run(slots, [blend], filled, 1, inputs_embeds=embeddings)
        return slots


class Reading:
    """Rows whose tokens are being evaluated, chunk by chunk, padded on the left so that they end together.

    `slots` hold the rows when it is `done`. With `fixed` chunks always have that many places.
    """

    def __init__(
        self,
        evaluator: Evaluator,
        blends: Sequence[Blend],
        starts: Sequence[Slots],
        rests: Sequence[Sequence[int]],
        fixed: int = 0,
    ) -> None:
        self._evaluator = evaluator
        self._blends = blends
        self.slots = joined(starts)
        width = max(len(rest) for rest in rests)
        self._tokens = torch.tensor([[0] * (width - len(rest)) + list(rest) for rest in rests])
        self._filled = torch.tensor([[False] * (width - len(rest)) + [True] * len(rest) for rest in rests])
        self._width = width
        self._fixed = fixed
        self._place = 0

    @property
    def done(self) -> bool:
        """Whether all tokens are evaluated."""
        return self._place >= self._width

    @property
    def left(self) -> int:
        """How many tokens, padding included, are still to be evaluated."""
        return (self._width - self._place) * len(self._blends)

    @property
    def unread(self) -> list[int]:
        """How many tokens each row has still to be evaluated."""
        return [int(count) for count in self._filled[:, self._place :].sum(dim=1).tolist()]

    def step(self, keep_all: bool = False) -> torch.Tensor:
        """Evaluate a chunk; returns the logits of its last place, or of all its places."""
        rows = len(self._blends)
        columns = self._fixed or self._evaluator.columns(rows, keep_all)
        with self._chunk(columns) as (tokens, filled):
            keep = tokens.shape[1] if keep_all else 1
            return self._evaluator.evaluate(self.slots, self._blends, tokens, filled, keep)

    def step_states(self, layer: int) -> tuple[torch.Tensor, torch.Tensor]:
        """Evaluate a chunk; returns a layer's hidden states in it, and which of its places hold a token."""
        columns = self._evaluator.columns(len(self._blends), keep_all=False)
        with self._chunk(columns) as (tokens, filled):
            states = self._evaluator.hidden_states(self.slots, self._blends, tokens, filled)
            return states[layer].float(), filled

    @contextmanager
    def _chunk(self, columns: int) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
        """Give the tokens of the next places, and learn from how long they took."""
        end = min(self._place + columns, self._width)
        device = self._evaluator.device
        started = time.monotonic()
        yield self._tokens[:, self._place : end].to(device), self._filled[:, self._place : end].to(device)
        if device.type == "cuda":
            torch.cuda.synchronize(device)
        if not self._fixed:
            self._evaluator.learn((end - self._place) * len(self._blends), time.monotonic() - started)
        self._place = end
