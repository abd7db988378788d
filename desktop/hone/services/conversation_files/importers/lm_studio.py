"""LM Studio's conversation files: messages with `versions`, of which one is selected.

A version is a user's `singleStep` with content, or a `multiStep` whose content blocks make the reply; blocks
styled as thinking are its reasoning. Versions become branches; what follows belongs to the selected one.
"""

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
    list_in,
    mapping_in,
    text_in,
    time_in,
)

_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT, "tool": Role.TOOL}
_PARTS = {"file": "files", "image": "pictures"}


def _matches(entry: Values) -> bool:
    messages = entry.get("messages")
    return (
        isinstance(messages, list)
        and bool(messages)
        and all(isinstance(each, dict) and isinstance(each.get("versions"), list) for each in messages[:3])
    )


def _read(entry: Values, left_out: Counter[str]) -> Tree:
    created = time_in(entry, "createdAt")
    builder = TreeBuilder(
        "lm studio", f"{entry.get('createdAt')}{text_in(entry, 'name')}" or fingerprint(entry)
    )
    system_prompt = text_in(entry, "systemPrompt")
    last = ""
    for number, message in enumerate(list_in(entry, "messages")):
        versions = [each for each in list_in(message, "versions") if isinstance(each, dict)]
        chosen = message.get("currentlySelected")
        chosen = chosen if isinstance(chosen, int) and 0 <= chosen < len(versions) else len(versions) - 1
        parent = last
        for place, version in enumerate(versions):
            role = _ROLES.get(text_in(version, "role"))
            text, reasoning = _text(version, left_out)
            if role is None:
                system_prompt = system_prompt or text
                continue
            if not text.strip() and not reasoning:
                continue
            key = f"{number}/{place}"
            builder.add(
                Said(
                    key=key,
                    parent=parent,
                    role=role,
                    text=text,
                    reasoning=reasoning,
                    model=_model(version),
                )
            )
            if place == chosen:
                last = key
    return builder.build(
        title=text_in(entry, "name"),
        created_at=created,
        updated_at=time_in(entry, "assistantLastMessagedAt", "userLastMessagedAt"),
        leaf=last,
        system_prompt=system_prompt,
        pinned=entry.get("pinned") is True,
    )


def _text(version: dict[str, Any], left_out: Counter[str]) -> tuple[str, str]:
    """Return the text and the reasoning of a version."""
    if "steps" not in version:
        return _content(list_in(version, "content"), left_out), ""
    texts: list[str] = []
    thoughts: list[str] = []
    for step in list_in(version, "steps"):
        if not isinstance(step, dict) or step.get("type") != "contentBlock":
            continue
        said = _content(list_in(step, "content"), left_out)
        is_thinking = mapping_in(step, "style").get("type") == "thinking"
        (thoughts if is_thinking else texts).append(said)
    return "\n\n".join(filter(None, texts)), "\n\n".join(filter(None, thoughts))


def _content(parts: list[Any], left_out: Counter[str]) -> str:
    texts = []
    for part in parts:
        kind = text_in(part, "type") if isinstance(part, dict) else ""
        if kind == "text":
            texts.append(text_in(part, "text"))
        else:
            left_out[_PARTS.get(kind, "tool calls" if kind.startswith("tool") else "parts of messages")] += 1
    return "".join(texts)


def _model(version: dict[str, Any]) -> str:
    name = text_in(mapping_in(version, "senderInfo"), "senderName")
    for step in list_in(version, "steps"):
        if isinstance(step, dict) and not name:
            name = text_in(mapping_in(step, "genInfo"), "indexedModelIdentifier", "identifier")
    return name


LM_STUDIO = Importer(key="lm_studio", label="LM Studio", matches=_matches, read=_read)
