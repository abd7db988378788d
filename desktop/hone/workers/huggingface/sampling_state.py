"""What the sampling of one completion remembers: its random numbers, its last tokens, Mirostat's state."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence

import torch

from hone.domain.sampling import Sampling


class SamplingState:
    """The memory of one row. `tokens` are all tokens so far, those of the prompt among them."""

    def __init__(self, sampling: Sampling, seed: int, prompt: Sequence[int]) -> None:
        self._random = torch.Generator().manual_seed(seed)
        self.tokens = list(prompt)
        self.surprise_limit = 2.0 * sampling.mirostat_tau  # Mirostat's mu; it starts there in llama.cpp
        self.counts: Counter[int] = Counter()
        self._window: deque[int] = deque()
        self._width = sampling.penalty_last_n
        if _uses_counts(sampling):
            for token in prompt if self._width < 0 else prompt[max(0, len(prompt) - self._width) :]:
                self._count(token)
        else:
            self._width = 0

    def draw(self) -> float:
        """Return the next random number, from 0 up to 1."""
        return float(torch.rand((), generator=self._random, dtype=torch.float64))

    def accept(self, token: int) -> None:
        """Remember a chosen token."""
        self.tokens.append(token)
        if self._width != 0:
            self._count(token)

    def _count(self, token: int) -> None:
        self.counts[token] += 1
        self._window.append(token)
        if 0 < self._width < len(self._window):
            oldest = self._window.popleft()
            self.counts[oldest] -= 1
            if not self.counts[oldest]:
                del self.counts[oldest]


def _uses_counts(sampling: Sampling) -> bool:
    return sampling.penalty_last_n != 0 and (
        sampling.repetition_penalty != 1.0
        or sampling.frequency_penalty != 0.0
        or sampling.presence_penalty != 0.0
    )
