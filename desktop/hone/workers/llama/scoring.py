"""How likely given texts are as the reply to a prompt."""

from __future__ import annotations

import math

import numpy as np

from hone.domain.generation import Reporting, Score, Scored, ScoredChoice, TokenReport
from hone.errors import BadInput
from hone.workers.llama.inner_tokens import inner_tokens
from hone.workers.llama.jobs import Job, Outputs, Tokens, Workbench
from hone.workers.llama.reading_jobs import ReadingJob, SharedAnswer, as_tokens
from hone.workers.llama.token_reports import LogProbabilities, TokenReporter
from hone.workers.llama.vocabulary import LlamaTextStream, LlamaVocabulary


class _Choice:
    """The tokens of one choice, and what was found out of them."""

    def __init__(
        self, tokens: list[int], first: int, vocabulary: LlamaVocabulary, reporter: TokenReporter | None
    ) -> None:
        self.tokens = tokens
        self._vocabulary = vocabulary
        self._first = first
        self._logprobs = LogProbabilities(vocabulary.size)
        self._reporter = reporter
        self._found: list[float] = []
        self._reports: list[TokenReport] = []

    def see(self, position: int, index: int, outputs: Outputs) -> None:
        """Score the token that follows a position."""
        token, row = self.tokens[position - self._first], outputs.logits(index)
        if self._reporter is None:
            self._found.append(self._logprobs.of(row, token))
            return
        report = self._reporter.report(row, token)
        self._reports.append(report)
        self._found.append(report.logprob)

    def scored(self) -> ScoredChoice:
        """Return the sum, and with reports what each token adds to the text."""
        stream = LlamaTextStream(self._vocabulary)
        pieces = [stream.add(token) for token in self.tokens] if self._reports else []
        return ScoredChoice(logprob=math.fsum(self._found), tokens=tuple(self._reports), pieces=tuple(pieces))


def jobs_for(request: Score, bench: Workbench) -> list[Job]:
    """Return a job for each choice: the prompt, which the scheduler evaluates once, and the choice.

    The tokens are those of the prompt followed by those of the choice as it stands inside a line, as a
    reply's tokens follow its prompt; control tokens written in a choice are plain characters. The end of the
    reply is not part of a choice. Raises BadInput.
    """
    prompt = bench.prompts.render(request.prompt, request.variant).tokens
    variant = bench.loaded(request.variant)
    choices = _choices(request, prompt, bench)
    sequences = [_sequence(prompt, choice.tokens) for choice in choices]
    longest = max(len(sequence) for sequence in sequences) + variant.virtual_tokens
    if longest > bench.window:
        raise BadInput(
            f"The prompt with its longest choice has {longest:,} tokens, and the model's window is "
            f"{bench.window:,} tokens.",
            hint="Shorten them, or raise the context length in the settings.",
        )
    answer = SharedAnswer(
        request.request_id,
        bench.outlet,
        "Scoring the text",
        len(choices),
        sum(map(len, sequences)),
        lambda: Scored(
            request_id=request.request_id,
            choices=tuple(choice.scored() for choice in choices),
            usage=answer.usage(len(prompt) + variant.virtual_tokens, bench.window),
        ),
    )
    first = len(prompt) - 1
    return [
        ReadingJob(answer, sequence, first, variant, choice.see)
        for sequence, choice in zip(sequences, choices, strict=True)
    ]


def _choices(request: Score, prompt: list[int], bench: Workbench) -> list[_Choice]:
    if not request.choices:
        raise BadInput("There is no choice to score.", hint="Give at least one text.")
    report: Reporting = request.report
    reporter = TokenReporter(bench.vocabulary, report) if report.wants_logprobs else None
    found = []
    for number, text in enumerate(request.choices, start=1):
        tokens = inner_tokens(bench.vocabulary, text)
        if not tokens:
            raise BadInput(f"Choice {number} is empty.", hint="Give each choice a text.")
        found.append(_Choice(tokens, len(prompt) - 1, bench.vocabulary, reporter))
    return found


def _sequence(prompt: list[int], choice: list[int]) -> Tokens:
    """Return what has to be evaluated: nothing follows the last token of a choice."""
    return np.concatenate([as_tokens(prompt), as_tokens(choice[:-1])])
