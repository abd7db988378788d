"""The way from a message to its tokens."""

from __future__ import annotations

from hone.domain.chat import Message
from hone.ui.chat.panel import ChatContext

PANEL = "tokens"


def show_tokens(context: ChatContext, message: Message) -> None:
    """Show a reply's tokens in the panel."""
    context.pointed_at = message.id
    context.panel_requested.emit(PANEL)
