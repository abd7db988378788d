"""Every control of every page has a name, and Tab reaches it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from hone.ui.chat.panels import PANELS
from hone.ui.kit.card import ChoiceCard

pytestmark = pytest.mark.window
CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    ChoiceCard,
)


def controls(root: QWidget) -> list[QWidget]:
    """Return what a person can use now, without the parts that Qt's own controls are made of."""
    found = []
    for widget in root.findChildren(QWidget):
        inner = isinstance(widget.parent(), QAbstractSpinBox | QLineEdit | QComboBox)
        if not isinstance(widget, CONTROLS) or isinstance(widget, QScrollBar) or inner:
            continue
        if widget.isVisible() and widget.isEnabled():
            found.append(widget)
    return found


def words(widget: QWidget) -> str:
    """Say which control this is."""
    return f"{type(widget).__name__} {widget.accessibleName()!r} in {type(widget.parent()).__name__}"


def nameless(root: QWidget) -> list[str]:
    """Return the controls that a screen reader could not name."""
    found = []
    for widget in controls(root):
        read = QAccessible.queryAccessibleInterface(widget)
        name = read.text(QAccessible.Text.Name) if read is not None else ""
        if not (name or widget.accessibleName()):
            found.append(words(widget))
    return found


def unreachable(window: QWidget, root: QWidget) -> list[str]:
    """Return the controls below `root` that the focus never comes to.

    Of a group of exclusive buttons one is enough, as arrows go on; replies' texts are reached by it, too.
    """
    chain, widget = set[QWidget](), window.nextInFocusChain()
    while widget is not None and widget is not window:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            chain.add(widget)
        widget = widget.nextInFocusChain()
    return [words(widget) for widget in controls(root) if not _reached(widget, chain)]


def _reached(widget: QWidget, chain: set[QWidget]) -> bool:
    if widget in chain or widget.focusProxy() in chain:
        return True
    if isinstance(widget, QAbstractButton) and widget.group() is not None and widget.group().exclusive():
        return any(button in chain for button in widget.group().buttons())
    return False


@pytest.mark.parametrize("key", ["chat", "models", "settings"])
def test_controls_of_a_page_are_named_and_reached(window: Any, say: Any, qtbot: Any, key: str) -> None:
    say("Hi")
    window.open_page(key)
    qtbot.wait(60)
    assert controls(window.page(key)), "a page without controls would prove nothing"
    assert nameless(window) == []
    assert unreachable(window, window) == []


@pytest.mark.parametrize("key", [entry.key for entry in PANELS])
def test_controls_of_a_panel_are_named_and_reached(window: Any, say: Any, qtbot: Any, key: str) -> None:
    say("Hi")
    page = window.page("chat")
    page.open_panel(key)
    qtbot.wait(60)
    assert nameless(page.side) == []
    assert unreachable(window, page.side) == []


def test_sheets_are_named_and_reached(window: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window.commands._preparation, "begin", lambda entries: None)
    window.commands.open_palette()
    assert nameless(window.commands._palette) == []
    window.commands._palette.close_sheet()
    window.commands.open_shortcuts()
    assert nameless(window.commands._sheet) == []
    assert unreachable(window, window.commands._sheet) == []


def test_a_control_without_a_name_would_be_found(window: Any, qtbot: Any) -> None:
    button = QAbstractButtonWithoutName(window)
    button.show()
    assert len(nameless(window)) == 1
    assert len(unreachable(window, window)) == 1


class QAbstractButtonWithoutName(QAbstractButton):
    """What the checks above must find."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setGeometry(0, 0, 10, 10)

    def paintEvent(self, event: Any) -> None:  # noqa: N802
        """Paint nothing."""


def test_enter_presses_the_button_that_has_the_focus(window: Any, qtbot: Any) -> None:
    page = window.page("chat")
    page.header.inspector_button.setFocus()
    qtbot.keyClick(page.header.inspector_button, Qt.Key.Key_Return)
    assert page.side.isVisible()
