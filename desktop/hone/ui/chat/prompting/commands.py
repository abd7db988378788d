"""What can be done about prompts with a message."""

from __future__ import annotations

from functools import partial

import msgspec
from PySide6.QtCore import QCoreApplication

from hone.domain.chat import Message, Role
from hone.domain.prompts import FewShot
from hone.errors import BadInput
from hone.ui.chat.panel import ChatContext


def use_as_example(context: ChatContext, message: Message) -> None:
    """Add a reply and what was said before it to the examples of the conversation."""
    session = context.session
    said = session.message(message.parent_id or "") if session is not None else None
    if session is None or said is None or said.role is not Role.USER or not said.text:
        context.shell.tell_error(
            BadInput("This reply answers no message of yours.", hint="Choose a reply to something you said.")
        )
        return
    title = session.conversation.title
    example = FewShot(input=said.text, output=message.correction or message.text, source=title)
    context.flush()
    before = context.desk.settings.setup
    context.desk.change(setup=msgspec.structs.replace(before, examples=(*before.examples, example)))
    told = QCoreApplication.translate("MessageCommands", "Added to the examples")
    undo = QCoreApplication.translate("MessageCommands", "Undo")
    context.shell.notify(told, undo, context.while_here(partial(_take_back, context, example)))


def _take_back(context: ChatContext, example: FewShot) -> None:
    context.flush()
    setup = context.desk.settings.setup
    kept = list(setup.examples)
    if example in kept:
        kept.remove(example)
        context.desk.change(setup=msgspec.structs.replace(setup, examples=tuple(kept)))
