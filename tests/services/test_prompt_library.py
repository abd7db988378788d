"""The library: versions, copies of starters, files that become prompts, and drafts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hone.domain.prompts import FewShot, PromptBody, Variable, VariableKind
from hone.errors import BadInput
from hone.services.prompt_files import FileFormat
from hone.services.prompt_library import PromptLibrary
from hone.services.prompt_starters import Starters
from hone.storage.database import Database
from hone.storage.drafts import DraftStore
from hone.storage.paths import resources
from hone.storage.prompts import PromptStore


@pytest.fixture
def library(tmp_path: Path) -> Iterator[PromptLibrary]:
    database = Database(tmp_path / "hone.db", tmp_path / "backups")
    yield PromptLibrary(PromptStore(database), DraftStore(database), Starters(resources() / "prompts"))
    database.close()


def own(library: PromptLibrary) -> list[str]:
    return [prompt.name for prompt in library.prompts() if not prompt.id.startswith("starter:")]


def test_a_save_that_changes_nothing_makes_no_version(library: PromptLibrary) -> None:
    prompt = library.create("Tone")
    assert prompt.versions == 0
    first = library.save(prompt.id, PromptBody(system="a"), "first")
    assert library.save(prompt.id, PromptBody(system="a"), "again") == first
    second = library.save(prompt.id, PromptBody(system="b"))
    assert [(v.number, v.note) for v in library.versions(prompt.id)] == [(2, ""), (1, "first")]
    assert library.get(prompt.id).latest_id == second.id


def test_restoring_a_version_makes_it_the_newest(library: PromptLibrary) -> None:
    prompt = library.create("Tone", PromptBody(system="a"))
    old = library.versions(prompt.id)[0]
    library.save(prompt.id, PromptBody(system="b"))
    again = library.restore_version(old.id)
    assert (again.number, again.body, again.note) == (3, old.body, "Version 1 again")


def test_a_changed_starter_becomes_a_prompt_of_ones_own(library: PromptLibrary) -> None:
    starter = next(prompt for prompt in library.prompts() if prompt.id == "starter:role")
    latest = library.versions(starter.id)[0]
    changed = library.save(starter.id, PromptBody(system="mine"), "shorter")
    assert own(library) == ["Role"]
    assert [v.body for v in library.versions(changed.prompt_id)] == [PromptBody(system="mine"), latest.body]
    assert library.versions(starter.id) == [latest]
    for refused in (library.delete, lambda which: library.describe(which, name="x")):
        with pytest.raises(BadInput):
            refused(starter.id)


def test_search_looks_at_names_tags_and_texts(library: PromptLibrary) -> None:
    library.create("Tone", PromptBody(system="Be kind"), tags=["Support"], folder="work")
    library.create("Empty")
    assert [p.name for p in library.prompts("KIND support")] == ["Tone"]
    assert next(p.name for p in library.prompts("work")) == "Tone"
    assert any(p.name == "Role" for p in library.prompts("bicycle"))
    assert library.prompts("nowhere to be found") == []


def test_deleting_can_be_undone_and_duplicates_get_names_of_their_own(library: PromptLibrary) -> None:
    prompt = library.create("Tone", PromptBody(system="a"))
    library.delete(prompt.id)
    assert own(library) == []
    assert library.undelete(prompt.id) == prompt
    assert library.duplicate(prompt.id).name == "Tone (copy)"
    assert library.duplicate(prompt.id).name == "Tone (copy 2)"
    assert library.duplicate("starter:role").folder == ""


def test_the_folder_of_the_starters_cannot_be_taken(library: PromptLibrary) -> None:
    with pytest.raises(BadInput):
        library.create("x", folder="starters/mine")
    assert library.create("x", folder=" a // b /").folder == "a/b"


@pytest.mark.parametrize("form", FileFormat)
def test_a_prompt_survives_the_way_through_a_file_with_its_history(
    library: PromptLibrary, tmp_path: Path, form: FileFormat
) -> None:
    body = PromptBody(
        system="Be {{tone}}\n",
        variables=(
            Variable(name="tone", kind=VariableKind.CHOICE, choices=("kind", "curt"), default="kind"),
        ),
        examples=(FewShot(input="a", output="b"),),
    )
    prompt = library.create(
        "Tone", PromptBody(system="old"), folder="work", tags=["x"], about="y", note="1st"
    )
    library.save(prompt.id, body, "2nd")
    [path] = library.export_all([prompt.id], tmp_path / "out", form, history=True)
    library.delete(prompt.id)
    imported = library.import_file(path)
    assert imported.is_new
    copy = imported.prompt
    assert (copy.name, copy.folder, copy.tags, copy.about) == ("Tone", "work", ("x",), "y")
    assert [(v.number, v.note, v.body) for v in library.versions(copy.id)] == [
        (v.number, v.note, v.body) for v in library.versions(prompt.id)
    ]


def test_a_file_with_the_name_of_a_prompt_becomes_its_next_version_and_can_be_taken_back(
    library: PromptLibrary, tmp_path: Path
) -> None:
    prompt = library.create("Tone", PromptBody(system="a"))
    path = library.export(prompt.id, tmp_path / "tone.md")
    assert library.import_file(path).version_ids == ()
    path.write_text(path.read_text() + "more\n")
    imported = library.import_file(path)
    assert not imported.is_new and imported.prompt.id == prompt.id
    assert [v.note for v in library.versions(prompt.id)] == ["From tone.md", ""]
    library.undo_import(imported)
    assert len(library.versions(prompt.id)) == 1


def test_files_that_are_there_are_not_replaced_by_an_export(library: PromptLibrary, tmp_path: Path) -> None:
    prompt = library.create("Tone", PromptBody(system="a"))
    names = [library.export_all([prompt.id], tmp_path, FileFormat.TOML)[0].name for _ in range(3)]
    assert names == ["tone.toml", "tone-2.toml", "tone-3.toml"]


def test_drafts_are_kept_by_prompt(library: PromptLibrary) -> None:
    library.keep_draft("starter:role", PromptBody(system="x"))
    assert library.draft("starter:role") == PromptBody(system="x")
    assert library.with_drafts() == frozenset({"starter:role"})
    library.forget_draft("starter:role")
    assert library.draft("starter:role") is None


def test_a_prompt_is_found_by_name_folder_or_id(library: PromptLibrary) -> None:
    first = library.create("Tone", folder="a")
    library.create("Tone", folder="b")
    assert library.find("A/tone") == first == library.find(first.id)
    with pytest.raises(BadInput, match="Several"):
        library.find("tone")
    with pytest.raises(BadInput, match="no prompt"):
        library.find("nothing")
    mine = library.create("Role")
    assert library.find("role") == mine
