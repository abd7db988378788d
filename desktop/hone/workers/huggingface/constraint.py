"""Replies that match a GBNF grammar or a JSON schema, over a model folder's tokens."""

from __future__ import annotations

from functools import cached_property

import llguidance
import torch

from hone.domain.constraint import Constraint
from hone.errors import BadInput
from hone.workers.constraint import Matcher, matcher_for
from hone.workers.huggingface.tokens import Tokens


class Constraints:
    """Makes matchers for one vocabulary."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def matcher(self, constraint: Constraint, begun: str) -> Matcher | None:
        """Return what follows a reply that has `begun`; None when nothing is asked for. Raises BadInput."""
        control = {text: number for number, text in self._tokens.control_texts.items()}
        return matcher_for(constraint, self._tokens.stop_ids, control, lambda: self._tokenizer, begun)

    @cached_property
    def _tokenizer(self) -> llguidance.LLTokenizer:
        """llguidance's view of the model's tokens; made once, because it takes up to a second."""
        try:
            return llguidance.LLTokenizer(
                self._tokens.decoder.to_str(), eos_token=sorted(self._tokens.stop_ids)
            )
        except ValueError as error:
            raise BadInput(
                "This model's tokenizer cannot be used with grammars and JSON schemas.",
                hint="Ask without one, or use a GGUF of this model.",
                detail=str(error),
            ) from error


def only_allowed(logits: torch.Tensor, matcher: Matcher) -> torch.Tensor:
    """Return logits of shape (vocabulary,) with minus infinity for what cannot come next."""
    places = torch.from_numpy(matcher.allowed()).long()
    kept = torch.full_like(logits, float("-inf"))
    places = places[places < len(logits)].to(logits.device)
    kept[places] = logits[places]
    return kept
