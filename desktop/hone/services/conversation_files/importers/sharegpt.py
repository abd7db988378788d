"""ShareGPT (`conversations` with `from` and `value`), and lists of messages with `role` and `content`."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hone.domain.chat import Role
from hone.domain.conversation_files import Tree
from hone.services.conversation_files.importers.base import (
    Importer,
    Said,
    TreeBuilder,
    Values,
    fingerprint,
    text_in,
    time_in,
)

_ROLES = {
    "human": Role.USER,
    "user": Role.USER,
    "gpt": Role.ASSISTANT,
    "chatgpt": Role.ASSISTANT,
    "assistant": Role.ASSISTANT,
    "bard": Role.ASSISTANT,
    "bing": Role.ASSISTANT,
    "bot": Role.ASSISTANT,
    "model": Role.ASSISTANT,
    "function_call": Role.ASSISTANT,
    "tool": Role.TOOL,
    "function": Role.TOOL,
    "observation": Role.TOOL,
    "function_response": Role.TOOL,
}
_LISTS = ("conversations", "conversation", "items", "messages")


def _turns(entry: Values) -> list[dict[str, Any]]:
    for name in _LISTS:
        value = entry.get(name)
        if not (isinstance(value, list) and value and isinstance(value[0], dict)):
            continue
        if {"from", "role"} & value[0].keys() and {"value", "content"} & value[0].keys():
            return [turn for turn in value if isinstance(turn, dict)]
    return []


def _matches(entry: Values) -> bool:
    return bool(_turns(entry))


def _read(entry: Values, left_out: Counter[str]) -> Tree:
    turns = _turns(entry)
    builder = TreeBuilder("sharegpt", text_in(entry, "id") + fingerprint(turns))
    system_prompt = text_in(entry, "system", "system_prompt")
    last = ""
    for number, turn in enumerate(turns):
        who = text_in(turn, "from", "role").lower()
        text = _text(turn, left_out)
        role = _ROLES.get(who)
        if role is None:
            if who in ("system", "developer"):
                system_prompt = system_prompt or text
            else:
                left_out[f"messages of {who[:40] or 'nobody'!r}"] += 1
            continue
        key = str(number)
        builder.add(
            Said(
                key=key,
                parent=last,
                role=role,
                text=text,
                reasoning=text_in(turn, "reasoning_content", "reasoning"),
                model=text_in(entry, "model"),
                tool=text_in(turn, "name"),
            )
        )
        last = key
    created = time_in(entry, "created_at", "create_time", "timestamp")
    return builder.build(
        title=text_in(entry, "title"), created_at=created, updated_at=created, system_prompt=system_prompt
    )


def _text(turn: dict[str, Any], left_out: Counter[str]) -> str:
    value = turn.get("value", turn.get("content"))
    if isinstance(value, str):
        return value
    if not isinstance(value, list):
        return ""
    texts = [part if isinstance(part, str) else text_in(part, "text") for part in value if part]
    left_out["parts of messages"] += len(value) - sum(map(bool, texts))
    return "\n\n".join(filter(None, texts))


SHAREGPT = Importer(key="sharegpt", label="ShareGPT or chat messages", matches=_matches, read=_read)
