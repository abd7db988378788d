"""The tokens that may still be chosen: a batch of rows that samplers narrow down."""

from __future__ import annotations

from typing import NamedTuple

import torch

_LOWEST = torch.finfo(torch.float32).min


class Candidates(NamedTuple):
    """What samplers pass on, for a batch of rows.

    `logits` have the shape (rows, places) and are 32-bit floats; `ids` of the same shape are the tokens at
    these places, None while every place is the token of its number. `present` marks the places that are
    still in the choice. A place may be present with a logit of minus infinity, as in llama.cpp, where
    top-n-sigma lowers logits without removing tokens. `ordered` tells that the likeliest come first and
    absent places last.
    """

    logits: torch.Tensor
    ids: torch.Tensor | None
    present: torch.Tensor
    ordered: bool = False

    @classmethod
    def of(cls, logits: torch.Tensor) -> Candidates:
        """Start with all tokens, from logits of shape (rows, vocabulary)."""
        return cls(logits, None, torch.ones_like(logits, dtype=torch.bool))

    def keys(self) -> torch.Tensor:
        """Return what to order by: present places before absent ones, also those at minus infinity."""
        return self.logits.clamp_min(_LOWEST).masked_fill(~self.present, float("-inf"))

    def probabilities(self) -> torch.Tensor:
        """Return the softmax over the present places."""
        return self.logits.masked_fill(~self.present, float("-inf")).softmax(dim=1)

    def sorted(self) -> Candidates:
        """Put the likeliest first."""
        return self if self.ordered else self.taken(self.keys().argsort(dim=1, descending=True), ordered=True)

    def best(self, count: int) -> Candidates:
        """Keep the `count` likeliest, in order."""
        count = min(count, self.logits.shape[1])
        if self.ordered:
            ids = None if self.ids is None else self.ids[:, :count]
            return Candidates(self.logits[:, :count], ids, self.present[:, :count], ordered=True)
        return self.taken(self.keys().topk(count, dim=1).indices, ordered=True)

    def taken(self, places: torch.Tensor, ordered: bool) -> Candidates:
        """Return the given places of each row, in that order."""
        ids = places if self.ids is None else self.ids.gather(1, places)
        return Candidates(self.logits.gather(1, places), ids, self.present.gather(1, places), ordered)

    def only(self, kept: torch.Tensor, ordered: bool = False) -> Candidates:
        """Remove the places that are not in `kept`; `ordered` when these were last in an ordered row."""
        return self._replace(present=self.present & kept, ordered=ordered)

    def tokens(self, places: torch.Tensor) -> list[int]:
        """Return the tokens at one place of each row."""
        chosen = places if self.ids is None else self.ids.gather(1, places[:, None])[:, 0]
        return [int(token) for token in chosen.tolist()]

    def places_of(self, row: int, tokens: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Find tokens in a row; returns their places, and which of `tokens` are at these."""
        if self.ids is None:
            return tokens, torch.arange(len(tokens), device=tokens.device)
        places, which = (self.ids[row][:, None] == tokens[None, :]).nonzero(as_tuple=True)
        return places, which
