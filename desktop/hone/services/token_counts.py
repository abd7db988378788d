"""How many tokens prompts and texts are, counted once each."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from typing import Protocol

import msgspec

from hone.domain.generation import Prompt, PromptRendered
from hone.domain.models import Model

_MOST_KEPT = 20_000


class Rendering(Protocol):
    """What is needed of the rendering of prompts."""

    def render(self, model: Model, prompt: Prompt, template: str = "") -> PromptRendered:
        """Return text and tokens of a prompt."""


class TokenCounts:
    """Counts by rendering, and remembers by a hash of what was counted. Safe from any thread."""

    def __init__(self, rendering: Rendering) -> None:
        self._rendering = rendering
        self._lock = threading.Lock()
        self._known: OrderedDict[bytes, int] = OrderedDict()

    def of_model(self, model: Model, template: str) -> ModelCounts:
        """Return the counts of one model under a template, "" for its own."""
        return ModelCounts(self, model, template)

    def count(self, model: Model, prompt: Prompt, template: str) -> int:
        """Return the tokens of a prompt; raises BadInput where the model or its template refuses it."""
        key = _key(model, prompt, template)
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        count = len(self._rendering.render(model, prompt, template).token_ids)
        with self._lock:
            self._known[key] = count
            while len(self._known) > _MOST_KEPT:
                self._known.popitem(last=False)
        return count


class ModelCounts:
    """Counts tokens for one model under one template."""

    def __init__(self, counts: TokenCounts, model: Model, template: str) -> None:
        self._counts, self._model, self._template = counts, model, template

    def of_prompt(self, prompt: Prompt) -> int:
        """Return the tokens of a prompt as the engine gets it."""
        return self._counts.count(self._model, prompt, self._template)

    def of_text(self, text: str) -> int:
        """Return the tokens of a text by itself, 0 for an empty one."""
        return self._counts.count(self._model, Prompt(text=text), "") if text else 0


def _key(model: Model, prompt: Prompt, template: str) -> bytes:
    what = msgspec.msgpack.encode((str(model.path), model.fingerprint, model.chat_template, template, prompt))
    return hashlib.blake2b(what, digest_size=16).digest()
