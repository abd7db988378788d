"""`hone prompts`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Command = Callable[..., Any]


def make(hone: Command, folder: Path, name: str = "Tone", system: str = "Be kind") -> None:
    path = folder / "made.toml"
    path.write_text(f'name = "{name}"\ntags = ["x"]\nsystem = "{system}"\n')
    assert hone("prompts", "import", str(path)).code == 0


def test_the_starters_are_listed_before_anything_was_saved(hone: Command) -> None:
    listed = hone("prompts", "list", "--json").objects
    assert len(listed) >= 9
    assert {prompt["folder"] for prompt in listed} == {"Starters"}


def test_an_imported_prompt_is_shown_exported_and_becomes_a_version_again(
    hone: Command, tmp_path: Path
) -> None:
    make(hone, tmp_path)
    assert hone("prompts", "list", "kind", "--json").objects[0]["name"] == "Tone"
    shown = hone("prompts", "show", "tone")
    assert "Be kind" in shown.out and "System prompt" in shown.out
    exported = hone("prompts", "export", "Tone", "--to", str(tmp_path / "out"), "--format", "md", "--json")
    path = Path(exported.objects[0]["file"])
    assert path.name == "tone.md"
    path.write_text(path.read_text().replace("Be kind", "Be brief"))
    assert "has version 2 now" in hone("prompts", "import", str(path)).out
    assert "says the same already" in hone("prompts", "import", str(path)).out
    first = hone("prompts", "show", "Tone", "--version", "1", "--json").objects[0]
    assert first["version"]["body"]["system"] == "Be kind"
    assert [version["number"] for version in first["versions"]] == [2, 1]


def test_all_own_prompts_are_exported_without_the_starters(hone: Command, tmp_path: Path) -> None:
    make(hone, tmp_path, "A")
    make(hone, tmp_path, "B")
    out = hone("prompts", "export", "--all", "--to", str(tmp_path / "out"))
    assert out.code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.toml", "b.toml"]


def test_what_cannot_be_done_is_said_in_a_sentence(hone: Command, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text('name = "x"\nsytem = "y"\n')
    outcome = hone("prompts", "import", str(wrong))
    assert outcome.code == 2
    assert "wrong.toml, line 2: there is no key 'sytem'" in outcome.err and "'system'" in outcome.err
    make(hone, tmp_path)
    for arguments, said in [
        (("show", "nothing"), "no prompt 'nothing'"),
        (("show", "Tone", "--version", "7"), "no version 7"),
        (("export",), "which prompts"),
        (("export", "Tone", "Role", "--to", str(tmp_path / "a.md")), "One file holds one prompt"),
        (("import", str(tmp_path / "none.toml")), "could not be read"),
    ]:
        outcome = hone("prompts", *arguments)
        assert outcome.code != 0 and said in outcome.err, arguments
