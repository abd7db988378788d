"""Two ways to use llama.cpp without Hone: the bare decode loop, and `Llama.create_completion`."""

from __future__ import annotations

import os
import time
from pathlib import Path

import llama_cpp

from hone.domain.fit import BATCH
from hone.errors import BadInput
from hone.ipc.messages import BaselineKind, BaselineMeasured, MeasureBaseline
from hone.workers.threads import threads_for

_Key = tuple[Path, int, int, BaselineKind]


class Loops:
    """A model loaded by the library's own means."""

    def __init__(self, command: MeasureBaseline) -> None:
        self.command_key = self.key_of(command)
        self._threads = command.threads or threads_for(command.path.stat().st_size)
        self._high: llama_cpp.Llama | None = None
        self._bare: _BareLoop | None = None
        if command.kind is BaselineKind.COMPLETIONS:
            self._high = llama_cpp.Llama(
                str(command.path),
                n_ctx=command.context_length,
                n_batch=BATCH,
                n_threads=self._threads,
                n_threads_batch=self._threads,
                verbose=False,
            )
        else:
            self._bare = _BareLoop(command.path, command.context_length, self._threads)

    @staticmethod
    def key_of(command: MeasureBaseline) -> _Key:
        """Return what must be equal for the loaded model to be used again."""
        return command.path, command.context_length, command.threads, command.kind

    def measure(self, command: MeasureBaseline) -> BaselineMeasured:
        """Run the loop over the prompts, greedily."""
        if self._bare is not None:
            pairs = zip(command.prompts, command.tokens, strict=True)
            runs = [self._bare.run(text, count) for text, count in pairs]
            return BaselineMeasured(
                tokens=sum(count - 1 for count in command.tokens), seconds=sum(runs), threads=self._threads
            )
        return self._complete_each(command)

    def close(self) -> None:
        """Give the memory back."""
        if self._high is not None:
            self._high.close()
        if self._bare is not None:
            self._bare.close()

    def _complete_each(self, command: MeasureBaseline) -> BaselineMeasured:
        """One `create_completion` after another; the library reuses the prefix of the one before."""
        assert self._high is not None
        self._high.reset()
        tokens, started = 0, time.perf_counter()
        for text, count in zip(command.prompts, command.tokens, strict=True):
            answer = self._high.create_completion(text, max_tokens=count, temperature=0.0)
            assert isinstance(answer, dict)
            tokens += answer["usage"]["completion_tokens"]
        return BaselineMeasured(tokens=tokens, seconds=time.perf_counter() - started, threads=self._threads)


class _BareLoop:
    """llama_decode and llama_sampler_sample in turn, nothing else."""

    def __init__(self, path: Path, context_length: int, threads: int) -> None:
        llama_cpp.llama_backend_init()
        self._model = llama_cpp.llama_model_load_from_file(
            os.fsencode(path), llama_cpp.llama_model_default_params()
        )
        if not self._model:
            raise BadInput(f"{path.name} could not be loaded.", hint="Is it a whole GGUF file?")
        parameters = llama_cpp.llama_context_default_params()
        parameters.n_ctx = context_length
        parameters.n_batch = BATCH
        parameters.n_ubatch = BATCH
        parameters.n_threads = threads
        parameters.n_threads_batch = threads
        parameters.no_perf = True
        self._context = llama_cpp.llama_init_from_model(self._model, parameters)
        self._vocab = llama_cpp.llama_model_get_vocab(self._model)

    def run(self, text: str, count: int) -> float:
        """Evaluate the prompt, choose `count` tokens; returns the seconds from the first to the last."""
        data = text.encode()
        tokens = (llama_cpp.llama_token * (len(data) + 2))()
        size = llama_cpp.llama_tokenize(self._vocab, data, len(data), tokens, len(tokens), True, True)
        sampler = llama_cpp.llama_sampler_chain_init(llama_cpp.llama_sampler_chain_default_params())
        llama_cpp.llama_sampler_chain_add(sampler, llama_cpp.llama_sampler_init_greedy())
        llama_cpp.llama_memory_clear(llama_cpp.llama_get_memory(self._context), True)
        for start in range(0, size, BATCH):
            chunk = tokens[start : min(start + BATCH, size)]
            part = (llama_cpp.llama_token * len(chunk))(*chunk)
            llama_cpp.llama_decode(self._context, llama_cpp.llama_batch_get_one(part, len(part)))
        one = (llama_cpp.llama_token * 1)()
        one[0] = llama_cpp.llama_sampler_sample(sampler, self._context, -1)
        batch = llama_cpp.llama_batch_get_one(one, 1)
        started = time.perf_counter()
        for _ in range(count - 1):
            llama_cpp.llama_decode(self._context, batch)
            one[0] = llama_cpp.llama_sampler_sample(sampler, self._context, -1)
        seconds = time.perf_counter() - started
        llama_cpp.llama_sampler_free(sampler)
        return seconds

    def close(self) -> None:
        """Free context and model."""
        llama_cpp.llama_free(self._context)
        llama_cpp.llama_model_free(self._model)
