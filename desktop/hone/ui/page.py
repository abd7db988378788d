"""What a page of the window is, and what the window gives to each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from hone.errors import HoneError
from hone.services import Services
from hone.ui.commands import Commands


class Shell(QObject):
    """What pages get from the window: the services, notices, and ways to the other pages.

    Signals are requests unless named otherwise; the window listens to all of them.
    """

    page_requested = Signal(str)
    chat_requested = Signal(str, str)  # model id, adapter id
    tune_requested = Signal(str)  # model id
    training_requested = Signal(str, str)  # data set id, id of the model that is to learn it
    run_requested = Signal(str)  # run id: show it on the page where it is trained
    plan_requested = Signal(object)  # Plan: begin a draft of the wizard with it
    data_requested = Signal(str, str)  # data set id ("" for the library), key of a tab ("" for any)
    conversation_requested = Signal(str)  # conversation id
    prompt_requested = Signal(str)  # prompt id, "" for the library
    prompt_use_requested = Signal(str, bool)  # version id, whether in a new conversation
    prompts_changed = Signal()  # the library of prompts changed: read it again
    comparison_requested = Signal(str, str)  # conversation id, message id: compare from there
    tour_requested = Signal()
    shortcuts_requested = Signal()
    models_changed = Signal()  # a model or adapter came or went: read the lists again
    settings_changed = Signal()
    engine_told = Signal(str, str)  # what the engine does ("Ready: Hone demo"), tone
    tuning_told = Signal(str, float)  # what the fine-tune does, its share (0 to 1; below 0: none runs)
    notice_requested = Signal(str, str, object)
    further_requested = Signal(str, object)  # a second button of the notice that stands now
    error_told = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.commands = Commands(services.settings.get().shortcuts, self)

    def notify(
        self,
        text: str,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        further: str = "",
        on_further: Callable[[], object] | None = None,
    ) -> None:
        """Show a notice at the bottom of the window, with a button, usually Undo, and a further one."""
        self.notice_requested.emit(text, action, on_action)
        if further:
            self.further_requested.emit(further, on_further)

    def tell_error(self, error: HoneError) -> None:
        """Show an error that belongs to no place of the page in a card over the window."""
        self.error_told.emit(error)


class Page(QWidget):
    """Base of the pages. Built when it is first shown, with the shell as its only argument."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.services = shell.services
        self.setProperty("kind", "page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def shown(self) -> None:
        """Called each time the page comes to the front."""

    def closing(self) -> None:
        """Called when the window closes: ask running work to stop, do not wait."""

    def finish(self) -> None:
        """Called last: wait for background threads."""
