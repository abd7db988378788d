"""A branch of a conversation as an engine gets it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from hone.domain.chat import Message, Role, ToolCall, Turn


def turns_of(system_prompt: str, said: Sequence[Message]) -> tuple[Turn, ...]:
    """Return a branch as a chat template wants it: roles in turn, nothing empty.

    A reply that failed before its first word is left out, and what the user said before and after it
    becomes one turn. Reasoning is left out, as the makers of models that reason ask for, unless the reply
    ended in tool calls: then the model has to go on from what it thought.
    """
    turns = [Turn(role=Role.SYSTEM, content=system_prompt)] if system_prompt.strip() else []
    for message in said:
        if not message.text.strip() and not message.tool_calls:
            continue
        turn = Turn(role=message.role, content=message.text, more=_more_of(message))
        if turns and turns[-1].role == turn.role and not turns[-1].more and not turn.more:
            turns[-1] = Turn(role=turn.role, content=f"{turns[-1].content}\n\n{turn.content}")
        else:
            turns.append(turn)
    return tuple(turns)


def _more_of(message: Message) -> str:
    if not message.tool_calls:
        return ""
    more: dict[str, Any] = {
        "tool_calls": [
            _as_openai(call, f"{message.id}-{number}") for number, call in enumerate(message.tool_calls)
        ]
    }
    if message.reasoning:
        more["reasoning_content"] = message.reasoning
    return msgspec.json.encode(more).decode()


def _as_openai(call: ToolCall, call_id: str) -> dict[str, Any]:
    """Return a call in OpenAI's form, its arguments as an object where they are one: templates want that."""
    try:
        arguments: Any = msgspec.json.decode(call.arguments)
    except msgspec.DecodeError:
        arguments = call.arguments
    return {"id": call_id, "type": "function", "function": {"name": call.name, "arguments": arguments}}
