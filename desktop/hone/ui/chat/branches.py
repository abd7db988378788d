"""The ends of all branches of a conversation, to jump to one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from hone.domain.chat import Message, Role, branch
from hone.ui.chat.session import ChatSession
from hone.ui.kit.option_list import Option, OptionList
from hone.ui.kit.popover import Popover
from hone.ui.kit.quantities import day_text, time_text
from hone.ui.kit.text import CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space

_WIDTH = 520
_WORDS = 90
_MOST = 200


class BranchesPopover(Popover):
    """A line per branch: what it says from where it leaves the one that is shown."""

    def __init__(self, anchor: QWidget, session: ChatSession) -> None:
        super().__init__(anchor, _WIDTH)
        self._session = session
        self.setAccessibleName(self.tr("Branches of the conversation"))
        self.body.setContentsMargins(Space.M, Space.M, Space.M, Space.S)
        self.body.addWidget(HeadingLabel(self.tr("Branches")))
        self.body.addWidget(
            CaptionLabel(self.tr("Each begins with the first words that differ from what is shown."), "muted")
        )
        leaves = leaves_of(session.tree())[:_MOST]
        shown = session.conversation.leaf_id or ""
        self._list = OptionList(self.tr("Branches"))
        self._list.set_options([self._option(session.tree(), leaf, shown) for leaf in leaves], shown)
        self._list.taken.connect(self._on_taken)
        self.body.addWidget(self._list)
        self.closed.connect(self.deleteLater)

    def open(self, above: bool = False) -> None:
        super().open(above)
        self._list.setFocus()

    def _option(self, tree: Sequence[Message], leaf: Message, shown: str) -> Option:
        path = branch(tree, leaf.id)
        told = first_differing(path, branch(tree, shown))
        words = " ".join(told.text.split())[:_WORDS] or self.tr("(no text)")
        speaker = self.tr("You") if told.role is Role.USER else self.tr("Reply")
        when = f"{day_text(leaf.created_at)} {time_text(leaf.created_at)}"
        count = self.tr("{0} messages").replace("{0}", str(len(path)))
        here = self.tr("shown") if leaf.id == shown else ""
        return Option(leaf.id, f"{speaker}: {words}", f"{count} · {when}", badge=here, badge_tone="accent")

    @Slot(str)
    def _on_taken(self, message_id: str) -> None:
        self.close_panel()
        self._session.select(message_id)


def leaves_of(tree: Sequence[Message]) -> list[Message]:
    """Return the messages that nothing follows, newest first."""
    parents = {message.parent_id for message in tree}
    leaves = [message for message in tree if message.id not in parents]
    return sorted(leaves, key=lambda message: (message.created_at, message.id), reverse=True)


def first_differing(path: Sequence[Message], shown: Sequence[Message]) -> Message:
    """Return the first message of a branch that is not on the shown one; its last where all are."""
    known = {message.id for message in shown}
    return next((message for message in path if message.id not in known), path[-1])
