"""The page Data for everybody: named, reached by keys, light and dark, large text in a small window."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

from hone.ui.kit.theme import Theme

LONG = 30_000  # milliseconds: machines that test may be busy

pytestmark = pytest.mark.window
OWN_TABS = ["overview", "problems", "versions"]
CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
)
HEAVY = ("torch", "transformers", "llama_cpp", "pandas", "pyarrow", "openpyxl", "tokenizers", "datasketch")


def controls(root: QWidget) -> list[QWidget]:
    """Return what a person can use now, without the parts that Qt's own controls are made of."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and not isinstance(widget.parent(), QAbstractSpinBox | QLineEdit | QComboBox | QTabBar)
        and widget.isVisible()
        and widget.isEnabled()
    ]


def nameless(root: QWidget) -> list[str]:
    found = []
    for widget in controls(root):
        read = QAccessible.queryAccessibleInterface(widget)
        name = read.text(QAccessible.Text.Name) if read is not None else ""
        if not (name or widget.accessibleName()):
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def unreachable(root: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} {widget.accessibleName()!r}"
        for widget in controls(root)
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


@pytest.mark.worker
@pytest.mark.parametrize("key", OWN_TABS)
def test_controls_of_a_tab_are_named_and_reached(opened: Any, qtbot: Any, key: str) -> None:
    opened.tabs.open(key)
    qtbot.wait(60)
    assert controls(opened), "a page without controls would prove nothing"
    assert nameless(opened) == []
    assert unreachable(opened) == []


def test_controls_of_the_empty_page_are_named_and_reached(page: Any, qtbot: Any) -> None:
    assert nameless(page) == []
    assert unreachable(page) == []


@pytest.mark.worker
@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1280, 820), (1000, 640)])
def test_no_tab_is_cut_at_its_side(
    opened: Any, window: Any, qtbot: Any, scale: float, size: tuple[int, int]
) -> None:
    window.resize(*size)
    Theme.current().set_scale(scale)
    qtbot.waitUntil(lambda: opened.context.counts is not None, timeout=30_000)
    for key in OWN_TABS:
        opened.tabs.open(key)
        qtbot.wait(40)
        tab = opened.tabs.tab(key)
        assert tab.mapTo(window, tab.rect().topRight()).x() <= window.width(), key
        for area in tab.findChildren(QScrollArea):
            assert area.widget().width() <= area.viewport().width(), key
    header = opened.header
    for button in (header.shape, header.train, header.menu, header.list_button):
        assert button.width() >= button.minimumSizeHint().width()
        assert button.mapTo(window, button.rect().topRight()).x() <= window.width()


@pytest.mark.worker
def test_the_list_gives_way_in_a_narrow_window_and_comes_back(opened: Any, window: Any, qtbot: Any) -> None:
    assert opened.list.isVisible()
    window.resize(1000, 640)
    Theme.current().set_scale(2.0)
    qtbot.waitUntil(lambda: not opened.list.isVisible(), timeout=LONG)
    opened.header.list_button.click()
    assert opened.list.isVisible() and not opened.header.isVisible()
    opened.list.chosen.emit(opened.desk.open_id)
    assert opened.header.isVisible()


@pytest.mark.worker
def test_light_and_dark_show_the_same_in_other_colours(opened: Any, window: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: opened.context.counts is not None, timeout=30_000)
    for key in OWN_TABS:
        opened.tabs.open(key)
        grounds = []
        for mode in ("light", "dark"):
            Theme.current().set_mode(mode)
            qtbot.wait(40)
            picture = opened.tabs.grab().toImage()
            grounds.append(picture.pixelColor(picture.width() - 4, picture.height() - 4).lightness())
        assert grounds[0] > 200 > 60 > grounds[1], key


@pytest.mark.worker
def test_every_action_has_a_command_and_no_two_share_a_key(opened: Any, qtbot: Any) -> None:
    for key in OWN_TABS:
        opened.tabs.open(key)
    commands = opened.shell.commands
    known = {command.key for command in commands.all()}
    wanted = (
        "open folder sample_data search next last rename shape model fresh train export split mix sample"
        " filter reveal look stop delete trash back list fix_all near held_out suite"
    )
    assert {f"data.{key}" for key in wanted.split()} <= known
    assert {f"data.tab_{key}" for key in OWN_TABS} <= known
    own = [f"data.{key}" for key in wanted.split()]
    for key in own:
        keys = commands.keys_of(key)
        assert not QKeySequence(keys).isEmpty() or not keys
        assert not keys or commands.sharing(key, keys) == (), key


@pytest.mark.worker
def test_tabs_are_changed_by_keys(opened: Any, window: Any, qtbot: Any) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    for key in OWN_TABS:
        opened.shell.commands.run(f"data.tab_{key}")
        assert opened.tabs.current_key == key


def test_the_page_brings_nothing_heavy_into_the_windows_process() -> None:
    source = (
        "import sys; import hone.ui.data.page, hone.ui.data.overview, hone.ui.data.problems,"
        " hone.ui.data.versions;"
        f" print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
