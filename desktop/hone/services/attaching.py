"""Files and long texts that go with a message: read in a process of their own, counted for a model."""

from __future__ import annotations

from pathlib import Path

import msgspec

from hone.domain.chat import Attachment
from hone.domain.generation import Prompt
from hone.domain.models import Model
from hone.errors import BadInput
from hone.ipc.messages import DocumentRead, ReadDocument
from hone.services.assembling import attachment_block
from hone.services.rendering import WORKER_OF, RenderingService
from hone.services.tools.tool_process import ToolProcess, new_request_id
from hone.storage.paths import Paths

LONG_PASTE = 4000
"""Characters from which on a pasted text is offered as an attachment."""

READ_SECONDS = 60.0
_CHARACTERS_PER_TOKEN = 4
_LONGEST_COUNTED = 400_000


class ReadAttachment(msgspec.Struct, frozen=True, kw_only=True):
    """A file's text as it will be sent; `note` says what of the file is not in it."""

    attachment: Attachment
    note: str = ""


class TokenCount(msgspec.Struct, frozen=True):
    """How many tokens a text is for a model; reckoned from its length where it is not `exact`."""

    tokens: int
    exact: bool


class AttachingService:
    """Safe from any thread; both calls may take a while."""

    def __init__(self, paths: Paths, rendering: RenderingService) -> None:
        self._process = ToolProcess("Reading the file", paths.logs / "documents.log")
        self._rendering = rendering

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

    def close(self) -> None:
        """End the process that reads; may be called twice."""
        self._process.close()
