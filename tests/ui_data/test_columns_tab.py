"""Choosing what the rows of a file are, and which column holds what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QLabel

from hone.domain.dataset_library import DataOrigin, DataSet, Version
from hone.domain.datasets import AS_FOUND, Column, Columns, Guess, Reading
from hone.errors import BadInput
from hone.services import Services
from hone.services.data import DataService
from hone.storage.paths import Paths
from hone.storage.settings import SettingsStore
from hone.ui.data.mapping.sheet import MappingSheet
from hone.ui.data.mapping.tab import ColumnsTab
from hone.ui.data.tab import DataContext
from hone.ui.page import Shell

from .rows_bench import FakeData, data_set

LONG = 30_000  # milliseconds: machines that test may be busy

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("propagateSizeHints")]


def of_file(path: Path, reading: Reading = AS_FOUND) -> DataSet:
    """Return a data set whose first version is a file."""
    opened = data_set()
    version = msgspec.structs.replace(opened.version, path=path, reading=reading)
    return msgspec.structs.replace(opened, versions=(version,), source=path, origin=DataOrigin.FILE)


class Bench:
    """A tab over a service, and the readings that it asks to keep."""

    def __init__(self, tab: ColumnsTab) -> None:
        self.tab, self.desk = tab, tab.desk
        self.kept: list[Reading] = []
        tab.context.reading_requested.connect(self.kept.append)

    def field(self, name: str) -> Any:
        """Return the choice of a field."""
        return next(each for each in self.tab.view.choices.fields if each.field.name == name)


@pytest.fixture
def make_tab(paths: Paths, qtbot: Any) -> Iterator[Callable[..., Bench]]:
    """Return a function that opens the tab on a data set."""

    def make(data: Any, opened: DataSet) -> Bench:
        shell = Shell(Services(paths=paths, settings=SettingsStore(paths.settings), data=data))
        context = DataContext(shell)
        context.setParent(shell)
        context.data_set = opened
        tab = ColumnsTab(context)
        shell.setParent(tab)
        qtbot.addWidget(tab)
        tab.resize(1000, 700)
        with qtbot.waitExposed(tab):
            tab.show()
        tab.shown()
        return Bench(tab)

    yield make
    QThreadPool.globalInstance().waitForDone(5000)


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """Return a file whose columns fit nothing by themselves."""
    path = tmp_path / "odd.jsonl"
    lines = [f'{{"a": {n}, "b": {{"q": "Question {n}?"}}, "c": ["Answer {n}."]}}' for n in range(20)]
    path.write_text("\n".join(lines))
    return path


def test_the_guess_is_told_with_how_sure_it_is(make_tab: Callable[..., Bench], qtbot: Any) -> None:
    bench = make_tab(FakeData(), of_file(Path("/data/one.csv")))
    qtbot.waitUntil(lambda: bool(bench.tab.view.choices.fields), timeout=LONG)
    assert "50%" in bench.tab.view.choices._said.text()
    assert bench.field("prompt").column.current() == "frage"
    assert bench.field("system").column.current() == ""
    assert bench.tab.view.choices.shape.current() == "prompt_completion"


def test_another_column_is_read_and_kept(make_tab: Callable[..., Bench], qtbot: Any) -> None:
    data = FakeData()
    known = data.columns_found.reading
    bench = make_tab(data, of_file(Path("/data/one.csv"), known))
    qtbot.waitUntil(lambda: bool(bench.desk.rows), timeout=LONG)
    assert not bench.tab.view.keep.isEnabled(), "that is the reading in use"
    bench.field("completion").column.picked.emit("frage")
    qtbot.waitUntil(lambda: len(data.calls("rows")) == 2, timeout=LONG)
    assert data.calls("rows")[-1][2].columns["completion"] == "frage"
    qtbot.waitUntil(bench.tab.view.keep.isEnabled, timeout=LONG)
    bench.tab.context.shell.commands.run("data.columns_keep")
    assert [each.columns["completion"] for each in bench.kept] == ["frage"]
    bench.tab.context.shell.commands.run("data.columns_reset")
    qtbot.waitUntil(lambda: bool(bench.desk.rows) and not bench.desk.changed, timeout=LONG)


def test_a_file_that_fits_nothing_is_mapped_by_hand(
    make_tab: Callable[..., Bench], inspector: DataService, odd: Path, qtbot: Any
) -> None:
    bench = make_tab(inspector, of_file(odd))
    qtbot.waitUntil(lambda: bench.desk.columns is not None, timeout=30_000)
    assert bench.desk.reading.format == ""
    assert not bench.tab.view.keep.isEnabled()
    bench.tab.view.choices.shape.picked.emit("prompt_completion")
    qtbot.waitUntil(lambda: bool(bench.desk.rows), timeout=10_000)
    assert all(each.example is None for each in bench.desk.rows), "nothing is mapped yet"
    bench.field("prompt").column.picked.emit("b.q")
    bench.field("completion").column.picked.emit("c.0")
    qtbot.waitUntil(lambda: bool(bench.desk.rows and bench.desk.rows[0].example), timeout=10_000)
    example = bench.desk.rows[0].example
    assert example is not None
    assert [turn.content for turn in example.turns] == ["Question 0?", "Answer 0."]
    bench.tab.view.keep.click()
    assert bench.kept[0].format == "prompt_completion"
    assert bench.kept[0].columns["prompt"] == "b.q"


def test_what_is_wrong_with_a_mapping_is_said_beside_the_rows(
    make_tab: Callable[..., Bench], inspector: DataService, odd: Path, qtbot: Any
) -> None:
    bench = make_tab(inspector, of_file(odd, Reading(format="text")))
    qtbot.waitUntil(lambda: bool(bench.desk.rows), timeout=30_000)
    said = [label.text() for label in bench.tab.view.first.cards[0].findChildren(QLabel)]
    assert any("'text' is missing" in text for text in said)
    assert not bench.tab.view.keep.isEnabled()


def test_an_answer_about_another_shape_comes_too_late(make_tab: Callable[..., Bench], qtbot: Any) -> None:
    data = FakeData()
    bench = make_tab(data, of_file(Path("/data/one.csv")))
    qtbot.waitUntil(lambda: bool(bench.desk.rows), timeout=LONG)
    data.gate.clear()
    bench.desk.choose_shape("alpaca")
    qtbot.waitUntil(lambda: len(data.calls("columns")) == 2, timeout=LONG)
    late, data.columns_found = (
        data.columns_found,
        Columns(
            columns=(Column(name="t", kind="text"),),
            guesses=(Guess(shape="text", confidence=1.0),),
            parts=(),
            reading=Reading(format="text", columns={"text": "t"}),
        ),
    )
    bench.desk.choose_shape("text")
    data.gate.set()
    qtbot.waitUntil(lambda: bench.desk.reading.columns == {"text": "t"}, timeout=LONG)
    qtbot.wait(50)
    assert bench.desk.reading.format == "text"
    assert late.reading.format == "prompt_completion"


def test_a_file_that_cannot_be_read_is_told_and_the_tab_stays_usable(
    make_tab: Callable[..., Bench], monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    data = FakeData()

    def refuse(path: Path, reading: Reading = AS_FOUND) -> Columns:
        raise BadInput("one.csv is empty.", hint="Choose another.")

    monkeypatch.setattr(data, "columns", refuse)
    bench = make_tab(data, of_file(Path("/data/one.csv")))
    qtbot.waitUntil(bench.tab.view.banner.isVisible, timeout=LONG)
    assert "one.csv is empty." in bench.tab.view.banner.accessibleName()


def test_parts_are_a_choice(make_tab: Callable[..., Bench], qtbot: Any) -> None:
    data = FakeData()
    data.columns_found = msgspec.structs.replace(data.columns_found, parts=("train", "test"))
    bench = make_tab(data, of_file(Path("/data/folder")))
    qtbot.waitUntil(lambda: bench.tab.view.choices.part.isVisible(), timeout=LONG)
    bench.tab.view.choices.part.picked.emit("test")
    qtbot.waitUntil(lambda: len(data.calls("columns")) == 2, timeout=LONG)
    assert data.calls("columns")[-1][2] == Reading(part="test")


def test_the_version_that_is_a_file_is_mapped_not_what_was_made_of_it(
    make_tab: Callable[..., Bench], qtbot: Any
) -> None:
    data = FakeData()
    opened = data_set(number=3)
    first: Version = opened.versions[0]
    bench = make_tab(data, opened)
    qtbot.waitUntil(lambda: bool(data.calls("columns")), timeout=LONG)
    assert bench.desk.path == first.path


def test_a_dropped_file_that_fits_nothing_is_taken_up_once_it_is_mapped(
    page: Any, odd: Path, qtbot: Any
) -> None:
    page.desk.add((odd,))
    qtbot.waitUntil(lambda: bool(page.window().findChildren(MappingSheet)), timeout=30_000)
    view = page.window().findChildren(MappingSheet)[0].view
    qtbot.waitUntil(lambda: view.desk.columns is not None, timeout=10_000)
    view.choices.shape.picked.emit("prompt_completion")
    qtbot.waitUntil(lambda: bool(view.desk.rows), timeout=10_000)
    view.desk.choose_column("prompt", "b.q")
    view.desk.choose_column("completion", "c.0")
    qtbot.waitUntil(view.keep.isEnabled, timeout=10_000)
    view.keep.click()
    qtbot.waitUntil(lambda: page.context.data_set is not None, timeout=30_000)
    assert page.context.data_set.version.reading.columns["completion"] == "c.0"
    qtbot.waitUntil(lambda: page.context.data_set.version.rows == 20, timeout=30_000)
