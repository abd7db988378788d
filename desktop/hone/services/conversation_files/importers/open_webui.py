"""Open WebUI's export: `chat.history.messages` is a tree by `parentId`, `currentId` the shown end.

An entry is either a row of the export ({"chat": {...}, "title": ...}) or a single chat itself.
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import Any

from hone.domain.chat import Role
from hone.domain.conversation_files import Tree
from hone.services.conversation_files.importers.base import (
    Importer,
    Said,
    TreeBuilder,
    Values,
    fingerprint,
    list_in,
    mapping_in,
    text_in,
    time_in,
)

_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT, "tool": Role.TOOL}
_REASONING = re.compile(r'<details type="reasoning"[^>]*>(.*?)</details>\s*', re.DOTALL)
_SUMMARY = re.compile(r"\s*<summary>.*?</summary>\s*", re.DOTALL)


def _matches(entry: Values) -> bool:
    chat = entry.get("chat") if isinstance(entry.get("chat"), dict) else entry
    return isinstance(chat, dict) and isinstance(mapping_in(chat, "history").get("messages"), dict)


def _read(entry: Values, left_out: Counter[str]) -> Tree:
    chat: dict[str, Any] = mapping_in(entry, "chat") or dict(entry)
    history = mapping_in(chat, "history")
    title = text_in(entry, "title") or text_in(chat, "title")
    builder = TreeBuilder("open webui", text_in(entry, "id") or text_in(chat, "id") or fingerprint(history))
    system_prompt = text_in(mapping_in(chat, "params"), "system") or text_in(chat, "system")
    for key, message in mapping_in(history, "messages").items():
        if not isinstance(message, dict):
            continue
        role, parent = _ROLES.get(text_in(message, "role")), text_in(message, "parentId")
        text, reasoning = _text(message, left_out)
        if role is None:
            system_prompt = system_prompt or text
            builder.skip(key, parent)
            continue
        builder.add(
            Said(
                key=key,
                parent=parent,
                role=role,
                text=text,
                reasoning=reasoning,
                created_at=time_in(message, "timestamp"),
                model=text_in(message, "modelName", "model"),
                rating=_rating(message),
            )
        )
    return builder.build(
        title=title,
        created_at=time_in(entry, "created_at") or time_in(chat, "timestamp"),
        updated_at=time_in(entry, "updated_at"),
        leaf=text_in(history, "currentId"),
        system_prompt=system_prompt,
        tags=_tags(entry, chat),
        pinned=entry.get("pinned") is True,
    )


def _text(message: dict[str, Any], left_out: Counter[str]) -> tuple[str, str]:
    """Return a message's text and its reasoning, which stands in the text as a folded block."""
    for file in list_in(message, "files"):
        is_picture = isinstance(file, dict) and file.get("type") == "image"
        left_out["pictures" if is_picture else "files"] += 1
    content = message.get("content")
    if isinstance(content, list):
        texts = [text_in(part, "text") for part in content if isinstance(part, dict)]
        left_out["parts of messages"] += len(content) - sum(map(bool, texts))
        content = "\n\n".join(filter(None, texts))
    text = content if isinstance(content, str) else ""
    thoughts = [_thought(match[1]) for match in _REASONING.finditer(text)]
    return _REASONING.sub("", text) if thoughts else text, "\n\n".join(thoughts)


def _thought(block: str) -> str:
    lines = unescape(_SUMMARY.sub("", block)).strip().splitlines()
    return "\n".join(line.removeprefix(">").removeprefix(" ") for line in lines)


def _rating(message: dict[str, Any]) -> str:
    judged = mapping_in(message, "annotation").get("rating")
    return {"1": "up", "-1": "down"}.get(str(judged), "")


def _tags(entry: Values, chat: dict[str, Any]) -> tuple[str, ...]:
    found = list_in(mapping_in(entry, "meta"), "tags") or list_in(chat, "tags")
    names = (each if isinstance(each, str) else text_in(each, "name") for each in found if each)
    return tuple(dict.fromkeys(name for name in names if name))


OPEN_WEBUI = Importer(key="open_webui", label="Open WebUI", matches=_matches, read=_read)
