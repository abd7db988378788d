"""Files and long texts that go with a message: read in a process of their own, counted for a model."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from hone.domain.chat import Attachment
from hone.domain.exact import Room
from hone.domain.generation import Prompt
from hone.domain.models import Model
from hone.domain.sampling import Sampling
from hone.errors import BadInput
from hone.ipc.messages import DocumentRead, ReadDocument
from hone.services.assembling import attachment_block
from hone.services.rendering import WORKER_OF, RenderingService
from hone.services.tools.tool_process import ToolProcess, new_request_id
from hone.storage.paths import Paths

READ_SECONDS = 60.0
_CHARACTERS_PER_TOKEN = 4
_LONGEST_COUNTED = 400_000
_SHARE = 0.8  # of a prompt's room that attachments may fill; the rest is for what is said about them
_CUT = "\n[The rest of this document was left out.]"


class ReadAttachment(msgspec.Struct, frozen=True, kw_only=True):
    """A file's text as it will be sent; `note` says what of the file is not in it."""

    attachment: Attachment
    note: str = ""


class TokenCount(msgspec.Struct, frozen=True):
    """How many tokens a text is for a model; reckoned from its length where it is not `exact`."""

    tokens: int
    exact: bool


class AttachmentFit(msgspec.Struct, frozen=True, kw_only=True):
    """Whether attachments fit a model's window: the tokens of each, and of the `room` that a prompt has.

    `room` is 0 where the window is not known. Where they are too long, `kept` is what would fit: the longest
    one is cut at its end, with a mark that says so; empty when even nothing of it would help.
    """

    counts: tuple[TokenCount, ...]
    room: int = 0
    kept: tuple[Attachment, ...] = ()

    @property
    def tokens(self) -> int:
        """The tokens of all attachments."""
        return sum(count.tokens for count in self.counts)

    @property
    def is_too_long(self) -> bool:
        """Whether the attachments alone leave too little of the window."""
        return self.room > 0 and self.tokens > self.room


class Rooms(Protocol):
    """What tells how long a prompt may be."""

    def room(self, model: Model, sampling: Sampling) -> Room | None:
        """Return the window of a model; None where it is not known."""


class AttachingService:
    """Safe from any thread; every call may take a while."""

    def __init__(self, paths: Paths, rendering: RenderingService, rooms: Rooms) -> None:
        self._process = ToolProcess("Reading the file", paths.logs / "documents.log")
        self._rendering = rendering
        self._rooms = rooms

    def read(self, path: Path) -> ReadAttachment:
        """Return the text of a file: text in any usual encoding, PDF or DOCX. Raises HoneError."""
        command = ReadDocument(request_id=new_request_id(), path=path.absolute())
        read = self._process.ask(command, DocumentRead, READ_SECONDS)
        return ReadAttachment(attachment=Attachment(name=path.name, text=read.text), note=read.note)

    def count(self, model: Model | None, attachment: Attachment) -> TokenCount:
        """Count the tokens that an attachment adds to a prompt of `model`.

        Servers elsewhere tell no count before they are asked, and a very long text would keep the tokenizer
        busy: for these the count is a quarter of the characters.
        """
        block = attachment_block(attachment)
        reckoned = TokenCount(max(1, len(block) // _CHARACTERS_PER_TOKEN), exact=False)
        if model is None or model.problem or model.format not in WORKER_OF or len(block) > _LONGEST_COUNTED:
            return reckoned
        try:
            rendered = self._rendering.render(model, Prompt(text=block))
        except BadInput:
            return reckoned  # a template that takes no such prompt; the reply will say more
        return TokenCount(len(rendered.token_ids), exact=True)

    def fit(
        self, model: Model | None, sampling: Sampling, attachments: Sequence[Attachment]
    ) -> AttachmentFit:
        """Count attachments, and say what would be kept where they are too long for a prompt."""
        counts = tuple(self.count(model, attachment) for attachment in attachments)
        room = self._rooms.room(model, sampling) if model is not None and not model.problem else None
        most = int(room.for_prompt * _SHARE) if room is not None else 0
        fit = AttachmentFit(counts=counts, room=most)
        if not fit.is_too_long:
            return fit
        return msgspec.structs.replace(fit, kept=_cut(attachments, counts, most))

    def close(self) -> None:
        """End the process that reads; may be called twice."""
        self._process.close()


def _cut(
    attachments: Sequence[Attachment], counts: Sequence[TokenCount], room: int
) -> tuple[Attachment, ...]:
    """Return attachments of which the longest is cut, so that all of them have `room` tokens."""
    longest = max(range(len(counts)), key=lambda place: counts[place].tokens)
    others = sum(count.tokens for place, count in enumerate(counts) if place != longest)
    share = (room - others) / counts[longest].tokens * 0.95  # tokens are not spread evenly
    if share <= 0:
        return ()
    text = attachments[longest].text
    kept = text[: int(len(text) * share)]
    line = kept.rfind("\n", len(kept) * 9 // 10)
    shorter = msgspec.structs.replace(attachments[longest], text=(kept[:line] if line > 0 else kept) + _CUT)
    return tuple(shorter if place == longest else attachment for place, attachment in enumerate(attachments))
