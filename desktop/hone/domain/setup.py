"""How the replies of a conversation are asked for, beside its model, system prompt and sampling."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import msgspec

from hone.domain.constraint import Constraint
from hone.domain.prompts import ExampleLayout, FewShot, PromptBody, Variable


class ContextPolicy(StrEnum):
    """What happens when a conversation does not fit the model's window together with its reply.

    STOP refuses to send; DROP_OLDEST leaves out the oldest turns, never the system prompt or the examples;
    SLIDING keeps only the newest turns that fill half of the window, so that it is read anew less often.
    """

    STOP = "stop"
    DROP_OLDEST = "drop oldest"
    SLIDING = "sliding window"


class Setup(msgspec.Struct, frozen=True, kw_only=True):
    """Everything is copied in here, so that a prompt that is changed or deleted changes no conversation.

    `variables` with `values` fill the system prompt, the examples and the prefill. `prefill` begins each
    reply. `completions` are made at once, each a branch. `tools` are the names that the model may call,
    `allowed_tools` those that run without asking; `folder` is what file tools may read, "" for nothing.
    `template_variables` are given to the chat template, such as `enable_thinking`.
    """

    prompt_version_id: str = ""
    prompt_name: str = ""
    variables: tuple[Variable, ...] = ()
    values: dict[str, str] = {}
    examples: tuple[FewShot, ...] = ()
    layout: ExampleLayout = ExampleLayout.TURNS
    prefill: str = ""
    stop: tuple[str, ...] = ()
    constraint: Constraint = Constraint()
    policy: ContextPolicy = ContextPolicy.DROP_OLDEST
    completions: int = 1
    exact: bool = False
    tools: tuple[str, ...] = ()
    allowed_tools: tuple[str, ...] = ()
    folder: str = ""
    template_variables: dict[str, Any] = {}

    def with_prompt(self, body: PromptBody, version_id: str, name: str, values: dict[str, str]) -> Setup:
        """Return this setup with a prompt's parts in the place of those it had."""
        return msgspec.structs.replace(
            self,
            prompt_version_id=version_id,
            prompt_name=name,
            variables=body.variables,
            values=values,
            examples=body.examples,
            layout=body.layout,
            prefill=body.prefill,
            stop=body.stop,
            constraint=body.constraint,
        )
