"""Turn a request into tokens: by the model's chat template, or as raw text."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from hashlib import sha256
from typing import NamedTuple, Protocol

from hone.data.template import TemplateProblem, TemplateRenderer, render_conversation
from hone.data.turn_spans import PROBE, reply_ending
from hone.domain.chat import Turn
from hone.domain.generation import Prompt, Variant
from hone.errors import BadInput

LONGEST_TEMPLATE = 2**20
BASE = Variant()
_PRIVATE_USE = range(0xE000, 0xF8FF)


class Vocabulary(Protocol):
    """What a tokenizer must offer here."""

    @property
    def control(self) -> Collection[str]:
        """The texts of tokens that steer the model."""
        ...

    @property
    def special_tokens(self) -> Mapping[str, str]:
        """The texts of bos_token, eos_token and so on, for the template."""
        ...

    def encode(self, text: str, begin: bool) -> list[int]:
        """Tokenise, control tokens recognised; `begin` adds the model's own begin token."""
        ...

    def encode_literally(self, text: str) -> list[int]:
        """Tokenise, control tokens written in the text being plain characters."""
        ...


class RenderedPrompt(NamedTuple):
    """A prompt as text, and as the tokens that the engine evaluates."""

    text: str
    tokens: list[int]


class ChatPrompt:
    """Makes prompts for one model. Close it: a child process renders the template."""

    def __init__(self, vocabulary: Vocabulary, template: str | None, model_name: str) -> None:
        self._vocabulary = vocabulary
        self._template = template
        self._model_name = model_name
        self._renderer = TemplateRenderer()

    @property
    def template_hash(self) -> str:
        """The first 16 hexadecimal digits of the SHA-256 of the model's chat template; "" without one."""
        return sha256(self._template.encode()).hexdigest()[:16] if self._template else ""

    def render(self, prompt: Prompt, variant: Variant = BASE) -> RenderedPrompt:
        """Return what the engine gets; raises BadInput when there is no usable template, or nothing.

        The first adapter of `variant` may bring a template of its own where the model has none.
        """
        if prompt.text is not None:
            rendered = RenderedPrompt(prompt.text, self._vocabulary.encode(prompt.text, begin=True))
        elif prompt.turns:
            rendered = self._rendered_chat(prompt, variant)
        else:
            rendered = RenderedPrompt("", [])
        if not rendered.tokens:
            raise BadInput("There is nothing to answer: the request is empty.", hint="Write a message first.")
        return rendered

    def stop_text(self, stops: Collection[str]) -> str:
        """Return the control token that the template writes after a reply; "" when there is none.

        A template that fails here says so when it is used.
        """
        if self._template is None:
            return ""
        turns = (Turn("user", "Question"), Turn("assistant", PROBE))
        try:
            text = self._renderer.render(self._template, turns, False, self._vocabulary.special_tokens)
        except TemplateProblem:
            return ""
        return reply_ending(text, self._vocabulary.control, stops).stop

    def close(self) -> None:
        """End the child process."""
        self._renderer.close()

    def _rendered_chat(self, prompt: Prompt, variant: Variant) -> RenderedPrompt:
        template = self._template or _template_beside(variant)
        if template is None:
            raise BadInput(
                f"{self._model_name} has no chat template, so it cannot answer a conversation.",
                hint="Choose a model made for chat, or fine-tune this one: its adapter brings a template. "
                "The command 'hone complete' lets it continue a text as it is.",
            )
        marks = self._marks(prompt.turns)
        turns = [Turn(turn.role, _hide(turn.content, marks)) for turn in prompt.turns]
        text = render_conversation(
            self._renderer, template, turns, True, self._vocabulary.special_tokens
        ).text
        tokens: list[int] = []
        for part in _split(text, marks):
            if part in marks:
                tokens += self._vocabulary.encode_literally(marks[part])
            else:
                tokens += self._vocabulary.encode(part, begin=False)
        return RenderedPrompt(text, tokens)

    def _marks(self, turns: tuple[Turn, ...]) -> dict[str, str]:
        """Return a private-use character for each control token that a person wrote in a message.

        So a pasted `<|im_end|>` stays text and cannot end a turn; training treats it the same way.
        """
        texts = "\n".join(turn.content for turn in turns)
        written = sorted((token for token in self._vocabulary.control if token and token in texts), key=len)
        free = (chr(code) for code in _PRIVATE_USE if chr(code) not in texts)
        return dict(zip(free, reversed(written), strict=False))


def _hide(text: str, marks: Mapping[str, str]) -> str:
    for mark, token in marks.items():
        text = text.replace(token, mark)
    return text


def _split(text: str, marks: Mapping[str, str]) -> list[str]:
    if not marks:
        return [text]
    return [part for part in re.split("([" + "".join(marks) + "])", text) if part]


def _template_beside(variant: Variant) -> str | None:
    """Return the template that an adapter was trained with; training writes it beside the adapter."""
    if not variant.adapters:
        return None
    adapter = variant.adapters[0].path
    file = (adapter if adapter.is_dir() else adapter.parent) / "chat_template.jinja"
    if not file.is_file() or file.stat().st_size > LONGEST_TEMPLATE:
        return None
    return file.read_text(encoding="utf-8", errors="replace")
