"""Jobs that only read: each looks at the outputs of its tokens, and the last to be done sends the answer."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from hone.domain.chat import Usage
from hone.domain.generation import CANCELLED, Ending, Progress, Tagged
from hone.errors import HoneError
from hone.workers.llama.jobs import LoadedVariant, Outputs, Tokens
from hone.workers.serving import Outlet

PROGRESS_SECONDS = 0.2

See = Callable[[int, int, Outputs], None]


class SharedAnswer:
    """The answer to one request, which several jobs work on; it is sent once, or one failure.

    `make` gives the answer when all of `jobs` are done. `tokens` are all that will be read, for the progress.
    """

    def __init__(
        self, request_id: str, outlet: Outlet, note: str, jobs: int, tokens: int, make: Callable[[], Tagged]
    ) -> None:
        self.request_id = request_id
        self._outlet = outlet
        self._note = note
        self._left = jobs
        self._tokens = tokens
        self._make = make
        self._read = 0
        self._known: list[int] = []
        self._over = False
        self._started = self._told = time.monotonic()

    def usage(self, prompt_tokens: int, window: int) -> Usage:
        """Return what the request took; reused counts what was known when the first job began."""
        return Usage(
            prompt_tokens=prompt_tokens,
            reused_tokens=min(self._known, default=0),
            prompt_seconds=time.monotonic() - self._started,
            context_length=window,
        )

    def begin(self, known: int) -> None:
        """Note that a job begins."""
        self._known.append(known)

    def done(self, tokens: int) -> None:
        """Note that a job has read its tokens; sends the answer after the last."""
        self._left -= 1
        self._read += tokens
        if self._over:
            return
        if self._left == 0:
            self._over = True
            self._outlet.send(self._make())
        else:
            self.tell(0)

    def tell(self, tokens: int) -> None:
        """Send how far the reading is, `tokens` of the present job included, but not at every moment."""
        now = time.monotonic()
        if self._over or now - self._told < PROGRESS_SECONDS:
            return
        self._told = now
        self._outlet.send(
            Progress(
                note=self._note, done=self._read + tokens, total=self._tokens, request_id=self.request_id
            )
        )

    def fail(self, error: HoneError) -> None:
        """Send why there will be no answer, once."""
        if not self._over:
            self._over = True
            self._outlet.fail(self.request_id, error)


class ReadingJob:
    """Reads `tokens`; `see(position, index, outputs)` looks at each output from `first_output` on."""

    exact = False
    state: Path | None = None

    def __init__(
        self,
        answer: SharedAnswer,
        tokens: Tokens,
        first_output: int,
        variant: LoadedVariant,
        see: See,
        wants_hidden: bool = False,
    ) -> None:
        self.request_id = answer.request_id
        self.tokens = tokens
        self.first_output = first_output
        self.variant = variant
        self.wants_hidden = wants_hidden
        self._answer = answer
        self._see = see

    def begin(self, reused: int) -> None:
        """Note what is known."""
        self._answer.begin(reused)

    def read(self, done: int, total: int) -> None:
        """Tell progress."""
        self._answer.tell(done)

    def take(self, position: int, index: int, outputs: Outputs) -> int | None:
        """Look at an output; no token follows the last."""
        self._see(position, index, outputs)
        if position == len(self.tokens) - 1:
            self._answer.done(len(self.tokens))
        return None

    def end(self, ending: Ending) -> None:
        """Tell that there will be no answer."""
        if ending is Ending.CANCELLED:
            self._answer.fail(HoneError(CANCELLED))
        else:
            self._answer.fail(
                HoneError(
                    "There is not enough room in the context for this text.",
                    hint="Shorten it, or raise the context length in the settings.",
                )
            )

    def fail(self, error: HoneError) -> None:
        """Tell why there will be no answer."""
        self._answer.fail(error)


def as_tokens(tokens: list[int]) -> Tokens:
    """Return tokens as a job takes them."""
    return np.array(tokens, np.int32)
