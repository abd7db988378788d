"""The job of one completion: outputs become tokens, and tokens the reply's chunks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from hone.domain.generation import Ending, Generate, Progress, Provenance
from hone.errors import BadInput, HoneError
from hone.workers.completion import Completion, seed_of
from hone.workers.llama.jobs import Job, LoadedVariant, Outputs, Tokens, Workbench
from hone.workers.llama.sampler import Sampler
from hone.workers.llama.token_reports import TokenReporter
from hone.workers.llama.vocabulary import LlamaTextStream


@dataclass
class ReplyRules:
    """What the replies of one model have in common: its ends, its template, and what made them."""

    stop_ids: frozenset[int]
    control_texts: Mapping[int, str]
    template: str
    provenance: Provenance


@dataclass
class RequestFate:
    """Whether the request has failed, which its completions share: one failure ends them all."""

    has_failed: bool = False


class CompletionJob:
    """One completion of a request; after a failure of any of them the others end without a word."""

    wants_hidden = False

    def __init__(
        self,
        request: Generate,
        seed: int,
        tokens: Tokens,
        variant: LoadedVariant,
        completion: Completion,
        sampler: Sampler,
        reporter: TokenReporter | None,
        bench: Workbench,
        provenance: Provenance,
        fate: RequestFate,
    ) -> None:
        self.request_id = request.request_id
        self.tokens = tokens
        self.first_output = len(tokens) - 1
        self.variant = variant
        self.exact = request.exact
        self.state = request.state
        self._seed = seed
        self._completion = completion
        self._sampler = sampler
        self._next = sampler.next
        self._report = reporter.report if reporter is not None else None
        self._outlet = bench.outlet
        self._window = bench.window
        self._provenance = provenance
        self._fate = fate
        self._reused = 0
        self._is_read = False

    def begin(self, reused: int) -> None:
        """Keep how many tokens were known."""
        self._reused = reused

    def read(self, done: int, total: int) -> None:
        """Tell how far the prompt is read."""
        if not self._is_read and not self._fate.has_failed:
            self._outlet.send(
                Progress(note="Reading the prompt", done=done, total=total, request_id=self.request_id)
            )

    def take(self, position: int, index: int, outputs: Outputs) -> int | None:
        """Choose a token; returns None when it ends the reply."""
        if self._fate.has_failed:
            self._sampler.close()
            return None
        token = self._next(outputs.handle, index)
        if not self._is_read:
            self._is_read = True
            self._completion.prompt_is_read()
        report = None if self._report is None else self._report(outputs.logits(index), token)
        if self._completion.take(token, report) is None:
            return token
        assert self._completion.ending is not None
        self.end(self._completion.ending)
        return None

    def end(self, ending: Ending) -> None:
        """Send what was held back, and the end."""
        self._sampler.close()
        if self._fate.has_failed:
            return
        self._completion.finish(
            ending,
            prompt_tokens=len(self.tokens) + self.variant.virtual_tokens,
            reused=self._reused,
            window=self._window,
            seed=self._seed,
            provenance=self._provenance,
        )

    def fail(self, error: HoneError) -> None:
        """Tell that the request could not be answered, once for all its completions."""
        self._sampler.close()
        if not self._fate.has_failed:
            self._fate.has_failed = True
            self._outlet.fail(self.request_id, error)


def jobs_for(request: Generate, bench: Workbench, rules: ReplyRules) -> list[Job]:
    """Return a job for each completion of a request; raises BadInput when it cannot be answered."""
    rendered = bench.prompts.render(request.prompt, request.variant)
    variant = bench.loaded(request.variant)
    tokens = np.array(rendered.tokens, np.int32)
    room = bench.window - len(tokens) - variant.virtual_tokens
    if room <= 0:
        raise BadInput(
            f"This conversation has {bench.window - room:,} tokens, and the model's window is "
            f"{bench.window:,} tokens.",
            hint="Start a new conversation, shorten it, or raise the context length in the settings.",
        )
    provenance = Provenance(
        mode="exact" if request.exact else "fast",
        model_hash=rules.provenance.model_hash,
        template_hash=rules.provenance.template_hash,
        build=rules.provenance.build,
        device=rules.provenance.device,
    )
    reporter = TokenReporter(bench.vocabulary, request.report) if request.report.wants_logprobs else None
    jobs: list[Job] = []
    fate = RequestFate()
    for index in range(request.completions):
        seed = seed_of(request.sampling.seed, index)
        completion = Completion(
            request,
            index,
            rules,
            LlamaTextStream(bench.vocabulary),
            bench.prompts.reply_parts(request.prompt, rendered.text, request.variant),
            room,
            bench.outlet.send,
        )
        sampler = Sampler(
            request.sampling,
            request.constraint,
            seed,
            bench.vocabulary,
            rendered.tokens,
            request.prompt.prefill,
        )
        job = CompletionJob(
            request, seed, tokens, variant, completion, sampler, reporter, bench, provenance, fate
        )
        jobs.append(job)
    return jobs
