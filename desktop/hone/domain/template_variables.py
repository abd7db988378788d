"""Variables of chat templates that people set, as far as they are known by name."""

from __future__ import annotations

import re

from hone.domain.fields import Field, Kind

KNOWN: tuple[Field, ...] = (
    Field(
        name="enable_thinking",
        label="Think before answering",
        kind=Kind.FLAG,
        default=True,
        help="Lets the model write a reasoning block first. Off, its template closes the block at once.",
        source="the templates of Qwen 3, GLM 4.5, SmolLM 3 and others",
    ),
    Field(
        name="thinking",
        label="Think before answering",
        kind=Kind.FLAG,
        default=False,
        help="Lets the model write a reasoning block first.",
        source="the templates of DeepSeek V3.1, Granite and Kimi",
    ),
    Field(
        name="reasoning_effort",
        label="Reasoning effort",
        kind=Kind.CHOICE,
        default="medium",
        choices=("low", "medium", "high"),
        help="How long the model is asked to think.",
        source="the template of gpt-oss",
    ),
)


def variables_of(template: str) -> tuple[Field, ...]:
    """Return the known variables that a chat template reads."""
    return tuple(field for field in KNOWN if _reads(template, field.name))


def _reads(template: str, name: str) -> bool:
    """Whether a name stands inside a statement or expression of the template, not in its plain text."""
    pattern = re.compile(rf"(?<![\w.'\"]){name}(?![\w'\"])")
    return any(pattern.search(code) for code in re.findall(r"\{[%{].*?[%}]\}", template, re.DOTALL))
