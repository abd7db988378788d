"""What files hold is shown in a terminal, never obeyed by it, and never read as marks of style."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hone.cli.harmless import harmless, shown

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "resources" / "demo_model"
ATTACK = "\x1b]0;title\x07\x1b[2J\x9b31m[/red][bold]\u202etxt.exe\r"


def is_harmless(text: str) -> bool:
    return harmless(text) == text


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("plain, ünï 日本 \u200f\ttab\nline", "plain, ünï 日本 \u200f\ttab\nline"),
        ("\x1b[2J", "\\x1b[2J"),
        ("a\rb\x07\x7f", "a\\x0db\\x07\\x7f"),
        ("\x9b1m", "\\x9b1m"),
        ("\u202egnp", "\\u202egnp"),
        ("\udcff", "\\udcff"),
    ],
)
def test_text_keeps_what_a_terminal_only_shows(text: str, spelled: str) -> None:
    assert harmless(text) == spelled


@pytest.mark.parametrize(("is_terminal", "written"), [(True, "a\\x1b[2J"), (False, "a\x1b[2J")])
def test_what_a_model_writes_is_spelled_out_in_a_terminal_only(
    is_terminal: bool, written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: is_terminal)
    assert shown("a\x1b[2J") == written


def test_labels_and_columns_are_shown_when_they_look_like_marks(hone, tmp_path: Path) -> None:
    rows = [
        {"text": f"word number {number}", "label": f"{ATTACK}{number % 2}", "\x9b2J[/x]": 1}
        for number in range(30)
    ]
    path = tmp_path / "[bold]labels.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    outcome = hone("data", "inspect", str(path))
    assert outcome.code == 0 and is_harmless(outcome.out)
    assert "[bold]labels.jsonl" in outcome.out and "[/red][bold]" in outcome.out
    outcome = hone("data", "inspect", str(path), "--json")
    assert is_harmless(outcome.out)
    assert ATTACK + "0" in {each["name"] for each in outcome.objects[0]["statistics"]["labels"]}


def test_place_of_a_new_file_is_shown_when_it_looks_like_marks(hone, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"prompt": "a", "completion": "b"}\n{"prompt": "c", "completion": "d"}\n')
    outcome = hone(
        "data", "convert", str(path), "--to", "messages", "--out", str(tmp_path / "[red]\x1b[2J.jsonl")
    )
    assert outcome.code == 0 and "[red]\\x1b[2J.jsonl" in outcome.out and is_harmless(outcome.out)
    outcome = hone(
        "data", "split", str(path), "--share", "0.5", "--out", str(tmp_path / "[" / "bold]\x1b[2J")
    )
    assert outcome.code == 0 and "bold]\\x1b[2J" in outcome.out


@pytest.mark.worker
def test_row_is_shown_when_it_holds_control_sequences(hone, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"prompt": ATTACK, "completion": f"Yes {ATTACK}"}) + "\n")
    outcome = hone("data", "preview", str(path), "--model", str(DEMO))
    assert outcome.code == 0 and "[/red][bold]" in outcome.out and is_harmless(outcome.out)


def test_sentence_is_harmless_when_a_name_is_not(hone, tmp_path: Path) -> None:
    outcome = hone("data", "inspect", str(tmp_path / "\x1b[2J\u202e.jsonl"))
    assert outcome.code == 2 and "\\x1b[2J\\u202e.jsonl" in outcome.err and is_harmless(outcome.err)
