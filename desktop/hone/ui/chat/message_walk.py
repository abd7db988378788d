"""Going through the messages with keys: to the next, to what stands beside it, and what to do with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from hone.domain.chat import Role
from hone.ui.chat.branches import BranchesPopover
from hone.ui.chat.entries import Entry
from hone.ui.chat.panel import ChatContext
from hone.ui.commands import Command


class MessageWalk(QObject):
    """Knows which message keys go to: the one walked to, else the last one."""

    def __init__(self, context: ChatContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._transcript = context.dialogue.transcript
        context.switched.connect(self._leave)
        context.dialogue.about_to_say.connect(self._leave)

    def add_commands(self, page: QWidget) -> None:
        """Make what can be done with keys available on the chat page."""
        group = self.tr("Messages")
        for key, title, keys, icon, call in (
            ("previous", self.tr("Previous message"), "Alt+Up", "arrow-up", partial(self.step, -1)),
            ("next", self.tr("Next message"), "Alt+Down", "arrow-down", partial(self.step, 1)),
            ("left", self.tr("Previous version"), "Alt+Left", "caret-left", partial(self.beside, -1)),
            ("right", self.tr("Next version"), "Alt+Right", "caret-right", partial(self.beside, 1)),
            ("branches", self.tr("Branches…"), "Ctrl+B", "tree-structure", self.show_branches),
            ("continue", self.tr("Continue the reply"), "Ctrl+Return", "caret-double-right", self.go_on),
        ):
            self._context.shell.commands.add(
                Command(f"chat.message.{key}", title, group, keys, icon), call, page
            )
        for key, title, keys, icon, call in (
            ("edit", self.tr("Edit the message"), "E", "pencil-simple", self.edit),
            ("regenerate", self.tr("Regenerate the reply"), "R", "arrows-clockwise", self.regenerate),
            ("copy", self.tr("Copy the message"), "C", "copy", self.copy),
        ):
            command = Command(f"chat.message.{key}", title, group, keys, icon)
            self._context.shell.commands.add(command, call, page, within=self._transcript)

    def current(self) -> Entry | None:
        """Return the message that keys go to."""
        entries = self._transcript.entries()
        found = (entry for entry in entries if entry.message.id == self._transcript.current_id)
        return next(found, entries[-1] if entries else None)

    def step(self, by: int) -> None:
        """Go to an earlier or later message; past the last one the cursor is in the composer again."""
        entries = self._transcript.entries()
        if not entries:
            return
        ids = [entry.message.id for entry in entries]
        walked = self._transcript.current_id in ids
        place = ids.index(self._transcript.current_id) + by if walked else len(ids) - (by < 0)
        if place >= len(ids):
            self._leave()
            self._context.dialogue.focus_text()
            return
        self._go_to(entries[max(0, place)])

    def beside(self, by: int) -> None:
        """Show the version before or after the message, or of the nearest fork above it."""
        entries = list(self._transcript.entries())
        current = self.current()
        if current is None or self._context.session is None:
            return
        upward = reversed(entries[: entries.index(current) + 1])
        fork = next((entry for entry in upward if entry.count > 1), None)
        wanted = "" if fork is None else fork.previous_id if by < 0 else fork.next_id
        if wanted:
            self._context.session.select(wanted)
            if self._transcript.current_id:
                shown = next(entry for entry in self._transcript.entries() if entry.message.id == wanted)
                self._go_to(shown)

    def show_branches(self) -> None:
        """List the ends of all branches."""
        if self._context.session is not None:
            BranchesPopover(self._context.dialogue.composer, self._context.session).open(above=True)

    def edit(self) -> None:
        """Edit the message."""
        entry = self.current()
        if entry is not None and not entry.growing and (entry.from_user or entry.can_grow):
            self._transcript.edit_requested.emit(entry.message.id)

    def regenerate(self) -> None:
        """Make another reply to or beside the message."""
        entry = self.current()
        if entry is not None and not entry.growing:
            self._transcript.regenerate_requested.emit(entry.message.id)

    def go_on(self) -> None:
        """Continue the reply, or the last one."""
        entry = self.current()
        if entry is not None and entry.message.role is Role.ASSISTANT and entry.can_grow:
            self._context.dialogue.continue_reply(entry.message.id)

    def copy(self) -> None:
        """Copy the message's text."""
        entry = self.current()
        if entry is not None:
            QGuiApplication.clipboard().setText(entry.message.text)
            self._transcript.copied.emit()

    def _go_to(self, entry: Entry) -> None:
        self._transcript.set_current(entry.message.id)
        self._transcript.setFocus()
        said = self.tr("You") if entry.from_user else self.tr("Reply")
        event = QAccessibleAnnouncementEvent(self._transcript, f"{said}: {entry.message.text[:200]}")
        QAccessible.updateAccessibility(event)

    @Slot()
    def _leave(self) -> None:
        self._transcript.set_current("")
