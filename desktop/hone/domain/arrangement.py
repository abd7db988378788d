"""Where conversations are put."""

from __future__ import annotations

import msgspec


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a conversation is put."""

    conversation_id: str
    folder: str
    tags: tuple[str, ...]
    pinned: bool


class Folder(msgspec.Struct, frozen=True):
    """A folder that was made by hand; it stands also when it is empty."""

    path: str
    collapsed: bool = False
