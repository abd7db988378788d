"""What commands write for people and for programs, without a model."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hone import __version__
from hone.domain.demo import DemoResult
from hone.domain.models import Model, ModelFormat
from hone.domain.plan import Base, Data, Plan
from hone.services.demo import DemoService
from hone.storage.paths import Paths
from hone.storage.run_folders import RunFolders

BASE = Model(id="m", name="M", path=Path("m"), format=ModelFormat.SAFETENSORS, size_bytes=1)


def hone_process(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "hone", *arguments], capture_output=True, text=True, check=False
    )


def test_version_imports_nothing_heavy() -> None:
    script = (
        "import sys; sys.argv = ['hone', '--version']; from hone.__main__ import main; code = main();"
        "heavy = [n for n in ('typer', 'rich', 'torch', 'PySide6', 'numpy', 'psutil') if n in sys.modules];"
        "assert not heavy, heavy; sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"hone {__version__}\n", "")


def test_the_services_are_built_without_terminal_or_heavy_libraries(hone_home: Path) -> None:
    script = (
        "import sys; from hone.bootstrap import build_services; from hone.storage.paths import Paths;"
        "services = build_services(Paths.of_user());"
        "heavy = [n for n in ('typer', 'rich', 'torch', 'transformers', 'PySide6', 'pandas', 'llama_cpp',"
        " 'tokenizers') if n in sys.modules]; assert not heavy, heavy; services.close()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (hone_home / "hone.db").exists()


def test_an_unknown_worker_is_refused() -> None:
    assert hone_process("--worker", "barista").returncode == 2


def test_help_names_every_command(hone) -> None:
    outcome = hone("--help")
    assert outcome.code == 0
    for command in ("demo", "doctor", "chat", "complete", "tune", "runs", "models", "data"):
        assert command in outcome.out


@pytest.mark.parametrize("arguments", [["runs", "list"], ["models", "list"]])
def test_lists_are_readable_and_json_is_one_object_per_line(hone, arguments: list[str]) -> None:
    assert hone(*arguments).code == 0
    outcome = hone(*arguments, "--json")
    assert outcome.code == 0
    assert all(isinstance(each, dict) for each in outcome.objects)


def test_a_run_is_shown_with_its_plan(hone, paths: Paths, tmp_path: Path) -> None:
    plan = Plan(name="Polite replies", base=Base(model=tmp_path / "m"), data=Data(train=tmp_path / "t.jsonl"))
    run = RunFolders(paths.runs, paths.data / "trash" / "runs").create(plan, BASE)
    shown = hone("runs", "show", run.id)
    assert shown.code == 0
    assert "Polite replies" in shown.out
    assert "learning_rate = 0.0003" in shown.out
    as_json = hone("runs", "show", run.id, "--json").objects
    assert as_json[0]["run"]["id"] == run.id
    assert hone("runs", "list", "--json").objects[0]["name"] == "Polite replies"


def test_data_is_inspected(hone, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"prompt": "a", "completion": "b"}\n{"prompt": "c", "completion": ""}\n')
    outcome = hone("data", "inspect", str(path))
    assert outcome.code == 0
    assert "prompt, completion" in outcome.out
    report = hone("data", "inspect", str(path), "--json").objects[0]
    assert report["rows"] == 2
    assert report["usable_rows"] == 1


def test_an_unexpected_error_is_a_sentence_and_its_trace_is_in_the_log(
    hone_home: Path, tmp_path: Path
) -> None:
    script = (
        "import sys; from hone.services.models import ModelService; from hone.bootstrap import run_command\n"
        "def broken(self): raise ZeroDivisionError('boom')\n"
        "ModelService.models = broken\n"
        "sys.exit(run_command(['models', 'list']))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "ZeroDivisionError: boom" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Traceback" in (hone_home / "logs" / "command.log").read_text()


def test_a_reader_that_leaves_early_is_no_error(hone_home: Path) -> None:
    line = f"{sys.executable} -m hone runs list --json | true"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_the_demo_ends_with_one_object(hone, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    result = DemoResult(
        score_before=0.05,
        score_after=0.95,
        gguf_score_after=0.95,
        cases=100,
        seconds=90.0,
        training_seconds=60.0,
        model="Hone demo",
        run="r1",
        adapter=tmp_path / "adapter",
        adapter_gguf=None,
        prompt="Where is my parcel?",
        expected='{"category": "delivery"}',
        answer_before="I do not know.",
        answer_after='{"category": "delivery"}',
    )
    monkeypatch.setattr(DemoService, "run", lambda self: iter([result]))
    outcome = hone("demo", "--json")
    assert outcome.code == 0
    assert len(outcome.objects) == 1
    assert outcome.objects[0]["score_after"] == 0.95
    assert outcome.objects[0]["adapter"] == str(tmp_path / "adapter")
    shown = hone("demo").out
    assert "95.0%" in shown
    assert "Where is my parcel?" in shown


def test_json_times_are_utc(hone, paths: Paths, tmp_path: Path) -> None:
    plan = Plan(name="a", base=Base(model=tmp_path), data=Data(train=tmp_path))
    RunFolders(paths.runs, paths.data / "trash" / "runs").create(plan, BASE)
    listed = json.loads(hone("runs", "list", "--json").out)
    made = datetime.fromisoformat(listed["created_at"])
    assert abs((datetime.now(UTC) - made).total_seconds()) < 60
