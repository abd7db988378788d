"""The row below a message: copy, regenerate or edit, the branch switcher, and what the reply cost."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hone.domain.chat import Message, Rating, Role
from hone.ui.chat.entries import Entry
from hone.ui.chat.message_commands import MESSAGE_COMMANDS
from hone.ui.kit.buttons import Button, IconButton
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.quantities import count_text
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.typography import Type


class BranchSwitcher(QWidget):
    """‹ 2/3 ›"""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids = ("", "")
        self._previous = IconButton("caret-left", self.tr("Previous version"), size=14)
        self._next = IconButton("caret-right", self.tr("Next version"), size=14)
        self._label = CaptionLabel(wrap=False)
        self._previous.clicked.connect(self._on_previous_clicked)
        self._next.clicked.connect(self._on_next_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self._previous, self._label, self._next):
            layout.addWidget(widget)

    def set_entry(self, entry: Entry) -> None:
        """Show the place among the siblings."""
        self._ids = (entry.previous_id, entry.next_id)
        self._label.setText(f"{entry.position}/{entry.count}")
        self._previous.setEnabled(bool(entry.previous_id))
        self._next.setEnabled(bool(entry.next_id))
        self.setVisible(entry.count > 1)

    @Slot()
    def _on_previous_clicked(self) -> None:
        self.chosen.emit(self._ids[0])

    @Slot()
    def _on_next_clicked(self) -> None:
        self.chosen.emit(self._ids[1])


class MessageActions(QWidget):
    """Signals are requests; who listens knows the message."""

    copy_requested = Signal()
    regenerate_requested = Signal()
    edit_requested = Signal()
    branch_requested = Signal(str)
    details_requested = Signal()
    more_requested = Signal()
    rated = Signal(str)  # "up" or "down"
    continue_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.go_on = Button(self.tr("Continue"), "link", "caret-double-right")
        self.go_on.setToolTip(self.tr("Let the model go on where the reply ended"))
        self.go_on.clicked.connect(self.continue_requested)
        self.copy = IconButton("copy", self.tr("Copy message"), size=16)
        self.regenerate = IconButton("arrows-clockwise", self.tr("Regenerate reply"), size=16)
        self.edit = IconButton("pencil-simple", self.tr("Edit message"), size=16)
        self.details = IconButton("info", self.tr("Details of the reply"), size=16)
        self.more = IconButton("dots-three", self.tr("More that can be done with the message"), size=16)
        self.good = IconButton("thumbs-up", self.tr("Good reply"), size=16)
        self.bad = IconButton("thumbs-down", self.tr("Bad reply"), size=16)
        self.good.clicked.connect(partial(self.rated.emit, "up"))
        self.bad.clicked.connect(partial(self.rated.emit, "down"))
        self.switcher = BranchSwitcher()
        self.cost = ElidedLabel(style=Type.CAPTION, tone="faint")
        self.cost.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.copy.clicked.connect(self.copy_requested)
        self.regenerate.clicked.connect(self.regenerate_requested)
        self.edit.clicked.connect(self.edit_requested)
        self.details.clicked.connect(self.details_requested)
        self.more.clicked.connect(self.more_requested)
        self.switcher.chosen.connect(self.branch_requested)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        buttons = (self.copy, self.regenerate, self.edit, self.good, self.bad, self.details, self.more)
        for widget in (self.switcher, self.go_on, *buttons, self.cost):
            self._layout.addWidget(widget)

    def set_entry(self, entry: Entry) -> None:
        """Show what can be done with a message."""
        user = entry.from_user
        self._layout.setAlignment(Qt.AlignmentFlag.AlignRight if user else Qt.AlignmentFlag.AlignLeft)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.switcher.set_entry(entry)
        self.regenerate.setVisible(not user and not entry.growing and not entry.message.problem)
        self.go_on.setVisible(entry.is_cut and entry.remarks is None)
        self.edit.setVisible(user or (entry.can_grow and entry.remarks is None))
        remarks = entry.remarks
        named = remarks is None or not remarks.speaker
        self.details.setVisible(entry.message.origin is not None and not entry.growing and named)
        self.copy.setVisible(bool(entry.message.text))
        self.more.setVisible(remarks is None and any(command.applies(entry) for command in MESSAGE_COMMANDS))
        self._show_rating(entry)
        self.cost.setText(cost_of(entry.message) if remarks is None else "")

    def _show_rating(self, entry: Entry) -> None:
        reply = entry.message.role is Role.ASSISTANT and bool(entry.message.text)
        judged = reply and not entry.growing and entry.remarks is None
        for button, own, name, title in (
            (self.good, Rating.UP, "thumbs-up", self.tr("Good reply")),
            (self.bad, Rating.DOWN, "thumbs-down", self.tr("Bad reply")),
        ):
            given = entry.message.rating is own
            button.setVisible(judged)
            button.set_icon(f"{name}-fill" if given else name, "accent_text" if given else "text_muted")
            taken = self.tr("{0} (press again to take it back)").replace("{0}", title)
            button.set_name(taken if given else title)

    def show_cost(self, shown: bool) -> None:
        """Show what the reply cost; a quiet transcript does not."""
        self.cost.setVisible(shown and bool(self.cost.text()))


def cost_of(message: Message) -> str:
    """Say what a reply cost: tokens, speed, seed."""
    usage, origin = message.usage, message.origin
    if usage is None or not usage.reply_tokens:
        return ""
    parts = [_with_number(QCoreApplication.translate("MessageActions", "{0} tokens"), usage.reply_tokens)]
    if usage.tokens_per_second:
        speed = QCoreApplication.translate("MessageActions", "{0} tokens/s")
        parts.append(_with_number(speed, round(usage.tokens_per_second)))
    if origin is not None and origin.seed >= 0:  # a server draws its own and does not tell
        seed = QCoreApplication.translate("MessageActions", "seed {0}")
        parts.append(seed.replace("{0}", str(origin.seed)))
    return " · ".join(parts)


def _with_number(text: str, number: int) -> str:
    return text.replace("{0}", count_text(number))
