"""What the scheduler works on: jobs, each one sequence of tokens to evaluate.

A request becomes one or more jobs: a completion, a choice to score, a window of a text, a text to embed.
The scheduler batches the jobs of all requests, reuses what it has evaluated before, and calls a job back
with the outputs that it needs. A new kind of request is a new kind of job; the scheduler stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from hone.domain.generation import Ending, Variant
from hone.errors import HoneError
from hone.workers.chat_prompt import ChatPrompt
from hone.workers.llama.vocabulary import LlamaVocabulary
from hone.workers.serving import Outlet

Tokens = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]
Stamp = tuple[str, int, int]


class AdapterInUse(NamedTuple):
    """A loaded LoRA (by the stamp of its file) and how strongly it acts."""

    stamp: Stamp
    scale: float


@dataclass(frozen=True)
class LoadedVariant:
    """The model as a job sees it; equal variants share what was evaluated.

    `adapters` act on the weights, so only jobs with equal ones go into one batch. `soft_prompt` are
    embeddings of shape (virtual tokens, n_embd) that stand before the job's tokens; `soft_stamp` names them.
    """

    adapters: tuple[AdapterInUse, ...] = ()
    soft_stamp: Stamp | None = None
    soft_prompt: Floats | None = field(default=None, compare=False, repr=False)

    @property
    def virtual_tokens(self) -> int:
        """How many virtual tokens stand before the others."""
        return 0 if self.soft_prompt is None else len(self.soft_prompt)


class Outputs(Protocol):
    """What the last decode gave; valid until the next one, so inside `Job.take` only."""

    handle: Any

    def logits(self, index: int) -> Floats:
        """Return a view of one row of logits, shape (vocabulary,); copy what must stay."""
        ...

    def hidden(self, index: int) -> Floats:
        """Return a view of one last hidden state, shape (n_embd,); only where `wants_hidden`."""
        ...


class Job(Protocol):
    """A sequence to evaluate. All positions count from the first of `tokens`.

    The scheduler evaluates `tokens` and calls `take` once for each position from `first_output` to the last,
    in order, over one or several decodes; no position comes twice. At the last position `take`
    returns a token to evaluate next, and is called again with its output, or None: then the job is over, and
    nothing else is called. A job that cannot be brought to that point gets one `end` or one `fail`.
    """

    request_id: str  # a cancellation of this request ends the job
    tokens: Tokens  # shape (n,), n > 0, without virtual tokens
    first_output: int  # 0 <= first_output < n
    variant: LoadedVariant
    wants_hidden: bool  # hidden states beside the logits: every token of the job's batches has outputs
    exact: bool  # alone, on an empty cache, in batches of fixed shape
    state: Path | None  # a file that may hold the evaluated prefix, and where it may be kept

    def begin(self, reused: int) -> None:
        """Note that the work begins; `reused` of the tokens (virtual ones included) are known already."""
        ...

    def read(self, done: int, total: int) -> None:
        """Note progress of a prompt that takes several decodes."""
        ...

    def take(self, position: int, index: int, outputs: Outputs) -> int | None:
        """Use the output at `position`: row `index` of `outputs` (also for llama_get_logits_ith).

        Returns the token to evaluate next, or None when the job is over; only asked at the last position.
        Raises HoneError to fail this job alone.
        """
        ...

    def end(self, ending: Ending) -> None:
        """Finish early: CANCELLED, or CONTEXT_FULL when the cache has no room for one more token."""
        ...

    def fail(self, error: HoneError) -> None:
        """Tell that the job could not be done."""
        ...


@dataclass(frozen=True)
class Workbench:
    """What making jobs takes.

    A module that serves a kind of request has `jobs_for(request, bench) -> list[Job]`, named in `engine.py`;
    it raises BadInput when the request cannot be served. The jobs of one request send its answer when the
    last of them is done, and one RequestFailed at most.
    `window` is the context length in tokens; a job with its virtual tokens may not be longer. `loaded` brings
    a request's variant into memory and raises BadInput when it cannot be used.
    """

    outlet: Outlet
    vocabulary: LlamaVocabulary
    prompts: ChatPrompt
    model: Any
    window: int
    width: int
    loaded: Callable[[Variant], LoadedVariant]
