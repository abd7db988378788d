"""What else can be done with a message, behind its "…" button: one line each."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hone.domain.chat import Role
from hone.ui.chat.entries import Entry
from hone.ui.chat.panel import ChatContext


@dataclass(frozen=True)
class MessageCommand:
    """`applies` says for which messages it is offered; `function` in `module` takes (context, message)."""

    key: str
    label: object  # a str; Qt's stubs do not say what QT_TRANSLATE_NOOP returns
    icon: str
    applies: Callable[[Entry], bool]
    module: str
    function: str

    def title(self) -> str:
        """Return the label in the user's language."""
        return QCoreApplication.translate("MessageCommands", str(self.label))

    def run(self, context: ChatContext, entry: Entry) -> None:
        """Import what does it, and do it."""
        getattr(importlib.import_module(self.module), self.function)(context, entry.message)


def is_reply(entry: Entry) -> bool:
    """Whether a message is a whole reply with text."""
    return entry.message.role is Role.ASSISTANT and not entry.growing and bool(entry.message.text)


def can_grow(entry: Entry) -> bool:
    """Whether the model can go on with a reply."""
    return entry.can_grow


def has_versions(entry: Entry) -> bool:
    """Whether a whole reply stands beside others to the same message."""
    return is_reply(entry) and entry.count > 1


MESSAGE_COMMANDS: tuple[MessageCommand, ...] = (
    MessageCommand(
        "correct",
        QT_TRANSLATE_NOOP("MessageCommands", "Correct this reply…"),
        "pencil-line",
        is_reply,
        "hone.ui.chat.feedback_commands",
        "correct",
    ),
    MessageCommand(
        "prefer",
        QT_TRANSLATE_NOOP("MessageCommands", "This one is better"),
        "trophy",
        has_versions,
        "hone.ui.chat.feedback_commands",
        "prefer",
    ),
    MessageCommand(
        "dataset",
        QT_TRANSLATE_NOOP("MessageCommands", "Add to data set…"),
        "database",
        is_reply,
        "hone.ui.chat.feedback_commands",
        "add_to_dataset",
    ),
    MessageCommand(
        "continue",
        QT_TRANSLATE_NOOP("MessageCommands", "Continue the reply"),
        "caret-double-right",
        can_grow,
        "hone.ui.chat.reply_commands",
        "continue_reply",
    ),
    MessageCommand(
        "compare",
        QT_TRANSLATE_NOOP("MessageCommands", "Compare from here"),
        "columns",
        is_reply,
        "hone.ui.compare.from_chat",
        "compare_from",
    ),
    MessageCommand(
        "tokens",
        QT_TRANSLATE_NOOP("MessageCommands", "Show tokens"),
        "text-aa",
        is_reply,
        "hone.ui.chat.tokens.commands",
        "show_tokens",
    ),
    MessageCommand(
        "example",
        QT_TRANSLATE_NOOP("MessageCommands", "Use as example"),
        "list-numbers",
        is_reply,
        "hone.ui.chat.prompting.commands",
        "use_as_example",
    ),
)
