"""From requests to what is computed: tokens checked against the window, rows, tasks."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Protocol

import msgspec
from transformers import PreTrainedModel

from hone.domain.generation import Embed, Ending, Generate, MeasureText, Provenance, Score
from hone.domain.sampling import Sampling
from hone.errors import BadInput
from hone.workers.chat_prompt import ChatPrompt
from hone.workers.completion import Completion, seed_of
from hone.workers.huggingface.adapters import Blend
from hone.workers.huggingface.constraint import Constraints
from hone.workers.huggingface.embedding import EmbedTask
from hone.workers.huggingface.rows import Room, Row
from hone.workers.huggingface.sampler import Chain
from hone.workers.huggingface.sampling_state import SamplingState
from hone.workers.huggingface.scoring import MeasureTask, ScoreTask
from hone.workers.huggingface.tokens import Tokens
from hone.workers.huggingface.vocabulary import FolderTextStream, FolderVocabulary

_MOST_CHAINS = 64


class Task(Protocol):
    """Work that is not a completion, done in steps."""

    blends: list[Blend]

    def step(self) -> bool:
        """Work for a moment; returns whether there is more to do."""
        ...


class Preparation:
    """Makes rows and tasks of requests. Everything raises BadInput for what cannot be served."""

    def __init__(
        self,
        vocabulary: FolderVocabulary,
        prompts: ChatPrompt,
        tokens: Tokens,
        window: int,
        model: PreTrainedModel,
    ) -> None:
        self.window = window
        self._vocabulary = vocabulary
        self._prompts = prompts
        self._tokens = tokens
        self._constraints = Constraints(tokens)
        self._layers = model.config.get_text_config().num_hidden_layers
        self._chain = lru_cache(_MOST_CHAINS)(self._new_chain)

    def rows(self, request: Generate, room: Room) -> list[Row]:
        """Return a row per completion; their blend is set when they begin."""
        if request.completions < 1:
            raise BadInput(
                f"{request.completions} completions cannot be given.", hint="Ask for at least one."
            )
        rendered = self._prompts.render(request.prompt, request.variant)
        self._check_room(len(rendered.tokens), 1)
        return [
            self._row(request, index, rendered.text, rendered.tokens, room)
            for index in range(request.completions)
        ]

    def score(self, request: Score) -> Callable[[Room, Blend], Task]:
        """Return what makes the task of a Score."""
        prompt = self._prompts.render(request.prompt, request.variant).tokens
        choices = [self._tokens.of(choice) for choice in request.choices]
        if not choices or not all(choices):
            raise BadInput(
                "There is an empty choice, or none at all.", hint="Give at least one text to score."
            )
        self._check_room(len(prompt), max(len(choice) for choice in choices))
        return lambda room, blend: ScoreTask(room, request, blend, prompt, choices, self.window)

    def measure(self, request: MeasureText) -> Callable[[Room, Blend], Task]:
        """Return what makes the task of a MeasureText."""
        tokens = self._vocabulary.encode(request.text, begin=True)
        window = request.window or self.window
        if not 2 <= window <= self.window:
            raise BadInput(
                f"A window of {window:,} tokens cannot be measured with this model.",
                hint=f"Choose one from 2 to {self.window:,}.",
            )
        if len(tokens) < 2:
            raise BadInput("The text is too short to be measured.", hint="Give one of at least two tokens.")
        return lambda room, blend: MeasureTask(room, request, blend, tokens, window)

    def embed(self, request: Embed) -> Callable[[Room, Blend], Task]:
        """Return what makes the task of an Embed."""
        texts = [self._vocabulary.encode(text, begin=True) for text in request.texts]
        if not texts or not all(texts):
            raise BadInput("There is an empty text, or none at all.", hint="Give at least one text.")
        self._check_room(max(len(text) for text in texts), 0)
        if not -self._layers - 1 <= request.layer <= self._layers:
            raise BadInput(
                f"This model has no layer {request.layer}.",
                hint=f"0 is after the embeddings, {self._layers} or -1 after the last layer.",
            )
        return lambda room, blend: EmbedTask(room, request, blend, texts)

    def close(self) -> None:
        """End the child process that renders templates."""
        self._prompts.close()

    def _row(self, request: Generate, index: int, text: str, prompt: list[int], room: Room) -> Row:
        seed = seed_of(request.sampling.seed, index)
        parts = self._prompts.reply_parts(request.prompt, text, request.variant)
        stream = FolderTextStream(self._tokens.decoder)
        left = self.window - len(prompt)
        return Row(
            request=request,
            prompt=prompt,
            seed=seed,
            completion=Completion(request, index, self._tokens, stream, parts, left, room.outlet.send),
            state=SamplingState(request.sampling, seed, prompt),
            chain=self._chain(_without_own(request.sampling)),
            matcher=self._constraints.matcher(request.constraint, request.prompt.prefill),
            blend=Blend(),
        )

    def _new_chain(self, sampling: Sampling) -> Chain:
        return Chain(sampling, self._tokens.of, lambda: self._tokens.breakers)

    def _check_room(self, prompt: int, more: int) -> None:
        if prompt + more > self.window:
            raise BadInput(
                f"This conversation has {prompt:,} tokens, and the model's window is {self.window:,} tokens.",
                hint="Start a new conversation, shorten it, or raise the context length in the settings.",
            )


def ended(row: Row, ending: Ending, window: int, provenance: Provenance) -> None:
    """Tell the end of a row."""
    mode = "exact" if row.request.exact else "fast"
    row.completion.finish(
        ending, len(row.prompt), row.reused, window, row.seed, msgspec.structs.replace(provenance, mode=mode)
    )


def _without_own(sampling: Sampling) -> Sampling:
    """Return what rows of one chain share: everything but seed and length."""
    return msgspec.structs.replace(sampling, seed=-1, max_tokens=1)
