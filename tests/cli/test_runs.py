"""`hone runs`: listed, filtered, compared, noted and cloned as on the page."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path

from tests.services.made_runs import make_run

from hone.domain.plan import Training
from hone.domain.runs import RunState
from hone.storage.paths import Paths


def test_runs_are_filtered_and_sorted(hone, paths: Paths) -> None:
    make_run(paths, "Good", losses=(3.0, 1.0))
    make_run(paths, "Better", losses=(3.0, 0.5), base="Large")
    make_run(paths, "Broken", state=RunState.FAILED, losses=(3.0, 2.0))
    listed = hone("runs", "list", "--json", "--sort", "score").objects
    assert [each["name"] for each in listed] == ["Better", "Good", "Broken"]
    listed = hone("runs", "list", "--json", "--sort", "score", "--reverse").objects
    assert [each["name"] for each in listed] == ["Broken", "Good", "Better"]
    assert [each["name"] for each in hone("runs", "list", "--json", "--state", "failed").objects] == [
        "Broken"
    ]
    assert [each["name"] for each in hone("runs", "list", "large", "--json").objects] == ["Better"]
    sized = hone("runs", "list", "--json", "--sizes", "--base", "Large").objects[0]
    assert sized["adapter_bytes"] == 1002
    assert "On disk" in hone("runs", "list", "--sizes").out
    assert "No run is like that." in hone("runs", "list", "nothing like it").out


def test_a_state_that_is_none_is_refused_with_those_there_are(hone, paths: Paths) -> None:
    outcome = hone("runs", "list", "--state", "done")
    assert outcome.code != 0
    assert "finished" in outcome.err


def test_the_table_is_written_as_csv(hone, paths: Paths, tmp_path: Path) -> None:
    make_run(paths, "One")
    target = tmp_path / "runs.csv"
    assert hone("runs", "list", "--csv", str(target)).code == 0
    with target.open(encoding="utf-8", newline="") as file:
        assert [row["name"] for row in csv.DictReader(file)] == ["One"]


def test_runs_are_compared_by_name(hone, paths: Paths) -> None:
    make_run(paths, "Slow", training=Training(learning_rate=1e-4), losses=(3.0, 2.0))
    make_run(paths, "Fast", training=Training(learning_rate=1e-3), losses=(3.0, 1.0))
    shown = hone("runs", "compare", "Slow", "Fast")
    assert shown.code == 0
    assert "Learning rate" in shown.out
    assert "1.0000  best" in shown.out
    assert "Epochs" not in shown.out
    told = hone("runs", "compare", "Slow", "Fast", "--json").objects[0]
    assert told["differences"] == [{"path": "training.learning_rate", "values": [0.0001, 0.001]}]
    assert hone("runs", "compare", "Slow", "Slow").code != 0
    assert hone("runs", "compare", "Slow", "Nobody").code != 0


def test_a_note_is_written_printed_and_found(hone, paths: Paths) -> None:
    make_run(paths, "One")
    make_run(paths, "Two")
    assert hone("runs", "note", "One", "worth [more] epochs").code == 0
    assert hone("runs", "note", "One").out == "worth [more] epochs\n"
    assert "worth [more] epochs" in hone("runs", "show", "One").out
    assert [each["name"] for each in hone("runs", "list", "epochs", "--json").objects] == ["One"]


def test_a_clone_is_a_plan_of_another_name(hone, paths: Paths, tmp_path: Path) -> None:
    make_run(paths, "Tickets", training=Training(epochs=2.5))
    make_run(paths, "Tickets 2")
    target = tmp_path / "plan.toml"
    assert hone("runs", "clone", "Tickets", str(target)).code == 0
    plan = tomllib.loads(target.read_text())
    assert plan["name"] == "Tickets 3"
    assert plan["training"]["epochs"] == 2.5
    refused = hone("runs", "clone", "Tickets", str(target))
    assert refused.code != 0
    assert "there already" in refused.err
    assert tomllib.loads(hone("runs", "clone", "Tickets").out) == plan
