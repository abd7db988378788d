"""What the menu of a message does with a reply."""

from __future__ import annotations

from hone.domain.chat import Message
from hone.ui.chat.panel import ChatContext


def continue_reply(context: ChatContext, message: Message) -> None:
    """Let the model go on with a reply."""
    context.dialogue.continue_reply(message.id)
