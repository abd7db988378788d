"""Replies that match a GBNF grammar or a JSON schema, over llama.cpp's tokens."""

from __future__ import annotations

from functools import lru_cache

import llguidance

from hone.domain.constraint import Constraint
from hone.workers import constraint as constraints
from hone.workers.constraint import Matcher
from hone.workers.llama.vocabulary import LlamaVocabulary

__all__ = ["Matcher", "matcher_for"]


def matcher_for(constraint: Constraint, vocabulary: LlamaVocabulary, begun: str = "") -> Matcher | None:
    """Return what follows a reply that has `begun`; None when nothing is asked for. Raises BadInput."""
    return constraints.matcher_for(
        constraint, vocabulary.ends_of_generation, vocabulary.control, lambda: _tokenizer(vocabulary), begun
    )


@lru_cache(maxsize=1)
def _tokenizer(vocabulary: LlamaVocabulary) -> llguidance.LLTokenizer:
    """Return llguidance's view of the model's tokens; made once, because it takes up to a second."""
    return llguidance.LLTokenizer(
        llguidance.TokenizerWrapper(_Tokens(vocabulary)), eos_token=sorted(vocabulary.ends_of_generation)
    )


class _Tokens:
    """A vocabulary in the shape that llguidance reads."""

    bos_token_id = None

    def __init__(self, vocabulary: LlamaVocabulary) -> None:
        control = set(vocabulary.control.values()) | vocabulary.ends_of_generation
        self.eos_token_id = min(vocabulary.ends_of_generation)
        self.special_token_ids = sorted(control)
        self.tokens = [
            vocabulary.text(token).encode() if token in control else vocabulary.piece(token)
            for token in range(vocabulary.size)
        ]
        self._vocabulary = vocabulary

    def __call__(self, text: bytes) -> list[int]:
        """Tokenise; only used to guess ahead, which is not done here."""
        return self._vocabulary.encode_literally(text.decode("utf-8", errors="replace"))
