"""One completion as the engine computes it, and what all of them share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from hone.domain.generation import Ending, Generate
from hone.errors import HoneError
from hone.workers.completion import Completion
from hone.workers.constraint import Matcher
from hone.workers.huggingface.adapters import Blend
from hone.workers.huggingface.evaluation import Evaluator
from hone.workers.huggingface.prefixes import Prefixes
from hone.workers.huggingface.sampler import Chain
from hone.workers.huggingface.sampling_state import SamplingState
from hone.workers.huggingface.tokens import Tokens
from hone.workers.serving import Outlet


@dataclass(eq=False)
class Row:
    """One completion. `tokens` are its prompt and everything chosen since."""

    request: Generate
    prompt: list[int]
    seed: int
    completion: Completion
    state: SamplingState
    chain: Chain
    matcher: Matcher | None
    blend: Blend
    reused: int = 0
    tokens: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.tokens = list(self.prompt)


@dataclass(frozen=True)
class Room:
    """What all groups share. `finish` tells the end of a row, `fail` that its request cannot be served."""

    evaluator: Evaluator
    prefixes: Prefixes
    tokens: Tokens
    outlet: Outlet
    finish: Callable[[Row, Ending], None]
    fail: Callable[[Row, HoneError], None]
