"""Texts that measurements read: long enough, never the same at the beginning unless they should be."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from hone.domain.chat import Turn
from hone.domain.generation import Prompt
from hone.domain.models import Model

STORY_BEGINNINGS = (
    "Once upon a time there was a small house by the sea, and in it lived",
    "The old captain looked at the sky and told the crew that",
    "In the morning the children went into the forest because",
    "A good answer begins with the question itself. To explain this,",
    "When the train stopped, everybody stood up and",
    "My sister has a garden behind the house. Every summer",
)
QUESTIONS = (
    "How do I fine-tune a model, step by step?",
    "What is a learning rate, and how do I choose it?",
    "Explain the difference between prompting and fine-tuning.",
    "What should a good training example look like?",
    "Tell me a long story about a lighthouse.",
)
_VOCABULARY = """
river stone window paper garden engine letter winter market bridge candle forest island mirror needle orange
pocket rabbit silver tunnel valley wagon yellow zebra copper dinner family guitar
"""
_WORDS = tuple(_VOCABULARY.split())


def filler(words: int, salt: int) -> str:
    """Return that many words in sentences; another `salt` gives another text from its first word on."""
    stream = _words(salt)
    sentences = []
    for start in range(0, words, 10):
        taken = list(itertools.islice(stream, min(10, words - start)))
        sentences.append(" ".join(taken).capitalize() + ".")
    return " ".join(sentences)


def long_chat(model: Model, words: int, salt: int) -> tuple[Turn, ...] | None:
    """Return eight turns and a question, about `words` long; None for models that do not chat."""
    if not model.chat_template:
        return None
    turns = []
    for number in range(8):
        role = "assistant" if number % 2 else "user"
        turns.append(Turn(role, filler(words // 8, salt * 100 + number)))
    return (*turns, Turn("user", "Tell me more about it, please."))


def as_prompt(turns: tuple[Turn, ...] | None, words: int, salt: int) -> Prompt:
    """Return the dialogue as a prompt, or raw text of the same length."""
    return Prompt(turns=turns) if turns is not None else Prompt(text=filler(words, salt))


def shared_prefix_texts(count: int, words: int, salt: int) -> tuple[str, ...]:
    """Return texts that begin with the same `words` words and end differently."""
    prefix = filler(words, salt)
    return tuple(f"{prefix} Number {number}: the {_WORDS[number % len(_WORDS)]}" for number in range(count))


def _words(salt: int) -> Iterator[str]:
    """A linear congruential walk over the words (Numerical Recipes' constants), the same on every machine."""
    state = salt * 7919 + 17
    while True:
        state = (state * 1664525 + 1013904223) % 2**32
        yield _WORDS[(state >> 16) % len(_WORDS)]
