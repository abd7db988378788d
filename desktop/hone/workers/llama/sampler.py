"""Choose tokens with llama.cpp's samplers.

The order is llama.cpp's own: repetition penalty, top-k, top-p, min-p, temperature, draw. The transformers
engine does the same, so that one set of parameters means one thing.
"""

from __future__ import annotations

from collections.abc import Sequence

import llama_cpp

from hone.domain.sampling import Sampling
from hone.workers.engine import PENALTY_WINDOW


class Sampler:
    """A chain of samplers for one reply. `recent` are the last tokens of the prompt, for the penalty."""

    def __init__(self, sampling: Sampling, seed: int, vocabulary_size: int, recent: Sequence[int]) -> None:
        chain = llama_cpp.llama_sampler_chain_init(llama_cpp.llama_sampler_chain_default_params())
        self._chain = chain
        if sampling.repetition_penalty != 1.0:
            self._add(
                llama_cpp.llama_sampler_init_penalties(
                    vocabulary_size, PENALTY_WINDOW, sampling.repetition_penalty, 0.0, 0.0
                )
            )
        if sampling.temperature <= 0:
            self._add(llama_cpp.llama_sampler_init_greedy())
        else:
            self._add_drawing(sampling, seed)
        if sampling.repetition_penalty != 1.0:
            for token in recent[-PENALTY_WINDOW:]:
                llama_cpp.llama_sampler_accept(chain, token)

    def next(self, context: llama_cpp.llama_context_p) -> int:
        """Choose a token from the logits of the last evaluated position."""
        token: int = llama_cpp.llama_sampler_sample(self._chain, context, -1)
        return token

    def close(self) -> None:
        """Free the chain."""
        llama_cpp.llama_sampler_free(self._chain)

    def _add_drawing(self, sampling: Sampling, seed: int) -> None:
        if sampling.top_k > 0:
            self._add(llama_cpp.llama_sampler_init_top_k(sampling.top_k))
        if sampling.top_p < 1.0:
            self._add(llama_cpp.llama_sampler_init_top_p(sampling.top_p, 1))
        if sampling.min_p > 0.0:
            self._add(llama_cpp.llama_sampler_init_min_p(sampling.min_p, 1))
        self._add(llama_cpp.llama_sampler_init_temp(sampling.temperature))
        self._add(llama_cpp.llama_sampler_init_dist(seed))

    def _add(self, sampler: llama_cpp.llama_sampler_p) -> None:
        llama_cpp.llama_sampler_chain_add(self._chain, sampler)
