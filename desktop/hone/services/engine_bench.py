"""Measure an engine against the library's own loops: same file, same threads, in alternation.

Every figure is taken at the caller's end, so that worker, protocol and service are in it.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from hone.domain.bench import EngineBench, Figure, Wanted, compared, missing
from hone.domain.chat import Turn
from hone.domain.generation import (
    Progress,
    Prompt,
    Reporting,
)
from hone.domain.models import AdapterChoice, Model, ModelFormat
from hone.errors import BadInput
from hone.ipc.messages import BaselineKind, BaselineMeasured, MeasureBaseline
from hone.ipc.process import WorkerProcess
from hone.services.bench_prompts import (
    QUESTIONS,
    STORY_BEGINNINGS,
    as_prompt,
    filler,
    long_chat,
    shared_prefix_texts,
)
from hone.services.bench_questions import Questions
from hone.services.engines import EngineService
from hone.services.llama_server import complete_all, llama_server
from hone.services.rendering import RenderingService
from hone.storage.paths import Paths

SHORTEST, TEXTS = 16, 3
PREFIX_TOKENS, PROMPTS, SLOTS = 400, 64, 32
LONG_CHAT = 4000


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """How much to measure: tokens per reply, rounds per comparison, prompts at once."""

    tokens: int = 128
    rounds: int = 5
    prompts: int = PROMPTS
    batch_tokens: int = 64
    threads: int = 0
    llama_server: Path | None = None


class EngineBenchService:
    """Runs the measurements of `hone bench engine`."""

    def __init__(self, paths: Paths, engines: EngineService, rendering: RenderingService) -> None:
        self._paths = paths
        self._engines = engines
        self._rendering = rendering

    def run(
        self, model: Model, plan: Plan, adapter: AdapterChoice | None = None
    ) -> Iterator[Progress | EngineBench]:
        """Measure one GGUF: yields Progress before each part, EngineBench at the end; raises BadInput."""
        if model.format is not ModelFormat.GGUF:
            raise BadInput(
                f"{model.name} is no GGUF file, and the comparison is with llama.cpp.",
                hint="Choose a GGUF model.",
            )
        texts = [*STORY_BEGINNINGS, *self._rendered_questions(model)]
        with _Session(self._paths, self._engines, model, plan, adapter, texts) as session:
            parts: tuple[tuple[str, Callable[[], Sequence[Figure]]], ...] = (
                ("Decoding one reply", session.decoding),
                ("Log-probabilities on", session.reporting),
                ("The second turn of a long chat", session.second_turn),
                ("Many prompts with a shared beginning", session.batch),
                ("Switching the adapter", session.adapter_switch),
                ("Cancelling while the prompt is read", session.cancelling),
            )
            figures: list[Figure] = []
            for number, (note, measure) in enumerate(parts):
                yield Progress(note=note, done=float(number), total=float(len(parts)))
                figures.extend(measure())
            yield session.report(tuple(figures))

    def _rendered_questions(self, model: Model) -> list[str]:
        """Return questions as the text that the model reads, for both sides alike; none without template."""
        if not model.chat_template:
            return []
        prompts = [Prompt(turns=(Turn("user", question),)) for question in QUESTIONS]
        return [self._rendering.render(model, prompt).text for prompt in prompts]


class _Session:
    """One model under measurement, beside the baseline worker."""

    def __init__(
        self,
        paths: Paths,
        engines: EngineService,
        model: Model,
        plan: Plan,
        adapter: AdapterChoice | None,
        texts: Sequence[str],
    ) -> None:
        self._paths, self._engines, self._model, self._plan = paths, engines, model, plan
        self._adapter = adapter
        self._texts = texts
        self._long: list[str] | None = None
        self._salt = itertools.count(1)
        self._baseline = WorkerProcess("baseline", paths.logs / "baseline.log", nice=1)
        self._questions = Questions(engines, model)
        self._threads = 0

    def __enter__(self) -> _Session:
        self._questions.one(Prompt(text="Hello"), 1)
        return self

    def __exit__(self, *_: object) -> None:
        self._baseline.close()

    def report(self, figures: tuple[Figure, ...]) -> EngineBench:
        """Put the figures together."""
        loaded = self._questions.loaded
        return EngineBench(
            model=self._model.name,
            size_bytes=self._model.size_bytes,
            parameters=self._model.parameters,
            context_length=self._window,
            device=loaded.device if loaded else "",
            threads=self._threads,
            build=loaded.build if loaded else "",
            figures=figures,
        )

    def decoding(self) -> Sequence[Figure]:
        """Tokens per second of single replies, against llama_decode and llama_sampler_sample alone."""
        texts = self._long_replies()
        if not texts:
            return [missing("decode", "Decoding", "tokens/s", "the model ends every reply at once")]
        ours, bare = [], []
        for _ in range(self._plan.rounds):
            heard = [self._questions.one(Prompt(text=text), self._plan.tokens) for text in texts]
            ours.append(sum(one.decoded for one in heard) / sum(one.last - one.first for one in heard))
            counts = [one.chosen for one in heard]
            measured = self._measure_baseline(BaselineKind.DECODE, texts, counts)
            bare.append(measured.tokens / measured.seconds)
        return [
            compared(
                "decode", "Decoding", "tokens/s", ours, bare, "bare llama_decode loop", 0.97, Wanted.AT_LEAST
            )
        ]

    def reporting(self) -> Sequence[Figure]:
        """The same with the five likeliest tokens reported at each position, against without."""
        texts = self._long_replies()
        if not texts:
            return [missing("logprobs", "Log-probabilities on", "tokens/s", "replies are too short")]
        with_report: list[float] = []
        without: list[float] = []
        for _ in range(self._plan.rounds):
            for speeds, report in ((without, Reporting()), (with_report, Reporting(alternatives=5))):
                heard = [
                    self._questions.one(Prompt(text=text), self._plan.tokens, report=report) for text in texts
                ]
                speeds.append(sum(one.decoded for one in heard) / sum(one.last - one.first for one in heard))
        label, against = "Log-probabilities on", "without"
        return [compared("logprobs", label, "tokens/s", with_report, without, against, 0.9, Wanted.AT_LEAST)]

    def second_turn(self) -> Sequence[Figure]:
        """Time to the first token of the second turn of a long chat, against that of the first, cold."""
        words = self._words_for(min(LONG_CHAT, int(self._window * 0.8) - 96))
        cold, warm, fresh = [], [], 0
        for _ in range(min(3, self._plan.rounds)):
            salt = next(self._salt)
            turns = long_chat(self._model, words, salt)
            prompt = as_prompt(turns, words, salt)
            first = self._questions.one(prompt, 32)
            second = self._questions.one(_next_turn(prompt, first.text), 8)
            cold.append(first.first)
            warm.append(second.first)
            fresh = second.usage.prompt_tokens - second.usage.reused_tokens
            read = first.usage.prompt_tokens
        note = f"{fresh} tokens evaluated of {second.usage.prompt_tokens}; the first turn had {read}"
        label = "First token, second turn of a long chat"
        figure = compared("second_turn", label, "s", warm, cold, "the first turn", 0.05, Wanted.AT_MOST)
        return [msgspec.structs.replace(figure, note=note)]

    def batch(self) -> Sequence[Figure]:
        """Prompts with a shared beginning all at once, against one by one, and against llama-server."""
        count, tokens = self._plan.prompts, self._plan.batch_tokens
        words = self._words_for(min(PREFIX_TOKENS, self._window // 2))
        texts = shared_prefix_texts(count, words, next(self._salt))
        started = time.perf_counter()
        made = sum(self._questions.all_at_once(texts, tokens))
        ours = made / (time.perf_counter() - started)
        measured = self._measure_baseline(BaselineKind.COMPLETIONS, texts, [tokens] * count)
        one_by_one = measured.tokens / measured.seconds
        label = f"{count} prompts with a shared beginning"
        against = "create_completion one by one"
        figures = [compared("batch", label, "tokens/s", [ours], [one_by_one], against, 2.5, Wanted.AT_LEAST)]
        if self._plan.llama_server is not None:
            theirs = self._server_speed(self._plan.llama_server, count, words, tokens)
            against = f"llama-server, {SLOTS} slots"
            figures.append(
                compared("batch_server", label, "tokens/s", [ours], [theirs], against, 1.0, Wanted.AT_LEAST)
            )
        return figures

    def adapter_switch(self) -> Sequence[Figure]:
        """Time to the first token when the adapter changes with every request, against when it stays."""
        label = "First token after switching the adapter"
        if self._adapter is None:
            return [missing("adapter_switch", label, "s", "no adapter was given")]
        self._questions.one(Prompt(text="Hello"), 1, [self._adapter])
        switching: list[float] = []
        staying: list[float] = []
        for number in range(2 * self._plan.rounds):
            chosen = [self._adapter] if number % 2 else []
            for times in (switching, staying):
                text = filler(8, next(self._salt))
                times.append(self._questions.one(Prompt(text=text), 1, chosen).first)
        figure = compared("adapter_switch", label, "s", switching, staying, "staying", None, Wanted.AT_MOST)
        return [msgspec.structs.replace(figure, ratio=None, target=0.05)]

    def cancelling(self) -> Sequence[Figure]:
        """Time from a cancellation in the middle of a prompt to the end of the reply."""
        words = self._words_for(int(self._window * 0.9) - 16)
        times = []
        for _ in range(self._plan.rounds):
            prompt = Prompt(text=filler(words, next(self._salt)))
            took = self._questions.cancelled_while_reading(prompt)
            if took is not None:
                times.append(took)
        label = "Cancelling while the prompt is read"
        if not times:
            return [missing("cancel", label, "s", "the prompt was read before it could be cancelled")]
        return [
            Figure(name="cancel", label=label, value=max(times), unit="s", target=0.3, wanted=Wanted.AT_MOST)
        ]

    @property
    def _window(self) -> int:
        loaded = self._questions.loaded
        return loaded.context_length if loaded else 0

    def _long_replies(self) -> list[str]:
        """Return a few texts that the model continues for a while; they are looked for once."""
        if self._long is None:
            told = ((text, self._questions.one(Prompt(text=text), self._plan.tokens)) for text in self._texts)
            long = (text for text, one in told if one.decoded >= SHORTEST)
            self._long = list(itertools.islice(long, TEXTS))
        return self._long

    def _words_for(self, tokens: int) -> int:
        """Return about how many words of filler make so many tokens, counted on a sample."""
        sample = 100
        heard = self._questions.one(Prompt(text=filler(sample, next(self._salt))), 1)
        return max(8, int(tokens * sample / heard.usage.prompt_tokens))

    def _measure_baseline(
        self, kind: BaselineKind, texts: Sequence[str], counts: Sequence[int]
    ) -> BaselineMeasured:
        self._baseline.send(
            MeasureBaseline(
                path=self._model.path,
                kind=kind,
                prompts=tuple(texts),
                tokens=tuple(counts),
                context_length=self._window,
                threads=self._plan.threads,
            )
        )
        for event in self._baseline.events():
            if isinstance(event, BaselineMeasured):
                self._threads = event.threads
                return event
        raise AssertionError("events() ends only by raising")

    def _server_speed(self, binary: Path, count: int, words: int, tokens: int) -> float:
        """Return llama-server's tokens per second on prompts like those of `batch`."""
        texts = shared_prefix_texts(count, words, next(self._salt))
        log = self._paths.logs / "llama-server.log"
        # It keeps the shared beginning once per slot, and fails requests when its cells run out.
        cells = max(self._window, SLOTS * (PREFIX_TOKENS + 2 * tokens + 64))
        with llama_server(binary, self._model.path, cells, SLOTS, self._threads, log) as address:
            complete_all(address, ["Hello"], 1, 1)
            started = time.perf_counter()
            made = complete_all(address, texts, tokens, count)
            return made / (time.perf_counter() - started)


def _next_turn(prompt: Prompt, reply: str) -> Prompt:
    """Return the prompt of the next turn after `reply`."""
    more = "And what happened then?"
    if prompt.text is not None:
        return Prompt(text=f"{prompt.text}{reply}\n{more}")
    return Prompt(turns=(*prompt.turns, Turn("assistant", reply), Turn("user", more)))
