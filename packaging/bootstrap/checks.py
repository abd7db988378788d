"""All checks and tests, as a list of commands, and their summary."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bootstrap.console import duration, say
from bootstrap.layout import Layout, venv_program

IMPORT_CONTRACTS = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"
LIGHT = "not worker and not window and not xserver"
CONCISE = ("--output-format", "concise")
SCRIPTS = tuple(
    f"packaging/{name}.py" for name in ("dev", "build", "try_package", "core_tests", "translations")
)
# A window that nobody sees, no call to the network, and no waiting threads that take another test's core.
TEST_ENVIRONMENT = {
    "QT_QPA_PLATFORM": "offscreen",
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "OMP_WAIT_POLICY": "PASSIVE",
}


@dataclass(frozen=True)
class Stage:
    """One check: a command with its own environment variables."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """How a stage ended."""

    name: str
    code: int
    seconds: float


def stages(layout: Layout, rest: Sequence[str] = ()) -> list[Stage]:
    """Return every check and test, or only pytest with the arguments in `rest` when there are any."""
    python = str(venv_program(layout.venv, "python"))
    core_python = str(venv_program(layout.core_venv, "python"))
    every_test = Stage("all tests", (python, "-m", "pytest", *rest), TEST_ENVIRONMENT)
    if rest:
        return [every_test]
    return [
        Stage("ruff check", (python, "-m", "ruff", "check", *CONCISE, ".")),
        Stage("ruff format", (python, "-m", "ruff", "format", "--check", *CONCISE, ".")),
        Stage("mypy", (python, "-m", "mypy")),
        Stage("mypy for packaging", (python, "-m", "mypy", *SCRIPTS), {"MYPYPATH": "packaging"}),
        Stage("import contracts", (python, "-c", IMPORT_CONTRACTS)),
        Stage("translations", (python, "packaging/translations.py", "check"), TEST_ENVIRONMENT),
        Stage(
            "core tests without Qt and torch",
            (core_python, "-m", "pytest", "-q", "-p", "core_tests", "-m", LIGHT),
            {**TEST_ENVIRONMENT, "PYTHONPATH": str(layout.root / "packaging")},
        ),
        every_test,
    ]


def run_stage(stage: Stage, root: Path) -> Outcome:
    """Run one stage with its output on the terminal."""
    say(f"\n== {stage.name}")
    started = time.monotonic()
    environment = {**os.environ, **stage.environment}
    try:
        code = subprocess.run(stage.command, cwd=root, env=environment, check=False).returncode
    except OSError as error:
        say(f"{stage.command[0]} does not start: {error}")
        code = 127
    return Outcome(stage.name, code, time.monotonic() - started)


def summary(outcomes: Sequence[Outcome]) -> str:
    """Return one line per stage, and one that says whether all is well."""
    width = max(len(outcome.name) for outcome in outcomes)
    lines = []
    for outcome in outcomes:
        result = "passed" if outcome.code == 0 else "FAILED"
        lines.append(f"  {result}  {outcome.name:<{width}}  {duration(outcome.seconds)}")
    failed = [outcome.name for outcome in outcomes if outcome.code != 0]
    verdict = f"FAILED: {', '.join(failed)}." if failed else "Everything passed."
    total = duration(sum(outcome.seconds for outcome in outcomes))
    return "\n".join(["", "Summary", *lines, f"{verdict} ({total})"])


def run_checks(layout: Layout, rest: Sequence[str] = ()) -> int:
    """Run all stages, also after one that failed, and return the exit code for the whole."""
    if rest:
        say("Only pytest, with the arguments given; without arguments, every check runs.")
    outcomes = [run_stage(stage, layout.root) for stage in stages(layout, rest)]
    say(summary(outcomes))
    return 1 if any(outcome.code != 0 for outcome in outcomes) else 0
