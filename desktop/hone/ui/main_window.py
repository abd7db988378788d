"""The window: the rail, the pages, notices, shortcuts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from hone.domain.plan import Plan
from hone.errors import HoneError
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.toast import Toaster
from hone.ui.kit.tokens import Space
from hone.ui.kit.tooltip import plain_tooltip
from hone.ui.navigation import Rail
from hone.ui.page import Page, Shell
from hone.ui.pages import PAGES, PageEntry
from hone.ui.window_commands import WindowCommands


class MainWindow(QMainWindow):
    """Builds each page when it is first shown, so that the first paint waits for one page only."""

    closed = Signal()
    page_opened = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._built: dict[str, Page] = {}
        self.setWindowTitle("Hone")
        self.setMinimumSize(QSize(860, 560))
        self._rail = Rail(PAGES)
        self._rail.chosen.connect(self.open_page)
        self._stack = QStackedWidget()
        self._banner = MessageBanner()
        self._toaster = Toaster(self)
        self._lay_out()
        self._listen()
        self.commands = WindowCommands(self, shell)

    @property
    def rail(self) -> Rail:
        """The rail at the left."""
        return self._rail

    @property
    def current_key(self) -> str:
        """The key of the page that is shown."""
        widget = self._stack.currentWidget()
        return next((key for key, page in self._built.items() if page is widget), "")

    def page(self, key: str) -> Page:
        """Return a page, built now when it was never shown."""
        if key not in self._built:
            page = _entry(key).build(self._shell)
            self._built[key] = page
            self._stack.addWidget(page)
        return self._built[key]

    @Slot()
    def raise_to_front(self) -> None:
        """Come to the front."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot(str)
    def open_page(self, key: str) -> None:
        """Bring a page to the front."""
        page = self.page(key)
        self._stack.setCurrentWidget(page)
        page.setFocus()
        self._rail.set_current(key)
        self.setWindowTitle(f"{_entry(key).title()} – Hone")
        page.shown()
        self.page_opened.emit(key)

    def restore_from_settings(self) -> None:
        """Take the place and size that the window had."""
        kept = self._shell.services.settings.get().window_geometry
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            self.resize(1280, 820)

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        try:
            self._shell.services.settings.change(window_geometry=geometry, last_page=self.current_key)
        except HoneError as error:
            self._shell.tell_error(error)
        for page in self._built.values():
            page.closing()
        self.hide()
        for page in self._built.values():
            page.finish()
        self.closed.emit()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        middle = QWidget()
        over = QVBoxLayout()
        over.setContentsMargins(Space.L, Space.M, Space.L, 0)
        over.addWidget(self._banner)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(over)
        column.addWidget(self._stack, 1)
        self._banner_room = over
        self._banner.dismissed.connect(self._on_banner_dismissed)
        over.setContentsMargins(0, 0, 0, 0)
        layout = QHBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._rail)
        layout.addLayout(column, 1)
        self.setCentralWidget(middle)

    def _listen(self) -> None:
        shell = self._shell
        shell.page_requested.connect(self.open_page)
        shell.chat_requested.connect(self._on_chat_requested)
        shell.tune_requested.connect(self._on_tune_requested)
        shell.training_requested.connect(self._on_training_requested)
        shell.run_requested.connect(self._on_run_requested)
        shell.plan_requested.connect(self._on_plan_requested)
        shell.data_requested.connect(self._on_data_requested)
        shell.conversation_requested.connect(self._on_conversation_requested)
        shell.prompt_requested.connect(self._on_prompt_requested)
        shell.prompt_use_requested.connect(self._on_prompt_use_requested)
        shell.comparison_requested.connect(self._on_comparison_requested)
        shell.engine_told.connect(self._rail.engine.set_state)
        shell.tuning_told.connect(self._on_tuning_told)
        shell.notice_requested.connect(self._on_notice_requested)
        shell.further_requested.connect(self._toaster.offer_further)
        shell.error_told.connect(self._on_error_told)

    def act_on_notice(self) -> None:
        """Do what the notice at the bottom offers, such as Undo."""
        self._toaster.act()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    @Slot(str, str)
    def _on_chat_requested(self, model_id: str, adapter_id: str) -> None:
        self.open_page("chat")
        page = self.page("chat")
        start = getattr(page, "try_adapter", None)
        assert callable(start), "the chat page takes a model"
        start(model_id, adapter_id)

    @Slot(str)
    def _on_conversation_requested(self, conversation_id: str) -> None:
        self.open_page("chat")
        show = getattr(self.page("chat"), "open_conversation", None)
        assert callable(show), "the chat page takes a conversation"
        show(conversation_id)

    @Slot(str, str)
    def _on_comparison_requested(self, conversation_id: str, message_id: str) -> None:
        self.open_page("compare")
        begin = getattr(self.page("compare"), "begin_from", None)
        assert callable(begin), "the compare page takes a message"
        begin(conversation_id, message_id)

    @Slot(str)
    def _on_prompt_requested(self, prompt_id: str) -> None:
        self.open_page("prompts")
        show = getattr(self.page("prompts"), "open_prompt", None)
        assert callable(show), "the prompts page takes a prompt"
        show(prompt_id)

    @Slot(str, bool)
    def _on_prompt_use_requested(self, version_id: str, anew: bool) -> None:
        self.open_page("chat")
        use = getattr(self.page("chat"), "use_prompt", None)
        assert callable(use), "the chat page takes a prompt"
        use(version_id, anew)

    @Slot(str)
    def _on_tune_requested(self, model_id: str) -> None:
        self.open_page("tune")
        start = getattr(self.page("tune"), "start_with", None)
        assert callable(start), "the tune page takes a model"
        start(model_id)

    @Slot(str, str)
    def _on_training_requested(self, data_set_id: str, model_id: str) -> None:
        self.open_page("tune")
        start = getattr(self.page("tune"), "train_on", None)
        assert callable(start), "the tune page takes a data set"
        start(data_set_id, model_id)

    @Slot(str)
    def _on_run_requested(self, run_id: str) -> None:
        self.open_page("tune")
        show = getattr(self.page("tune"), "open_run", None)
        assert callable(show), "the tune page takes a run"
        show(run_id)

    @Slot(object)
    def _on_plan_requested(self, plan: Plan) -> None:
        self.open_page("tune")
        begin = getattr(self.page("tune"), "begin_like", None)
        assert callable(begin), "the tune page takes a plan"
        begin(plan)

    @Slot(str, str)
    def _on_data_requested(self, data_set_id: str, tab: str) -> None:
        self.open_page("data")
        show = getattr(self.page("data"), "open_data_set", None)
        assert callable(show), "the data page takes a data set"
        show(data_set_id, tab)

    @Slot(str, float)
    def _on_tuning_told(self, text: str, share: float) -> None:
        self._rail.set_share("tune", share)
        self._rail.setToolTip(plain_tooltip(text))

    @Slot(str, str, object)
    def _on_notice_requested(self, text: str, action: str, on_action: Callable[[], object] | None) -> None:
        self._toaster.show_notice(text, action, on_action)

    @Slot(object)
    def _on_error_told(self, error: HoneError) -> None:
        self._banner_room.setContentsMargins(Space.L, Space.M, Space.L, Space.S)
        self._banner.show_error(error)

    @Slot()
    def _on_banner_dismissed(self) -> None:
        self._banner_room.setContentsMargins(0, 0, 0, 0)

    def open_first_page(self) -> None:
        """Open the page that was shown last; the chat when it is not known."""
        key = self._shell.services.settings.get().last_page
        self.open_page(key if key in {entry.key for entry in PAGES} else PAGES[0].key)
        QTimer.singleShot(0, self, self.activateWindow)


def _entry(key: str) -> PageEntry:
    return next(entry for entry in PAGES if entry.key == key)
