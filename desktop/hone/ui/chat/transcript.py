"""The messages of a branch, scrolled. Only what is in sight has widgets, so 10,000 messages cost like ten.

Heights of messages out of sight are estimated; when one comes into sight its true height is taken, and the
message at the top of the view stays where it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from hone.ui.chat.entries import Entry
from hone.ui.chat.row_heights import RowHeights
from hone.ui.kit.buttons import IconButton
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type

if TYPE_CHECKING:
    from hone.ui.chat.message_view import MessageView

_COLUMN = 760
_SIDE = 32
_NARROW, _NARROW_SIDE = 480, 16
_TOP = 28
_NEAR_END = 32
_ROUNDS = 4


class TranscriptView(QAbstractScrollArea):
    """Shows entries; follows the end while it is in sight. Signals are requests for a message id."""

    regenerate_requested = Signal(str)
    edit_requested = Signal(str)
    branch_requested = Signal(str)
    link_requested = Signal(QUrl)
    copied = Signal()
    rated = Signal(str, str)  # message id, "up" or "down"
    more_requested = Signal(str, object)  # message id, the button
    continue_requested = Signal(str)
    call_decided = Signal(str, int, object)  # message id, number of the call, Decision

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Conversation"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._entries: list[Entry] = []
        self._rows = RowHeights(_TOP, Space.S)
        self._measured: dict[str, int] = {}
        self._shown: dict[int, MessageView] = {}
        self._pool: list[MessageView] = []
        self._follow = True
        self._anchor = (0, 0)
        self._width = 0
        self._arranging = False
        self._current = ""
        self._mark = QFrame(self.viewport())
        self._mark.setObjectName("mark")
        self._mark.hide()
        self._to_end = IconButton("arrow-down", self.tr("Go to the end"), parent=self)
        self._to_end.setObjectName("to_end")
        self._to_end.clicked.connect(self.go_to_end)
        self._to_end.hide()
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().setSingleStep(48)
        Theme.current().theme_changed.connect(self._on_theme_changed)
        self._dress_button()

    def set_entries(self, entries: Sequence[Entry], fresh: bool = False) -> None:
        """Show a branch; `fresh` when it is another conversation, which is shown from its end."""
        first = 0 if fresh else _first_difference(self._entries, entries)
        before = {entry.message.id: _content(entry) for entry in self._entries[first:]}
        self._entries[first:] = entries[first:]
        if fresh:
            self._measured.clear()
            self._follow = True
        for entry in self._entries[first:]:
            identity = entry.message.id
            if identity in before and before[identity] != _content(entry):
                self._measured.pop(identity, None)
        self._rows.replace_from(first, self._known_or_estimated(self._entries[first:]))
        for row in [row for row in self._shown if row >= first]:
            self._show_again(row)
        self._arrange()

    def _show_again(self, row: int) -> None:
        """Let a row's widget show what the row holds now, or give the widget back."""
        view = self._shown[row]
        if row >= len(self._entries) or not _same(view, self._entries[row]):
            self._release(row)
        elif view.entry != self._entries[row]:
            view.set_entry(self._entries[row])
            view.set_current(self._entries[row].message.id == self._current)
            view.arrange()

    @Slot()
    def warm_up(self) -> None:
        """Make the first widget before it is needed."""
        if not self._pool and not self._shown:
            self._pool.append(self._make_view())
            self._pool[0].hide()

    def update_entry(self, entry: Entry) -> None:
        """Show one message as it is now; it must be in the branch that is shown."""
        for row in range(len(self._entries) - 1, -1, -1):
            if self._entries[row].message.id == entry.message.id:
                self._entries[row] = entry
                if row in self._shown:
                    self._shown[row].set_entry(entry)
                    self._shown[row].arrange()
                self._arrange()
                return

    def entries(self) -> tuple[Entry, ...]:
        """Return what is shown."""
        return tuple(self._entries)

    def visible_views(self) -> list[MessageView]:
        """Return the widgets in sight, from top to bottom."""
        return [self._shown[row] for row in sorted(self._shown)]

    def place(self) -> tuple[int, int]:
        """Return the row at the top of the view and how many pixels of it are above."""
        value = self.verticalScrollBar().value()
        row = self._rows.row_at(value)
        return row, value - self._rows.top(row) if self._entries else 0

    def go_to(self, row: int, offset: int) -> None:
        """Bring a row to the top of the view, `offset` pixels of it above, without telling of a scrolling."""
        self._follow = False
        self._anchor = (min(max(row, 0), max(0, len(self._entries) - 1)), offset)
        self._arrange()

    @property
    def current_id(self) -> str:
        """The message that keys go to; "" for none."""
        return self._current

    def set_current(self, message_id: str) -> None:
        """Mark the message that keys go to, and bring it into sight; "" marks none."""
        self._current = message_id
        for view in self._shown.values():
            view.set_current(view.entry is not None and view.entry.message.id == message_id)
        row = next((row for row, entry in enumerate(self._entries) if entry.message.id == message_id), -1)
        if row >= 0 and not self._is_in_sight(row):
            self.scroll_to(row)
        self._place_mark()

    def _place_mark(self) -> None:
        """Draw a bar beside the message that keys go to."""
        views = (view for view in self._shown.values() if view.entry is not None)
        view = next((view for view in views if view.entry and view.entry.message.id == self._current), None)
        self._mark.setVisible(view is not None)
        if view is not None:
            self._mark.setGeometry(view.x() - Space.L, view.y() + 4, 3, max(8, view.height() - 8))

    def _is_in_sight(self, row: int) -> bool:
        """Whether the whole of a row is shown, or as much of it as there is room for."""
        view = self._shown.get(row)
        if view is None:
            return False
        room = self.viewport().height()
        return view.y() >= 0 and (view.y() + view.height() <= room or view.y() < room // 3)

    @Slot()
    def go_to_end(self) -> None:
        """Scroll to the end and follow it."""
        self._follow = True
        self._arrange()

    def scroll_to(self, row: int) -> None:
        """Bring a message to the top of the view."""
        self._follow = False
        self._anchor = (min(max(row, 0), max(0, len(self._entries) - 1)), 0)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._column() != self._width:
            self._forget_heights()
        self._arrange()
        self._place_button()

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        bar.setValue(bar.value() + step)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Nothing is blitted: the widgets are placed again."""

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        row = self._rows.row_at(value)
        self._anchor = (row, value - self._rows.top(row) if self._entries else 0)
        self._follow = value >= self.verticalScrollBar().maximum() - _NEAR_END
        self._arrange()

    @Slot(str)
    def _on_view_resized(self, message_id: str) -> None:
        """Place all anew; what was opened stays where it is, also at the end."""
        bar = self.verticalScrollBar()
        if self._follow and bar.maximum() > 0:
            self._on_scrolled(bar.value())
            self._follow = False
        self._measured.pop(message_id, None)
        self._arrange()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._forget_heights()
        for view in (*self._shown.values(), *self._pool):
            view.refresh()
        self._dress_button()
        QTimer.singleShot(0, self, self._arrange)

    def _forget_heights(self) -> None:
        self._measured.clear()
        self._rows.replace_from(0, self._known_or_estimated(self._entries))

    def _column(self) -> int:
        longest = Theme.current().length(_COLUMN)
        side = _SIDE if self.width() >= _NARROW else _NARROW_SIDE
        return max(120, min(longest, self.width() - 2 * side))

    def _known_or_estimated(self, entries: Iterable[Entry]) -> list[int]:
        """Return a height for each entry: as it was measured, else what its text makes likely."""
        size = Theme.current().size(Type.BODY)
        per_line = max(20, round((self._width or _COLUMN) / (size * 0.52)))
        line = size * 1.5
        heights = []
        for entry in entries:
            height = self._measured.get(entry.message.id)
            if height is None:
                text = entry.message.text
                if entry.message.tool is not None:
                    text = ""  # folded at first
                height = 64 + round((len(text) // per_line + text.count("\n") + 1) * line)
            heights.append(height)
        return heights

    @Slot()
    def _arrange(self) -> None:
        """Place what is in sight, until no height has changed any more."""
        if self._arranging or self.viewport().height() <= 0:
            return
        self._arranging = True
        try:
            self._width = self._column()
            for _ in range(_ROUNDS):
                if not self._place():
                    break
        finally:
            self._arranging = False
        self._place_mark()
        bar = self.verticalScrollBar()
        self._to_end.setVisible(bar.value() < bar.maximum() - _NEAR_END)

    def _place(self) -> bool:
        """Place the rows in sight once; whether a height turned out different."""
        room = self.viewport().height()
        value = self._set_range(room)
        first = self._rows.row_at(value)
        left = (self.width() - self._width) // 2
        changed = False
        last = first - 1
        top = self._rows.top(first) - value
        for row in range(first, len(self._entries)):
            if top > room:
                break
            last = row
            view = self._view_of(row)
            height = view.height_at(self._width)
            self._measured[self._entries[row].message.id] = height
            changed = self._rows.set(row, height) or changed
            view.setGeometry(left, top, self._width, height)
            top += height + Space.S
        for row in [row for row in self._shown if row < first or row > last]:
            self._release(row)
        return changed

    def _set_range(self, room: int) -> int:
        """Set the scroll bar for the rows and return where the view stands."""
        bar = self.verticalScrollBar()
        end = max(0, self._rows.end + Space.S - room)
        row = min(self._anchor[0], max(0, len(self._entries) - 1))
        value = end if self._follow else min(end, max(0, self._rows.top(row) + self._anchor[1]))
        with QSignalBlocker(bar):
            bar.setPageStep(room)
            bar.setRange(0, end)
            bar.setValue(value)
        bar.update()
        return value

    def _view_of(self, row: int) -> MessageView:
        view = self._shown.get(row)
        if view is None:
            view = self._pool.pop() if self._pool else self._make_view()
            view.set_entry(self._entries[row])
            # Measured by `_place` once it is laid out: a text that was never shown may tell a wrong height.
            view.setGeometry(0, -10_000, self._width, self._rows.height(row))
            view.arrange()
            view.show()
            self._shown[row] = view
        return view

    def _make_view(self) -> MessageView:
        # Imported with the first message: Markdown and its colours cost 0.1 s that the first paint saves.
        from hone.ui.chat.message_view import MessageView

        view = MessageView(self.viewport())
        view.regenerate_requested.connect(self.regenerate_requested)
        view.edit_requested.connect(self.edit_requested)
        view.branch_requested.connect(self.branch_requested)
        view.link_requested.connect(self.link_requested)
        view.copied.connect(self.copied)
        view.more_requested.connect(self.more_requested)
        view.rated.connect(self.rated)
        view.continue_requested.connect(self.continue_requested)
        view.call_decided.connect(self.call_decided)
        view.resized.connect(self._on_view_resized)
        return view

    def _release(self, row: int) -> None:
        view = self._shown.pop(row)
        view.hide()
        self._pool.append(view)

    def _place_button(self) -> None:
        self._to_end.adjustSize()
        corner = QPoint(
            (self.width() - self._to_end.width()) // 2, self.height() - self._to_end.height() - 10
        )
        self._to_end.move(corner)
        self._to_end.raise_()

    def _dress_button(self) -> None:
        colours = Theme.current().colours
        self._mark.setStyleSheet(f"#mark {{ background: {colours.accent}; border-radius: 1px; }}")
        self._to_end.setStyleSheet(
            f"QToolButton {{ background: {colours.raised}; border: 1px solid {colours.border_strong};"
            f" border-radius: 15px; padding: 5px; }}"
        )


def _first_difference(old: Sequence[Entry], new: Sequence[Entry]) -> int:
    """Return the first row that is not the very same in both."""
    for row, (before, after) in enumerate(zip(old, new, strict=False)):
        if before is not after:
            return row
    return min(len(old), len(new))


def _content(entry: Entry) -> tuple[object, ...]:
    message = entry.message
    figures = bool(entry.remarks and entry.remarks.figures)
    verdict = entry.verdict.problem if entry.verdict is not None else None
    return message.text, message.reasoning, message.tool_calls, figures, entry.calls, verdict


def _same(view: MessageView, entry: Entry) -> bool:
    return view.entry is not None and view.entry.message.id == entry.message.id
