"""Missing libraries are found per platform, and named as each package manager calls them."""

from __future__ import annotations

import os

import pytest

from bootstrap import system_packages
from bootstrap.console import SetupError
from bootstrap.system_libraries import (
    REQUIREMENTS,
    Kind,
    Manager,
    Need,
    Requirement,
    advice,
    is_present,
    missing,
)

GLIB = next(r for r in REQUIREMENTS if r.probe == "libglib-2.0.so.0")
GL = next(r for r in REQUIREMENTS if r.probe == "libGL.so.1")
XVFB = next(r for r in REQUIREMENTS if r.need is Need.TESTS)


def test_missing_names_only_what_is_absent_and_needed() -> None:
    found = missing([Need.QT], "linux", present=lambda r: r is not GLIB)
    assert found == [GLIB]


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_nothing_is_missing_where_wheels_bring_everything(platform: str) -> None:
    assert missing(list(Need), platform, present=lambda _: False) == []


def test_no_library_is_asked_for_that_nobody_needs() -> None:
    assert missing([], "linux", present=lambda _: False) == []


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda r: r.probe)
def test_every_requirement_has_a_package_in_every_manager(requirement: Requirement) -> None:
    for manager in Manager:
        assert manager.packages([requirement])


def test_presence_is_looked_for_in_the_way_of_each_kind() -> None:
    none = ("no-such-thing-at-all",)
    for kind in (Kind.LIBRARY, Kind.PROGRAM, Kind.FONT, Kind.MODULE):
        assert not is_present(Requirement(kind, none[0], Need.QT, none))
    assert is_present(Requirement(Kind.MODULE, "json", Need.PYTHON, none))


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"libglib2.0-0"}, ["libglib2.0-0"]),
        ({"libglib2.0-0t64"}, ["libglib2.0-0t64"]),
        ({"libglib2.0-0", "libglib2.0-0t64"}, ["libglib2.0-0t64"]),
        (set(), []),
    ],
)
def test_apt_takes_the_alternative_that_the_release_has(known: set[str], expected: list[str]) -> None:
    assert Manager.APT.packages([GLIB], known.__contains__) == expected


def test_a_package_is_named_once_when_two_libraries_come_from_it() -> None:
    shape_and_xkb = [r for r in REQUIREMENTS if r.dnf == "libxcb"]
    assert len(shape_and_xkb) == 2
    assert Manager.DNF.packages(shape_and_xkb) == ["libxcb"]


@pytest.mark.parametrize(
    ("program", "manager"), [("apt-get", Manager.APT), ("dnf", Manager.DNF), ("pacman", Manager.PACMAN)]
)
def test_the_manager_is_the_one_that_the_system_has(program: str, manager: Manager) -> None:
    assert Manager.of_system(lambda name: name if name == program else None) is manager


def test_advice_is_one_line_to_run() -> None:
    assert advice([GL], Manager.APT) == "sudo apt-get install -y --no-install-recommends libgl1"
    assert advice([GL], Manager.DNF, as_root=True) == "dnf install -y libglvnd-glx"


def test_advice_names_the_libraries_when_the_manager_is_unknown() -> None:
    assert advice([GL, GLIB], None) == "Install what provides: libGL.so.1, libglib-2.0.so.0"


@pytest.fixture
def as_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be neither root nor on a machine with everything: only Xvfb and GL are missing."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(system_packages.Manager, "of_system", lambda: Manager.APT)
    monkeypatch.setattr(
        system_packages, "missing", lambda needs: [r for r in (GL, XVFB) if r.need in frozenset(needs)]
    )


@pytest.mark.usefixtures("as_a_person")
def test_setup_stops_with_the_line_to_run_when_something_essential_is_missing(tmp_path: object) -> None:
    with pytest.raises(SetupError) as raised:
        system_packages.provide(frozenset({Need.QT}), frozenset(), tmp_path)  # type: ignore[arg-type]
    assert "libGL.so.1" in raised.value.message
    assert "sudo apt-get install -y --no-install-recommends libgl1" in raised.value.hint


@pytest.mark.usefixtures("as_a_person")
def test_setup_goes_on_when_only_extras_are_missing(capsys: pytest.CaptureFixture[str]) -> None:
    system_packages.provide(frozenset({Need.PYTHON}), frozenset({Need.TESTS}), None)  # type: ignore[arg-type]
    assert "sudo apt-get install -y --no-install-recommends xvfb" in capsys.readouterr().out
