"""Which saved prompt a conversation uses, and whether it was changed there since."""

from __future__ import annotations

from collections.abc import Mapping

from hone.domain.prompts import PromptBody, with_found_variables
from hone.domain.setup import Setup
from hone.ui.chat.desk import Draft


def body_on_desk(settings: Draft, user: str = "") -> PromptBody:
    """Return what a conversation says as a prompt would; `user` is the first message."""
    setup = settings.setup
    return PromptBody(
        system=settings.system_prompt,
        user=user,
        variables=setup.variables,
        examples=setup.examples,
        layout=setup.layout,
        prefill=setup.prefill,
        stop=setup.stop,
        constraint=setup.constraint,
    )


def variables_on_desk(settings: Draft, user: str = "") -> PromptBody:
    """Return the same with a variable for each name that was written since into one of its texts."""
    return with_found_variables(body_on_desk(settings, user))


def with_values(setup: Setup, body: PromptBody, values: Mapping[str, str]) -> dict[str, str]:
    """Return the values that a setup keeps when it takes `body`: those of variables that both have."""
    names = {variable.name for variable in body.variables}
    return {name: value for name, value in {**setup.values, **values}.items() if name in names}
