"""What is typed and not sent yet: kept with the settings of a conversation that has not begun."""

from __future__ import annotations

import msgspec

from hone.domain.chat import Attachment
from hone.domain.sampling import Sampling
from hone.domain.setup import Setup
from hone.storage.database import Database
from hone.storage.drafts import DraftStore

NEW = "new"
_BEGINNING = "chat/"


class NewSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What was chosen for a conversation before its first message."""

    model_id: str = ""
    adapter_id: str = ""
    system_prompt: str = ""
    sampling: Sampling = Sampling()
    setup: Setup = Setup()


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """A text with its attachments; `edited_id` is the message that it replaces, `settings` a new one's."""

    text: str = ""
    attachments: tuple[Attachment, ...] = ()
    edited_id: str = ""
    settings: NewSettings | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be lost without it."""
        return not (self.text or self.attachments or self.settings)


class TypedService:
    """One text per conversation, and one for the next new one. Safe from any thread."""

    def __init__(self, database: Database) -> None:
        self._drafts = DraftStore(database)

    def load(self, conversation_id: str) -> Typed:
        """Return what was typed in a conversation, "" for the new one; empty when there is nothing."""
        value = self._drafts.get(_place(conversation_id))
        if value is None:
            return Typed()
        try:
            return msgspec.json.decode(value, type=Typed)
        except msgspec.MsgspecError:
            # Written by a newer Hone: it stays until something else is typed here.
            return Typed()

    def save(self, conversation_id: str, typed: Typed) -> None:
        """Keep what is typed now; nothing typed forgets it."""
        place = _place(conversation_id)
        if typed.is_empty:
            self._drafts.forget(place)
        else:
            self._drafts.put(place, msgspec.json.encode(typed).decode())


def _place(conversation_id: str) -> str:
    return _BEGINNING + (conversation_id or NEW)
