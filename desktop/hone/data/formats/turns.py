"""Lists of messages, whatever their keys and roles are called, as turns and back."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Any

import msgspec

from hone.data.formats.base import RowRefused
from hone.data.formats.roles import CALL_ROLES, ROLES, TOOL_ROLES
from hone.data.formats.tool_calls import as_json, calls_in, is_nothing, parsed
from hone.domain.chat import Turn

_ROLE_KEYS = ("role", "from", "speaker")
_TEXT_KEYS = ("content", "value", "text")
MESSAGE_KEYS = frozenset((*_ROLE_KEYS, *_TEXT_KEYS))
_TEXT_PARTS = ("text", "input_text", "output_text", None)
_LONGEST_LITERAL = 2**20
# Most messages of most files have these roles and no other keys; they take the short way.
_USUAL = {**{name: role for name, role in ROLES.items() if name != "developer"}, "tool": "tool"}


def turns_in(value: object, where: str) -> list[Turn]:
    """Read a list of messages, or JSON text of one; raises RowRefused naming the message."""
    messages = _list_in(value, where) if not isinstance(value, list) else value
    if not messages:
        raise RowRefused("no_messages", f"{where!r} holds no messages.", "Drop the row, or fill it in.")
    turns: list[Turn] = []
    waiting: list[tuple[str, str]] = []
    made = 0
    for message in messages:
        if type(message) is dict and len(message) == 2 and not waiting:
            role = message.get("role")
            content = message.get("content")
            if role is None:
                role, content = message.get("from"), message.get("value")
            if type(content) is str and type(role) is str and role in _USUAL:
                turns.append(Turn(_USUAL[role], content))
                continue
        turn, calls = _turn(message, len(turns) + 1, where)
        if turn.role == "tool":
            turn = _answering(turn, waiting)
        else:
            waiting = []
        if calls:
            turn, waiting = _calling(turn, calls, made)
            made += len(calls)
        turns.append(turn)
    return turns


def message_list(value: object) -> list[Any] | None:
    """Return the messages that a value holds, also as JSON text; None when it is anything else."""
    if isinstance(value, str):
        value = _literal(value) if value.lstrip()[:1] == "[" else None
    if not isinstance(value, list) or not value:
        return None
    return value if all(isinstance(each, dict) and _is_message(each) for each in value) else None


def style_of(messages: Sequence[Any]) -> str:
    """Return the key of the role in the first message: "role" (OpenAI), "from" (ShareGPT), "" for neither."""
    first = messages[0] if messages else None
    return next((key for key in _ROLE_KEYS if isinstance(first, dict) and key in first), "")


def messages_of(turns: Sequence[Turn]) -> list[dict[str, Any]]:
    """Return turns as messages in OpenAI's form."""
    return [
        turn.as_message() if turn.more else {"role": turn.role, "content": turn.content} for turn in turns
    ]


def more_of(turn: Turn) -> dict[str, Any]:
    """Return the other keys of a turn's message."""
    return msgspec.json.decode(turn.more) if turn.more else {}


def settled(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """Return turns with their text as content, also those that hold a whole message."""
    if not any('"role"' in turn.more for turn in turns):
        return tuple(turns)
    return tuple(turns_in(messages_of(turns), "messages"))


def with_more(turn: Turn, more: dict[str, Any]) -> Turn:
    """Return a turn with these other keys, in the order of their names."""
    return Turn(turn.role, turn.content, as_json(dict(sorted(more.items())), "A message") if more else "")


def is_plain(turn: Turn, role: str) -> bool:
    """Whether a turn has this role and is nothing but text."""
    return turn.role == role and not turn.more


def weight_of(turn: Turn) -> object:
    """Return the weight of a turn, 1 when it has none."""
    return more_of(turn).get("weight", 1) if turn.more else 1


def _list_in(value: object, where: str) -> list[Any]:
    if value is None or value == "":
        return []
    if isinstance(value, dict):
        return [value]
    if isinstance(value, str):
        found = _literal(value)
        if isinstance(found, list):
            return found
        raise RowRefused(
            "no_messages",
            f"{where!r} is text, and no list of messages in JSON.",
            "If it is a prompt or a reply, map its column to that; otherwise export it again.",
        )
    raise RowRefused("no_messages", f"{where!r} is no list of messages.", "Drop the row, or mend it.")


def _literal(text: str) -> object:
    """Read JSON text, or a list as Python prints it, which tables written with pandas hold."""
    value = parsed(text)
    if value is None and text.lstrip().startswith("[{'") and len(text) < _LONGEST_LITERAL:
        try:
            value = ast.literal_eval(text.strip())
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return None
    return value


def _is_message(message: dict[Any, Any]) -> bool:
    role = next((message[key] for key in _ROLE_KEYS if message.get(key) is not None), None)
    return isinstance(role, str) and any(key in message for key in (*_TEXT_KEYS, "tool_calls"))


def _turn(message: object, place: int, where: str) -> tuple[Turn, list[dict[str, Any]]]:
    """Read a message; calls that its form gives no ids are returned apart."""
    if not isinstance(message, dict):
        raise RowRefused(
            "not_object", f"Message {place} of {where!r} is not an object.", "Write it with role and content."
        )
    role_key = next((key for key in _ROLE_KEYS if message.get(key) is not None), "role")
    text_key = next((key for key in _TEXT_KEYS if message.get(key) is not None), "content")
    role = message.get(role_key)
    if not isinstance(role, str):
        raise RowRefused(
            "missing_field", f"Message {place} of {where!r} has no {role_key!r}.", "Say who speaks."
        )
    value, name = message.get(text_key), role.strip().lower()
    # A second role or text (`from` beside `role`) says the same again, or the same in another language.
    more = {
        str(key): each for key, each in message.items() if key not in MESSAGE_KEYS and not is_nothing(each)
    }
    if name in CALL_ROLES:
        return with_more(Turn("assistant", ""), more), calls_in(value, place)
    if name in TOOL_ROLES:
        return with_more(Turn("tool", _result(value, place, text_key)), more), []
    if name not in ROLES:
        known = ", ".join(dict.fromkeys((*ROLES, *sorted(TOOL_ROLES), *sorted(CALL_ROLES))))
        raise RowRefused(
            "unknown_role", f"Message {place} of {where!r} has the unknown role {role!r}.", f"Known: {known}."
        )
    calls = _take_calls(more, place)
    if value is None and ("tool_calls" in more or calls):
        value = ""
    return with_more(Turn(ROLES[name], _content(value, place, text_key)), more), calls


def _take_calls(more: dict[str, Any], place: int) -> list[dict[str, Any]]:
    """Put tool calls into OpenAI's form; return those of the older `function_call`, which has no ids."""
    calls = more.pop("tool_calls", None)
    older = more.pop("function_call", None)
    if calls not in (None, [], ""):
        more["tool_calls"] = calls_in(calls, place)
        return []
    return calls_in(older, place) if older not in (None, {}, "") else []


def _calling(turn: Turn, calls: list[dict[str, Any]], made: int) -> tuple[Turn, list[tuple[str, str]]]:
    """Give calls ids, of nine characters as Mistral's templates want them."""
    whole = [{"id": call_id(made + n), **call} for n, call in enumerate(calls, start=1)]
    waiting = [(call["id"], call["function"]["name"]) for call in whole]
    return with_more(turn, {**more_of(turn), "tool_calls": whole}), waiting


def call_id(number: int) -> str:
    """Return the id that the row's call with this number gets where its form has none."""
    return f"call{number:05d}"


def _answering(turn: Turn, waiting: list[tuple[str, str]]) -> Turn:
    """Say which call a tool's answer belongs to, where the form does not: they come in order."""
    more = more_of(turn)
    if not waiting or "tool_call_id" in more:
        return turn
    identity, name = waiting.pop(0)
    return with_more(turn, {"name": name, **more, "tool_call_id": identity})


def _result(value: object, place: int, text_key: str) -> str:
    """Return what a tool gave back, which may be JSON instead of text."""
    if isinstance(value, dict) or (isinstance(value, list) and not all(map(_is_part, value))):
        return as_json(value, f"Message {place}")
    return _content(value, place, text_key)


def _content(value: object, place: int, text_key: str) -> str:
    """Return a message's text, also when it is given as a list of text parts."""
    if isinstance(value, str):
        return value
    if is_nothing(value):
        raise RowRefused(
            "missing_field", f"Message {place} has no {text_key!r}.", "Fill it in or drop the row."
        )
    if isinstance(value, list):
        return "".join(_part(part, place) for part in value)
    raise RowRefused(
        "not_text", f"The {text_key!r} of message {place} is not text.", "Write it as text in double quotes."
    )


def _is_part(part: object) -> bool:
    return isinstance(part, str) or (isinstance(part, dict) and isinstance(part.get("text"), str))


def _part(part: object, place: int) -> str:
    match part:
        case str():
            return part
        case {"text": str(text), **rest} if rest.get("type", "text") in _TEXT_PARTS:
            return text
        case {"type": str(kind)}:
            raise RowRefused(
                "not_text", f"Message {place} has a part of type {kind!r}.", "Only text can be trained on."
            )
    raise RowRefused("not_text", f"Message {place} has a part that is no text.", "Leave it out.")
