"""The table of runs is made from folders, quickly, and follows what is done to them."""

from __future__ import annotations

import csv
import json
import os
import shutil
import threading
import time
from pathlib import Path

import pytest
from tests.services.made_runs import a_step, folders_of, make_run

from hone.domain.plan import Method, Training
from hone.domain.run_table import RunColumn, RunFilter, arranged, choices
from hone.domain.runs import HeldOut, RunState
from hone.errors import BadInput
from hone.services.run_table import RunTable
from hone.storage.metrics import MetricsFile
from hone.storage.owner import this_process
from hone.storage.paths import Paths


@pytest.fixture
def table(paths: Paths) -> RunTable:
    return table_of(paths)


def table_of(paths: Paths) -> RunTable:
    """Return the table as another start of the program has it."""
    return RunTable(paths, list)


def many(paths: Paths, count: int, steps: int) -> None:
    """Copy one run as often as asked for, each with an id and a name of its own."""
    pattern = make_run(paths, "Pattern", steps=steps)
    for number in range(count - 1):
        folder = paths.runs / f"20260101-000000-copy-{number:04}"
        shutil.copytree(pattern.folder, folder)
        record = json.loads((folder / "run.json").read_bytes())
        (folder / "run.json").write_text(json.dumps(record | {"id": folder.name, "name": f"Copy {number}"}))


def test_rows_say_what_the_folders_hold(paths: Paths, table: RunTable) -> None:
    made = make_run(paths, "Tickets", losses=(3.0, 1.5))
    (row,) = table.rows()
    assert (row.id, row.name, row.base, row.data, row.method) == (
        made.id,
        "Tickets",
        "Tiny",
        "rows.jsonl",
        "qlora",
    )
    assert row.state is RunState.FINISHED
    assert row.best is not None
    assert row.best.loss == 1.5
    assert row.change == -0.5
    assert (row.step, row.steps, row.seconds, row.has_adapter) == (20, 20, 40.0, True)
    assert row.disk_bytes is None


def test_500_runs_are_listed_in_under_300_ms_also_at_a_first_start(paths: Paths) -> None:
    many(paths, 500, steps=20)
    assert len(table_of(paths).rows()) == 500
    again = table_of(paths)
    began = time.process_time()
    assert len(again.rows()) == 500
    assert time.process_time() - began < 0.3
    began = time.process_time()
    assert len(again.rows()) == 500
    assert time.process_time() - began < 0.3


def test_rows_are_the_same_when_all_but_the_folders_is_lost(paths: Paths, table: RunTable) -> None:
    make_run(paths, "One")
    make_run(paths, "Two", state=RunState.STOPPED)
    before = table.rows()
    shutil.rmtree(paths.cache)
    assert table_of(paths).rows() == before
    (paths.cache / "runs.index").write_bytes(b"\x00garbage")
    assert table_of(paths).rows() == before


def test_remembered_rows_of_another_home_are_not_taken(paths: Paths, tmp_path: Path) -> None:
    make_run(paths, "One")
    table_of(paths).rows()
    moved = Paths(tmp_path / "moved", paths.cache)
    shutil.move(paths.runs, moved.data / "runs")
    (row,) = table_of(moved).rows()
    assert row.folder.is_relative_to(moved.data)


def test_a_row_follows_its_run_while_it_trains(paths: Paths, table: RunTable) -> None:
    run = make_run(paths, "Live", state=RunState.RUNNING, steps=5)
    assert [(row.state, row.step) for row in table.rows()] == [(RunState.RUNNING, 5)]
    metrics = MetricsFile(run.folder / "metrics.jsonl")
    metrics.add(a_step(6, 10, 1.0))
    metrics.add(HeldOut(step=6, loss=0.5, token_accuracy=0.9))
    (row,) = table.rows()
    assert row.step == 6
    assert row.best is not None
    assert row.best.loss == 0.5


def test_a_run_whose_process_is_gone_is_interrupted_though_no_file_changed(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_run(paths, "Lost", state=RunState.RUNNING)
    assert table_of(paths).rows()[0].state is RunState.RUNNING
    table = table_of(paths)
    monkeypatch.setattr(type(this_process()), "is_alive", lambda _: False)
    assert table.rows()[0].state is RunState.INTERRUPTED
    assert "Hone ended" in table.rows()[0].problem


def test_names_and_deletions_are_seen_at_once(paths: Paths, table: RunTable) -> None:
    first, second = make_run(paths, "First"), make_run(paths, "Second")
    assert len(table.rows()) == 2
    folders_of(paths).rename(first.id, "Renamed")
    assert {row.name for row in table.rows()} == {"Renamed", "Second"}
    folders_of(paths).delete(second.id)
    assert [row.name for row in table.rows()] == ["Renamed"]
    folders_of(paths).restore(second.id)
    assert len(table.rows()) == 2


def test_folders_that_are_no_runs_are_left_out(paths: Paths, table: RunTable) -> None:
    make_run(paths, "Good")
    (paths.runs / "stray").mkdir()
    (paths.runs / "file.txt").write_text("no run")
    broken = make_run(paths, "Broken")
    (broken.folder / "plan.toml").write_text("name = ")
    assert [row.name for row in table.rows()] == ["Good"]
    assert broken.folder.is_dir()


def test_a_note_is_kept_in_the_folder_and_taken_away_when_emptied(paths: Paths, table: RunTable) -> None:
    run = make_run(paths, "Noted")
    table.set_note(run.id, "Too high a rate.\nTry 1e-4: größer ✓\n")
    assert table.rows()[0].note == "Too high a rate.\nTry 1e-4: größer ✓"
    assert (run.folder / "note.txt").read_text(encoding="utf-8").endswith("✓\n")
    table.set_note(run.id, "  ")
    assert table.rows()[0].note == ""
    assert not (run.folder / "note.txt").exists()
    with pytest.raises(BadInput):
        table.set_note("no-such-run", "text")


def test_sizes_are_what_the_files_take(paths: Paths, table: RunTable) -> None:
    run = make_run(paths, "Sized")
    for step in (5, 10):
        folder = run.folder / "checkpoints" / f"step-{step}"
        folder.mkdir(parents=True)
        (folder / "state.bin").write_bytes(b"0" * 5000)
    (size,) = table.sizes([run.id, "gone"], threading.Event())
    whole = sum(path.stat().st_size for path in run.folder.rglob("*") if path.is_file())
    assert size.disk_bytes == whole
    assert size.adapter_bytes == 1002
    assert size.checkpoints == 2
    stop = threading.Event()
    stop.set()
    assert list(table.sizes([run.id], stop)) == []


def test_rows_are_filtered_by_words_and_values_and_sorted_with_unknown_last(
    paths: Paths, table: RunTable
) -> None:
    make_run(paths, "Alpha", base="Large", losses=(3.0, 2.5))
    beta = make_run(paths, "Beta", losses=(3.0, 1.0), state=RunState.FAILED)
    make_run(paths, "Gamma", state=None)
    table.set_note(beta.id, "worth another look")
    rows = table.rows()
    names = [row.name for row in arranged(rows, RunFilter(), RunColumn.SCORE, descending=False)]
    assert names == ["Beta", "Alpha", "Gamma"]
    names = [row.name for row in arranged(rows, RunFilter(), RunColumn.SCORE, descending=True)]
    assert names == ["Alpha", "Beta", "Gamma"]
    assert [row.name for row in arranged(rows, RunFilter(text="another TINY"))] == ["Beta"]
    assert [row.name for row in arranged(rows, RunFilter(base="Large"))] == ["Alpha"]
    assert [row.name for row in arranged(rows, RunFilter(state="created"))] == ["Gamma"]
    assert choices(rows, RunColumn.BASE) == [("Tiny", 2), ("Large", 1)]


def test_a_comparison_tells_only_what_differs(paths: Paths, table: RunTable) -> None:
    make_run(paths, "A", training=Training(learning_rate=1e-3))
    make_run(paths, "B", training=Training(learning_rate=1e-4), method=Method(settings={"rank": 8}))
    make_run(paths, "C", method=Method(name="lora"))
    rows = sorted(table.rows(), key=lambda row: row.name)
    compared = table.compare(rows)
    told = {entry.path: entry.values for entry in compared.differences}
    assert told == {
        "training.learning_rate": (1e-3, 1e-4, 3e-4),
        "method.settings.rank": (16, 8, 16),
        "method.name": ("qlora", "qlora", "lora"),
    }
    assert [curve.run_id for curve in compared.curves] == [row.id for row in rows]
    for wrong in ([], rows + rows):
        with pytest.raises(BadInput):
            table.compare(wrong)


def test_settings_of_another_method_have_no_value(paths: Paths, table: RunTable) -> None:
    make_run(paths, "A", method=Method(name="qlora", settings={"rank": 4}))
    make_run(paths, "B", method=Method(name="none-such", settings={"alpha": 1.0}))
    entries = {entry.path: entry for entry in table.compare(table.rows()).entries}
    assert set(entries["method.settings.rank"].values) == {4, None}


def test_data_of_one_name_in_two_places_is_told_apart(paths: Paths, table: RunTable) -> None:
    make_run(paths, "A", data="/one/rows.jsonl")
    make_run(paths, "B", data="/two/rows.jsonl")
    (entry,) = table.compare(table.rows()).differences
    assert set(entry.values) == {"/one/rows.jsonl", "/two/rows.jsonl"}


def test_curves_know_steps_tokens_and_seconds(paths: Paths, table: RunTable) -> None:
    make_run(paths, "A", steps=10)
    (curve,) = table.compare(table.rows()).curves
    assert curve.steps == tuple(range(1, 11))
    assert curve.seconds == tuple(2.0 * number for number in range(1, 11))
    assert curve.tokens == pytest.approx(tuple(200.0 * number for number in range(1, 11)))
    assert curve.held_out_steps == (0, 2, 4, 6, 8, 10)
    assert curve.held_out_tokens == pytest.approx((0, 400, 800, 1200, 1600, 2000))


def test_the_file_for_others_has_plain_numbers_and_no_formulas(
    paths: Paths, table: RunTable, tmp_path: Path
) -> None:
    make_run(paths, "=HYPERLINK(1)", losses=(3.0, 1.5))
    make_run(paths, "New, with a comma", state=None)
    target = tmp_path / "runs.csv"
    assert table.export(table.rows(), target) == 2
    with target.open(encoding="utf-8", newline="") as file:
        rows = {row["name"]: row for row in csv.DictReader(file)}
    assert set(rows) == {"'=HYPERLINK(1)", "New, with a comma"}
    trained = rows["'=HYPERLINK(1)"]
    assert (trained["held_out_loss"], trained["seconds"], trained["adapter_bytes"]) == ("1.5", "40.0", "1002")
    assert rows["New, with a comma"]["held_out_loss"] == ""


def test_runs_are_found_by_id_beginning_or_name(paths: Paths, table: RunTable) -> None:
    first = make_run(paths, "Only one")
    make_run(paths, "Twice")
    make_run(paths, "Twice")
    assert table.find(first.id).id == first.id
    assert table.find("Only one").id == first.id
    with pytest.raises(BadInput, match="2 runs are called"):
        table.find("Twice")
    with pytest.raises(BadInput, match="no run"):
        table.find("nothing")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not hold here")
def test_rows_are_listed_when_nothing_can_be_remembered(paths: Paths, table: RunTable) -> None:
    make_run(paths, "One")
    paths.cache.chmod(0o500)
    try:
        assert len(table.rows()) == 1
    finally:
        paths.cache.chmod(0o700)
