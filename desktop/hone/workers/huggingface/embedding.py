"""Vectors of texts, from the model's hidden states."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from hone.domain.generation import Embed, Embedded, Pooling, Progress
from hone.workers.huggingface.adapters import Blend
from hone.workers.huggingface.evaluation import Reading
from hone.workers.huggingface.rows import Room

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
        self._places: list[int] = []
        self._reading: Reading | None = None
        self._sums = torch.empty(0)

    def step(self) -> bool:
        """Evaluate a chunk of some texts; returns whether there is more."""
        if self._reading is None:
            self._begin()
        assert self._reading is not None
        states, filled = self._reading.step_states(self._request.layer)
        self._sums += states.masked_fill(~filled[:, :, None], 0.0).sum(dim=1)
        if self._reading.done:
            self._pool(states[:, -1])
            self._reading = None
        if self._reading is not None or self._waiting:
            self._tell_progress()
            return True
        vectors = tuple(self._vectors[place] for place in range(len(self._texts)))
        self._room.outlet.send(Embedded(request_id=self._request.request_id, vectors=vectors))
        return False

    def _begin(self) -> None:
        """Take as many texts as fit in one step; a sliding cache takes only texts of equal length."""
        evaluator = self._room.evaluator
        seed = evaluator.seed(self.blends[0])
        self._places = []
        while self._waiting and len(self._places) < LARGEST_BATCH:
            length = len(self._texts[self._waiting[0]])
            rows = len(self._places) + 1
            if rows > 1 and (rows * length > evaluator.chunk or rows > evaluator.rows_for(length)):
                break
            if rows > 1 and not seed.plain and length != len(self._texts[self._places[0]]):
                break
            self._places.append(self._waiting.pop(0))
        rows = len(self._places)
        rests = [self._texts[place] for place in self._places]
        self._reading = Reading(evaluator, self.blends * rows, [seed] * rows, rests)
        self._sums = torch.zeros((rows, evaluator.hidden_size), device=evaluator.device)

    def _pool(self, last: torch.Tensor) -> None:
        """Make one vector of each text; `last` are the states of their last tokens."""
        if self._request.pooling is Pooling.LAST:
            pooled = last
        else:
            counts = [len(self._texts[place]) for place in self._places]
            pooled = self._sums / torch.tensor(counts, device=last.device)[:, None]
        if self._request.normalise:
            pooled = torch.nn.functional.normalize(pooled, dim=1)
        for place, vector in zip(self._places, pooled.tolist(), strict=True):
            self._vectors[place] = tuple(vector)

    def _tell_progress(self) -> None:
        self._room.outlet.send(
            Progress(
                note="Reading the texts",
                done=len(self._vectors),
                total=len(self._texts),
                request_id=self._request.request_id,
            )
        )
