"""The granted folder: what can be read, and that nothing outside of it can."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hone.errors import BadInput
from hone.services.tools.folder_grant import granted_folder
from hone.workers.tools.built_in.base import Given
from hone.workers.tools.built_in.files import LIST_FILES, READ_FILE
from hone.workers.tools.built_in.search import SEARCH_FILES


@pytest.fixture
def where(tmp_path: Path) -> Given:
    """A folder with files, and things around it that must stay unread."""
    folder = tmp_path / "granted"
    (folder / "notes").mkdir(parents=True)
    (folder / "notes" / "plan.md").write_text("First\nSecond Café\nThird\n")
    (folder / "latin.txt").write_bytes("Grüße".encode("cp1252"))
    (folder / "picture.png").write_bytes(b"\x89PNG\x00\x01")
    (folder / ".env").write_text("SECRET=1")
    (tmp_path / "secret.txt").write_text("outside")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe")
    return Given(str(folder))


def test_a_folder_is_listed_without_links_pipes_and_hidden_files(where: Given) -> None:
    lines = LIST_FILES.run({}, where).splitlines()
    assert [line.split("  ")[0] for line in lines] == ["notes/", "latin.txt", "picture.png"]
    assert LIST_FILES.run({"path": "notes"}, where).startswith("plan.md  25 bytes")


def test_a_file_is_read_whole_or_by_lines(where: Given) -> None:
    assert READ_FILE.run({"path": "notes/plan.md"}, where) == "First\nSecond Café\nThird"
    part = READ_FILE.run({"path": "notes/plan.md", "first_line": 2, "lines": 1}, where)
    assert part == "Second Café\n[These were lines 2 to 2 of 3.]"
    assert READ_FILE.run({"path": "latin.txt"}, where) == "Grüße"
    assert READ_FILE.run({"path": f"{where.folder}/latin.txt"}, where) == "Grüße"


@pytest.mark.parametrize(
    "path",
    [
        "../secret.txt", "notes/../../secret.txt", "link.txt", "up/secret.txt", "pipe", ".env", "notes/.",
        "/etc/passwd", "notes/\0", "picture.png", "", "missing.txt", "notes", "C:\\Windows\\win.ini", "~/x",
    ],
)  # fmt: skip
def test_what_may_not_be_read_is_refused_with_a_sentence(where: Given, path: str) -> None:
    with pytest.raises(BadInput) as refused:
        READ_FILE.run({"path": path}, where)
    assert "outside" not in str(refused.value) or "outside of the granted folder" in str(refused.value)


def test_a_long_file_says_what_was_left_out(where: Given) -> None:
    lines = [f"line {number} " + "x" * 90 for number in range(2000)]
    (Path(where.folder) / "long.txt").write_text("\n".join(lines))
    text = READ_FILE.run({"path": "long.txt"}, where)
    assert len(text) < 41_000
    assert text.splitlines()[-1].endswith("of 2,000.]")


def test_search_tells_file_and_line(where: Given) -> None:
    assert SEARCH_FILES.run({"text": "CAFÉ"}, where) == "notes/plan.md:2: Second Café"
    assert "not found in 3 files" in SEARCH_FILES.run({"text": "outside"}, where)
    (Path(where.folder) / "many.txt").write_text("hit\n" * 500)
    assert "more than 60 lines" in SEARCH_FILES.run({"text": "hit"}, where)


def test_without_a_folder_nothing_is_read() -> None:
    with pytest.raises(BadInput, match="No folder was granted"):
        LIST_FILES.run({}, Given())


def test_folders_of_the_system_cannot_be_granted(tmp_path: Path) -> None:
    assert granted_folder(tmp_path) == str(tmp_path.resolve())
    (tmp_path / ".ssh").mkdir()
    (tmp_path / "file").write_text("")
    for path in (
        Path("/"),
        Path("/etc"),
        Path("/proc/self"),
        tmp_path / ".ssh",
        tmp_path / "file",
        tmp_path / "no",
    ):
        with pytest.raises(BadInput):
            granted_folder(path)
