"""A llama.cpp context with one sequence: tokens in, logits out, the cache kept between requests."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import llama_cpp
import numpy as np
import numpy.typing as npt

from hone.errors import BadInput, HoneError
from hone.workers.engine import Interrupted, common_prefix
from hone.workers.llama.log import LibraryLog

BATCH = 512
_ABORTED = 2
_NO_ABORT = llama_cpp.ggml_abort_callback()  # a null pointer


class LlamaContext:
    """Evaluates tokens. `tokens` are those in the cache, in order."""

    def __init__(
        self, model: llama_cpp.llama_model_p, context_length: int, threads: int, log: LibraryLog
    ) -> None:
        parameters = llama_cpp.llama_context_default_params()
        parameters.n_ctx = context_length
        parameters.n_batch = BATCH
        parameters.n_ubatch = BATCH
        parameters.n_seq_max = 1
        parameters.n_threads = threads
        parameters.n_threads_batch = threads
        parameters.no_perf = True
        self.handle = llama_cpp.llama_init_from_model(model, parameters)
        if not self.handle:
            raise BadInput(
                f"There is not enough memory for a context of {context_length:,} tokens: {log.reason()}.",
                hint="Choose a smaller context length in the settings, or a smaller model.",
                detail=log.text(),
            )
        self._memory = llama_cpp.llama_get_memory(self.handle)
        self._vocabulary_size = llama_cpp.llama_vocab_n_tokens(llama_cpp.llama_model_get_vocab(model))
        self._one = (llama_cpp.llama_token * 1)()
        self._log = log
        self.tokens: list[int] = []

    def read(
        self,
        prompt: Sequence[int],
        cancelled: Callable[[], bool],
        progress: Callable[[int, int], None],
    ) -> int:
        """Bring the cache to exactly `prompt`; returns how many tokens were there already.

        The last token is always evaluated, for its logits. Raises Interrupted within one graph node of a
        cancellation on the CPU, within one batch on a GPU; what was evaluated until then stays usable.
        """
        reused = self._keep(min(common_prefix(self.tokens, prompt), len(prompt) - 1))
        abort = llama_cpp.ggml_abort_callback(lambda _data: cancelled())
        llama_cpp.llama_set_abort_callback(self.handle, abort, None)
        try:
            for start in range(reused, len(prompt), BATCH):
                if cancelled():
                    raise Interrupted
                self._evaluate(prompt[start : start + BATCH])
                if len(prompt) - reused > BATCH:
                    progress(len(self.tokens), len(prompt))
        finally:
            llama_cpp.llama_set_abort_callback(self.handle, _NO_ABORT, None)
        return reused

    def feed(self, token: int) -> None:
        """Evaluate one more token."""
        self._one[0] = token
        code = llama_cpp.llama_decode(self.handle, llama_cpp.llama_batch_get_one(self._one, 1))
        if code:
            raise self._failure(code)
        self.tokens.append(token)

    def logits(self) -> npt.NDArray[np.float32]:
        """Return a copy of the logits after the last evaluated token, shape (vocabulary,)."""
        pointer = llama_cpp.llama_get_logits_ith(self.handle, -1)
        return np.ctypeslib.as_array(pointer, shape=(self._vocabulary_size,)).copy()

    def clear(self) -> None:
        """Empty the cache."""
        llama_cpp.llama_memory_clear(self._memory, True)
        self.tokens = []

    def close(self) -> None:
        """Free the context."""
        llama_cpp.llama_free(self.handle)

    def _keep(self, count: int) -> int:
        """Shorten the cache to `count` tokens; recurrent models cannot, and start again from nothing."""
        if count < len(self.tokens):
            if llama_cpp.llama_memory_seq_rm(self._memory, 0, count, -1):
                self.tokens = self.tokens[:count]
            else:
                self.clear()
        return len(self.tokens)

    def _evaluate(self, tokens: Sequence[int]) -> None:
        batch = (llama_cpp.llama_token * len(tokens))(*tokens)
        code = llama_cpp.llama_decode(self.handle, llama_cpp.llama_batch_get_one(batch, len(tokens)))
        if code == 0:
            self.tokens.extend(tokens)
            return
        if not llama_cpp.llama_memory_seq_rm(self._memory, 0, len(self.tokens), -1):
            self.clear()
        raise Interrupted if code == _ABORTED else self._failure(code)

    def _failure(self, code: int) -> HoneError:
        self.clear()
        return HoneError(
            f"llama.cpp could not evaluate the text (code {code}): {self._log.reason()}.",
            hint="Try again; if it happens again, choose a smaller context length in the settings.",
            detail=self._log.text(),
        )
