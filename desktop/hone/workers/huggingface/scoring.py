"""How likely given texts are: the choices of a Score, and the perplexity of a MeasureText."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence

import torch

from hone.domain.chat import Usage
from hone.domain.generation import (
    MeasureText,
    Progress,
    Score,
    Scored,
    ScoredChoice,
    TextMeasured,
    TokenReport,
)
from hone.workers.huggingface.adapters import Blend
from hone.workers.huggingface.evaluation import Reading
from hone.workers.huggingface.reports import token_reports
from hone.workers.huggingface.rows import Room
from hone.workers.huggingface.slots import Slots

LARGEST_BATCH = 16


class ScoreTask:
    """Reads the prompt once, then the choices in batches that begin with its cache."""

    def __init__(
        self,
        room: Room,
        request: Score,
        blend: Blend,
        prompt: list[int],
        choices: Sequence[list[int]],
        window: int,
    ) -> None:
        self._room = room
        self._request = request
        self._prompt = prompt
        self._choices = choices
        self._window = window
        self.blends = [blend]
        self._scored: list[ScoredChoice] = []
        self._batch: list[list[int]] = []
        self._reports: list[list[TokenReport]] = []
        self._place = 0
        self._started = time.monotonic()
        seed = room.evaluator.seed(blend)
        start = room.prefixes.best(blend, prompt, seed)
        self._reused = start.lengths[0] - seed.lengths[0]
        self._read: Slots | None = None
        self._reading: Reading | None = None
        if self._reused == len(prompt) - 1:
            self._read = start
        else:
            self._reading = Reading(room.evaluator, self.blends, [start], [prompt[self._reused : -1]])

    def step(self) -> bool:
        """Read a chunk of the prompt or of some choices; returns whether there is more."""
        if self._read is None:
            self._read_prompt()
        else:
            self._read_choices(self._read)
        if self._batch or len(self._scored) < len(self._choices):
            return True
        self._tell()
        return False

    def _read_prompt(self) -> None:
        assert self._reading is not None
        self._reading.step()
        if self._reading.done:
            self._read, self._reading = self._reading.slots, None
            self._room.prefixes.keep(self.blends[0], self._prompt[:-1], self._read.row(0))

    def _read_choices(self, prompt: Slots) -> None:
        if self._reading is None:
            self._begin_batch(prompt)
        assert self._reading is not None
        logits = self._reading.step(keep_all=True)
        width = max(len(choice) for choice in self._batch)
        for row, choice in enumerate(self._batch):
            begin = self._place - (width - len(choice))  # of this row's choice: rows end together
            skipped = max(0, -begin)
            wanted = choice[begin + skipped : max(0, begin + logits.shape[1])]
            if wanted:
                part = logits[row, skipped : skipped + len(wanted)]
                report = self._request.report
                self._reports[row] += token_reports(part, wanted, report, self._room.tokens)
        self._place += logits.shape[1]
        self._tell_progress()
        if self._reading.done:
            self._scored += map(self._result, self._batch, self._reports)
            self._reading, self._batch = None, []

    def _begin_batch(self, prompt: Slots) -> None:
        """Take the next choices; one at a time where rows of unequal length cannot stand together."""
        rest = self._choices[len(self._scored) :]
        longest = max(len(choice) for choice in rest)
        fitting = self._room.evaluator.rows_for(len(self._prompt) + longest)
        self._batch = list(rest[: min(LARGEST_BATCH, fitting) if prompt.plain else 1])
        self._reports = [[] for _ in self._batch]
        self._place = 0
        rests = [[self._prompt[-1], *choice[:-1]] for choice in self._batch]
        rows = len(self._batch)
        self._reading = Reading(self._room.evaluator, self.blends * rows, [prompt] * rows, rests)

    def _result(self, choice: list[int], reports: list[TokenReport]) -> ScoredChoice:
        total = math.fsum(report.logprob for report in reports)
        if not self._request.report.wants_logprobs:
            return ScoredChoice(logprob=total)
        return ScoredChoice(logprob=total, tokens=tuple(reports), pieces=self._room.tokens.pieces(choice))

    def _tell_progress(self) -> None:
        read = sum(len(choice) for choice in self._choices[: len(self._scored)])
        within = sum(len(reports) for reports in self._reports)
        self._room.outlet.send(
            Progress(
                note="Scoring the text",
                done=read + within,
                total=sum(len(choice) for choice in self._choices),
                request_id=self._request.request_id,
            )
        )

    def _tell(self) -> None:
        self._room.outlet.send(
            Scored(
                request_id=self._request.request_id,
                choices=tuple(self._scored),
                usage=Usage(
                    prompt_tokens=len(self._prompt),
                    reused_tokens=self._reused,
                    prompt_seconds=time.monotonic() - self._started,
                    context_length=self._window,
                ),
            )
        )


class MeasureTask:
    """Reads a text in windows without overlap; every token after the first of a window is scored."""

    def __init__(
        self, room: Room, request: MeasureText, blend: Blend, tokens: list[int], window: int
    ) -> None:
        self._room = room
        self._request = request
        self._windows = [tokens[at : at + window] for at in range(0, len(tokens), window)]
        self._count = len(tokens)
        self.blends = [blend]
        self._seed = room.evaluator.seed(blend)
        self._sum, self._scored, self._done = 0.0, 0, 0
        self._reading: Reading | None = None
        self._batch: list[list[int]] = []
        self._place = 0

    def step(self) -> bool:
        """Evaluate a chunk of some windows; returns whether there is more."""
        if self._reading is None:
            self._begin()
        assert self._reading is not None
        logits = self._reading.step(keep_all=True)
        self._add(logits)
        self._place += logits.shape[1]
        if self._reading.done:
            self._done += sum(len(window) for window in self._batch)
            self._reading = None
        self._tell_progress()
        if self._reading is not None or self._windows:
            return True
        self._tell()
        return False

    def _begin(self) -> None:
        """Take windows of equal length: rows of a batch then need no padding."""
        length = len(self._windows[0])
        evaluator = self._room.evaluator
        most = min(LARGEST_BATCH, evaluator.rows_for(length), max(1, evaluator.chunk // length))
        self._batch = [window for window in self._windows[:most] if len(window) == length]
        self._windows = self._windows[len(self._batch) :]
        rows = len(self._batch)
        self._reading = Reading(self._room.evaluator, self.blends * rows, [self._seed] * rows, self._batch)
        self._place = 0

    def _add(self, logits: torch.Tensor) -> None:
        """Add the log-probabilities of the tokens that follow the evaluated ones."""
        following = [window[self._place + 1 : self._place + 1 + logits.shape[1]] for window in self._batch]
        count = len(following[0])
        if not count:
            return
        wanted = torch.tensor(following, device=logits.device)[:, :, None]
        logprobs = logits[:, :count].float().log_softmax(dim=2).gather(2, wanted)
        self._sum += float(logprobs.double().sum())
        self._scored += count * len(following)

    def _tell_progress(self) -> None:
        within = self._place * len(self._batch) if self._reading is not None else 0
        self._room.outlet.send(
            Progress(
                note="Measuring the text",
                done=self._done + within,
                total=self._count,
                request_id=self._request.request_id,
            )
        )

    def _tell(self) -> None:
        mean = self._sum / self._scored
        self._room.outlet.send(
            TextMeasured(
                request_id=self._request.request_id,
                tokens=self._count,
                scored_tokens=self._scored,
                mean_logprob=mean,
                perplexity=math.exp(min(-mean, 700.0)),
            )
        )
