"""Choose tokens with llama.cpp's samplers, and keep them to a constraint."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence

import llama_cpp
import numpy as np

from hone.domain.constraint import Constraint
from hone.domain.sampling import Sampling, check
from hone.errors import HoneError
from hone.workers.llama.chain import Setting, build_chain
from hone.workers.llama.grammar import Matcher, matcher_for
from hone.workers.llama.jobs import Floats, Tokens
from hone.workers.llama.vocabulary import LlamaVocabulary

SUPPORTED: tuple[str, ...] = Sampling.__struct_fields__

_CANDIDATE = np.dtype([("id", np.int32), ("logit", np.float32), ("p", np.float32)])


class Sampler:
    """Chooses the tokens of one reply; `recent` are the tokens of its prompt. Close it.

    Raises BadInput for parameters out of range, a logit bias that names no token, and a constraint that
    cannot be used. The constraint goes on from `begun`, the reply's beginning, where it can.
    """

    def __init__(
        self,
        sampling: Sampling,
        constraint: Constraint,
        seed: int,
        vocabulary: LlamaVocabulary,
        recent: Sequence[int],
        begun: str = "",
    ) -> None:
        check(sampling)
        self._matcher = matcher_for(constraint, vocabulary, begun)
        self._size = vocabulary.size
        self._ends = sorted(vocabulary.ends_of_generation)
        setting = Setting(sampling, seed, vocabulary, len(recent) + sampling.max_tokens)
        self._chain = build_chain(setting, recent)
        self._sample = llama_cpp.llama_sampler_sample

    @property
    def is_complete(self) -> bool:
        """Whether a constraint is met and nothing may follow: `next` needs no output to say so."""
        return self._matcher is not None and self._matcher.is_complete

    def next(self, context: llama_cpp.llama_context_p, index: int) -> int:
        """Choose a token from row `index` of the last batch.

        With a constraint the choice is made freely, and again among what is allowed only if it is not:
        looking at one token is much cheaper than at all. Raises HoneError when nothing may come.
        """
        if self._matcher is None:
            token: int = self._sample(self._chain, context, index)
            return token
        return self._next_allowed(self._matcher, context, index)

    def close(self) -> None:
        """Free the chain."""
        llama_cpp.llama_sampler_free(self._chain)

    def _next_allowed(self, matcher: Matcher, context: llama_cpp.llama_context_p, index: int) -> int:
        if matcher.is_complete:
            return self._ends[0]
        pointer = llama_cpp.llama_get_logits_ith(context, index)
        logits = np.ctypeslib.as_array(pointer, (self._size,))
        token = self._choose(np.arange(self._size, dtype=np.int32), logits)
        if token is None or not matcher.allows(token):
            allowed = matcher.allowed()
            token = self._choose(allowed, logits[allowed]) if len(allowed) else None
        if token is None:
            raise HoneError(
                "Nothing may come next: the constraint and the logit bias exclude every token.",
                hint="Leave one of them out.",
            )
        matcher.accept(token)
        llama_cpp.llama_sampler_accept(self._chain, token)
        return token

    def _choose(self, tokens: Tokens, logits: Floats) -> int | None:
        """Apply the chain to some candidates; None when all of them are banned."""
        candidates = np.empty(len(tokens), _CANDIDATE)
        candidates["id"], candidates["logit"], candidates["p"] = tokens, logits, 0.0
        array = llama_cpp.llama_token_data_array(
            data=ctypes.cast(candidates.ctypes.data, llama_cpp.llama_token_data_p),
            size=len(tokens),
            selected=-1,
            sorted=False,
        )
        llama_cpp.llama_sampler_apply(self._chain, ctypes.byref(array))
        if not 0 <= array.selected < array.size:
            return None
        chosen = array.data[array.selected]
        return None if chosen.logit == -np.inf else int(chosen.id)
