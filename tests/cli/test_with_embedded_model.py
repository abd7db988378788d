"""Commands that start real workers, on the embedded model."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hone.storage.paths import resources

pytestmark = [
    pytest.mark.worker,
    pytest.mark.skipif(
        not (resources() / "demo_model" / "model.safetensors").is_file(), reason="no embedded model"
    ),
    pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals"),
]

PLAN = """
name = "Tickets"
[base]
model = "{model}"
[data]
train = "{data}"
[training]
epochs = 200
micro_batch = 2
gradient_accumulation = 1
context_length = 96
evaluations = 0
"""


def hone(*arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "hone", *arguments], input=typed, capture_output=True, text=True, check=False
    )


def test_the_same_seed_completes_a_text_the_same_way() -> None:
    arguments = (
        "complete",
        "-m",
        "demo",
        "-p",
        "The training of a model",
        "--max-tokens",
        "8",
        "--seed",
        "5",
        "--json",
    )
    first, second = json.loads(hone(*arguments).stdout), json.loads(hone(*arguments).stdout)
    assert first["token_ids"] == second["token_ids"]
    assert first["text"] == second["text"]
    assert len(first["token_ids"]) <= 8
    assert bool(first["token_ids"]) == bool(first["text"])
    assert first["seed"] == 5


def test_a_conversation_from_a_pipe_is_kept() -> None:
    done = hone("chat", "-m", "demo", "--temperature", "0", typed="Hello\n/list\n")
    assert done.returncode == 0, done.stderr
    reply, listed = done.stdout.strip().splitlines()
    assert reply
    conversation_id, title = listed.split(maxsplit=1)
    assert title == "Hello"
    again = hone("chat", "--conversation", conversation_id, "--json", typed="And now?\n")
    events = [json.loads(line) for line in again.stdout.splitlines()]
    assert events[0]["type"] == "UserSaved"
    assert events[-1]["type"] == "ReplyEnded"
    assert events[-1]["message"]["conversation_id"] == conversation_id


def test_interrupting_a_run_leaves_a_checkpoint_to_go_on_from(tmp_path: Path) -> None:
    rows = (resources() / "samples" / "support_tickets.jsonl").read_text().splitlines()[:16]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows))
    plan = tmp_path / "plan.toml"
    plan.write_text(PLAN.format(model=resources() / "demo_model", data=tmp_path / "rows.jsonl"))
    with subprocess.Popen(
        [sys.executable, "-m", "hone", "tune", str(plan), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as child:
        assert child.stdout is not None
        events = []
        for line in child.stdout:
            events.append(json.loads(line))
            if events[-1]["type"] == "StepDone" and not any(e["type"] == "WasStopped" for e in events):
                # As a terminal does it: the whole group gets the signal, workers too.
                os.killpg(child.pid, signal.SIGINT)
                break
        events += [json.loads(line) for line in child.stdout]
        assert child.stderr is not None
        assert child.stderr.read() == ""
    assert child.returncode == 1
    ended = events[-1]
    assert (ended["type"], ended["run"]["state"]) == ("RunEnded", "stopped")
    assert "CheckpointSaved" in [event["type"] for event in events]
    run_id = events[0]["id"]
    resumed = _first_step(run_id)
    assert resumed > ended["run"]["step"]


def _first_step(run_id: str) -> int:
    """Resume a run, return its first step, and end it hard."""
    with subprocess.Popen(
        [sys.executable, "-m", "hone", "tune", "--resume", run_id, "--json"],
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        try:
            for line in child.stdout:
                event = json.loads(line)
                if event["type"] == "StepDone":
                    return int(event["step"]["step"])
        finally:
            child.kill()
            time.sleep(0.2)
    raise AssertionError("the run did not go on")


def test_the_doctor_lets_every_worker_answer() -> None:
    done = hone("doctor", "--json")
    checks = {check["name"]: check for check in map(json.loads, done.stdout.splitlines())}
    started = [check for name, check in checks.items() if name.startswith(("Worker", "Engine"))]
    assert len(started) >= 4
    assert all(check["verdict"] == "ok" for check in started), started
    assert checks["Data folder"]["verdict"] == "ok"
    assert done.returncode == (1 if any(check["verdict"] == "problem" for check in checks.values()) else 0)
