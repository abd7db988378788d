"""ChatGPT's export (conversations.json): a tree by `mapping` and `parent`, with system nodes left out.

Known content types: text and multimodal_text (parts), code, execution_output, thoughts, reasoning_recap and
the user's own instructions (user_editable_context); others are told as left out.
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
_PARTS = {
    "image_asset_pointer": "pictures",
    "audio_asset_pointer": "sound recordings",
    "audio_transcription": "",
    "real_time_user_audio_video_asset_pointer": "sound recordings",
    "video_container_asset_pointer": "videos",
}


def _matches(entry: Values) -> bool:
    return isinstance(entry.get("mapping"), dict)


def _read(entry: Values, left_out: Counter[str]) -> Tree:
    key = text_in(entry, "conversation_id", "id") or fingerprint(entry.get("title"))
    builder = TreeBuilder("chatgpt", key)
    system_prompt = ""
    thoughts: dict[str, str] = {}
    nodes = _in_order(mapping_in(entry, "mapping"))
    for name, node in nodes:
        parent = text_in(node, "parent")
        message = mapping_in(node, "message")
        role = _ROLES.get(text_in(mapping_in(message, "author"), "role"))
        text, reasoning = _content(message, left_out)
        if reasoning:
            thoughts[name] = "\n\n".join(part for part in (thoughts.get(parent, ""), reasoning) if part)
        if role is None or not text.strip() or _is_hidden(message):
            if text.strip() and not _is_hidden(message) and not system_prompt:
                system_prompt = text
            if not reasoning and parent in thoughts:
                thoughts[name] = thoughts[parent]
            builder.skip(name, parent)
            continue
        builder.add(
            Said(
                key=name,
                parent=parent,
                role=role,
                text=text,
                created_at=time_in(message, "create_time"),
                reasoning=thoughts.pop(parent, "") if role is Role.ASSISTANT else "",
                model=text_in(mapping_in(message, "metadata"), "model_slug") or "ChatGPT",
                tool=text_in(mapping_in(message, "author"), "name"),
            )
        )
    return builder.build(
        title=text_in(entry, "title"),
        created_at=time_in(entry, "create_time"),
        updated_at=time_in(entry, "update_time"),
        leaf=text_in(entry, "current_node"),
        system_prompt=system_prompt,
    )


def _in_order(mapping: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Return the nodes from the roots down, so that a node's parent comes before it."""
    nodes = {name: node for name, node in mapping.items() if isinstance(node, dict)}
    children: dict[str, list[str]] = {}
    for name, node in nodes.items():
        parent = node.get("parent")
        children.setdefault(parent if isinstance(parent, str) and parent in nodes else "", []).append(name)
    waiting, ordered, seen = list(reversed(children.get("", []))), [], set[str]()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            ordered.append((name, nodes[name]))
            waiting.extend(reversed(children.get(name, [])))
    return ordered + [(name, node) for name, node in nodes.items() if name not in seen]


def _is_hidden(message: dict[str, Any]) -> bool:
    metadata = mapping_in(message, "metadata")
    kind = text_in(mapping_in(message, "content"), "content_type")
    return bool(
        metadata.get("is_visually_hidden_from_conversation")
        or metadata.get("is_user_system_message")
        or kind in ("user_editable_context", "model_editable_context")
    )


def _content(message: dict[str, Any], left_out: Counter[str]) -> tuple[str, str]:
    """Return a message's text and its reasoning."""
    content = mapping_in(message, "content")
    match text_in(content, "content_type"):
        case "text" | "multimodal_text" | "":
            return _parts(list_in(content, "parts"), left_out) or text_in(content, "text"), ""
        case "code":
            language = text_in(content, "language").replace("unknown", "")
            code = text_in(content, "text")
            return (f"```{language}\n{code}\n```" if code.strip() else ""), ""
        case "execution_output" | "system_error" | "tether_quote" | "tether_browsing_display":
            return text_in(content, "text", "result"), ""
        case "thoughts":
            thoughts = [each for each in list_in(content, "thoughts") if isinstance(each, dict)]
            return "", "\n\n".join(filter(None, (text_in(each, "content", "summary") for each in thoughts)))
        case "reasoning_recap" | "user_editable_context" | "model_editable_context":
            return "", ""
        case kind:
            left_out[f"messages of type {kind[:40]!r}"] += 1
            return "", ""


def _parts(parts: list[Any], left_out: Counter[str]) -> str:
    texts = []
    for part in parts:
        if isinstance(part, str):
            texts.append(part)
            continue
        kind = text_in(part, "content_type") if isinstance(part, dict) else ""
        name = _PARTS.get(kind, "parts of messages")
        if not name:
            texts.append(text_in(part, "text"))
            continue
        left_out[name] += 1
        texts.append(f"[{name.removesuffix('s')} not imported]")
    return "\n\n".join(text for text in texts if text)


CHATGPT = Importer(key="chatgpt", label="ChatGPT", matches=_matches, read=_read)
