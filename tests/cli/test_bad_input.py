"""Whatever is wrong with what was given: one sentence that names it, a next step, exit code 2."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

# Command, and what its sentence must name. `{bad}` is the folder with unusable files.
CASES = [
    (["models", "inspect", "{bad}/nowhere.gguf"], "does not exist"),
    (["models", "inspect", "{bad}/hello.gguf"], "hello.gguf is not a GGUF"),
    (["models", "inspect", "{bad}/cut.gguf"], "cut.gguf is cut short"),
    (["models", "inspect", "{bad}/picture"], "picture has no config.json"),
    (["models", "inspect", "{bad}/no_tokenizer"], "no tokenizer"),
    (["models", "add", "{bad}/hello.gguf"], "hello.gguf is not a GGUF"),
    (["complete", "-m", "{bad}/cut.gguf", "-p", "x"], "cut.gguf is cut short"),
    (["complete", "-m", "no such model", "-p", "x"], "no such model"),
    (["complete", "-m", "x", "-p", "x", "--temperature", "99"], "temperature = 99"),
    (["complete", "-m", "x", "-p", "x", "--temperature", "warm"], "--temperature"),
    (["complete", "-m", "x", "-p", ""], "no text"),
    (["complete", "-m", "x", "-p", "x", "--quantization", "q5"], "q5"),
    (["chat", "--conversation", "gone"], "conversation"),
    (["data", "inspect", "{bad}/nowhere.jsonl"], "nowhere.jsonl does not exist"),
    (["data", "inspect", "{bad}/picture"], "is an empty folder"),
    (["data", "inspect", "{bad}/empty.jsonl"], "empty.jsonl is empty"),
    (["data", "inspect", "{bad}/noise.jsonl"], "noise.jsonl"),
    (["data", "inspect", "{bad}/columns.jsonl"], "'foo', 'bar'"),
    (["tune"], "a plan"),
    (["tune", "{bad}/nowhere.toml"], "nowhere.toml does not exist"),
    (["tune", "{bad}/noise.jsonl"], "is no text"),
    (["tune", "{bad}/broken.toml"], "broken.toml is not valid TOML"),
    (["tune", "{bad}/typo.toml"], "learning_rat"),
    (["tune", "--resume", "gone"], "gone"),
    (["runs", "show", "gone"], "gone"),
    (["runs", "shwo"], "show"),
    (["mend"], "mend"),
    (["doctor", "--loud"], "--loud"),
]


@pytest.mark.parametrize(("arguments", "named"), CASES, ids=[" ".join(case[0]) for case in CASES])
def test_a_sentence_and_a_hint_when_input_is_wrong(hone, bad: Path, arguments: list[str], named: str) -> None:
    outcome = hone(*(argument.format(bad=bad) for argument in arguments))
    assert outcome.code == 2
    assert named in outcome.err
    assert "Traceback" not in outcome.err
    assert len(outcome.err.strip().splitlines()) <= 3
    assert outcome.out == ""


@pytest.mark.parametrize("arguments", [CASES[1][0], CASES[13][0], ["mend"], ["doctor", "--loud"]])
def test_one_json_object_when_a_program_asks(hone, bad: Path, arguments: list[str]) -> None:
    outcome = hone(*(argument.format(bad=bad) for argument in arguments), "--json")
    assert outcome.code == 2
    error = json.loads(outcome.err)
    assert set(error) == {"error", "hint"}
    assert all(error.values())
    assert outcome.out == ""


def test_typos_are_answered_with_the_nearest_word(hone, bad: Path) -> None:
    assert "learning_rate" in hone("tune", str(bad / "typo.toml")).err
    assert "'models'" in hone("modles").err
