"""Vectors of texts, from the model's hidden states."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from hone.domain.generation import Embed, Embedded, Pooling, Progress
from hone.workers.huggingface.adapters import Blend
from hone.workers.huggingface.generating import Room
from hone.workers.huggingface.slots import joined

LARGEST_BATCH = 32


class EmbedTask:
    """Evaluates texts in batches, the shortest first, so that little is padded."""

    def __init__(self, room: Room, request: Embed, blend: Blend, texts: Sequence[list[int]]) -> None:
        self._room = room
        self._request = request
        self._texts = texts
        self._waiting = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        self._vectors: dict[int, tuple[float, ...]] = {}
        self.blends = [blend]

    def step(self) -> bool:
        """Evaluate a batch; returns whether there is more."""
        if self._room.outlet.is_cancelled(self._request.request_id):
            return False
        self._evaluate(self._next_batch())
        if self._waiting:
            self._room.outlet.send(
                Progress(
                    note="Reading the texts",
                    done=len(self._vectors),
                    total=len(self._texts),
                    request_id=self._request.request_id,
                )
            )
            return True
        vectors = tuple(self._vectors[place] for place in range(len(self._texts)))
        self._room.outlet.send(Embedded(request_id=self._request.request_id, vectors=vectors))
        return False

    def _next_batch(self) -> list[int]:
        """Take as many texts as fit in one step; a sliding cache takes only texts of equal length."""
        plain = self._room.evaluator.seed(self.blends[0]).plain
        taken: list[int] = []
        while self._waiting and len(taken) < LARGEST_BATCH:
            length = len(self._texts[self._waiting[0]])
            if taken and (len(taken) + 1) * length > self._room.evaluator.chunk:
                break
            if taken and not plain and length != len(self._texts[taken[0]]):
                break
            taken.append(self._waiting.pop(0))
        return taken

    def _evaluate(self, places: Sequence[int]) -> None:
        texts = [self._texts[place] for place in places]
        width, rows = max(len(text) for text in texts), len(texts)
        device = self._room.evaluator.device
        slots = joined([self._room.evaluator.seed(self.blends[0])] * rows)
        tokens = torch.tensor([[0] * (width - len(text)) + text for text in texts], device=device)
        filled = torch.tensor(
            [[False] * (width - len(text)) + [True] * len(text) for text in texts], device=device
        )
        states = self._room.evaluator.hidden_states(slots, self.blends * rows, tokens, filled)
        state = states[self._request.layer].float()
        if self._request.pooling is Pooling.LAST:
            pooled = state[:, -1]
        else:
            kept = filled[:, :, None]
            pooled = state.masked_fill(~kept, 0.0).sum(dim=1) / kept.sum(dim=1)
        if self._request.normalise:
            pooled = torch.nn.functional.normalize(pooled, dim=1)
        for place, vector in zip(places, pooled.tolist(), strict=True):
            self._vectors[place] = tuple(vector)
