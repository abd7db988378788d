"""What a built-in tool is: a description for the model, a schema of its arguments, and a function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hone.domain.tools import Tool, ToolGroup


@dataclass(frozen=True)
class Given:
    """What a tool is given besides its arguments: the folder that the user granted, "" for none."""

    folder: str = ""


@dataclass(frozen=True)
class BuiltIn:
    """A tool. `run` takes the checked arguments and returns text; it raises HoneError with a sentence."""

    name: str
    title: str
    description: str
    parameters: dict[str, Any]
    run: Callable[[dict[str, Any], Given], str]
    group: ToolGroup = ToolGroup.BUILT_IN

    @property
    def told(self) -> Tool:
        """What Hone and the model are told of it."""
        return Tool(
            name=self.name,
            title=self.title,
            description=self.description,
            parameters=self.parameters,
            group=self.group,
            read_only=True,
        )


def arguments(required: tuple[str, ...] = (), **properties: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of an object with these properties and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }
