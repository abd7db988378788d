"""The real page over real run folders of a temporary home, in a real window."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
pytest.importorskip("PySide6")

from PySide6.QtCore import QThreadPool

from hone.bootstrap import build_services
from hone.services import Services
from hone.storage.paths import Paths
from hone.ui.kit.theme import Theme
from hone.ui.main_window import MainWindow
from hone.ui.page import Shell


@pytest.fixture(autouse=True)
def theme(qapp: Any) -> Iterator[Theme]:
    """Start each test with the theme as it is designed."""
    current = Theme.current()
    current.set_mode("light", 1.0)
    yield current
    current.set_mode("light", 1.0)


@pytest.fixture
def services(paths: Paths) -> Iterator[Services]:
    """Return all services; none of what is done here starts a worker."""
    built = build_services(paths)
    yield built
    built.close()


@pytest.fixture
def make_window(services: Services, qtbot: Any) -> Iterator[Callable[[], MainWindow]]:
    """Return a function that opens a window at the page Runs, once the runs are read."""
    windows: list[MainWindow] = []

    def make() -> MainWindow:
        shell = Shell(services)
        window = MainWindow(shell)
        shell.setParent(window)
        qtbot.addWidget(window)
        window.resize(1280, 820)
        window.open_page("runs")
        with qtbot.waitExposed(window):
            window.show()
        windows.append(window)
        page: Any = window.page("runs")
        qtbot.waitUntil(lambda: page.desk.loaded, timeout=10_000)
        return window

    yield make
    for window in windows:
        window.close()
    QThreadPool.globalInstance().waitForDone(5000)
