"""A zip archive with one file in it is read like that file; systems' own entries do not count."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from hone.data.opening import open_data
from hone.data.records import Record
from hone.errors import BadInput

LINES = "".join(json.dumps({"prompt": f"What is {n}?", "completion": "A number."}) + "\n" for n in range(40))
TABLE = "Frage;Antwort\n" + "".join(f"Was ist {n}?;Eine größere Zahl\n" for n in range(40))


@pytest.mark.parametrize(
    "how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
def test_rows_of_a_zipped_file_are_read_as_often_as_they_are_asked_for(tmp_path: Path, how: int) -> None:
    path = tmp_path / "rows.zip"
    with zipfile.ZipFile(path, "w", how) as archive:
        archive.mkdir("data")
        archive.writestr("data/rows.jsonl", LINES)
        archive.writestr("__MACOSX/data/._rows.jsonl", b"\0\1")
        archive.writestr("data/.DS_Store", b"\0\1")
    opened = open_data(path)
    assert opened.container == "JSON lines, zip" and not opened.quick
    assert len(list(opened.records())) == len(list(opened.records())) == 40


def test_the_name_inside_tells_a_table(tmp_path: Path) -> None:
    path = tmp_path / "archive.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("train.csv", TABLE.encode("cp1252"))
    rows = [each for each in open_data(path).records() if isinstance(each, Record)]
    assert rows[0].values == {"Frage": "Was ist 0?", "Antwort": "Eine größere Zahl"}
    assert len(rows) == 40


def test_several_files_are_not_guessed_among(tmp_path: Path) -> None:
    path = tmp_path / "two.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("train.jsonl", LINES)
        archive.writestr("test.jsonl", LINES)
    with pytest.raises(BadInput, match="zip archive without a workbook"):
        open_data(path)


def test_a_damaged_file_inside_is_told(tmp_path: Path) -> None:
    path = tmp_path / "rows.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("rows.jsonl", LINES)
    data = path.read_bytes()
    path.write_bytes(data.replace(b"What is 7?", b"What is 8!"))
    with pytest.raises(BadInput, match="cut off or damaged"):
        list(open_data(path).records())
