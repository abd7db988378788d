"""Data on the command line: what is told, what is written, and that nothing is half written."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "resources" / "demo_model"
STABLE = {
    "shape",
    "confidence",
    "alternatives",
    "rows",
    "columns",
    "encoding",
    "problems",
    "tokens",
    "statistics",
    "usable_rows",
    "parts",
    "sha256",
}


def dialogue(question: str, answer: str) -> dict[str, object]:
    return {"messages": [{"role": "user", "content": question}, {"role": "assistant", "content": answer}]}


def write(path: Path, rows: Iterable[object]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "work"
    made.mkdir()
    return made


@pytest.fixture
def rows(folder: Path) -> Path:
    good = [dialogue(f"What is {number} plus {number}?", f"It is {2 * number}.") for number in range(40)]
    return write(folder / "rows.jsonl", [*good, dialogue("Hi", ""), good[3]])


def read(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_inspect_tells_shape_rows_and_problems_as_json(hone, rows: Path) -> None:
    told = hone("data", "inspect", str(rows), "--json").objects[0]
    assert told.keys() >= STABLE
    assert (told["shape"], told["rows"], told["usable_rows"]) == ("messages", 42, 41)
    assert told["confidence"] > 0.9 and told["tokens"] is None
    problems = {each["kind"]: each for each in told["problems"]}
    assert problems["empty_reply"]["rows"] == [41] and problems["empty_reply"]["fix"] == "drop"
    assert problems["duplicate"]["count"] == 1 and problems["duplicate"]["rows"] == [42]


@pytest.mark.worker
def test_inspect_counts_tokens_when_a_model_is_named(hone, rows: Path) -> None:
    outcome = hone("data", "inspect", str(rows), "--model", str(DEMO), "--json")
    tokens = outcome.objects[0]["tokens"]
    assert 0 < tokens["trained"] < tokens["total"] and tokens["stop_token_trained"]
    assert tokens["cut_rows"] == 0 and sum(tokens["histogram"]) == 41
    outcome = hone("data", "inspect", str(rows), "--model", str(DEMO), "--context-length", "8", "--json")
    assert outcome.objects[0]["tokens"]["lost_replies"] == 41


@pytest.mark.worker
def test_preview_shows_which_tokens_are_trained(hone, rows: Path) -> None:
    row = hone("data", "preview", str(rows), "--model", str(DEMO), "--row", "5", "--json").objects[0]
    trained = "".join(token["text"] for token in row["tokens"] if token["trained"])
    assert trained.startswith("It is 8.") and row["stop_token_trained"]
    assert hone("data", "preview", str(rows), "--model", str(DEMO), "--row", "41").code == 2


@pytest.mark.parametrize("shape", ["messages", "alpaca", "sharegpt", "prompt_completion"])
@pytest.mark.parametrize("ending", [".jsonl", ".json", ".parquet", ".jsonl.gz"])
def test_convert_keeps_every_usable_row(hone, rows: Path, tmp_path: Path, shape: str, ending: str) -> None:
    target = tmp_path / f"out{ending}"
    outcome = hone("data", "convert", str(rows), "--to", shape, "--out", str(target), "--json")
    assert outcome.code == 0, outcome.err
    told = hone("data", "inspect", str(target), "--json").objects[0]
    assert told["shape"] == shape and told["usable_rows"] == 41


def test_split_is_seeded_and_loses_nothing(hone, rows: Path, tmp_path: Path) -> None:
    made = []
    for folder in ("a", "b"):
        assert hone("data", "split", str(rows), "--share", "0.25", "--out", str(tmp_path / folder)).code == 0
        made.append([read(tmp_path / folder / name) for name in ("train.jsonl", "held_out.jsonl")])
    assert made[0] == made[1]
    train, held_out = ([json.dumps(row) for row in part] for part in made[0])
    assert 8 <= len(held_out) <= 12 and not set(train) & set(held_out)
    assert len(train) + len(held_out) >= 41


def test_fix_writes_a_file_without_the_problem_and_leaves_the_source(
    hone, rows: Path, tmp_path: Path
) -> None:
    before = rows.read_bytes()
    target = tmp_path / "clean.jsonl"
    outcome = hone(
        "data", "fix", str(rows), "--kind", "duplicate", "--kind", "empty_reply", "--out", str(target)
    )
    assert outcome.code == 0, outcome.err
    told = hone("data", "inspect", str(target), "--json").objects[0]
    assert told["rows"] == 40 and not {each["kind"] for each in told["problems"]} & {
        "duplicate",
        "empty_reply",
    }
    assert rows.read_bytes() == before


def test_mix_takes_rows_by_weight(hone, rows: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "other.jsonl", [dialogue(f"Colour {number}?", "Blue.") for number in range(60)])
    target = tmp_path / "mixed.jsonl"
    assert hone("data", "mix", f"{rows}=1", f"{other}=2", "--rows", "30", "--out", str(target)).code == 0
    text = target.read_text()
    assert text.count("Colour") == 20 and len(read(target)) == 30


def test_columns_are_mapped_by_hand(hone, tmp_path: Path) -> None:
    table = tmp_path / "fragen.csv"
    table.write_text(
        "nr;frage;antwort\n" + "".join(f"{n};Wie viel ist {n}?;Es ist {n}.\n" for n in range(30))
    )
    told = hone(
        "data", "inspect", str(table), "--json", "--format", "prompt_completion",
        "--column", "prompt=frage", "--column", "completion=antwort",
    ).objects[0]  # fmt: skip
    assert told["usable_rows"] == 30 and told["column_mapping"] == {
        "prompt": "frage",
        "completion": "antwort",
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["inspect", "{rows}", "--format", "massages"], "messages"),
        (["inspect", "{rows}", "--column", "prompt"], "FIELD=COLUMN"),
        (["inspect", "{rows}", "--column", "messages=mesages"], "mesages"),
        (["inspect", "{rows}", "--held-out", "{folder}/gone.jsonl"], "gone.jsonl does not exist"),
        (["convert", "{rows}", "--to", "alpacca", "--out", "{folder}/o.jsonl"], "alpaca"),
        (["convert", "{rows}", "--to", "alpaca", "--out", "{rows}"], "never written over"),
        (["convert", "{rows}", "--to", "alpaca", "--out", "{folder}"], "is a folder"),
        (["convert", "{rows}", "--to", "alpaca", "--out", "{folder}/no/o.jsonl"], "does not exist"),
        (["convert", "{rows}", "--to", "alpaca", "--out", "{folder}/o.docx"], ".docx"),
        (["split", "{rows}", "--share", "2", "--out", "{folder}/s"], "0.1"),
        (["split", "{rows}", "--by", "group", "--by-column", "user", "--out", "{folder}/s"], "user"),
        (["fix", "{rows}", "--kind", "duplicates", "--out", "{folder}/o.jsonl"], "duplicate"),
        (["mix", "{rows}", "--out", "{folder}/o.jsonl"], "two or more"),
        (["mix", "{rows}=x", "{rows}", "--out", "{folder}/o.jsonl"], "weight"),
        (["preview", "{rows}"], "--model"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    hone, rows: Path, folder: Path, arguments: list[str], said: str
) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    outcome = hone("data", *(each.format(rows=rows, folder=folder) for each in arguments))
    assert outcome.code == 2 and said in outcome.err and "Traceback" not in outcome.err
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_file_that_is_there_is_replaced_only_when_asked_for(hone, rows: Path, tmp_path: Path) -> None:
    target = tmp_path / "kept.jsonl"
    target.write_text("mine")
    asked = ["data", "convert", str(rows), "--to", "alpaca", "--out", str(target)]
    assert hone(*asked).code == 2 and target.read_text() == "mine"
    assert hone(*asked, "--overwrite").code == 0 and target.read_text() != "mine"
