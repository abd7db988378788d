"""The command, the display and the environment are chosen from what the machine says."""

from __future__ import annotations

from pathlib import Path

import pytest

import dev
from bootstrap.checks import Outcome, stages, summary
from bootstrap.commands import run_logged, tail
from bootstrap.console import SetupError, duration
from bootstrap.declaration import HEAVY, Declaration, distribution_name
from bootstrap.display import has_display, program_arguments
from bootstrap.layout import Layout, cache_folder, venv_program, venv_python_version

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("linux", {"QT_QPA_PLATFORM": "vnc:size=800x600"}, True),
        ("linux", {"QT_QPA_PLATFORM": "xcb"}, False),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_display_is_found(platform: str, environment: dict[str, str], expected: bool) -> None:
    assert has_display(environment, platform) is expected


def test_the_window_opens_on_a_display_and_the_demonstration_runs_elsewhere() -> None:
    assert program_arguments([], display=True) == []
    assert program_arguments([], display=False) == ["demo"]
    assert program_arguments(["doctor"], display=False) == ["doctor"]


def test_programs_lie_where_the_platform_puts_them() -> None:
    venv = Path(".venv")
    assert venv_program(venv, "python", "linux") == venv / "bin" / "python"
    assert venv_program(venv, "python", "win32") == venv / "Scripts" / "python.exe"


def test_the_cache_is_where_the_platform_or_the_person_wants_it(tmp_path: Path) -> None:
    assert cache_folder({"HONE_DEV_CACHE": str(tmp_path)}, "win32") == tmp_path
    assert cache_folder({"XDG_CACHE_HOME": str(tmp_path)}, "linux") == tmp_path / "hone-dev"
    assert cache_folder({"LOCALAPPDATA": str(tmp_path)}, "win32") == tmp_path / "hone-dev"
    assert cache_folder({}, "darwin").parts[-3:] == ("Library", "Caches", "hone-dev")


def test_a_folder_without_a_configuration_is_no_environment(tmp_path: Path) -> None:
    assert venv_python_version(tmp_path) is None
    (tmp_path / "pyvenv.cfg").write_text("home = /usr\nversion = 3.13.0\n")
    assert venv_python_version(tmp_path) == "3.13.0"


def test_names_in_requirements_are_normalised() -> None:
    assert distribution_name("PySide6_Essentials>=6.9,<6.12") == "pyside6-essentials"
    assert distribution_name("llama-cpp-python >= 0.3") == "llama-cpp-python"
    with pytest.raises(ValueError, match="not a requirement"):
        distribution_name(">=1")


def test_the_core_is_declared_without_anything_heavy() -> None:
    declaration = Declaration.read(ROOT / "pyproject.toml")
    core = {distribution_name(requirement) for requirement in declaration.core()}
    assert {"msgspec", "pytest"} <= core
    assert not core & HEAVY
    assert (declaration.engine() or "").startswith("llama-cpp-python")


def test_all_checks_run_without_arguments_and_only_pytest_with_them() -> None:
    names = [stage.name for stage in stages(Layout(ROOT))]
    assert names[:3] == ["ruff check", "ruff format", "mypy"]
    assert names[-1] == "all tests"
    (only,) = stages(Layout(ROOT), ["tests/ipc", "-x"])
    assert only.command[-4:] == ("-m", "pytest", "tests/ipc", "-x")


def test_core_tests_run_in_the_environment_without_qt() -> None:
    core = next(stage for stage in stages(Layout(ROOT)) if stage.name.startswith("core tests"))
    assert Path(core.command[0]).is_relative_to(ROOT / ".venv-core")


def test_the_summary_names_what_failed() -> None:
    text = summary([Outcome("mypy", 0, 2.04), Outcome("all tests", 1, 70)])
    assert "passed  mypy       2.0 s" in text
    assert "FAILED: all tests." in text
    assert "Everything passed." in summary([Outcome("mypy", 0, 1)])


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.04, "0.0 s"), (9.94, "9.9 s"), (12, "12 s"), (59.6, "1 min 00 s"), (185, "3 min 05 s")],
)
def test_durations_read_as_a_person_says_them(seconds: float, text: str) -> None:
    assert duration(seconds) == text


def test_a_failed_step_shows_the_end_of_its_log(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "setup.log"
    script = "import sys; print('the reason'); sys.exit(3)"
    with pytest.raises(SetupError) as raised:
        run_logged([Path(dev.sys.executable), "-c", script], log, what="The step")
    assert "exit code 3" in raised.value.message
    assert "the reason" in raised.value.message
    assert str(log) in raised.value.hint


def test_the_end_of_a_log_is_short(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("\n".join(["x" * 500] * 40))
    assert max(len(line) for line in tail(log, lines=3).splitlines()) < 210
    assert len(tail(log, lines=3).splitlines()) == 3
    assert "no log" in tail(tmp_path / "missing")


@pytest.mark.parametrize(("arguments", "code"), [([], 0), (["--help"], 0), (["fly"], 2), (["setup", "x"], 2)])
def test_the_developer_script_explains_itself(
    arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(arguments) == code
    assert "setup | run | test" in capsys.readouterr().out


def test_a_set_up_that_cannot_go_on_ends_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise SetupError("Something is missing.", "Get it.")

    monkeypatch.setattr(dev, "prepare", refuse)
    assert dev.main(["run"]) == 1
    assert capsys.readouterr().out == "\nSomething is missing.\nGet it.\n"
