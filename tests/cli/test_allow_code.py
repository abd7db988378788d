"""A model's own program code never runs before a user has allowed just these files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from hone.storage.paths import resources

pytestmark = pytest.mark.skipif(
    not (resources() / "demo_model" / "model.safetensors").is_file(), reason="no embedded model"
)
MODELING = """
from pathlib import Path
with Path({sentinel!r}).open("a") as file:
    file.write({mark!r})
from transformers import LlamaForCausalLM
class OwnForCausalLM(LlamaForCausalLM):
    pass
"""


@pytest.fixture
def sentinel(tmp_path: Path) -> Path:
    return tmp_path / "has-run"


@pytest.fixture
def folder(tmp_path: Path, sentinel: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a model that brings its own code, which tells when it runs."""
    monkeypatch.setenv("HF_MODULES_CACHE", str(tmp_path / "modules"))
    place = tmp_path / "own"
    shutil.copytree(resources() / "demo_model", place)
    config = json.loads((place / "config.json").read_text())
    config["auto_map"] = {"AutoModelForCausalLM": "modeling_own.OwnForCausalLM"}
    config["architectures"] = ["OwnForCausalLM"]
    (place / "config.json").write_text(json.dumps(config))
    (place / "modeling_own.py").write_text(MODELING.format(sentinel=str(sentinel), mark="first"))
    return place


def _complete(hone, folder: Path):
    return hone("complete", "-m", str(folder), "--prompt", "The", "--max-tokens", "2", "--seed", "1")


@pytest.mark.worker
def test_code_runs_after_it_was_allowed_and_not_after_it_changed(hone, folder: Path, sentinel: Path) -> None:
    refused = _complete(hone, folder)
    assert (refused.code, sentinel.exists()) == (2, False)
    assert "asks to run program code that came with it" in refused.err

    assert hone("models", "allow-code", str(folder), "--yes").code == 0
    assert not sentinel.exists()
    assert _complete(hone, folder).code == 0
    assert sentinel.read_text() == "first"

    changed = MODELING.format(sentinel=str(sentinel), mark="second")
    (folder / "modeling_own.py").write_text(changed)
    assert _complete(hone, folder).code == 2
    assert sentinel.read_text() == "first"


def test_files_are_listed_and_nothing_is_allowed_without_a_yes(hone, folder: Path) -> None:
    outcome = hone("models", "allow-code", str(folder))
    assert outcome.code == 2
    assert "modeling_own.py" in outcome.out
    assert "run with your rights" in outcome.out
    assert "repeat with --yes" in outcome.err
    assert hone("models", "inspect", str(folder)).code == 2


def test_permission_ends_when_it_is_revoked_or_a_file_is_added(hone, folder: Path) -> None:
    hone("models", "allow-code", str(folder), "--yes")
    assert hone("models", "inspect", str(folder)).code == 0
    assert hone("models", "allow-code", str(folder), "--revoke").code == 0
    assert hone("models", "inspect", str(folder)).code == 2
    hone("models", "allow-code", str(folder), "--yes")
    (folder / "extra").mkdir()
    (folder / "extra" / "more.py").write_text("print()")
    assert hone("models", "inspect", str(folder)).code == 2


@pytest.mark.parametrize("named", ["/tmp/elsewhere/modeling.Own", "someone/else--modeling.Own"])
def test_code_outside_the_folder_cannot_be_allowed(hone, folder: Path, named: str) -> None:
    config = json.loads((folder / "config.json").read_text())
    config["auto_map"] = {"AutoModelForCausalLM": named}
    (folder / "config.json").write_text(json.dumps(config))
    outcome = hone("models", "allow-code", str(folder), "--yes")
    assert outcome.code == 2
    assert "no program code of its own" in outcome.err


def test_training_is_refused_for_a_model_that_runs_its_own_code(hone, folder: Path, tmp_path: Path) -> None:
    hone("models", "allow-code", str(folder), "--yes")
    plan = tmp_path / "plan.toml"
    rows = resources() / "samples" / "support_tickets.jsonl"
    plan.write_text(f'name = "x"\n[base]\nmodel = "{folder}"\n[data]\ntrain = "{rows}"\n')
    outcome = hone("tune", str(plan))
    assert outcome.code == 2
    assert "runs program code of its own" in outcome.err


def test_model_is_listed_before_its_code_is_allowed_and_usable_after(hone, folder: Path) -> None:
    added = hone("models", "add", str(folder))
    assert added.code == 0
    assert "hone models allow-code own-" in added.out
    assert "cannot be used" in hone("models", "inspect", "own").err
    assert hone("models", "allow-code", "own", "--yes").code == 0
    assert hone("models", "inspect", "own").code == 0
    hone("models", "allow-code", "own", "--revoke")
    assert "cannot be used" in hone("models", "inspect", "own").err
