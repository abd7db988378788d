"""Filter, split and mix: what is asked for, what is said beforehand, and what is made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QWidget

from hone.domain.data_changes import AnyChange, DataFilter, KeepMatching, Mix, SplitRule
from hone.domain.dataset_library import DataSet
from hone.domain.datasets import Reading
from hone.errors import BadInput
from hone.ipc.row_messages import RowsFound
from hone.services import Services
from hone.storage.paths import Paths
from hone.storage.settings import SettingsStore
from hone.ui.data.export_sheet import ExportSheet
from hone.ui.data.filter_sheet import LOOK, FilterSheet
from hone.ui.data.mix_sheet import MixSheet
from hone.ui.data.split_sheet import SplitSheet
from hone.ui.data.tab import DataContext
from hone.ui.data.work import LongWork
from hone.ui.page import Shell

from .rows_bench import FakeData, data_set

LONG = 30_000  # milliseconds: machines that test may be busy

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("propagateSizeHints")]


class FakeLibrary:
    """Three data sets; what is made of them is noted."""

    def __init__(self) -> None:
        other = data_set("texts", rows=50)
        text = msgspec.structs.replace(other.version, reading=Reading(format="text"))
        self.data_sets = [
            data_set("two", rows=300),
            data_set("one", rows=100),
            msgspec.structs.replace(other, versions=(text,)),
        ]
        self.splits: list[tuple[str, SplitRule]] = []
        self.mixes: list[tuple[Mix, str]] = []

    def all(self, trashed: bool = False) -> list[DataSet]:
        return [] if trashed else list(self.data_sets)

    def split(self, identity: str, rule: SplitRule, tell: Any = None) -> tuple[DataSet, DataSet]:
        self.splits.append((identity, rule))
        return data_set("training", rows=90), data_set("held", rows=10)

    def mix(self, mix: Mix, name: str, tell: Any = None) -> DataSet:
        self.mixes.append((mix, name))
        return data_set(name, rows=40)


class Bench:
    """A context with an open data set, and what is asked of it."""

    def __init__(self, context: DataContext, window: QWidget, data: FakeData, library: FakeLibrary) -> None:
        self.context, self.window, self.data, self.library = context, window, data, library
        self.changes: list[AnyChange] = []
        self.notices: list[tuple[str, Any]] = []
        self.opened: list[str] = []
        context.change_requested.connect(lambda changes, said: self.changes.extend(changes))
        context.shell.notice_requested.connect(lambda text, _, call: self.notices.append((text, call)))
        context.open_requested.connect(self.opened.append)


@pytest.fixture
def bench(paths: Paths, qtbot: Any) -> Iterator[Bench]:
    data, library = FakeData(rows=100), FakeLibrary()
    services = Services(paths=paths, settings=SettingsStore(paths.settings), data=data, data_sets=library)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    with qtbot.waitExposed(window):
        window.show()
    shell = Shell(services, window)
    context = DataContext(shell, window)
    context.data_set = data_set("one", rows=100)
    context.work = LongWork(lambda _asker: None, window)
    yield Bench(context, window, data, library)
    context.work.finish()
    QThreadPool.globalInstance().waitForDone(5000)


def test_a_filter_says_how_many_rows_would_stay_before_it_is_made(bench: Bench, qtbot: Any) -> None:
    bench.data.found = (1, 5, 9)
    sheet = FilterSheet(bench.context, bench.window)
    sheet.open()
    assert not sheet.keep.isEnabled(), "nothing is asked for"
    sheet.contains.setText("card")
    sheet.least_turns.setValue(2)
    qtbot.waitUntil(sheet.keep.isEnabled, timeout=LONG)
    assert sheet.sentence == "3 of 100 rows stay."
    assert bench.data.calls("find")[-1][1:] == (DataFilter(contains="card", least_turns=2), "", LOOK, "")
    sheet.keep.click()
    assert bench.changes == [KeepMatching(filter=DataFilter(contains="card", least_turns=2))]


def test_a_filter_that_keeps_nothing_is_not_made(bench: Bench, qtbot: Any) -> None:
    sheet = FilterSheet(bench.context, bench.window)
    sheet.open()
    sheet.contains.setText("nowhere")
    qtbot.waitUntil(lambda: sheet.sentence == "0 of 100 rows stay.", timeout=LONG)
    assert not sheet.keep.isEnabled()


def test_a_pattern_that_is_none_is_said(bench: Bench, monkeypatch: pytest.MonkeyPatch, qtbot: Any) -> None:
    def refuse(*_: Any, **__: Any) -> RowsFound:
        raise BadInput("The pattern '((' is no regular expression.", hint="Mend it.")

    monkeypatch.setattr(bench.data, "find", refuse)
    sheet = FilterSheet(bench.context, bench.window)
    sheet.open()
    sheet.pattern.setText("((")
    qtbot.waitUntil(lambda: "no regular expression" in sheet.sentence, timeout=LONG)
    assert not sheet.keep.isEnabled()


def test_a_filter_of_a_column_offers_the_columns_of_the_file(bench: Bench, qtbot: Any) -> None:
    sheet = FilterSheet(bench.context, bench.window)
    sheet.open()
    qtbot.waitUntil(lambda: bool(bench.data.calls("columns")), timeout=LONG)
    qtbot.waitUntil(lambda: len(sheet.column._options) == 3, timeout=LONG)
    sheet.column.set_current("was")
    sheet.column.picked.emit("was")
    assert sheet.value.isVisible()
    sheet.value.setText("x")
    assert (sheet.filter.column, sheet.filter.value) == ("was", "x")


def test_a_split_by_row_makes_two_data_sets_and_offers_the_held_out_one(bench: Bench, qtbot: Any) -> None:
    sheet = SplitSheet(bench.context, bench.window)
    sheet.open()
    sheet.share.setValue(25)
    assert sheet.slider.value() == 25
    assert sheet.sentence == "About 75 rows to train on and 25 held out."
    sheet.make.click()
    qtbot.waitUntil(lambda: bool(bench.notices), timeout=LONG)
    assert bench.library.splits == [("one", SplitRule(share=0.25))]
    text, call = bench.notices[0]
    assert text == "90 rows to train on, 10 held out"
    call()
    assert bench.opened == ["held"]


def test_a_split_by_group_waits_for_its_column(bench: Bench, qtbot: Any) -> None:
    sheet = SplitSheet(bench.context, bench.window)
    sheet.open()
    sheet.by.set_current("group")
    sheet.by.chosen.emit("group")
    assert not sheet.make.isEnabled()
    qtbot.waitUntil(lambda: bool(sheet.column._options), timeout=LONG)
    sheet.column.set_current("was")
    sheet.column.picked.emit("was")
    assert sheet.make.isEnabled()
    assert (sheet.rule.by, sheet.rule.column) == ("group", "was")


def test_one_row_cannot_be_split(bench: Bench) -> None:
    bench.context.data_set = data_set("one", rows=1)
    sheet = SplitSheet(bench.context, bench.window)
    assert not sheet.make.isEnabled()


def test_a_mix_shows_the_shares_and_is_made_of_those_chosen(bench: Bench, qtbot: Any) -> None:
    sheet = MixSheet(bench.context, bench.window)
    sheet.open()
    qtbot.waitUntil(lambda: len(sheet.lines) == 3, timeout=LONG)
    first, second, _ = sheet.lines
    assert first.data_set.id == "one", "the open one comes first"
    assert first.taken.isChecked()
    assert not sheet.make.isEnabled(), "one data set is no mix"
    second.taken.setChecked(True)
    first.weight.setValue(30)
    assert "75%" in sheet.bar.accessibleDescription()
    assert sheet.sentence == "About 133 rows, until the first data set is used up."
    sheet.name.setText("Both")
    sheet.make.click()
    qtbot.waitUntil(lambda: bool(bench.notices), timeout=LONG)
    mix, name = bench.library.mixes[0]
    assert name == "Both"
    assert [(part.name, part.weight, part.path) for part in mix.sources] == [
        ("one", 30.0, Path("/data/one.jsonl")),
        ("two", 10.0, Path("/data/two.jsonl")),
    ]
    bench.notices[0][1]()
    assert bench.opened == ["Both"]


def test_data_sets_of_different_kinds_do_not_mix(bench: Bench, qtbot: Any) -> None:
    sheet = MixSheet(bench.context, bench.window)
    sheet.open()
    qtbot.waitUntil(lambda: len(sheet.lines) == 3, timeout=LONG)
    sheet.lines[2].taken.setChecked(True)
    assert "one kind" in sheet.sentence
    assert not sheet.make.isEnabled()


def test_an_export_says_which_rows_cannot_be_written_so(bench: Bench, qtbot: Any) -> None:
    bench.data.found = (4, 17)
    sheet = ExportSheet(bench.context, bench.window)
    sheet.open()
    assert sheet.fits.isHidden(), "their own shape holds all rows"
    sheet.shape.set_current("alpaca")
    sheet.shape.picked.emit("alpaca")
    said = "2 of 100 rows cannot be written so and are left out: 4, 17"
    qtbot.waitUntil(lambda: sheet.fits.text() == said, timeout=LONG)
    assert bench.data.calls("find")[-1][-1] == "alpaca"
    bench.data.found = ()
    sheet.shape.picked.emit("sharegpt")
    qtbot.waitUntil(lambda: sheet.fits.text() == "All rows can be written so.", timeout=LONG)


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
@pytest.mark.parametrize("kind", [FilterSheet, SplitSheet, MixSheet])
def test_a_sheet_fits_a_small_window(bench: Bench, theme: Any, kind: Any, scale: float, qtbot: Any) -> None:
    theme.set_scale(scale)
    bench.window.resize(1000, 640)
    sheet = kind(bench.context, bench.window)
    sheet.open()
    qtbot.wait(50)
    sheet.refit()
    for button in (getattr(sheet, "keep", None) or sheet.make,):
        place = button.mapTo(bench.window, button.rect().bottomRight())
        assert bench.window.rect().contains(place)
        assert button.width() >= button.sizeHint().width()
