"""The table of rows, the row as it is learned, and what is done to rows until it is saved."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt, QThreadPool
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from hone.domain.data_changes import AddRows, AnyChange, DropRows, ReplaceRow
from hone.domain.models import Model, ModelFormat
from hone.services import Services
from hone.services.row_edits import RowEditService
from hone.storage.database import Database
from hone.storage.paths import Paths
from hone.storage.settings import SettingsStore
from hone.ui.data.rows.content_parts import TurnsPart
from hone.ui.data.rows.row_model import RowColumn
from hone.ui.data.rows.tab import RowsTab
from hone.ui.data.tab import DataContext
from hone.ui.kit.buttons import Button
from hone.ui.page import Shell

from .rows_bench import FakeData, content, data_set

LONG = 30_000  # milliseconds: machines that test may be busy

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("propagateSizeHints")]
MODEL = Model(
    id="m",
    name="Model",
    path=Path("/models/m"),
    format=ModelFormat.SAFETENSORS,
    size_bytes=1,
    context_length=1024,
)


class Bench:
    """A tab over rows in memory, and what it asks for."""

    def __init__(self, tab: RowsTab, data: FakeData) -> None:
        self.tab, self.data = tab, data
        self.context = tab.context
        self.changes: list[tuple[tuple[AnyChange, ...], str]] = []
        self.notices: list[str] = []
        tab.context.change_requested.connect(lambda changes, said: self.changes.append((changes, said)))
        tab.context.shell.notice_requested.connect(lambda text, _action, _call: self.notices.append(text))

    def text(self, row: int, column: RowColumn = RowColumn.PROMPT) -> str:
        """Return a cell as the table shows it."""
        index = self.tab.model.index(self.tab.model.place(row), column)
        return str(index.data())

    def turn(self, place: int) -> Any:
        """Return the card of a turn in the form."""
        part = next(each for each in self.tab.editor.parts.values() if isinstance(each, TurnsPart))
        return part.cards[place]

    def run(self, key: str) -> None:
        """Run a command."""
        self.context.shell.commands.run(f"data.rows_{key}")


@pytest.fixture
def data() -> FakeData:
    return FakeData()


@pytest.fixture
def make_tab(paths: Paths, data: FakeData, qtbot: Any) -> Iterator[Callable[..., Bench]]:
    """Return a function that opens the tab as a start of the program does, on the same home."""
    database = Database(paths.database, paths.backups)
    tabs: list[RowsTab] = []

    def make(opened: Any = None) -> Bench:
        services = Services(
            paths=paths,
            settings=SettingsStore(paths.settings),
            data=data,
            row_edits=RowEditService(database),
        )
        shell = Shell(services)
        context = DataContext(shell)
        context.setParent(shell)
        context.model = MODEL
        context.data_set = opened or data_set()
        tab = RowsTab(context)
        shell.setParent(tab)
        qtbot.addWidget(tab)
        tab.resize(1100, 700)
        with qtbot.waitExposed(tab):
            tab.show()
        tab.shown()
        tabs.append(tab)
        qtbot.waitUntil(lambda: tab.desk.ready, timeout=5000)
        return Bench(tab, data)

    yield make
    data.gate.set()
    for tab in tabs:
        tab.flush()
    QThreadPool.globalInstance().waitForDone(5000)


@pytest.fixture
def bench(make_tab: Callable[..., Bench], qtbot: Any) -> Bench:
    bench = make_tab()
    qtbot.waitUntil(lambda: bench.text(1).startswith("Question of one 1"), timeout=LONG)
    return bench


def test_rows_are_shown_with_their_numbers_and_first_lines(bench: Bench) -> None:
    assert bench.tab.model.rowCount() == 30
    assert bench.text(7, RowColumn.NUMBER) == "7"
    assert bench.text(7) == "Question of one 7?"
    assert bench.text(7, RowColumn.REPLY) == "Answer 7."
    assert bench.text(7, RowColumn.TURNS) == "2"


def test_a_row_is_shown_as_it_is_learned_when_it_is_chosen(bench: Bench, qtbot: Any) -> None:
    bench.tab.table.go_to(5)
    qtbot.waitUntil(
        lambda: bench.tab.learned.view.shown is not None and bench.tab.learned.view.shown.row == 5,
        timeout=LONG,
    )
    tones = {tone for tone, _ in bench.tab.learned.remarks}
    assert tones == {"success"}
    assert any("2 of 3 tokens" in sentence for _, sentence in bench.tab.learned.remarks)


def test_neighbours_are_rendered_before_they_are_asked_for(bench: Bench, qtbot: Any) -> None:
    bench.tab.table.go_to(5)
    qtbot.waitUntil(lambda: any(6 in call[2] for call in bench.data.calls("preview")), timeout=LONG)
    qtbot.waitUntil(lambda: bench.tab.learned.view.shown is not None, timeout=LONG)
    qtbot.wait(80)
    before = len(bench.data.calls("preview"))
    bench.data.gate.clear()
    bench.tab.table.go_to(6)
    assert bench.tab.learned.view.shown.row == 6, "it was there already"
    assert not any(6 in rows for *_, rows in bench.data.calls("preview")[before:])
    bench.data.gate.set()


def test_a_million_rows_scroll_without_being_fetched(
    make_tab: Callable[..., Bench], data: FakeData, qtbot: Any
) -> None:
    data.count = 1_000_000
    bench = make_tab(data_set(rows=1_000_000))
    bar = bench.tab.table.verticalScrollBar()
    for step in range(40):
        bar.setValue(bar.maximum() * step // 39)
        qtbot.wait(5)
    qtbot.waitUntil(lambda: bench.text(1_000_000) == "Question of one 1000000?", timeout=5000)
    assert len(data.calls("rows")) <= 45
    assert len(bench.tab.desk.pages._rows) <= 6000


def test_late_answers_of_another_data_set_are_dropped(bench: Bench, data: FakeData, qtbot: Any) -> None:
    data.gate.clear()
    bench.tab.desk.pages.open(Path("/data/one.jsonl"), bench.tab.desk.data_set.version.reading)
    bench.tab.model.data(bench.tab.model.index(0, 1))
    qtbot.waitUntil(lambda: len(data.calls("rows")) >= 2, timeout=LONG)
    bench.context.data_set = data_set("two")
    bench.context.opened.emit()
    data.gate.set()
    qtbot.waitUntil(lambda: bench.text(1) == "Question of two 1?", timeout=LONG)
    qtbot.wait(100)
    assert bench.text(1) == "Question of two 1?"
    assert bench.tab.learned.view.shown is None or "of two" in bench.tab.learned.view.shown.tokens[1].text


def test_writing_in_the_form_is_one_change_until_there_is_a_pause(bench: Bench) -> None:
    bench.tab.table.go_to(2)
    bench.tab.show_mode("edit")
    for text in ("N", "Ne", "New"):
        bench.turn(1).area.setPlainText(text)
    assert bench.text(2, RowColumn.REPLY) == "New"
    assert bench.tab.pending.sentence == "1 row changed, not saved yet"
    assert bench.tab.desk.undo_stack.count() == 1
    bench.run("undo")
    assert bench.text(2, RowColumn.REPLY) == "Answer 2."
    assert bench.turn(1).area.toPlainText() == "Answer 2."


def test_undo_to_the_beginning_gives_the_same_rows(bench: Bench) -> None:
    tab = bench.tab
    before = [bench.text(row, column) for row in range(1, 31) for column in RowColumn]
    tab.table.go_to(3)
    tab.show_mode("edit")
    bench.turn(0).area.setPlainText("Other question")
    bench.turn(1).role.picked.emit("user")
    bench.turn(0).moved.emit(0, 1)
    tab.table.select((4, 5, 6))
    bench.run("delete")
    tab.table.select((7,))
    bench.run("duplicate")
    bench.run("add")
    bench.turn(0).area.setPlainText("What is new?")
    index = tab.model.index(tab.model.place(9), RowColumn.REPLY)
    assert tab.model.setData(index, "Typed in the table")
    tab.table.select((-1, 10))
    bench.run("delete")
    done = tab.desk.changes()
    assert [type(each) for each in done] == [ReplaceRow, ReplaceRow, DropRows, AddRows]
    assert tab.model.rowCount() == 31
    while tab.desk.undo_stack.canUndo():
        bench.run("undo")
    assert tab.desk.changes() == ()
    assert [bench.text(row, column) for row in range(1, 31) for column in RowColumn] == before
    assert tab.model.rowCount() == 30
    while tab.desk.undo_stack.canRedo():
        bench.run("redo")
    assert tab.desk.changes() == done


def test_pending_edits_and_their_undo_survive_a_restart(
    bench: Bench, make_tab: Callable[..., Bench], qtbot: Any
) -> None:
    bench.tab.table.select((4,))
    bench.run("delete")
    bench.tab.table.select((5,))
    bench.run("duplicate")
    bench.run("undo")
    bench.tab.flush()
    QThreadPool.globalInstance().waitForDone(5000)
    again = make_tab()
    assert again.tab.pending.sentence == "1 row changed, not saved yet"
    assert again.tab.desk.changes() == (DropRows(rows=(4,)),)
    again.run("redo")
    assert [type(each) for each in again.tab.desk.changes()] == [DropRows, AddRows]
    again.run("undo")
    again.run("undo")
    assert again.tab.desk.changes() == ()


def test_saving_asks_for_a_version_and_its_edits_are_not_pending_any_more(bench: Bench, qtbot: Any) -> None:
    bench.tab.table.select((1, 2))
    bench.run("delete")
    bench.run("save")
    assert bench.changes == [((DropRows(rows=(1, 2)),), "2 rows changed")]
    assert bench.tab.desk.count == 2, "until there is such a version"
    bench.context.data_set = data_set(rows=28, number=2, changes=(DropRows(rows=(1, 2)),))
    bench.context.opened.emit()
    qtbot.waitUntil(lambda: bench.tab.desk.ready, timeout=LONG)
    assert bench.tab.desk.count == 0
    bench.context.data_set = data_set()
    bench.context.opened.emit()
    qtbot.waitUntil(lambda: bench.tab.desk.ready, timeout=LONG)
    assert bench.tab.desk.count == 2, "undoing the version brings the edits back"


def test_edits_of_a_version_that_was_left_are_not_forgotten(bench: Bench, qtbot: Any) -> None:
    went: list[int] = []
    bench.context.version_requested.connect(went.append)
    bench.tab.table.select((1, 2))
    bench.run("delete")
    bench.context.data_set = data_set(rows=29, number=2, changes=(DropRows(rows=(9,)),))
    bench.context.opened.emit()
    qtbot.waitUntil(bench.tab.elsewhere.isVisible, timeout=LONG)
    assert bench.tab.desk.count == 0
    assert "2 rows changed in version 1" in bench.tab.elsewhere.accessibleName()
    next(each for each in bench.tab.elsewhere.findChildren(Button) if "version 1" in each.text()).click()
    assert went == [1]


def test_a_version_that_could_not_be_made_costs_no_edit(bench: Bench, make_tab: Callable[..., Bench]) -> None:
    bench.tab.table.select((1,))
    bench.run("delete")
    bench.run("save")
    bench.tab.flush()
    QThreadPool.globalInstance().waitForDone(5000)
    assert make_tab().tab.desk.changes() == (DropRows(rows=(1,)),)


def test_a_row_that_is_written_back_is_not_changed(bench: Bench) -> None:
    index = bench.tab.model.index(1, RowColumn.REPLY)
    bench.tab.model.setData(index, "Other")
    assert bench.tab.desk.count == 1
    bench.tab.desk.replace(2, bench.data.shown(Path("one"), 2).content, "Edit row 2")
    assert bench.tab.desk.count == 0


def test_discarding_is_undone_at_once(bench: Bench) -> None:
    bench.tab.table.select((1, 2, 3))
    bench.run("delete")
    bench.run("discard")
    assert bench.tab.desk.count == 0
    assert bench.notices == ["Changes discarded"]
    bench.run("undo")
    assert bench.tab.desk.count == 3


def test_an_edited_row_is_rendered_as_it_is_going_to_be(bench: Bench, qtbot: Any) -> None:
    bench.tab.table.go_to(2)
    bench.tab.model.setData(bench.tab.model.index(1, RowColumn.REPLY), "Quite another answer")
    qtbot.waitUntil(lambda: bool(bench.data.calls("preview_contents")), timeout=LONG)
    shown = bench.tab.learned.view
    qtbot.waitUntil(
        lambda: shown.shown is not None and "Quite another" in shown.shown.tokens[1].text, timeout=LONG
    )
    assert shown.shown.row == 2


def test_json_that_is_wrong_is_said_and_not_taken(bench: Bench) -> None:
    bench.tab.table.go_to(2)
    bench.run("json")
    bench.tab.editor.json.setPlainText('{"messages": [')
    assert "line 1" in bench.tab.editor.wrong.text()
    assert bench.tab.desk.count == 0
    bench.tab.editor.json.setPlainText(json.dumps({"messages": []}))
    assert bench.tab.editor.wrong.isHidden()
    assert bench.tab.desk.count == 1


def test_tools_are_checked(bench: Bench) -> None:
    bench.tab.table.go_to(2)
    bench.tab.show_mode("edit")
    bench.tab.desk.replace(2, json.dumps({**json.loads(content(2)), "tools": "[]"}), "Edit")
    part: Any = bench.tab.editor.parts["tools"]
    part.area.setPlainText('[{"type": "function"}]')
    assert "name" in part.wrong.text()
    part.area.setPlainText('[{"type": "function", "function": {"name": "look"}}]')
    assert part.wrong.isHidden()


def test_rows_are_copied_as_json_lines(bench: Bench) -> None:
    bench.tab.table.select((2, 3))
    bench.run("copy")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [json.loads(line)["messages"][1]["content"] for line in lines] == ["Answer 2.", "Answer 3."]


def test_a_filter_shows_the_rows_that_were_found(bench: Bench, data: FakeData, qtbot: Any) -> None:
    data.found = (3, 20)
    bench.tab.filter.search.setText("three")
    bench.tab.filter._ask()
    qtbot.waitUntil(lambda: bench.tab.model.rowCount() == 2, timeout=LONG)
    assert data.calls("find")[-1][1].contains == "three"
    assert [bench.tab.model.row_at(place) for place in (0, 1)] == [3, 20]
    assert bench.tab.filter.found.text() == "2 rows"
    bench.run("all")
    assert bench.tab.model.rowCount() == 30


def test_a_wanted_row_is_shown_although_a_filter_hides_it(bench: Bench, data: FakeData, qtbot: Any) -> None:
    data.found = (3,)
    bench.tab.filter.search.setText("three")
    bench.tab.filter._ask()
    qtbot.waitUntil(lambda: bench.tab.model.rowCount() == 1, timeout=LONG)
    bench.context.row_requested.emit(12)
    assert bench.tab.table.current_row == 12
    assert bench.tab.model.rowCount() == 30


def test_keys_undo_and_redo_also_while_the_cursor_is_in_a_text(bench: Bench, qtbot: Any) -> None:
    bench.tab.table.go_to(2)
    bench.tab.show_mode("edit")
    area = bench.turn(1).area
    with qtbot.waitActive(bench.tab):
        bench.tab.activateWindow()
    area.setFocus()
    qtbot.keyClicks(area, "xy")
    assert bench.tab.desk.count == 1
    qtbot.keyClick(area, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bench.tab.desk.count == 0
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(bench.turn(1).area, Qt.Key.Key_Z, both)
    assert bench.tab.desk.count == 1


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_the_tab_gives_way_in_a_small_window(bench: Bench, theme: Any, qtbot: Any, scale: float) -> None:
    holder = QWidget()
    QVBoxLayout(holder).addWidget(bench.tab)
    qtbot.addWidget(holder)
    holder.resize(1100, 700)
    holder.show()
    theme.set_scale(scale)
    holder.resize(640, 400)
    qtbot.wait(50)
    assert holder.size() == QSize(640, 400), "nothing keeps the window larger"
    assert bench.tab.place.isVisible(), "table and row take turns"
    assert bench.tab.table.isVisible() != bench.tab.learned.isVisible()
    bench.tab.place.set_current("table")
    bench.tab.place.chosen.emit("table")
    assert bench.tab.table.isVisible()
    assert not bench.tab.learned.isVisible()
    holder.resize(1100, 700 if scale < 2 else 1300)
    qtbot.wait(50)
    assert bench.tab.table.isVisible()
    assert bench.tab.learned.isVisible()
    bench.tab.setParent(None)


def test_every_control_has_a_name(bench: Bench) -> None:
    bench.tab.table.go_to(1)
    bench.tab.show_mode("edit")
    for kind in (QAbstractButton, QLineEdit, QPlainTextEdit):
        for control in bench.tab.findChildren(kind):
            if control.isVisible() and control.objectName() != "qt_spinbox_lineedit":
                named = control.accessibleName() or (isinstance(control, QAbstractButton) and control.text())
                assert named or control.objectName().startswith("qt_"), control
