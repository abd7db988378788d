"""Markdown: the branch that is shown, as it reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hone.domain.chat import Message
from hone.domain.conversation_files import Tree
from hone.services.conversation_files.exporters.base import (
    Exporter,
    fence,
    moment,
    remarks,
    shown,
    speaker,
)


def _write(trees: Iterable[Tree]) -> Iterator[str]:
    for number, tree in enumerate(trees):
        if number:
            yield "\n---\n\n"
        conversation = tree.conversation
        yield f"# {_line(conversation.title)}\n\n"
        yield f"{moment(conversation.created_at)}"
        if conversation.tags:
            yield " · " + " ".join(f"#{tag}" for tag in conversation.tags)
        yield "\n\n"
        if conversation.system_prompt:
            yield "## System prompt\n\n" + _quoted(conversation.system_prompt) + "\n\n"
        for message in shown(tree):
            yield from _message(message)


def _message(message: Message) -> Iterator[str]:
    said = remarks(message)
    yield f"## {_line(speaker(message))}{' (' + ', '.join(said) + ')' if said else ''}\n\n"
    for attachment in message.attachments:
        marks = fence(attachment.text)
        yield f"Attached: {_line(attachment.name)}\n\n{marks}\n{attachment.text}\n{marks}\n\n"
    if message.reasoning:
        yield "> *Reasoning*\n>\n" + _quoted(message.reasoning) + "\n\n"
    for call in message.tool_calls:
        marks = fence(call.arguments)
        yield f"Calls {_line(call.name)}:\n\n{marks}json\n{call.arguments}\n{marks}\n\n"
    if message.text:
        yield message.text.rstrip() + "\n\n"
    if message.correction:
        yield "> *Should have been*\n>\n" + _quoted(message.correction) + "\n\n"
    if message.problem:
        yield f"*{_line(message.problem)}*\n\n"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def _line(text: str) -> str:
    return " ".join(text.split())


MARKDOWN = Exporter(key="markdown", label="Markdown", suffix=".md", many=False, write=_write)
