"""Text from 80 to 200 %: the window grows with it, and gives way instead of cutting."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from hone.domain.settings import TEXT_SCALES
from hone.services import Services
from hone.ui.chat.message_actions import MessageActions
from hone.ui.chat.panels import PANELS
from hone.ui.kit.theme import Theme
from hone.ui.navigation import _label_font

pytestmark = pytest.mark.window
SIZES = [(1280, 820), (1000, 640)]


@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_labels_of_the_rail_are_whole_and_all_pages_are_in_sight(
    window: Any, qtbot: Any, scale: float
) -> None:
    window.resize(1000, 640)
    Theme.current().set_scale(scale)
    qtbot.wait(20)
    metrics = QFontMetrics(_label_font())
    for button in window.rail._group.buttons():
        assert metrics.horizontalAdvance(button.text()) <= button.width()
        assert button.geometry().bottom() <= window.rail.height()
        assert button.height() >= button.sizeHint().height()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [0.8, 1.0, 1.3, 1.5, 2.0])
def test_suggestions_are_never_cut(window: Any, qtbot: Any, scale: float, size: tuple[int, int]) -> None:
    window.resize(*size)
    Theme.current().set_scale(scale)
    page = window.page("chat")
    page.open_panel("settings")
    page.header.inspector_button.setChecked(False)
    qtbot.wait(30)
    for chip in page.dialogue.welcome.findChildren(QPushButton):
        if chip.isVisible():
            assert chip.width() >= chip.sizeHint().width(), chip.text()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
def test_settings_scroll_and_are_not_cut_at_the_side(
    window: Any, qtbot: Any, scale: float, size: tuple[int, int]
) -> None:
    window.resize(*size)
    Theme.current().set_scale(scale)
    window.open_page("settings")
    qtbot.wait(30)
    area = window.page("settings").findChildren(QScrollArea)[0]
    assert area.widget().width() <= area.viewport().width()


def test_list_and_panel_give_way_and_come_back(window: Any, qtbot: Any) -> None:
    page = window.page("chat")
    window.resize(1280, 820)
    page.open_panel("settings")
    qtbot.wait(20)
    assert page.list.isVisible()
    assert page.side.isVisible()
    window.resize(900, 640)
    qtbot.waitUntil(lambda: not page.side.isVisible())
    page.open_panel("settings")
    assert not page.list.isVisible(), "what was opened last stays"
    page.header.inspector_button.setChecked(False)
    assert page.list.isVisible()


def test_a_panel_takes_the_conversations_place_where_there_is_no_other(window: Any, qtbot: Any) -> None:
    page = window.page("chat")
    window.resize(1000, 640)
    Theme.current().set_scale(2.0)
    page.open_panel("settings")
    qtbot.wait(20)
    assert page.side.isVisible()
    assert not page.dialogue.isVisible()
    assert page.side.mapTo(window, page.side.rect().topRight()).x() <= window.width()
    page.side.close_requested.emit()
    assert page.dialogue.isVisible()


def test_keys_make_the_text_larger_and_smaller(window: Any, services: Services, qtbot: Any) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, Qt.Key.Key_Plus, control)
    assert Theme.current().scale == 1.15
    qtbot.keyClick(window, Qt.Key.Key_Equal, control)
    assert Theme.current().scale == 1.3
    qtbot.keyClick(window, Qt.Key.Key_Minus, control)
    assert Theme.current().scale == 1.15
    qtbot.waitUntil(lambda: services.settings.get().text_scale == 1.15)
    qtbot.keyClick(window, Qt.Key.Key_0, control)
    assert Theme.current().scale == 1.0
    for _ in range(12):
        qtbot.keyClick(window, Qt.Key.Key_Plus, control)
    assert Theme.current().scale == TEXT_SCALES[-1]


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
def test_no_panel_is_cut_at_its_side(window: Any, qtbot: Any, scale: float) -> None:
    window.resize(1280, 820)
    Theme.current().set_scale(scale)
    page = window.page("chat")
    for entry in PANELS:
        page.open_panel(entry.key)
        qtbot.wait(20)
        panel = page.side.panel(entry.key)
        assert panel.width() >= panel.minimumSizeHint().width(), entry.key
        for area in panel.findChildren(QScrollArea):
            assert area.widget().width() <= area.viewport().width(), entry.key
        edge = page.side.mapTo(window, page.side.rect().topRight())
        assert edge.x() <= window.width(), entry.key


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
def test_header_of_panel_and_of_conversation_are_one_line(window: Any, qtbot: Any, scale: float) -> None:
    window.resize(1280, 820)
    Theme.current().set_scale(scale)
    page = window.page("chat")
    page.open_panel("settings")
    qtbot.wait(20)
    strips = [each for each in page.side.findChildren(QWidget) if each.property("kind") == "header"]
    if page.header.isVisible():
        lower = page.header.mapTo(window, page.header.rect().bottomLeft()).y()
        assert strips[0].mapTo(window, strips[0].rect().bottomLeft()).y() == lower


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_what_is_below_a_message_is_as_high_as_its_buttons(window: Any, qtbot: Any, scale: float) -> None:
    page = window.page("chat")
    window.resize(1280, 820)
    Theme.current().set_scale(scale)
    page.dialogue.say("Good morning")
    qtbot.waitUntil(lambda: page.desk.session is not None and not page.desk.session.busy)
    qtbot.waitUntil(lambda: len(page.dialogue.transcript.visible_views()) == 2)
    for view in page.dialogue.transcript.visible_views():
        button = view.findChild(MessageActions).copy
        assert button.height() >= button.iconSize().height() + 2


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
def test_replies_are_as_wide_as_the_field_below_them(window: Any, qtbot: Any, scale: float) -> None:
    page = window.page("chat")
    window.resize(1280, 820)
    Theme.current().set_scale(scale)
    page.dialogue.say("Good morning")
    qtbot.waitUntil(lambda: len(page.dialogue.transcript.visible_views()) == 2)
    qtbot.wait(20)
    reply, field = page.dialogue.transcript.visible_views()[-1], page.dialogue.composer
    left = reply.mapTo(window, reply.rect().topLeft()).x()
    assert abs(left - field.mapTo(window, field.rect().topLeft()).x()) <= 8
    assert abs(reply.width() - field.width()) <= 16


def test_the_focus_goes_to_the_open_tab_where_a_panel_takes_the_conversations_place(
    window: Any, qtbot: Any
) -> None:
    page = window.page("chat")
    window.resize(1000, 640)
    Theme.current().set_scale(2.0)
    with qtbot.waitActive(window):
        window.activateWindow()
    page.dialogue.focus_text()
    page.open_panel("reply")
    assert window.focusWidget().accessibleName() == "Reply"
    page.side.open_panel("tools")
    assert window.focusWidget().accessibleName() == "Tools"
