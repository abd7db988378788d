"""The prompts that models are asked with: texts that a person may change, with variables in them."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from hone.domain.prompts import Variable, fill, names_in
from hone.errors import BadInput


class PromptText(msgspec.Struct, frozen=True, kw_only=True):
    """A prompt's template. `variables` may stand in it, those in `needed` must; `label` names it to people.

    `chat` is whether it is for models that take turns; the others are for models that only continue a text.
    """

    key: str
    label: str
    text: str
    variables: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    chat: bool = True


def check_text(prompt: PromptText, text: str) -> None:
    """Raise BadInput where a person's template names what there is not, or lacks what it needs."""
    unknown = [name for name in names_in(text) if name not in prompt.variables]
    if unknown:
        known = ", ".join("{{" + name + "}}" for name in prompt.variables)
        raise BadInput(
            f"The instruction “{prompt.label}” names {{{{{unknown[0]}}}}}, which is no variable of it.",
            hint=f"It has {known}." if known else "It has no variables; write the words themselves.",
        )
    lacking = [name for name in prompt.needed if name not in names_in(text)]
    if lacking:
        raise BadInput(
            f"The instruction “{prompt.label}” does not say where {{{{{lacking[0]}}}}} stands, so the model "
            "would not see it.",
            hint="Put it back, or reset the instruction.",
        )


def filled(template: PromptText, texts: Mapping[str, str], /, **values: str) -> str:
    """Return the prompt, in a person's words where there are any, with its variables filled in."""
    variables = [Variable(name=name) for name in template.variables]
    return fill(texts.get(template.key) or template.text, variables, values).text
