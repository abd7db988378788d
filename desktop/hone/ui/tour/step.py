"""What a step of the tour is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from hone.ui.chat.message_actions import MessageActions
from hone.ui.page import Shell

if TYPE_CHECKING:
    from hone.ui.chat.page import ChatPage
    from hone.ui.main_window import MainWindow


class Stage:
    """The real window, as far as the steps need it."""

    def __init__(self, window: MainWindow, shell: Shell) -> None:
        self.window, self.shell = window, shell

    @property
    def chat(self) -> ChatPage:
        """The chat page."""
        from hone.ui.chat.page import ChatPage

        page = self.window.page("chat")
        assert isinstance(page, ChatPage)
        return page

    def last_reply_part(self, name: str) -> QWidget | None:
        """Return a part of the last message's row of actions ("regenerate", "switcher") while it is shown."""
        entries = self.chat.dialogue.transcript.entries()
        if not entries:
            return None
        for view in self.chat.dialogue.transcript.visible_views():
            if view.entry is not None and view.entry.message.id == entries[-1].message.id:
                found = getattr(view.findChild(MessageActions), name)
                return found if isinstance(found, QWidget) else None
        return None

    def rail_button(self, key: str) -> QAbstractButton:
        """Return a page's button in the rail."""
        return self.window.rail.button(key)


class Step(QObject):
    """One step: it watches for the person's own action and tells `done`.

    `title`, `text`, `waiting` and `button` are translated. `begin` starts watching, `show_me` does the
    action for real; after it, `done` comes when the action has had its effect.
    """

    done = Signal()
    moved = Signal()  # another widget is to be lit
    failed = Signal(str)

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self.stage = stage

    @classmethod
    def exists(cls) -> bool:
        """Whether this Hone has what the step shows."""
        return True

    def possible(self) -> bool:
        """Whether it can be done with what is shown now."""
        return True

    def title(self) -> str:
        """Return the heading of the card."""
        raise NotImplementedError

    def text(self) -> str:
        """Return what the card explains."""
        raise NotImplementedError

    def waiting(self) -> str:
        """Return what the person can do now; "" when there is only the button."""
        return ""

    def button(self) -> str:
        """Return the text of the button."""
        return self.tr("Show me")

    def busy_words(self) -> str:
        """Return what is waited for after `show_me`; "" when nothing takes time."""
        return ""

    def target(self) -> QWidget | None:
        """Return the widget to light."""
        return None

    def seen(self) -> str:
        """Return what is to be looked at once the action is done; "" goes on by itself."""
        return ""

    def seen_target(self) -> QWidget | None:
        """Return the widget to light while it is looked at."""
        return self.target()

    def take_focus(self) -> bool:
        """Put the focus where the person acts; False leaves it to the card's button."""
        return False

    def begin(self) -> None:
        """Start to watch."""

    def show_me(self) -> None:
        """Do what the step is about."""
        self.done.emit()
