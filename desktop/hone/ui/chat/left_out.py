"""Says beside a reply that earlier messages were not said to the model."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hone.domain.chat import Message
from hone.ui.kit.quantities import count_text
from hone.ui.kit.text import Badge


class LeftOutBadge(Badge):
    """How many messages were left out of what a reply answers; hidden when there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "warning", parent)

    def show_message(self, message: Message) -> None:
        """Tell of a reply what was left out of its prompt."""
        count = message.origin.left_out if message.origin else 0
        if count == 1:
            self.setText(self.tr("1 earlier message left out"))
            self.setToolTip(
                self.tr("1 earlier message was left out of this reply: it did not fit the window.")
            )
        elif count:
            said = self.tr("{0} earlier messages left out").replace("{0}", count_text(count))
            why = self.tr("{0} earlier messages were left out of this reply: they did not fit the window.")
            self.setText(said)
            self.setToolTip(why.replace("{0}", count_text(count)))
        self.setVisible(count > 0)
