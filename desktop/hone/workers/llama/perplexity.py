"""How well a model foresees a text."""

from __future__ import annotations

import math

from hone.domain.generation import MeasureText, TextMeasured
from hone.errors import BadInput
from hone.workers.llama.jobs import Job, Outputs, Workbench
from hone.workers.llama.reading_jobs import ReadingJob, SharedAnswer, as_tokens
from hone.workers.llama.token_reports import LogProbabilities

SMALLEST_WINDOW = 2


class _Window:
    """A part of the text, evaluated alone; its log-probabilities are added to `sums`."""

    def __init__(self, tokens: list[int], logprobs: LogProbabilities, sums: list[float]) -> None:
        self.tokens = tokens
        self._logprobs = logprobs
        self._sums = sums

    def see(self, position: int, index: int, outputs: Outputs) -> None:
        """Add the log-probability of the token after a position."""
        self._sums.append(self._logprobs.of(outputs.logits(index), self.tokens[position + 1]))


def jobs_for(request: MeasureText, bench: Workbench) -> list[Job]:
    """Return a job for each window of the text.

    The text is tokenised as raw text is, control tokens recognised, with the model's begin token in front if
    it has one. Its tokens are cut into windows of `window` tokens that do not overlap (the last may be
    shorter), each evaluated on its own from position 0. Every token but the first of each window is scored,
    given those before it in its window. Shorter windows therefore give a higher perplexity. Raises BadInput.
    """
    variant = bench.loaded(request.variant)
    most = bench.window - variant.virtual_tokens
    size = request.window or most
    if not SMALLEST_WINDOW <= size <= most:
        raise BadInput(
            f"A window of {size:,} tokens cannot be measured with this model.",
            hint=f"Choose one from {SMALLEST_WINDOW} to {most:,}.",
        )
    tokens = bench.vocabulary.encode(request.text, begin=True)
    if len(tokens) < SMALLEST_WINDOW:
        raise BadInput("The text is too short to be measured.", hint="Give one of at least two tokens.")
    logprobs, sums = LogProbabilities(bench.vocabulary.size), list[float]()
    parts = [tokens[at : at + size] for at in range(0, len(tokens), size)]
    windows = [_Window(part, logprobs, sums) for part in parts if len(part) > 1]
    answer = SharedAnswer(
        request.request_id,
        bench.outlet,
        "Measuring the text",
        len(windows),
        len(tokens),
        lambda: _measured(request.request_id, len(tokens), sums),
    )
    return [ReadingJob(answer, as_tokens(window.tokens[:-1]), 0, variant, window.see) for window in windows]


def _measured(request_id: str, tokens: int, sums: list[float]) -> TextMeasured:
    mean = math.fsum(sums) / len(sums)
    return TextMeasured(
        request_id=request_id,
        tokens=tokens,
        scored_tokens=len(sums),
        mean_logprob=mean,
        perplexity=math.exp(min(-mean, 700.0)),  # e**710 is more than a float can hold
    )
