"""The page Runs: the table, the view of a run, comparisons, and what is done with runs."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QLineEdit, QWidget
from tests.services.made_runs import a_step, folders_of, make_run

from hone.domain.plan import Training
from hone.domain.run_table import RunColumn
from hone.domain.runs import HeldOut, RunState
from hone.storage.metrics import MetricsFile
from hone.storage.paths import Paths
from hone.ui.kit.theme import Theme
from hone.ui.main_window import MainWindow

LONG = 30_000  # milliseconds: machines that test may be busy

pytestmark = pytest.mark.window
Make = Callable[[], MainWindow]


def page_of(window: MainWindow) -> Any:
    """Return the page."""
    return window.page("runs")


def names(page: Any) -> list[str]:
    """Return the names of the rows as shown."""
    return [row.name for row in page.desk.model.rows]


def choose(page: Any, qtbot: Any, *wanted: str) -> None:
    """Choose runs by name, and wait until what is known of them is shown."""
    page.table.select([row.id for row in page.desk.model.rows if row.name in wanted])
    shown = [row.id for row in page.chosen()]
    qtbot.waitUntil(
        lambda: (
            page.panel._comparison is not None and [row.id for row in page.panel._comparison.rows] == shown
        ),
        timeout=LONG,
    )


def test_an_empty_home_says_what_to_do(make_window: Make, qtbot: Any) -> None:
    window = make_window()
    page = page_of(window)
    assert page.begin.isVisible()
    assert not page.table.isVisible()
    page.begin.click()
    assert window.current_key == "tune"


def test_the_newest_run_is_shown_with_plan_and_results(paths: Paths, make_window: Make, qtbot: Any) -> None:
    make_run(paths, "Old")
    make_run(paths, "New", losses=(3.0, 1.5))
    page = page_of(make_window())
    assert names(page) == ["New", "Old"]
    assert [row.name for row in page.chosen()] == ["New"]
    qtbot.waitUntil(lambda: bool(page.panel.facts.told), timeout=LONG)
    told = page.panel.facts.told
    assert told["Best held-out loss"] == ("3.000 → 1.500",)
    assert told["Learning rate"] == ("3e-4",)
    assert told["Rank"] == ("16",)
    assert page.panel.name.text() == "New"
    assert "training" in page.panel.chart.entries[0].value
    qtbot.waitUntil(lambda: page.panel.facts.told.get("Adapter") == ("1 kB",), timeout=LONG)


def test_rows_are_filtered_by_words_and_pickers(paths: Paths, make_window: Make, qtbot: Any) -> None:
    make_run(paths, "Alpha", base="Large")
    make_run(paths, "Beta", state=RunState.FAILED)
    page = page_of(make_window())
    page.filter.search.setText("alp")
    assert names(page) == ["Alpha"]
    assert page._summary.text().startswith("1 of 2 runs")
    page.filter.search.clear()
    page.filter.state.set_current("failed")
    page.filter.state.picked.emit("failed")
    assert names(page) == ["Beta"]
    page.filter.search.setText("alp")
    assert names(page) == []
    assert page.show_all_button.isVisible()
    page.show_all_button.click()
    assert len(names(page)) == 2


def test_a_click_on_a_title_sorts_and_a_second_one_turns_it(
    paths: Paths, make_window: Make, qtbot: Any
) -> None:
    make_run(paths, "A", losses=(3.0, 2.0))
    make_run(paths, "B", losses=(3.0, 1.0))
    make_run(paths, "C", state=None)
    page = page_of(make_window())
    choose(page, qtbot, "A")
    column = list(RunColumn).index(RunColumn.SCORE)
    header = page.table.horizontalHeader()
    place = header.sectionViewportPosition(column) + 10
    for expected in (["B", "A", "C"], ["A", "B", "C"]):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 8))
        assert names(page) == expected
        assert [row.name for row in page.chosen()] == ["A"]


def test_runs_are_compared_by_what_differs(paths: Paths, make_window: Make, qtbot: Any) -> None:
    make_run(paths, "Slow", training=Training(learning_rate=1e-4), losses=(3.0, 2.0))
    make_run(paths, "Fast", training=Training(learning_rate=1e-3), losses=(3.0, 1.0))
    make_run(paths, "Same", training=Training(learning_rate=1e-3), losses=(3.0, 1.2))
    page = page_of(make_window())
    choose(page, qtbot, "Slow", "Fast")
    told = page.panel.facts.told
    assert set(told["Learning rate"]) == {"0.001", "1e-4"}
    assert "Epochs" not in told
    assert len(page.panel.chart.lines) == 2
    assert set(page.table.delegate.colours.values()) == {0, 1}
    choose(page, qtbot, "Same", "Fast")
    assert "Learning rate" not in page.panel.facts.told

    def said() -> list[str]:
        return [label.text() for label in page.panel.facts.findChildren(QLabel) if label.isVisible()]

    qtbot.waitUntil(lambda: any("same plan" in text for text in said()), timeout=LONG)


def test_more_than_four_are_not_compared_but_said(paths: Paths, make_window: Make, qtbot: Any) -> None:
    for number in range(5):
        make_run(paths, f"Run {number}", steps=3)
    page = page_of(make_window())
    page.table.selectAll()
    assert page.panel._stack.currentIndex() == 0
    assert page.panel._nothing.text().startswith("5 runs are chosen")


def test_curves_are_drawn_over_steps_tokens_and_time(paths: Paths, make_window: Make, qtbot: Any) -> None:
    make_run(paths, "A", steps=10)
    page = page_of(make_window())
    choose(page, qtbot, "A")
    chart = page.panel.chart
    ends = {}
    for axis in ("steps", "tokens", "time"):
        page.shell.commands.run(f"runs.by_{axis}")
        ends[axis] = chart.lines[0].end
    assert ends == {"steps": 10, "tokens": pytest.approx(2000), "time": 20.0}
    rough = list(chart.lines[0].smooth)
    chart.smoothing.setValue(100)
    assert list(chart.lines[0].smooth) != rough
    assert not chart.fit.isVisible()
    page.shell.commands.run("runs.nearer")
    assert chart.fit.isVisible()
    chart.fit.click()
    assert not chart.fit.isVisible()


def test_a_note_is_kept_when_another_run_is_chosen_and_marked_in_the_table(
    paths: Paths, make_window: Make, qtbot: Any
) -> None:
    first, _ = make_run(paths, "First"), make_run(paths, "Second")
    page = page_of(make_window())
    choose(page, qtbot, "First")
    page.panel.note.setPlainText("Too high a rate")
    choose(page, qtbot, "Second")
    assert page.panel.note.text() == ""
    qtbot.waitUntil(lambda: folders_of(paths).note(first.id) == "Too high a rate", timeout=LONG)
    qtbot.waitUntil(lambda: any(row.note for row in page.desk.model.rows), timeout=LONG)
    choose(page, qtbot, "First")
    assert page.panel.note.text() == "Too high a rate"


def test_a_note_is_kept_when_the_window_closes(paths: Paths, make_window: Make, qtbot: Any) -> None:
    run = make_run(paths, "First")
    window = make_window()
    page = page_of(window)
    choose(page, qtbot, "First")
    page.panel.note.setPlainText("Last words")
    window.close()
    assert folders_of(paths).note(run.id) == "Last words"


def test_a_run_is_renamed_in_the_panel(paths: Paths, make_window: Make, qtbot: Any) -> None:
    make_run(paths, "Before")
    page = page_of(make_window())
    choose(page, qtbot, "Before")
    page.panel.name.setText("After")
    page.panel.name.editingFinished.emit()
    qtbot.waitUntil(lambda: names(page) == ["After"], timeout=LONG)


def test_deleted_runs_come_back_together(paths: Paths, make_window: Make, qtbot: Any) -> None:
    for name in ("A", "B", "C"):
        make_run(paths, name, steps=3)
    page = page_of(make_window())
    notices: list[tuple[str, Any]] = []
    page.shell.notice_requested.connect(lambda text, _action, call: notices.append((text, call)))
    choose(page, qtbot, "A", "B")
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: bool(notices), timeout=LONG)
    qtbot.waitUntil(lambda: names(page) == ["C"], timeout=LONG)
    assert notices[0][0] == "2 runs are in the trash"
    notices[0][1]()
    qtbot.waitUntil(lambda: sorted(names(page)) == ["A", "B", "C"], timeout=LONG)


def test_a_run_that_trains_stays_and_is_followed(paths: Paths, make_window: Make, qtbot: Any) -> None:
    run = make_run(paths, "Live", state=RunState.RUNNING, steps=5)
    page = page_of(make_window())
    notices: list[str] = []
    page.shell.notice_requested.connect(lambda text, *_: notices.append(text))
    choose(page, qtbot, "Live")
    assert not page.panel.trash.isEnabled()
    page.delete()
    assert notices
    assert run.folder.is_dir()
    metrics = MetricsFile(run.folder / "metrics.jsonl")
    metrics.add(a_step(6, 10, 0.9))
    metrics.add(HeldOut(step=6, loss=0.4, token_accuracy=0.9))
    page._timer.timeout.emit()
    qtbot.waitUntil(lambda: page.desk.model.rows[0].step == 6, timeout=LONG)
    qtbot.waitUntil(lambda: page.panel.chart.lines[0].end == 6, timeout=LONG)


def test_a_run_is_opened_where_it_is_trained(paths: Paths, make_window: Make, qtbot: Any) -> None:
    run = make_run(paths, "Mine")
    window = make_window()
    page = page_of(window)
    choose(page, qtbot, "Mine")
    page.panel.open.click()
    assert window.current_key == "tune"
    tune: Any = window.page("tune")
    assert tune._run_page.view.run_id == run.id


def test_a_clone_is_a_draft_and_the_draft_before_is_a_click_away(
    paths: Paths, make_window: Make, qtbot: Any, services: Any
) -> None:
    from hone.tuning.draft import Draft

    services.drafts.save(Draft(name="Half done", base=Path("/models/other")))
    make_run(paths, "Mine", training=Training(epochs=2.5))
    window = make_window()
    page = page_of(window)
    notices: list[tuple[str, Any]] = []
    page.shell.notice_requested.connect(lambda text, _action, call: notices.append((text, call)))
    choose(page, qtbot, "Mine")
    page.panel.clone.click()
    qtbot.waitUntil(lambda: bool(notices), timeout=10_000)
    assert window.current_key == "tune"
    tune: Any = window.page("tune")
    assert tune.session.draft.name == "Mine 2"
    assert tune.session.draft.training.epochs == 2.5
    notices[0][1]()
    assert tune.session.draft.name == "Half done"


def test_the_rows_that_are_shown_are_exported(
    paths: Paths, make_window: Make, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_run(paths, "Alpha")
    make_run(paths, "Beta")
    page = page_of(make_window())
    target = tmp_path / "out.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.filter.search.setText("alpha")
    page.export_button.click()
    qtbot.waitUntil(target.exists, timeout=LONG)
    with target.open(encoding="utf-8", newline="") as file:
        assert [row["name"] for row in csv.DictReader(file)] == ["Alpha"]


def test_a_run_that_is_deleted_elsewhere_goes_without_a_word(
    paths: Paths, make_window: Make, qtbot: Any
) -> None:
    make_run(paths, "Stays")
    gone = make_run(paths, "Goes")
    page = page_of(make_window())
    problems: list[object] = []
    page.shell.error_told.connect(problems.append)
    choose(page, qtbot, "Stays")
    folders_of(paths).delete(gone.id)
    page.table.select([gone.id])
    qtbot.waitUntil(lambda: names(page) == ["Stays"], timeout=LONG)
    assert problems == []


def test_500_runs_do_not_hold_the_window_up(paths: Paths, make_window: Make, qtbot: Any) -> None:
    from tests.services.test_run_table import many

    many(paths, 500, steps=5)
    page = page_of(make_window())
    qtbot.waitUntil(lambda: len(page.desk.sizes) == 500, timeout=30_000)
    began = time.process_time()
    page.filter.search.setText("copy 4")
    page.table.viewport().repaint()
    assert time.process_time() - began < 0.2
    assert 100 < len(names(page)) < 200


@pytest.mark.parametrize("size", [(1280, 820), (1000, 640)])
@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_nothing_stands_outside_at_any_text_size(
    paths: Paths, make_window: Make, qtbot: Any, scale: float, size: tuple[int, int]
) -> None:
    make_run(paths, "A run of a rather long name that has to give way")
    window = make_window()
    page = page_of(window)
    choose(page, qtbot, *names(page))
    window.resize(*size)
    Theme.current().set_scale(scale)
    qtbot.wait(60)
    assert window.width() == size[0]
    for widget in (page.new_button, page.table, page.filter.search, page.panel.menu, page.panel.chart):
        right = widget.mapTo(page, widget.rect().topRight()).x()
        assert right <= page.width(), widget
    visible = [place for place in range(len(RunColumn)) if not page.table.isColumnHidden(place)]
    assert sum(page.table.columnWidth(place) for place in visible) <= page.table.viewport().width()
    assert page.table.height() + page.panel.height() <= page.height()


def test_every_control_has_a_name(paths: Paths, make_window: Make, qtbot: Any) -> None:
    make_run(paths, "A")
    page = page_of(make_window())
    choose(page, qtbot, "A")
    for widget in page.findChildren(QWidget):
        if isinstance(widget, QAbstractButton | QLineEdit) and widget.isVisible():
            read = QAccessible.queryAccessibleInterface(widget)
            name = read.text(QAccessible.Text.Name) if read is not None else ""
            inner = isinstance(widget.parent(), QLineEdit)
            assert inner or name or widget.accessibleName(), widget
