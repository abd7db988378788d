"""What comes of writing conversations into files and of reading them from files."""

from __future__ import annotations

from pathlib import Path

import msgspec

from hone.domain.chat import Conversation, Message
from hone.domain.prompt_snapshot import PromptSnapshot

FORMAT = "hone conversations"
VERSION = 1


class Tree(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation with all its branches; parents come before their children.

    `prompts` are those that its replies were made with, by their hash.
    """

    conversation: Conversation
    messages: tuple[Message, ...] = ()
    prompts: dict[str, PromptSnapshot] = {}


class Refused(msgspec.Struct, frozen=True):
    """An entry of a file that did not come in: where it is ("entry 3", "line 7"), and why."""

    place: str
    why: str


class ImportProgress(msgspec.Struct, frozen=True, kw_only=True):
    """How far an import is, in bytes of the file and conversations that are in."""

    done_bytes: int
    total_bytes: int
    conversations: int


class ImportReport(msgspec.Struct, frozen=True, kw_only=True):
    """What came of an import. `left_out` tells parts of messages that could not come, with their number.

    `known` entries were here already. `was_stopped` when the user ended it before the file's end.
    """

    path: Path
    format: str = ""
    conversation_ids: tuple[str, ...] = ()
    messages: int = 0
    known: int = 0
    refused: tuple[Refused, ...] = ()
    refused_count: int = 0
    left_out: dict[str, int] = {}
    was_stopped: bool = False
