"""What can be thought of a reply: thumbs, a correction, better than its siblings, a row of a data set."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import QCoreApplication

from hone.domain.chat import Message, Rating
from hone.domain.comparing import Pick
from hone.ui.chat.panel import ChatContext
from hone.ui.supervisor import start_task


def good(context: ChatContext, message: Message) -> None:
    """Give a thumb up, or take it back."""
    rate(context, message, Rating.UP)


def bad(context: ChatContext, message: Message) -> None:
    """Give a thumb down, or take it back."""
    rate(context, message, Rating.DOWN)


def rate(context: ChatContext, message: Message, rating: Rating) -> None:
    """Keep a judgement; the same one again takes it back."""
    kept = Rating.NONE if message.rating is rating else rating
    feedback = context.services.feedback
    changed = msgspec.structs.replace(message, rating=kept)
    start_task(
        context,
        lambda: feedback.rate(message.id, kept),
        partial(show_again, context, changed),
        context.dialogue.show_error,
    )


def correct(context: ChatContext, message: Message) -> None:
    """Open the editor for what the reply should have said."""
    from hone.ui.chat.feedback_correction import CorrectionSheet

    CorrectionSheet(context, message).open()


def prefer(context: ChatContext, message: Message) -> None:
    """Note that a reply is better than its siblings."""
    session = context.session
    if session is None:
        return
    rejected = [
        other.id
        for other in session.tree()
        if other.parent_id == message.parent_id and other.role is message.role and other.id != message.id
    ]
    feedback, shell = context.services.feedback, context.shell

    def undo(picks: list[Pick]) -> Callable[[], object]:
        return lambda: start_task(
            context, lambda: feedback.take_back(picks), None, context.dialogue.show_error
        )

    def kept(picks: list[Pick]) -> None:
        shell.notify(
            QCoreApplication.translate("FeedbackCommands", "Kept as the better reply"),
            QCoreApplication.translate("FeedbackCommands", "Undo"),
            undo(picks),
        )

    start_task(context, lambda: feedback.prefer(message.id, rejected), kept, context.dialogue.show_error)


def add_to_dataset(context: ChatContext, message: Message) -> None:
    """Ask for a data set, and add the reply to it."""
    from hone.ui.chat.feedback_datasets import ask_for_reply

    ask_for_reply(context, message)


def show_again(context: ChatContext, message: Message, _result: object = None) -> None:
    """Show a reply as it was judged, in the session that holds it."""
    session = context.session
    if session is not None and session.conversation.id == message.conversation_id:
        session.take_judgement(message.id, message.rating, message.correction)
