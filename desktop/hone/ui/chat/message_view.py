"""One message on the screen. The transcript keeps a few of these and gives them other messages to show."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QEnterEvent, QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from hone.domain.chat import Message, MessageState, Role
from hone.ui.chat.entries import NO_REMARKS, Entry
from hone.ui.chat.message_actions import MessageActions
from hone.ui.chat.message_foot import MessageFoot
from hone.ui.chat.message_head import MessageHead
from hone.ui.chat.references_line import ReferencesLine
from hone.ui.chat.reply_blocks import ReplyBlocks
from hone.ui.chat.reply_details import DetailsPopover
from hone.ui.chat.shown_markdown import shown_markdown
from hone.ui.chat.tool_blocks import ToolBlocks
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.markdown_stack import MarkdownStack
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.progress import ProgressView
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type

_ACTIONS_LINE, _HEAD_LINE = 28, 26  # pixels at text scale 1
_BUBBLE_SHARE = 0.82


class MessageView(QWidget):
    """Places its parts by hand: one height for a width, asked for on every scroll step."""

    copied = Signal()
    regenerate_requested = Signal(str)
    edit_requested = Signal(str)
    branch_requested = Signal(str)
    link_requested = Signal(QUrl)
    resized = Signal(str)
    rated = Signal(str, str)  # message id, "up" or "down"
    more_requested = Signal(str, object)  # message id, the button
    continue_requested = Signal(str)
    call_decided = Signal(str, int, object)  # message id, number of the call, Decision

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: Entry | None = None
        self._bubble = QRectF()
        self._current = False
        self._measured: tuple[int, int] | None = None
        self._inner: tuple[int, int] | None = None
        self._text = MarkdownStack(parent=self)
        self._text.link_requested.connect(self.link_requested)
        self._text.code_copied.connect(self.copied)
        self.reasoning, self.calls = ReplyBlocks(self), ToolBlocks(self)
        self.calls.decided.connect(self.call_decided)
        for blocks in (self.reasoning, self.calls):
            blocks.resized.connect(self._on_blocks_resized)
            blocks.link_requested.connect(self.link_requested)
            blocks.copied.connect(self.copied)
        self.references = ReferencesLine(self)
        self._head = MessageHead(self)
        self._figures = ElidedLabel(style=Type.CAPTION, tone="faint", parent=self)
        self._actions = MessageActions(self)
        self._actions.copy_requested.connect(self._on_copy_requested)
        self._actions.regenerate_requested.connect(self._on_regenerate_requested)
        self._actions.edit_requested.connect(self._on_edit_requested)
        self._actions.branch_requested.connect(self.branch_requested)
        self._actions.details_requested.connect(self._on_details_requested)
        self._actions.more_requested.connect(self._on_more_requested)
        self._actions.rated.connect(self._on_rated)
        self._actions.continue_requested.connect(self._on_continue_requested)
        self._foot = MessageFoot(self)
        self._foot.go_on_requested.connect(self._on_continue_requested)
        self._progress: ProgressView | None = None
        self._banner: MessageBanner | None = None

    @property
    def entry(self) -> Entry | None:
        """The message that is shown."""
        return self._entry

    def set_entry(self, entry: Entry) -> None:
        """Show another message, or the same one as it is now."""
        before = self._entry
        self._entry = entry
        self._measured = self._inner = None
        message = entry.message
        if entry.from_user:
            self._text.set_plain(message.text)
        elif message.tool is not None:
            self._text.hide()
        elif entry.growing:
            self._text.set_growing(shown_markdown(message).text)
        elif before is None or before.message != message:
            self._text.set_markdown(shown_markdown(message).text)
        speaker = self.tr("You") if entry.from_user else self._speaker(message)
        self.setAccessibleName(f"{speaker}: {message.text[:200]}")
        self._text.set_name(speaker)
        self.reasoning.show_reasoning(entry)
        self.calls.show_entry(entry)
        self._text.mute_beginning(shown_markdown(message).given)
        self._foot.show_entry(entry)
        self._text.mark_words(entry.remarks.different if entry.remarks else frozenset())
        self._show_references(entry)
        self._show_head(entry)
        self._show_waiting(entry)
        self._show_problem(entry)
        self._actions.set_entry(entry)
        self._show_actions()

    def refresh(self) -> None:
        """Draw again in the theme's colours."""
        self._measured = self._inner = None
        self._text.refresh()
        self.reasoning.refresh()
        self.calls.refresh()

    def height_at(self, width: int) -> int:
        """Return the height of the whole message at a width."""
        if self._measured is None or self._measured[0] != width:
            self._measured = (width, self._measure(width))
        return self._measured[1]

    def _measure(self, width: int) -> int:
        assert self._entry is not None
        if self._entry.from_user:
            bubble = self._text.height_at(self._bubble_text_width(width)) + 2 * Space.M
            return bubble + self._foot.height_at(width) + _actions_height()
        if self._entry.message.tool is not None:
            return self.calls.height_at(width) + self._foot.height_at(width)
        height = _head_height() + _actions_height()
        height += self.reasoning.height_at(width) + self.calls.height_at(width)
        if self._entry.message.text.strip():
            height += self._text.height_at(width)
        if self._progress is not None and self._progress.isVisibleTo(self):
            height += self._progress.sizeHint().height() + Space.S
        if self._banner is not None and self._banner.isVisibleTo(self):
            height += _height_of(self._banner, width) + Space.S
        height += self.references.height_now()
        return height + self._foot.height_at(width) + self._figures_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Place the parts."""
        if self._entry is None:
            return
        width = self.width()
        if self._entry.from_user:
            self._arrange_bubble(width)
            return
        if self._entry.message.tool is not None:
            self._arrange_foot(self._arrange_blocks(self.calls, 0))
            return
        self._head.setGeometry(0, 0, width, _head_height())
        top = self._arrange_blocks(self.reasoning, _head_height())
        has_text = bool(self._entry.message.text.strip())
        self._text.setVisible(has_text)
        if has_text:
            height = self._text.height_at(width)
            self._text.setGeometry(0, top, width, height)
            self._text.arrange()
            top += height
        if below := self.references.height_now():
            self.references.setGeometry(0, top, width, below - Space.S)
            top += below
        top = self._arrange_blocks(self.calls, top)
        if self._progress is not None and self._progress.isVisibleTo(self):
            height = self._progress.sizeHint().height()
            self._progress.setGeometry(0, top, min(width, 420), height)
            top += height + Space.S
        if self._banner is not None and self._banner.isVisibleTo(self):
            height = _height_of(self._banner, width)
            self._banner.setGeometry(0, top, width, height)
            top += height + Space.S
        top = self._arrange_foot(top)
        if figures := self._figures_height():
            self._figures.setGeometry(0, top, width, figures)
            top += figures
        self._actions.setGeometry(-6, top, width, _actions_height())

    def _arrange_blocks(self, blocks: ReplyBlocks, top: int) -> int:
        """Place blocks at `top` and return where they end."""
        height = blocks.height_at(self.width())
        if height:
            blocks.setGeometry(0, top, self.width(), height)
            blocks.arrange()
        return top + height

    def _arrange_foot(self, top: int) -> int:
        """Place what stands below the text at `top` and return where it ends."""
        height = self._foot.height_at(self.width())
        if height:
            self._foot.setGeometry(0, top, self.width(), height)
        return top + height

    def set_current(self, current: bool) -> None:
        """Show that keys go to this message."""
        if current != self._current:
            self._current = current
            self._show_actions()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._entry is None or not self._entry.from_user:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Theme.current().colour("bubble"))
        painter.drawRoundedRect(self._bubble, 14, 14)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_actions()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_actions()

    def _arrange_bubble(self, width: int) -> None:
        inner = self._bubble_text_width(width)
        height = self._text.height_at(inner)
        left = width - inner - 2 * Space.L
        self._text.show()
        self._text.setGeometry(left + Space.L, Space.M, inner, height)
        self._text.arrange()
        self._bubble = QRectF(left, 0, inner + 2 * Space.L, height + 2 * Space.M)
        top = self._arrange_foot(height + 2 * Space.M)
        self._actions.setGeometry(0, top + 2, width, _actions_height())
        self.update()

    def _bubble_text_width(self, width: int) -> int:
        if self._inner is None or self._inner[0] != width:
            room = int(width * _BUBBLE_SHARE) - 2 * Space.L
            self._inner = (width, min(room, self._text.ideal_width(room)))
        return self._inner[1]

    def _show_head(self, entry: Entry) -> None:
        spoken = not entry.from_user and entry.message.tool is None
        remarks = entry.remarks or NO_REMARKS
        self._head.setVisible(spoken)
        if spoken:
            self._head.show_message(entry.message, self._speaker(entry.message), remarks)
        self._figures.setText(remarks.figures)
        self._figures.setVisible(bool(remarks.figures) and not entry.from_user)

    def _show_references(self, entry: Entry) -> None:
        """Mark what the reply refers to, once it has ended."""
        spoken = entry.message.role is Role.ASSISTANT and not entry.growing and entry.message.text
        tooltip = self.references.tooltip if spoken else ""
        self.references.show_count(self._text.mark_references(tooltip))

    def _figures_height(self) -> int:
        return self._figures.sizeHint().height() if self._figures.isVisibleTo(self) else 0

    def _speaker(self, message: Message) -> str:
        if self._entry is not None and self._entry.remarks is not None and self._entry.remarks.speaker:
            return self._entry.remarks.speaker
        if message.origin:
            return message.origin.model_name
        return self._entry.speaker if self._entry and self._entry.speaker else self.tr("Assistant")

    def _show_waiting(self, entry: Entry) -> None:
        message = entry.message
        waits = entry.growing and not (message.text or message.reasoning or message.tool_calls)
        if waits and self._progress is None:
            self._progress = ProgressView(self.tr("Preparing the reply"), self)
        if self._progress is not None:
            self._progress.setVisible(waits)
        if waits and self._progress is not None:
            note = entry.waiting or self.tr("Thinking")
            done, total = (entry.share, 1.0) if entry.share is not None else (0.0, 0.0)
            self._progress.set_progress(note, done, total)

    def _show_problem(self, entry: Entry) -> None:
        failed = bool(entry.message.problem) and not entry.growing
        if failed and self._banner is None:
            self._banner = MessageBanner(dismissable=False, parent=self)
            retry = self._banner.add_action(self.tr("Try again"), self._on_retry_requested)
            retry.set_icon("arrows-clockwise")
        if self._banner is None:
            return
        self._banner.setVisible(failed)
        if failed:
            tone = "danger" if entry.message.state is MessageState.FAILED else "warning"
            self._banner.show_message(tone, entry.message.problem, entry.hint)

    def _show_actions(self) -> None:
        entry = self._entry
        if entry is None:
            return
        focus = QApplication.focusWidget()
        near = self.underMouse() or self._current or (focus is not None and self.isAncestorOf(focus))
        self._actions.show_cost(near)
        spoken = not entry.growing and entry.message.tool is None
        self._actions.setVisible(spoken and (near or entry.last or entry.count > 1))

    @Slot()
    def _on_continue_requested(self) -> None:
        if self._entry is not None:
            self.continue_requested.emit(self._entry.message.id)

    @Slot()
    def _on_retry_requested(self) -> None:
        """Go on where there is something; else make another reply."""
        if self._entry is not None and self._entry.is_cut:
            self._on_continue_requested()
        else:
            self._on_regenerate_requested()

    @Slot()
    def _on_blocks_resized(self) -> None:
        self._measured = None
        if self._entry is not None:
            self.resized.emit(self._entry.message.id)
        self.arrange()

    @Slot()
    def _on_details_requested(self) -> None:
        if self._entry is not None:
            DetailsPopover(self._actions.details, self._entry.message).open(above=True)

    @Slot()
    def _on_more_requested(self) -> None:
        if self._entry is not None:
            self.more_requested.emit(self._entry.message.id, self._actions.more)

    @Slot(str)
    def _on_rated(self, rating: str) -> None:
        if self._entry is not None:
            self.rated.emit(self._entry.message.id, rating)

    @Slot()
    def _on_copy_requested(self) -> None:
        if self._entry is not None:
            QGuiApplication.clipboard().setText(self._entry.message.text)
            self.copied.emit()

    @Slot()
    def _on_regenerate_requested(self) -> None:
        if self._entry is not None:
            self.regenerate_requested.emit(self._entry.message.id)

    @Slot()
    def _on_edit_requested(self) -> None:
        if self._entry is not None:
            self.edit_requested.emit(self._entry.message.id)


def _height_of(widget: QWidget, width: int) -> int:
    layout = widget.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return widget.sizeHint().height()


def _actions_height() -> int:
    return Theme.current().length(_ACTIONS_LINE)


def _head_height() -> int:
    return Theme.current().length(_HEAD_LINE)
