"""Turn a request into tokens: by the model's chat template, or as raw text."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from hashlib import sha256
from typing import NamedTuple, Protocol

import msgspec

from hone.data.hidden_tokens import HiddenTokens, strings_of, strings_of_turns
from hone.data.template import Given, TemplateProblem, TemplateRenderer, render_conversation
from hone.data.turn_spans import PROBE, reply_ending
from hone.domain.chat import Turn
from hone.domain.generation import Prompt, Variant
from hone.errors import BadInput
from hone.workers.reply_parts import PlainText, ReplyParts, parts_for

LONGEST_TEMPLATE = 2**20
BASE = Variant()
FOLDED_NOTE = (
    "This model's chat template has no system role; "
    "the system text stands in front of the first user message."
)


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
    """A prompt as text, and as the tokens that the engine evaluates; `note` is what a person should know."""

    text: str
    tokens: list[int]
    note: str = ""


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
        if prompt.text is not None or prompt.turns:
            rendered = self._rendered(prompt, variant)
        else:
            rendered = RenderedPrompt("", [])
        if not rendered.tokens:
            raise BadInput("There is nothing to answer: the request is empty.", hint="Write a message first.")
        return rendered

    def reply_parts(self, prompt: Prompt, rendered_text: str, variant: Variant = BASE) -> ReplyParts:
        """Return what splits a reply to a rendered prompt; a raw text is continued as it is."""
        if prompt.text is not None:
            return PlainText()
        template, has_tools = self._template_for(variant), bool(prompt.tools)
        return parts_for(rendered_text, template, self._vocabulary.control, has_tools, prompt.prefill)

    def stop_text(self, stops: Collection[str]) -> str:
        """Return the control token that the template writes after a reply; "" when there is none.

        A template that fails here says so when it is used.
        """
        if self._template is None:
            return ""
        turns = (Turn("user", "Question"), Turn("assistant", PROBE))
        try:
            text = self._renderer.render(self._template, turns, False, self._given(Prompt()))
        except TemplateProblem:
            return ""
        return reply_ending(text, self._vocabulary.control, stops).stop

    def close(self) -> None:
        """End the child process."""
        self._renderer.close()

    def _rendered(self, prompt: Prompt, variant: Variant) -> RenderedPrompt:
        """Return text and tokens: what a person wrote in messages and prefill stays plain characters."""
        template = self._template_for(variant) if prompt.text is None else ""
        documents = prompt.variables.get("documents")
        written = [*strings_of_turns(prompt.turns), prompt.prefill, *strings_of(documents)]
        beside = f"{template}{prompt.text}{_in_json(prompt.tools)}{_in_json(prompt.variables)}"
        hidden = HiddenTokens(self._vocabulary.control, written, beside)
        folded = False
        if prompt.text is not None:
            text = prompt.text
        else:
            given = self._given(prompt, hidden.hide(documents))
            turns = [hidden.hide_turn(turn) for turn in prompt.turns]
            chat = render_conversation(self._renderer, template, turns, prompt.generation_prompt, given)
            text, folded = hidden.gather(chat.text), chat.system_folded
        text += hidden.hide(prompt.prefill)
        tokens = hidden.encode(text, self._vocabulary, begin=prompt.text is not None)
        return RenderedPrompt(hidden.show(text), tokens, FOLDED_NOTE if folded else "")

    def _given(self, prompt: Prompt, documents: object = None) -> Given:
        variables = dict(prompt.variables)
        if documents is not None:
            variables["documents"] = documents
        return Given(special_tokens=self._vocabulary.special_tokens, tools=prompt.tools, variables=variables)

    def _template_for(self, variant: Variant) -> str:
        template = self._template or _template_beside(variant)
        if template is None:
            raise BadInput(
                f"{self._model_name} has no chat template, so it cannot answer a conversation.",
                hint="Choose a model made for chat, or fine-tune this one: its adapter brings a template. "
                "The command 'hone complete' lets it continue a text as it is.",
            )
        return template


def _in_json(value: object) -> str:
    return msgspec.json.encode(value).decode() if value else ""


def _template_beside(variant: Variant) -> str | None:
    """Return the template that an adapter was trained with; training writes it beside the adapter."""
    if not variant.adapters:
        return None
    adapter = variant.adapters[0].path
    file = (adapter if adapter.is_dir() else adapter.parent) / "chat_template.jinja"
    if not file.is_file() or file.stat().st_size > LONGEST_TEMPLATE:
        return None
    return file.read_text(encoding="utf-8", errors="replace")
