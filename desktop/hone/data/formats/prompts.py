"""What a reply answers: a text, a transcript or a list of messages, with a system text beside it."""

from __future__ import annotations

import re

from hone.data.formats.base import Fields, FormatField, missing, text_in
from hone.data.formats.turns import message_list, turns_in
from hone.domain.chat import Turn

SYSTEM = FormatField(
    name="system", label="System prompt", required=False, aliases=("system_prompt", "system_message")
)
INPUT = FormatField(name="input", label="Further input", required=False, aliases=("context",))
_SPEAKERS = {
    "human": "user",
    "user": "user",
    "assistant": "assistant",
    "ai": "assistant",
    "system": "system",
}
_SPOKEN = re.compile(r"(?:\A\s*|\n\n)(Human|User|Assistant|AI|System):(?=\s|\Z)[ \t]*")


def holds_messages(value: object) -> bool:
    """Whether a prompt or reply is given as messages rather than as text."""
    return isinstance(value, list | dict) or (isinstance(value, str) and message_list(value) is not None)


def transcript(text: str) -> list[Turn]:
    r"""Read "\n\nHuman: ...\n\nAssistant: ..." as turns; nothing when the text is no transcript.

    The last speaker may have said nothing yet and is left out then.
    """
    marks = list(_SPOKEN.finditer(text))
    if not marks or text[: marks[0].start()].strip() or not _is_talk(marks):
        return []
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    turns = [
        Turn(_SPEAKERS[mark.group(1).lower()], text[mark.end() : end].strip())
        for mark, end in zip(marks, ends, strict=True)
    ]
    return turns[:-1] if not turns[-1].content else turns


def _is_talk(marks: list[re.Match[str]]) -> bool:
    speakers = {_SPEAKERS[mark.group(1).lower()] for mark in marks}
    return {"user", "assistant"} <= speakers


def with_system(turns: list[Turn], fields: Fields) -> list[Turn]:
    """Put the system text of a column in front, unless the turns have one, which leaves the column unread."""
    name = fields.name_of(SYSTEM)
    if not name:
        return turns
    text = text_in(fields.record.get(name), name)
    if not text.strip():
        return turns
    if turns and turns[0].role == "system":
        fields.unread(name)
        return turns
    return [Turn("system", text), *turns]


def system_names(turns: tuple[Turn, ...]) -> tuple[str, ...]:
    """Return the columns that are not read as a system text beside these turns."""
    return SYSTEM.names if turns and turns[0].role == "system" else ()


def joined(instruction: str, further: str) -> str:
    """Return an instruction with its input behind it."""
    if not further.strip():
        return instruction
    return f"{instruction}\n\n{further}" if instruction.strip() else further


def prompt_in(value: object, name: str, field: FormatField) -> list[Turn]:
    """Return a prompt as turns: a list of messages, a transcript, or a text that the user says."""
    if value is None:
        raise missing(field)
    if holds_messages(value):
        return turns_in(value, name)
    text = text_in(value, name)
    return transcript(text) or [Turn("user", text)]


def reply_in(value: object, name: str, field: FormatField) -> list[Turn]:
    """Return a reply as turns: one message or several, or a text that the assistant says."""
    if value is None:
        raise missing(field)
    if holds_messages(value):
        return turns_in(value, name)
    return [Turn("assistant", text_in(value, name))]
