"""A job on its way through the scheduler."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hone.workers.llama.jobs import AdapterInUse, Job, Tokens
from hone.workers.llama.sequences import Sequence as CachedSequence
from hone.workers.llama.sequences import common_prefix

_SPARE = 64


class Task:
    """A job with what was evaluated of it. Positions here count virtual tokens too.

    `tokens[:total]` are known, `sequence.length` of them evaluated; `next_output` is the first position whose
    output the job has not had. A task without a sequence waits in the queue.
    """

    def __init__(self, job: Job, order: int) -> None:
        self.job = job
        self.order = order
        self.virtual = job.variant.virtual_tokens
        given = self.virtual + len(job.tokens)
        self.tokens: Tokens = np.empty(given + _SPARE, np.int32)
        self.tokens[: self.virtual] = -1 - np.arange(self.virtual, dtype=np.int32)
        self.tokens[self.virtual : given] = job.tokens
        self.total = given
        self.next_output = self.virtual + job.first_output
        self.sequence: CachedSequence | None = None
        self.begun = False
        self.looked_for_state = False
        self.waits_for: Task | None = None
        self.waits_until = 0
        self.stops: set[int] = set()

    @property
    def done(self) -> int:
        """How many tokens are evaluated."""
        return 0 if self.sequence is None else self.sequence.length

    @property
    def rest(self) -> int:
        """How many known tokens are not evaluated yet; 1 while a reply is being written."""
        return self.total - self.done

    @property
    def kind(self) -> tuple[tuple[AdapterInUse, ...], bool]:
        """What the tasks of one batch have in common: the weights, and what comes out."""
        return self.job.variant.adapters, self.job.wants_hidden

    @property
    def is_writing(self) -> bool:
        """Whether one token is left to evaluate, whose output is wanted."""
        return self.total - self.done == 1

    def append(self, tokens: Sequence[int]) -> None:
        """Take tokens that were chosen; the last of them is to be evaluated next."""
        end = self.total + len(tokens)
        if end > len(self.tokens):
            larger = np.empty(2 * end, np.int32)
            larger[: self.total] = self.tokens[: self.total]
            self.tokens = larger
            if self.sequence is not None:
                self.sequence.tokens = larger
        self.tokens[self.total : end] = tokens
        self.total = end

    def common_with(self, tokens: Tokens) -> int:
        """Return how many tokens this task's prompt begins with in common with `tokens`."""
        return common_prefix(self.tokens[: self.total], tokens)
