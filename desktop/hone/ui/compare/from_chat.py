"""Carry a chat over into a comparison."""

from __future__ import annotations

from hone.domain.chat import Message
from hone.ui.chat.panel import ChatContext


def compare_from(context: ChatContext, message: Message) -> None:
    """Open a comparison whose columns begin with the branch up to this message."""
    context.shell.comparison_requested.emit(message.conversation_id, message.id)
