"""Choose the next tokens of several rows that have the same settings."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence

import torch

from hone.domain.sampling import BANNED, Sampling
from hone.workers.huggingface import mirostat
from hone.workers.huggingface.candidates import Candidates
from hone.workers.huggingface.repetition import dry, penalties
from hone.workers.huggingface.samplers import SAMPLERS
from hone.workers.huggingface.sampling_state import SamplingState


class Chain:
    """The samplers of one set of parameters, in its order. Rows of equal parameters share one."""

    def __init__(
        self,
        sampling: Sampling,
        tokens_of: Callable[[str], Sequence[int]],
        breakers: Callable[[], Collection[int]],
    ) -> None:
        self._sampling = sampling
        self._biases = _biases(sampling, tokens_of)
        self._breakers = (
            breakers() if sampling.dry_multiplier > 0 and "dry" in sampling.order else frozenset()
        )

    @property
    def only_likeliest(self) -> bool:
        """Whether all that is done is to take the highest logit."""
        return (
            self._sampling.temperature <= 0
            and not self._biases
            and self._sampling.dry_multiplier == 0
            and self._sampling.repetition_penalty == 1.0
            and self._sampling.frequency_penalty == self._sampling.presence_penalty == 0.0
        )

    def leaves_any(self, logits: torch.Tensor) -> bool:
        """Whether something may be chosen from logits of shape (vocabulary,)."""
        return bool(self._biased(logits[None].float()).isfinite().any())

    def choose(self, logits: torch.Tensor, states: Sequence[SamplingState]) -> list[int]:
        """Choose one token per row from logits of shape (rows, vocabulary)."""
        if self.only_likeliest:
            return [int(token) for token in logits.argmax(dim=1).tolist()]
        tokens = self._chosen(self._biased(logits.float()), states)
        for token, state in zip(tokens, states, strict=True):
            state.accept(token)
        return tokens

    def narrowed(self, logits: torch.Tensor, states: Sequence[SamplingState]) -> Candidates:
        """Return what is left to draw from after the whole chain."""
        found = Candidates.of(logits)
        for name in self._sampling.order:
            if name == "dry":
                found = dry(found, self._sampling, states, self._breakers)
            else:
                found = SAMPLERS[name](found, self._sampling, states)
        return found

    def _chosen(self, logits: torch.Tensor, states: Sequence[SamplingState]) -> list[int]:
        if self._sampling.temperature <= 0:
            return [int(token) for token in self._penalised(logits, states).argmax(dim=1).tolist()]
        if self._sampling.mirostat:
            found = penalties(Candidates.of(logits), self._sampling, states)
            rows = found.logits / self._sampling.temperature
            return [
                mirostat.choose(row, self._sampling, state) for row, state in zip(rows, states, strict=True)
            ]
        return _drawn(self.narrowed(logits, states), states)

    def _penalised(self, logits: torch.Tensor, states: Sequence[SamplingState]) -> torch.Tensor:
        """Return the logits for a greedy choice: penalties act, filters cannot change what is highest."""
        found = Candidates.of(logits)
        if "penalties" in self._sampling.order:
            found = penalties(found, self._sampling, states)
        if "dry" in self._sampling.order:
            found = dry(found, self._sampling, states, self._breakers)
        return found.logits

    def _biased(self, logits: torch.Tensor) -> torch.Tensor:
        if not self._biases:
            return logits
        logits = logits.clone()
        for token, bias in self._biases.items():
            if token < logits.shape[1]:
                logits[:, token] += bias
        return logits


def _biases(sampling: Sampling, tokens_of: Callable[[str], Sequence[int]]) -> dict[int, float]:
    found: dict[int, float] = {}
    for entry in sampling.logit_bias:
        tokens = [entry.token] if isinstance(entry.token, int) else tokens_of(entry.token)
        for token in tokens:
            if token >= 0:
                found[token] = entry.bias if entry.bias > BANNED else -math.inf
    return found


def _drawn(found: Candidates, states: Sequence[SamplingState]) -> list[int]:
    """Draw one token per row by its probability."""
    total = found.probabilities().double().cumsum(dim=1)
    draws = torch.tensor([state.draw() for state in states], dtype=torch.float64, device=total.device)
    targets = (draws * total[:, -1]).clamp_min(torch.finfo(torch.float64).tiny)
    places = torch.searchsorted(total, targets[:, None])[:, 0].clamp_max(total.shape[1] - 1)
    return found.tokens(places)
