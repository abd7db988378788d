"""Lists of messages, whatever their keys are called."""

from __future__ import annotations

from hone.data.formats.base import RowRefused
from hone.domain.chat import Turn

ROLES = {
    "system": "system",
    "developer": "system",
    "user": "user",
    "human": "user",
    "prompter": "user",
    "assistant": "assistant",
    "gpt": "assistant",
    "bot": "assistant",
    "chatgpt": "assistant",
    "model": "assistant",
}
TOOL_ROLES = frozenset({"tool", "function", "function_call", "observation", "tool_call", "ipython"})


def turns_of(value: object, where: str, role_key: str, text_key: str) -> list[Turn]:
    """Read a list of messages; raises RowRefused naming the message that cannot be used."""
    if not isinstance(value, list) or not value:
        raise RowRefused("no_messages", f"{where!r} holds no messages.", "Drop the row, or fill it in.")
    return [_turn(message, place, role_key, text_key) for place, message in enumerate(value, start=1)]


def _turn(message: object, place: int, role_key: str, text_key: str) -> Turn:
    if not isinstance(message, dict):
        raise RowRefused("not_object", f"Message {place} is not an object.")
    role = message.get(role_key)
    if not isinstance(role, str):
        raise RowRefused("missing_field", f"Message {place} has no {role_key!r}.")
    if role.lower() in TOOL_ROLES or message.get("tool_calls") or message.get("function_call"):
        raise RowRefused(
            "tool_call",
            f"Message {place} is a tool call or a tool's answer ({role}).",
            "Rows with tools are left out: Hone does not train tool calls yet.",
        )
    known = ROLES.get(role.lower())
    if known is None:
        raise RowRefused(
            "unknown_role",
            f"Message {place} has the unknown role {role!r}.",
            "Known: " + ", ".join(ROLES) + ".",
        )
    return Turn(known, _content(message.get(text_key), place, text_key))


def _content(value: object, place: int, text_key: str) -> str:
    """Return a message's text, also when it is given as a list of text parts."""
    if isinstance(value, str):
        return value
    if value is None:
        raise RowRefused(
            "missing_field", f"Message {place} has no {text_key!r}.", "Fill it in or drop the row."
        )
    if isinstance(value, list):
        return "".join(_part(part, place) for part in value)
    raise RowRefused("not_text", f"The {text_key!r} of message {place} is not text.")


def _part(part: object, place: int) -> str:
    match part:
        case str():
            return part
        case {"type": "text", "text": str(text)}:
            return text
        case {"type": str(kind)}:
            raise RowRefused(
                "not_text", f"Message {place} has a part of type {kind!r}.", "Only text can be trained on."
            )
    raise RowRefused("not_text", f"Message {place} has a part that is no text.")
