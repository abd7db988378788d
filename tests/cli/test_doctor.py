"""The doctor says what is wrong with this user's data, and never makes it worse."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hone.bootstrap import build_services
from hone.domain.checks import Check, Verdict
from hone.services import machine
from hone.services.doctor import DoctorService
from hone.storage.paths import Paths


@pytest.fixture
def checks(paths: Paths, monkeypatch: pytest.MonkeyPatch):
    """Return a function that makes all checks but those that start workers."""
    monkeypatch.setattr(
        DoctorService, "_worker", lambda self, name: Check(name=name, verdict=Verdict.OK, found="")
    )
    monkeypatch.setattr(DoctorService, "_engine_checks", lambda self: iter(()))

    def run() -> dict[str, Check]:
        services = build_services(paths)
        found = {check.name: check for check in services.doctor.checks()}
        services.close()
        return found

    return run


def test_a_fresh_home_has_no_problem_with_its_data(checks, paths: Paths) -> None:
    found = checks()
    assert found["Data folder"].verdict is Verdict.OK
    assert found["Conversations"].found == "none yet"
    assert not paths.database.exists()


def test_a_database_of_a_newer_hone_is_told_and_left_alone(checks, paths: Paths) -> None:
    with closing(sqlite3.connect(paths.database)) as connection:
        connection.execute("PRAGMA user_version=999")
        connection.commit()
    before = paths.database.read_bytes()
    assert checks()["Conversations"].verdict is Verdict.PROBLEM
    assert paths.database.read_bytes() == before


def test_a_damaged_database_is_told(checks, paths: Paths) -> None:
    paths.database.write_bytes(b"damaged " * 1000)
    check = checks()["Conversations"]
    assert check.verdict is Verdict.WARNING
    assert "damaged" in check.found


@pytest.mark.parametrize("name", ["OneDrive", "dropbox", "My Nextcloud"])
def test_a_synchronised_folder_is_recognised(name: str) -> None:
    assert machine.synchronised_by(Path("/home/me") / name / "Hone")
    assert not machine.synchronised_by(Path("/home/me/Hone"))


def test_a_missing_driver_is_no_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert machine.gpu().verdict is not Verdict.PROBLEM


def test_a_driver_that_fails_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    tool = tmp_path / "nvidia-smi"
    tool.write_text("#!/bin/sh\necho 'Driver/library version mismatch'\nexit 18\n")
    tool.chmod(0o755)
    monkeypatch.setattr("shutil.which", lambda name: str(tool))
    check = machine.gpu()
    assert check.verdict is Verdict.WARNING
    assert "mismatch" in check.found
