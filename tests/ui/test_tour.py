"""The tour runs in the real window, waits for the person, and is not offered twice."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from hone.services import Services
from hone.ui.tour import tour as tour_module
from hone.ui.tour.chat_steps import RegenerateStep, SayStep, SwitchStep
from hone.ui.tour.place_steps import EndStep, ExactStep, WelcomeStep
from hone.ui.tour.spotlight import card_corner
from hone.ui.tour.tour import Tour

pytestmark = pytest.mark.window


@pytest.fixture
def tour(window: Any, monkeypatch: pytest.MonkeyPatch, qtbot: Any) -> Any:
    """Return a tour of the chat that has begun."""
    monkeypatch.setattr(tour_module, "_LOOK_MS", 1)
    steps = (WelcomeStep, SayStep, RegenerateStep, SwitchStep, ExactStep, EndStep)
    monkeypatch.setattr(tour_module, "STEPS", steps)
    window.commands.start_tour()
    begun: Tour = window.commands._tour
    yield begun
    begun.end()


def reach(qtbot: Any, tour: Any, kind: type) -> None:
    """Wait until a step is shown."""
    qtbot.waitUntil(lambda: isinstance(tour.step, kind), timeout=5000)


def test_it_is_walked_through_with_show_me(tour: Any, window: Any, services: Services, qtbot: Any) -> None:
    for kind in (WelcomeStep, SayStep, RegenerateStep, SwitchStep, ExactStep):
        reach(qtbot, tour, kind)
        tour.card.go.click()
    qtbot.waitUntil(lambda: bool(tour._looking), timeout=5000)
    session = window.page("chat").desk.session
    assert [message.text for message in session.tree()].count("Hello there, **friend**.") == 2
    assert window.page("chat").side.current_key == "exact"
    tour.card.go.click()
    reach(qtbot, tour, EndStep)
    assert not tour.card.skip.isVisible(), "at the end there is nothing to skip"
    tour.card.go.click()
    qtbot.waitUntil(lambda: services.settings.get().tour_seen)
    assert not tour.running


def test_a_step_goes_on_when_the_person_does_it(tour: Any, window: Any, qtbot: Any) -> None:
    tour.card.go.click()
    reach(qtbot, tour, SayStep)
    composer = window.page("chat").dialogue.composer
    assert composer.isAncestorOf(window.focusWidget()), "the person can type at once"
    QTest.keyClicks(window.focusWidget(), "My own words")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    reach(qtbot, tour, RegenerateStep)
    lit = tour.step.target()
    assert lit.accessibleName() == "Regenerate reply"
    assert tour.spotlight.hole.contains(lit.mapTo(window, lit.rect().center()))


def test_what_is_lit_can_be_clicked_through_the_veil(tour: Any, window: Any, qtbot: Any) -> None:
    tour.card.go.click()
    reach(qtbot, tour, SayStep)
    qtbot.wait(200)
    composer = window.page("chat").dialogue.composer
    inside = composer.mapTo(window, composer.rect().center())
    assert window.childAt(inside) is not tour.spotlight
    assert window.childAt(window.rect().center() - QPoint(0, 250)) is tour.spotlight


@pytest.mark.parametrize("way", ["button", "escape"])
def test_it_can_be_skipped_and_is_not_offered_again(
    tour: Any, window: Any, services: Services, qtbot: Any, way: str
) -> None:
    if way == "button":
        tour.card.skip.click()
    else:
        qtbot.keyClick(tour.card, Qt.Key.Key_Escape)
    assert not tour.running
    qtbot.waitUntil(lambda: services.settings.get().tour_seen)
    before = window.commands._tour
    window.commands.offer_tour()
    qtbot.wait(20)
    assert window.commands._tour is before
    window.commands.start_tour()
    assert window.commands._tour.running, "it can be taken again when asked for"
    window.commands._tour.end()


def test_a_failed_reply_is_told_and_can_be_tried_again(
    tour: Any, engine: Any, window: Any, qtbot: Any
) -> None:
    from hone.errors import HoneError

    tour.card.go.click()
    reach(qtbot, tour, SayStep)
    engine.problem = HoneError("The model cannot be loaded.", hint="Choose another one.")
    tour.card.go.click()
    qtbot.waitUntil(lambda: tour.card.go.isEnabled() and "cannot be loaded" in tour.card._text.text())
    assert isinstance(tour.step, SayStep)
    engine.problem = None
    tour.card.go.click()
    reach(qtbot, tour, RegenerateStep)


@pytest.mark.parametrize(
    "hole",
    [QRect(0, 100, 60, 60), QRect(940, 0, 50, 50), QRect(300, 560, 600, 70), QRect(640, 0, 360, 640)],
)
def test_the_card_stands_beside_the_hole_and_inside_the_window(hole: QRect) -> None:
    area, card = QRect(0, 0, 1000, 640), QRect(0, 0, 340, 240)
    placed = QRect(card_corner(area, hole, card), card.size())
    assert area.contains(placed)
    assert not placed.intersects(hole)
