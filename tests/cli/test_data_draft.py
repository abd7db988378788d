"""Rows drafted from the command line, with the embedded model and with what cannot be used."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from hone.bootstrap import build_services
from hone.cli.data_draft import draft
from hone.cli.session import Session
from hone.errors import BadInput
from hone.storage.paths import Paths, resources

TICKETS = resources() / "samples" / "support_tickets.jsonl"
DEMO = str(resources() / "demo_model-q8_0.gguf")


@pytest.fixture
def run(paths: Paths) -> Callable[..., Any]:
    """Return a function that runs the command by itself."""
    app = typer.Typer()
    app.command("draft")(draft)

    def call(*arguments: str) -> Any:
        session = Session(lambda: build_services(paths))
        try:
            return CliRunner().invoke(app, list(arguments), obj=session, standalone_mode=False)
        finally:
            session.close()

    return call


@pytest.mark.worker
def test_rows_are_written_as_they_come_and_marked(run: Callable[..., Any], tmp_path: Path) -> None:
    target = tmp_path / "drafted.jsonl"
    target.write_text("before\n")
    arguments = (str(TICKETS), "--model", DEMO, "--rows", "2", "--seed", "3", "--out", str(target), "--json")
    outcome = run(*arguments, "--overwrite")
    told = json.loads(outcome.output.splitlines()[-1])
    rows = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert told["rows"] == len(rows) == 2 and told["complete"] and told["way"] == "self_instruct"
    for row in rows:
        assert [message["role"] for message in row["messages"]][-2:] == ["user", "assistant"]
        assert row["synthetic"]["state"] == "pending" and row["synthetic"]["seeds"]
        assert row["synthetic"]["engine"]["build"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("missing.jsonl", "--model", DEMO, "--out", "x.jsonl"), "missing.jsonl does not exist"),
        ((str(TICKETS), "--model", "/no/such.gguf", "--out", "x.jsonl"), "such.gguf does not exist"),
        ((str(TICKETS), "--model", DEMO, "--out", str(TICKETS)), "is the file that is read"),
        ((str(TICKETS), str(TICKETS), "--model", DEMO, "--out", "x.jsonl"), "one file of rows"),
        ((str(TICKETS), "--model", DEMO, "--out", "x.jsonl", "--instruction", "abc"), "is not KEY=FILE"),
        ((str(TICKETS), "--model", DEMO, "--out", "x.jsonl", "--way", "magic"), "magic"),
        ((str(TICKETS), "--model", DEMO, "--out", "x.jsonl", "--rows", "0"), "0 rows cannot be drafted"),
    ],
)
def test_what_cannot_be_used_is_told_and_nothing_is_left(
    run: Callable[..., Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = run(*arguments)
    assert isinstance(outcome.exception, BadInput) and said in outcome.exception.message
    assert list(tmp_path.glob("*.jsonl")) == []


def test_a_file_that_is_to_be_replaced_stays_when_no_row_comes(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    target = tmp_path / "drafted.jsonl"
    target.write_text("before\n")
    outcome = run(str(TICKETS), "--model", DEMO, "--out", str(target), "--overwrite", "--rows", "0")
    assert isinstance(outcome.exception, BadInput)
    assert target.read_text() == "before\n"
