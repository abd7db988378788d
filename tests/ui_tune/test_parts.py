"""The page's own widgets: what they show, and that they are named and quiet in both themes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import numpy as np
import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from hone.domain.plan import Base, Data, Plan
from hone.domain.runs import HeldOut, Run, RunState
from hone.ui.kit.theme import Theme
from hone.ui.kit.token_layout import place_tokens
from hone.ui.tune.loss_series import LossSeries
from hone.ui.tune.run_list_model import thinned
from hone.ui.tune.run_words import subject
from hone.ui.tune.verdict import verdict_title, verdict_tone

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("propagateSizeHints")]


def wait_until(qtbot, condition) -> None:
    qtbot.waitUntil(condition, timeout=20_000)


def a_run(run_id: str, state: RunState, best: float | None = None) -> Run:
    return Run(
        id=run_id,
        name=f"Run {run_id}",
        state=state,
        folder=Path("/runs") / run_id,
        created_at=datetime.now(UTC),
        plan=Plan(name=run_id, base=Base(model=Path("/m/demo")), data=Data(train=Path("/d/rows.jsonl"))),
        step=10,
        steps=40,
        best=HeldOut(step=10, loss=best, token_accuracy=0.5) if best else None,
        base=HeldOut(step=0, loss=3.0, token_accuracy=0.2),
    )


def test_series_when_resumed_from_an_earlier_step_drops_what_came_after() -> None:
    series = LossSeries()
    for step in range(1, 2001):
        series.add(step, 2.0)
    series.add_held_out(1500, 1.9)
    series.add(1001, 1.0)
    assert len(series) == 1001
    assert series.at(1001.2).loss == 1.0
    assert list(series.held_out[0]) == []


def test_series_smoothed_is_the_mean_of_the_last_steps() -> None:
    series = LossSeries()
    for step in range(1, 101):
        series.add(step, float(step))
    assert series.smoothed[0] == 1.0
    assert series.smoothed[-1] == pytest.approx(np.mean(range(93, 101)))


def test_outline_of_a_long_run_keeps_its_extremes() -> None:
    series = LossSeries()
    for step in range(1, 50_001):
        series.add(step, 9.0 if step == 31_415 else 2.0)
    steps, losses = series.outline()
    assert len(steps) <= 2200
    assert losses.max() == 9.0
    assert steps[losses.argmax()] == 31_415
    assert len(series.smooth_outline()[0]) <= 2100


def test_thinned_curve_keeps_its_mean() -> None:
    curve = list(range(1000))
    short = thinned([float(value) for value in curve])
    assert len(short) == 60
    assert np.mean(short) == pytest.approx(np.mean(curve), rel=0.01)


def test_tokens_when_too_wide_flow_into_lines(rendered) -> None:
    layout = place_tokens(rendered.tokens, 100.0, 20.0, lambda text, look: 60.0)
    assert [placed.y for placed in layout.tokens] == [0.0, 20.0, 40.0, 60.0]
    assert layout.at(5, 45, 20.0) == 2


@pytest.fixture
def rendered(request):
    from hone.domain.datasets import RenderedRow, Token

    tokens = (
        Token(id=1, text="<|im_start|>", trained=False, special=True),
        Token(id=2, text="Hello", trained=False),
        Token(id=3, text=" there", trained=True),
        Token(id=4, text="<|im_end|>", trained=True, special=True),
    )
    return RenderedRow(
        row=1, tokens=tokens, full_length=4, trained_tokens=2, stop_token_trained=True, prefix_stable=True
    )


def test_preview_colours_tell_trained_from_read_tokens(qtbot, rendered) -> None:
    from hone.ui.kit.token_view import TokenView

    view = TokenView()
    qtbot.addWidget(view)
    view.resize(500, 200)
    view.show_row(rendered)
    view.show()
    grounds = [view.colour_of(token).name() for token in rendered.tokens]
    assert len(set(grounds)) == 4
    image = view.grab().toImage()
    found = {image.pixelColor(x, y).name() for x in range(0, 500, 2) for y in range(0, 60, 2)}
    assert set(grounds) <= found
    assert "trained: the model learns" in view.describe(2)
    assert "2 of them trained" in view.accessibleDescription()


def test_stop_token_when_not_trained_is_warned_about(qtbot, rendered) -> None:
    import msgspec

    from hone.ui.tune.steps.preview_card import PreviewCard

    card = PreviewCard()
    qtbot.addWidget(card)
    card.show_row(msgspec.structs.replace(rendered, stop_token_trained=False))
    assert "may never end" in card.stop_sentence
    card.show_row(rendered)
    assert "learns where a reply ends" in card.stop_sentence


@pytest.mark.parametrize(
    ("best", "tone", "word"),
    [(1.5, "success", "learned"), (3.4, "warning", "worse"), (2.99, "warning", "No real")],
)
def test_verdict_says_what_the_held_out_rows_say(best: float, tone: str, word: str) -> None:
    run = a_run("a", RunState.FINISHED, best)
    assert verdict_tone(run) == tone
    assert word in verdict_title(run)


def test_overview_when_run_is_deleted_can_be_undone(qtbot, make_page, shops) -> None:
    shops.runs.keep(a_run("one", RunState.STOPPED))
    page = make_page()
    wait_until(qtbot, lambda: len(page.overview.cards) == 1)
    page.overview.run_action_requested.emit("delete", "one")
    wait_until(qtbot, lambda: bool(shops.notices))
    assert page.overview.cards == ()
    text, undo = shops.notices[0]
    assert "Run one" in text
    undo()
    wait_until(qtbot, lambda: len(page.overview.cards) == 1)


def test_card_offers_what_the_state_asks_for(qtbot, make_page, shops) -> None:
    states = (RunState.FINISHED, RunState.FAILED, RunState.INTERRUPTED, RunState.STOPPED)
    for state in states:
        shops.runs.keep(a_run(state.value, state, 1.5))
    page = make_page()
    wait_until(qtbot, lambda: len(page.overview.cards) == len(states))
    actions = {card.run.state: card.main_action() for card in page.overview.cards}
    assert actions == {
        RunState.FINISHED: "chat",
        RunState.FAILED: "resume",
        RunState.INTERRUPTED: "resume",
        RunState.STOPPED: "resume",
    }


def test_resume_from_the_overview_keeps_the_checkpoints(qtbot, make_page, shops) -> None:
    shops.runs.keep(a_run("one", RunState.INTERRUPTED))
    page = make_page()
    wait_until(qtbot, lambda: len(page.overview.cards) == 1)
    page.overview.run_action_requested.emit("resume", "one")
    wait_until(qtbot, lambda: shops.runs.kept["one"].state is RunState.FINISHED)
    assert shops.runs.resumed == [True]


def test_run_when_renamed_in_its_card_keeps_the_name(qtbot, make_page, shops) -> None:
    shops.runs.keep(a_run("one", RunState.FINISHED, 1.5))
    page = make_page()
    wait_until(qtbot, lambda: len(page.overview.cards) == 1)
    card = page.overview.cards[0]
    card.start_rename()
    card.name_edit.setText("Better name")
    card.name_edit.editingFinished.emit()
    wait_until(qtbot, lambda: shops.runs.kept["one"].name == "Better name")


def test_everything_that_can_be_used_has_a_name(qtbot, make_page, shops, data_file) -> None:
    shops.runs.keep(a_run("one", RunState.FINISHED, 1.5))
    page = make_page()
    wait_until(qtbot, lambda: len(page.overview.cards) == 1)
    page.open_run("one")
    page.overview.sample_requested.emit()
    wait_until(qtbot, lambda: page.session.data.counts is not None)
    page.wizard.method.mode.set_current("advanced")
    page.wizard.method.mode.chosen.emit("advanced")
    nameless = [widget for widget in page.findChildren(QWidget) if usable(widget) and not name_of(widget)]
    assert nameless == []


def usable(widget: QWidget) -> bool:
    own = widget.objectName().startswith("qt_")
    inner = own or isinstance(widget.parent(), QAbstractSpinBox) or isinstance(widget, QScrollBar)
    return isinstance(widget, QAbstractButton | QLineEdit | QAbstractSpinBox | QAbstractSlider) and not inner


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("width", [1000, 1440])
def test_pages_are_drawn_without_warnings(qtbot, make_page, shops, data_file, mode: str, width: int) -> None:
    shops.runs.keep(a_run("one", RunState.RUNNING, 1.5))
    page = make_page()
    page.resize(width, 700)
    Theme.current().set_mode(mode)
    page.overview.sample_requested.emit()
    wait_until(qtbot, lambda: page.session.plan.forecast is not None)
    grounds = set()
    for step in ("base", "data", "method", "check", "run"):
        page.wizard.open_step(step)
        assert page.wizard.step == step
        image = page.grab().toImage()
        assert image.width() == width
        grounds.add(image.pixelColor(width - 4, 4).name())
    assert grounds == {Theme.current().colour("window").name()}


def test_steps_fit_a_narrow_window_with_large_text(qtbot, make_page) -> None:
    theme = Theme.current()
    theme.set_mode("dark", 1.3)
    try:
        page = make_page()
        page.resize(924, 680)
        page.show()
        page.overview.sample_requested.emit()
        wait_until(qtbot, lambda: page.session.plan.forecast is not None)
        assert too_wide(page.wizard) == []
        page.session.data.open(None)
        assert too_wide(page.wizard) == []
    finally:
        theme.set_mode("light", 1.0)


def too_wide(wizard) -> list[str]:
    steps = {"base": wizard.base, "data": wizard.data, "method": wizard.method, "check": wizard.check}
    wide = []
    for name, step in steps.items():
        wizard.open_step(name)
        if wizard.step == name:
            QApplication.processEvents()
            area = step.findChild(QScrollArea)
            if area.widget().minimumSizeHint().width() > area.viewport().width():
                wide.append(f"{name}: {area.widget().minimumSizeHint().width()} > {area.viewport().width()}")
    return wide


def test_what_was_trained_on_is_named_by_its_data_set_when_the_file_is_a_version() -> None:
    run = a_run("a", RunState.FINISHED)
    of_version = Data(train=Path("/home/me/.hone/datasets/tickets/versions/0003.jsonl"))
    plan = msgspec.structs.replace(run.plan, data=of_version)
    assert subject(run).endswith("rows.jsonl")
    assert subject(msgspec.structs.replace(run, plan=plan)).endswith("tickets/0003.jsonl")
