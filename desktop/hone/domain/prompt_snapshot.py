"""What a reply was asked with, kept beside it: later changes of the conversation do not change it."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import Any

import msgspec

from hone.domain.chat import Message
from hone.domain.prompts import ExampleLayout, FewShot, Variable, fill
from hone.domain.setup import Setup

_HASH_LENGTH = 32


class PromptSnapshot(msgspec.Struct, frozen=True, kw_only=True):
    """All of a prompt but what was said: texts with their variables, and the `values` as they were filled in.

    `examples` are those that were switched on; `tools` are descriptions in OpenAI's form. Prefill, stop
    strings and constraint are not here: a reply has them itself, and in its origin.
    """

    system_prompt: str = ""
    examples: tuple[FewShot, ...] = ()
    layout: ExampleLayout = ExampleLayout.TURNS
    values: dict[str, str] = {}
    tools: tuple[dict[str, Any], ...] = ()
    template_variables: dict[str, Any] = {}

    @classmethod
    def of(cls, system_prompt: str, setup: Setup, tools: tuple[dict[str, Any], ...] = ()) -> PromptSnapshot:
        """Return what a conversation asks with now."""
        return cls(
            system_prompt=system_prompt,
            examples=tuple(
                FewShot(input=example.input, output=example.output)
                for example in setup.examples
                if example.enabled
            ),
            layout=setup.layout,
            values={
                variable.name: setup.values.get(variable.name, variable.default)
                for variable in setup.variables
            },
            tools=tools,
            template_variables=setup.template_variables,
        )

    @property
    def body(self) -> str:
        """This as JSON, the same for the same content."""
        return msgspec.json.encode(self, order="deterministic").decode()

    @property
    def hash(self) -> str:
        """The beginning of the body's SHA-256, in hexadecimal digits."""
        return hashlib.sha256(self.body.encode()).hexdigest()[:_HASH_LENGTH]

    def applied_to(self, setup: Setup) -> Setup:
        """Return a setup that puts a prompt together as it was then; other settings stay."""
        return msgspec.structs.replace(
            setup,
            examples=self.examples,
            layout=self.layout,
            variables=tuple(Variable(name=name) for name in self.values),
            values=self.values,
            template_variables=self.template_variables,
        )

    def same_prompt(self, other: PromptSnapshot) -> bool:
        """Whether both say the same to a model, however their variables are called."""
        return self._filled() == other._filled()

    def _filled(self) -> PromptSnapshot:
        variables = tuple(Variable(name=name) for name in self.values)

        def text(raw: str) -> str:
            return fill(raw, variables, self.values).text

        return msgspec.structs.replace(
            self,
            system_prompt=text(self.system_prompt),
            examples=tuple(
                FewShot(input=text(example.input), output=text(example.output)) for example in self.examples
            ),
            layout=self.layout if self.examples else ExampleLayout.TURNS,
            values={},
        )


class PromptRecord(StrEnum):
    """What is known of the prompt of a reply.

    PRESENT: the reply is from before prompts were kept, so the conversation's present prompt stands for it.
    CONTINUED: the reply began under the prompt that is given, and was continued under another one.
    """

    AS_MADE = "as made"
    PRESENT = "present"
    CONTINUED = "continued under another"


class MadeWith(msgspec.Struct, frozen=True, kw_only=True):
    """The prompt of a reply without what was said, and how sure that is."""

    system_prompt: str
    setup: Setup
    record: PromptRecord
    tools: tuple[dict[str, Any], ...] | None = None


def hashes_of(message: Message) -> tuple[str, ...]:
    """Return the hashes of the prompts that made a reply, first that of its beginning."""
    origin = message.origin
    if origin is None:
        return ()
    return tuple(
        found for found in (origin.prompt_hash, *(each.prompt_hash for each in origin.continued)) if found
    )
