"""Files of prompts that were made to harm are told in a sentence, at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hone.errors import BadInput
from hone.services.prompt_files import read_prompt

pytestmark = pytest.mark.timeout(20)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("system=" + "[" * 100_000, "nested too deeply"),
        ("system=" + "{a=" * 50_000, "nested too deeply"),
        (".".join(["a"] * 100_000) + "=1", "hundred parts"),
        ("a={" + " . ".join(["a"] * 100_000) + "=1}", "hundred parts"),
        ("system=" + "9" * 5000, "thousands of digits"),
        ("[[history]]\ncreated_at=0001-01-01T00:00:00+14:00\n[history.body]", "before the year 1"),
        ("[[history]]\ncreated_at=99999-01-01\n[history.body]", "not TOML"),
        ("[constraint]\njson_schema='" + '{"a":' * 1000 + "1" + "}" * 1000 + "'", "nested too deeply"),
    ],
)
@pytest.mark.parametrize("form", ["toml", "md"])
def test_a_hostile_prompt_is_told(tmp_path: Path, text: str, said: str, form: str) -> None:
    path = tmp_path / f"p.{form}"
    path.write_text(text if form == "toml" else f"+++\n{text}\n+++\nHi")
    with pytest.raises(BadInput, match=said):
        read_prompt(path)


def test_a_long_text_is_read_in_a_moment(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text("system='''" + "x" * 3_000_000 + "'''")
    assert len(read_prompt(path).body.system) == 3_000_000


def test_a_schema_in_toml_is_json_when_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text("[constraint.json_schema]\ndefault=1979-05-27\nmaximum=inf")
    assert read_prompt(path).body.constraint.json_schema == {"default": "1979-05-27", "maximum": None}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("form", ["toml", "md"])
def test_a_pipe_is_refused_at_once(tmp_path: Path, form: str) -> None:
    os.mkfifo(tmp_path / f"p.{form}")
    with pytest.raises(BadInput, match="no ordinary file"):
        read_prompt(tmp_path / f"p.{form}")
