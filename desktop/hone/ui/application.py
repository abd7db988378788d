"""Open the window and run until it is closed."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from hone import __version__
from hone.errors import HoneError
from hone.services import Services
from hone.storage.paths import resources
from hone.ui.kit.theme import Theme
from hone.ui.language import use_language
from hone.ui.main_window import MainWindow
from hone.ui.page import Shell
from hone.ui.single_instance import SingleInstance
from hone.ui.smoothness import QuietCollector

_LOG = logging.getLogger("hone")
# Short calls mostly wait, for the disk or for a worker; with Qt's default of one thread per core, two that
# count the tokens of a large file would keep the conversations from loading.
_SHORT_CALLS_AT_ONCE = 8


def run(services: Services, argv: list[str]) -> int:
    """Open the window; returns its exit code. A second start raises the first window and returns 0."""
    application = make_application(argv)
    instance = SingleInstance(services.paths.data, application)
    if not instance.take():
        return 0
    _log_to_file(services)
    window = open_window(services)
    smoothness = QuietCollector(window)
    instance.raise_requested.connect(window.raise_to_front)
    code = application.exec()
    smoothness.stop()
    QThreadPool.globalInstance().waitForDone(3000)
    instance.release()
    return code


def make_application(argv: list[str]) -> QApplication:
    """Set up the QApplication: names, icon, scaling, theme."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    QGuiApplication.setDesktopFileName("hone")
    application = QApplication(argv)
    QThreadPool.globalInstance().setMaxThreadCount(_SHORT_CALLS_AT_ONCE)
    application.setApplicationName("Hone")
    application.setApplicationVersion(__version__)
    application.setWindowIcon(QIcon(str(resources() / "icons" / "hone.svg")))
    return application


def open_window(services: Services) -> MainWindow:
    """Build the window over the services and show it."""
    settings = services.settings.get()
    untranslated = use_language(_running(), settings.language)
    Theme.current().set_mode(settings.theme.value, settings.text_scale)
    shell = Shell(services)
    window = MainWindow(shell)
    shell.setParent(window)
    catcher = ErrorCatcher(window)
    catcher.caught.connect(shell.tell_error, Qt.ConnectionType.QueuedConnection)
    sys.excepthook = catcher.on_exception
    threading.excepthook = catcher.on_thread_exception
    window.restore_from_settings()
    window.open_first_page()
    window.show()
    QTimer.singleShot(0, window, lambda: _tell_problems(shell, untranslated))
    window.commands.offer_tour()
    return window


def _running() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication), "make_application comes first"
    return application


class ErrorCatcher(QObject):
    """The last door: an exception that nobody expected is logged and told, and the window goes on."""

    caught = Signal(object)

    def on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Take the place of sys.excepthook; safe from any thread."""
        detail = "".join(traceback.format_exception(kind, error, trace))
        _LOG.error("unexpected error in the window\n%s", detail)
        if isinstance(error, HoneError):
            self.caught.emit(error)
            return
        self.caught.emit(
            HoneError(
                f"Something unexpected went wrong: {kind.__name__}: {error}"[:400],
                hint="Hone goes on, and nothing saved was lost. The details help to find the cause.",
                detail=detail,
            )
        )

    def on_thread_exception(self, failed: threading.ExceptHookArgs) -> None:
        """Take the place of threading.excepthook: Python's own threads do not ask sys.excepthook."""
        if failed.exc_value is not None:
            self.on_exception(failed.exc_type, failed.exc_value, failed.exc_traceback)


def _tell_problems(shell: Shell, untranslated: HoneError | None) -> None:
    """Say what went wrong before there was a window."""
    if untranslated is not None:
        shell.tell_error(untranslated)
    problem = shell.services.settings.problem
    if problem:
        shell.tell_error(HoneError(problem))


def _log_to_file(services: Services) -> None:
    """Write the program's own log, two files of 1 MB at most."""
    services.paths.logs.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        services.paths.logs / "window.log", maxBytes=1_000_000, backupCount=1, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    _LOG.addHandler(handler)
    _LOG.setLevel(logging.INFO)
    _LOG.info("Hone %s opens its window", __version__)
