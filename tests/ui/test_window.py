"""The window as a whole: names for everybody, both themes, the library's trap, shortcuts, errors."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from hone.errors import HoneError
from hone.services import Services
from hone.ui.application import ErrorCatcher
from hone.ui.kit.theme import Theme
from hone.ui.pages import PAGES as PAGE_ENTRIES
from hone.ui.single_instance import SingleInstance

pytestmark = pytest.mark.window
PAGES = ("chat", "models", "settings")


def nameless(root: QWidget) -> list[str]:
    """Return the interactive widgets that a screen reader could not name."""
    kinds = (QAbstractButton, QAbstractSpinBox, QAbstractSlider, QLineEdit)
    found = []
    for kind in kinds:
        for widget in root.findChildren(kind):
            inner = isinstance(widget.parent(), QAbstractSpinBox | QLineEdit)
            if inner or isinstance(widget, QScrollBar) or widget.accessibleName():
                continue
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def test_every_control_has_a_name(window: Any, say: Callable[[str], None], qtbot: Any) -> None:
    say("Hi")
    for key in PAGES:
        window.open_page(key)
    qtbot.wait(50)
    assert nameless(window) == []


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_both_themes_are_drawn_without_a_warning(window: Any, mode: str, qtbot: Any) -> None:
    Theme.current().set_mode(mode, 1.0)
    ground = Theme.current().colour("window")
    for key in PAGES:
        window.open_page(key)
        qtbot.wait(30)
        image = window.grab().toImage()
        corner = image.pixelColor(image.width() - 30, image.height() - 30)
        assert _near(corner, ground), f"{key} is not drawn in {mode}"
    Theme.current().set_mode("light", 1.0)


def _near(first: QColor, second: QColor) -> bool:
    return all(abs(a - b) < 12 for a, b in zip(first.getRgb(), second.getRgb(), strict=True))


def test_calls_that_return_none_keep_its_references(qtbot: Any) -> None:
    """PySide6 6.12.0 on Python 3.11 loses one reference per call and aborts after some 6,700."""
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(1000):
        widget.update()
    assert sys.getrefcount(None) > before - 500


def test_the_window_starts_without_heavy_libraries() -> None:
    code = (
        "import sys, hone.ui.application, hone.ui.chat.page;"
        "print([n for n in ('torch','transformers','llama_cpp','numpy','pandas','qtawesome','pyqtgraph')"
        " if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_shortcuts_switch_pages_and_begin_anew(window: Any, say: Callable[[str], None], qtbot: Any) -> None:
    say("Hi")
    with qtbot.waitActive(window):
        window.activateWindow()
    models = [entry.key for entry in PAGE_ENTRIES].index("models")
    qtbot.keyClick(window, Qt.Key(Qt.Key.Key_1 + models), Qt.KeyboardModifier.ControlModifier)
    assert window.current_key == "models"
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.current_key == "settings"
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.current_key == "chat"
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.page("chat").desk.session is None


def test_an_exception_nobody_expected_is_told_and_logged(
    qtbot: Any, caplog: pytest.LogCaptureFixture
) -> None:
    catcher = ErrorCatcher()
    told: list[HoneError] = []
    catcher.caught.connect(told.append)
    try:
        raise KeyError("lost")
    except KeyError as error:
        catcher.on_exception(type(error), error, error.__traceback__)
    assert "KeyError" in told[0].message
    assert "lost" in caplog.text


def test_the_size_is_found_again(make_window: Callable[[], Any], services: Services) -> None:
    window = make_window()
    window.resize(860, 600)
    window.close()
    assert services.settings.get().last_page == "chat"
    again = make_window()
    again.restore_from_settings()
    assert again.height() == 600, "the width is not compared: the offscreen screen is narrower"


def test_a_second_start_raises_the_first_window(qtbot: Any, paths: Any) -> None:
    first = SingleInstance(paths.data)
    assert first.take()
    with qtbot.waitSignal(first.raise_requested, timeout=3000):
        assert not SingleInstance(paths.data).take()
    first.release()
    third = SingleInstance(paths.data)
    assert third.take()
    third.release()


def test_models_are_added_listed_and_taken_off(window: Any, tmp_path: Path, qtbot: Any) -> None:
    window.open_page("models")
    page = window.page("models")
    qtbot.waitUntil(lambda: len(page._shelf.catalogue.models) == 3)
    page.add(tmp_path / "new.gguf")
    qtbot.waitUntil(lambda: page._shelf.catalogue.model("new") is not None)
    page._on_forget_requested("new")
    qtbot.waitUntil(lambda: page._shelf.catalogue.model("new") is None)
    page.add(tmp_path / "notes.txt")
    qtbot.waitUntil(page._banner.isVisible)


def test_the_doctor_tells_what_it_finds(window: Any, qtbot: Any) -> None:
    window.open_page("settings")
    page = window.page("settings")
    page._on_doctor_requested()
    qtbot.waitUntil(lambda: page._doctor._lines.count() == 2 and not page._supervisor.busy)


def test_a_notice_is_answered_with_keys_while_it_stands(window: Any, qtbot: Any) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    undone: list[str] = []
    window._shell.notify("Deleted", "Undo", lambda: undone.append("it"))
    for _ in range(2):
        qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    assert undone == ["it"]
