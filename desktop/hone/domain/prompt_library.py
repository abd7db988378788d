"""What a library of prompts tells beside the prompts themselves."""

from __future__ import annotations

from datetime import datetime

import msgspec

from hone.domain.prompts import PromptBody, PromptVersion, SavedPrompt

STARTERS = "Starters"
"""The folder of the prompts that come with Hone; no prompt of one's own can be in it."""

STARTER_PREFIX = "starter:"


class PromptUse(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation that used a version of a prompt.

    `replies` were made with the version, and rated `up` or `down`; `now` when it is in use there still.
    """

    version_id: str
    number: int
    conversation_id: str
    title: str
    used_at: datetime
    replies: int = 0
    up: int = 0
    down: int = 0
    now: bool = False


class FileVersion(msgspec.Struct, frozen=True, kw_only=True):
    """An older version in a prompt's file."""

    note: str = ""
    created_at: datetime
    body: PromptBody = PromptBody()


class PromptDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A prompt as a file holds it: its latest version, and the older ones where they were asked for."""

    name: str
    folder: str = ""
    tags: tuple[str, ...] = ()
    about: str = ""
    note: str = ""
    body: PromptBody = PromptBody()
    history: tuple[FileVersion, ...] = ()


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a file: the prompt as it is now, whether it is new, and the versions that were added."""

    prompt: SavedPrompt
    is_new: bool
    version_ids: tuple[str, ...] = ()


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A version together with its prompt."""

    prompt: SavedPrompt
    version: PromptVersion


def is_starter(prompt_id: str) -> bool:
    """Whether a prompt comes with Hone, and is changed only by a copy."""
    return prompt_id.startswith(STARTER_PREFIX)


def folder_path(text: str) -> str:
    """Return a folder as it is kept: parts without empty ones, joined with "/"."""
    return "/".join(part for part in (" ".join(part.split()) for part in text.split("/")) if part)


def tag_list(text: str) -> tuple[str, ...]:
    """Read tags written with commas between them; each once, in their order."""
    return tuple(dict.fromkeys(tag for tag in (" ".join(part.split()) for part in text.split(",")) if tag))
