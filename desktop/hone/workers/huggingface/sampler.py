"""Choose tokens as llama.cpp does: repetition penalty, top-k, top-p, min-p, temperature, draw.

The probabilities that top-p and min-p look at are those before the temperature, as there.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

import torch

from hone.domain.sampling import Sampling
from hone.workers.engine import PENALTY_WINDOW


class Sampler:
    """The choices of one reply. `recent` are the last tokens of the prompt, for the penalty."""

    def __init__(self, sampling: Sampling, seed: int, recent: Sequence[int]) -> None:
        self._sampling = sampling
        self._generator = torch.Generator().manual_seed(seed)
        self._recent = deque(recent[-PENALTY_WINDOW:], maxlen=PENALTY_WINDOW)

    def next(self, logits: torch.Tensor) -> int:
        """Choose a token from logits of shape (vocabulary,)."""
        scores = self._penalised(logits.float().cpu())
        token = int(scores.argmax()) if self._sampling.temperature <= 0 else self._draw(scores)
        self._recent.append(token)
        return token

    def _penalised(self, scores: torch.Tensor) -> torch.Tensor:
        """Keskar et al. 2019: divide positive and multiply negative logits of recent tokens."""
        penalty = self._sampling.repetition_penalty
        if penalty == 1.0 or not self._recent:
            return scores
        scores = scores.clone()
        seen = torch.tensor(sorted(set(self._recent)))
        values = scores[seen]
        scores[seen] = torch.where(values > 0, values / penalty, values * penalty)
        return scores

    def _draw(self, scores: torch.Tensor) -> int:
        """Draw from the tokens that pass all filters; the likeliest always does."""
        settings = self._sampling
        count = min(settings.top_k, scores.numel()) if settings.top_k > 0 else scores.numel()
        values, tokens = scores.topk(count)
        probabilities = values.softmax(dim=0)
        if settings.top_p < 1.0:
            before = probabilities.cumsum(dim=0) - probabilities
            kept = int((before < settings.top_p).sum().clamp(min=1))
            values, tokens = values[:kept], tokens[:kept]
            probabilities = values.softmax(dim=0)
        if settings.min_p > 0.0:
            kept = int((probabilities >= settings.min_p * probabilities[0]).sum().clamp(min=1))
            values, tokens = values[:kept], tokens[:kept]
        chances = (values / settings.temperature).softmax(dim=0)
        return int(tokens[torch.multinomial(chances, 1, generator=self._generator)])
