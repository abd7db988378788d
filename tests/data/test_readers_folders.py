"""Folders, workbooks and documents of several parts: what is read, what else there is, and in which order."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hone.data.opening import OpenedData, open_data
from hone.data.patterns import matches_path
from hone.data.records import Record
from hone.errors import BadInput

LINE = '{"text": "%s"}\n'


def tree(root: Path, **files: str) -> Path:
    """Write files; two underscores in a name stand for a slash, one before the ending for a dot."""
    for name, content in files.items():
        path = root / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return root


def texts(data: OpenedData) -> list[object]:
    return [next(iter(item.values.values())) for item in data.records() if isinstance(item, Record)]


def parquet(path: Path, *values: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.table({"text": list(values)}), path)


def arrow(path: Path, *values: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    table = pa.table({"text": list(values)})
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_stream(file, table.schema) as writer:
        writer.write_table(table)


def test_train_is_read_of_a_folder_of_splits(tmp_path: Path) -> None:
    root = tree(tmp_path, test_dot_jsonl=LINE % "b", train_dot_jsonl=LINE % "a", valid_dot_jsonl=LINE % "c")
    data = open_data(root)
    assert (data.parts, data.part, texts(data)) == (("train", "validation", "test"), "train", ["a"])
    assert [note.kind for note in data.notes] == ["other_parts"]
    assert texts(open_data(root, "test")) == ["b"]


def test_files_of_one_split_are_read_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for number in range(12):
        parquet(tmp_path / "data" / f"train-{number}-of-12.parquet", f"{number}a", f"{number}b")
    parquet(tmp_path / "data" / "test-0-of-1.parquet", "t")
    data = open_data(tmp_path)
    assert texts(data) == [f"{number}{letter}" for number in range(12) for letter in "ab"]
    assert [item.row for item in data.records()] == list(range(1, 25))
    assert [item.file for item in data.records()][:3] == ["data/train-0-of-12.parquet"] * 2 + [
        "data/train-1-of-12.parquet"
    ]
    assert data.container == "Parquet, 12 files"


def test_files_without_splits_are_one_part(tmp_path: Path) -> None:
    data = open_data(
        tree(tmp_path, a_dot_csv="text,x\n1,\n", b__c_dot_csv="text,x\n2,\n", README_dot_md="# x")
    )
    assert (data.parts, data.part, texts(data)) == ((), "", ["1", "2"])


def test_a_file_without_a_split_beside_a_test_is_what_is_trained_on(tmp_path: Path) -> None:
    data = open_data(tree(tmp_path, rows_dot_jsonl=LINE % "a", test_dot_jsonl=LINE % "b"))
    assert (data.parts, data.part, texts(data)) == (("train", "test"), "train", ["a"])


def test_sets_of_a_folder_are_parts_of_their_own(tmp_path: Path) -> None:
    root = tree(
        tmp_path,
        de__train_dot_jsonl=LINE % "d",
        de__test_dot_jsonl=LINE % "t",
        en__train_dot_jsonl=LINE % "e",
    )
    assert open_data(root).parts == ("de/train", "de/test", "en/train")


def test_words_that_only_hold_a_split_name_none(tmp_path: Path) -> None:
    data = open_data(tree(tmp_path, latest_dot_jsonl=LINE % "a", trainer_dot_jsonl=LINE % "b"))
    assert (data.parts, texts(data)) == ((), ["a", "b"])


def test_most_of_several_kinds_is_read_and_the_rest_told(tmp_path: Path) -> None:
    root = tree(
        tmp_path, a_dot_jsonl=LINE % ("a" * 500), b_dot_csv="text,x\nb,\n", notes_dot_txt="words " * 500
    )
    data = open_data(root)
    assert texts(data) == ["a" * 500]
    assert "b.csv, notes.txt" in data.notes[0].message


def test_folder_of_texts_and_markdown_is_read(tmp_path: Path) -> None:
    data = open_data(tree(tmp_path, a_dot_md="# One", b__two_dot_txt="Two", c__test_dot_md="Three"))
    assert texts(data) == ["# One", "Two", "Three"]


CARD = """---
license: mit
configs:
- config_name: old
  data_files: "old/*.jsonl"
- config_name: new
  default: true
  data_files:
  - split: train
    path: ["new/a*.jsonl", new/b.jsonl]
  - split: test
    path: "**/t?.jsonl"
  - split: gone
    path: ../../etc/passwd
  - split: slow
    path: "*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a"
---
# A set
"""


def test_card_of_a_hub_folder_names_the_parts(tmp_path: Path) -> None:
    root = tree(
        tmp_path,
        README_dot_md=CARD,
        old__x_dot_jsonl=LINE % "x",
        new__a1_dot_jsonl=LINE % "a",
        **{"a" * 99 + "b": ""},
        new__b_dot_jsonl=LINE % "b",
        new__t1_dot_jsonl=LINE % "t",
    )
    data = open_data(root)
    assert data.parts == ("new/train", "new/test", "old/train")
    assert texts(data) == ["a", "b"]
    assert texts(open_data(root, "new/test")) == ["t"]


@pytest.mark.parametrize(
    "head",
    [
        "configs: 7",
        "configs: [1, {data_files: {train: 3}}]",
        "a: [",
        "x: &x [*x]",
        "configs:\n- data_files: no.csv",
    ],
)
def test_card_that_says_nothing_is_passed_over(head: str, tmp_path: Path) -> None:
    root = tree(tmp_path, README_dot_md=f"---\n{head}\n---\n", train_dot_jsonl=LINE % "a")
    assert texts(open_data(root)) == ["a"]


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("a.jsonl", "a.jsonl", True),
        ("*.jsonl", "b/a.jsonl", False),
        ("**/*.jsonl", "a.jsonl", True),
        ("**/*.jsonl", "b/c/a.jsonl", True),
        ("**.jsonl", "b/a.jsonl", True),
        ("data/**", "data/x/a.csv", True),
        ("data/train-?.csv", "data/train-1.csv", True),
        ("data/train-?.csv", "data/train-10.csv", False),
        ("**/**/**/x", "y", False),
        ("*a" * 60, "a" * 200 + "b", False),
    ],
)
def test_pattern_of_a_card_names_files(pattern: str, path: str, fits: bool) -> None:
    assert matches_path(pattern, path) == fits


def test_saved_data_set_is_read_in_the_order_of_its_state(tmp_path: Path) -> None:
    arrow(tmp_path / "data-1.arrow", "b")
    arrow(tmp_path / "data-0.arrow", "a")
    arrow(tmp_path / "cache-x.arrow", "no")
    tree(
        tmp_path,
        dataset_info_dot_json="{}",
        state_dot_json='{"_data_files": [{"filename": "data-1.arrow"}, {"filename": "data-0.arrow"}]}',
    )
    data = open_data(tmp_path)
    assert (data.parts, texts(data), data.container) == ((), ["b", "a"], "Arrow, 2 files")


def test_saved_dictionary_of_data_sets_has_its_splits_as_parts(tmp_path: Path) -> None:
    for split in ("test", "train"):
        arrow(tmp_path / split / "data-0.arrow", split)
        tree(tmp_path / split, state_dot_json='{"_data_files": [{"filename": "data-0.arrow"}]}')
    tree(tmp_path, dataset_dict_dot_json='{"splits": ["test", "train"]}')
    data = open_data(tmp_path)
    assert (data.parts, data.part, texts(data)) == (("test", "train"), "train", ["train"])


def test_numbers_that_stand_for_names_are_read_as_the_names(tmp_path: Path) -> None:
    info = {"info": {"features": {"label": {"names": ["bad", "good"], "_type": "ClassLabel"}}}}
    table = pa.table({"label": [1, 0, None, -1]}).replace_schema_metadata({"huggingface": json.dumps(info)})
    pq.write_table(table, tmp_path / "rows.parquet")
    assert texts(open_data(tmp_path / "rows.parquet")) == ["good", "bad", None, -1]


def test_links_out_of_a_folder_and_in_circles_are_not_followed(tmp_path: Path) -> None:
    outside, root = tmp_path / "outside", tmp_path / "set"
    tree(outside, secret_dot_jsonl=LINE % "no")
    tree(root, a_dot_jsonl=LINE % "a")
    (root / "again").symlink_to(root)
    (root / "out").symlink_to(outside)
    assert texts(open_data(root)) == ["a"]


def workbook(path: Path, corner: str = "", **sheets: list[list[object]]) -> None:
    """Write a workbook of the simplest kind; `corner` is the place of one more cell of every sheet."""
    names = "".join(f'<sheet name="{n}" sheetId="{i}" r:id="r{i}"/>' for i, n in enumerate(sheets, 1))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    relations = "".join(
        f'<Relationship Id="r{i}" Type="{office}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, len(sheets) + 1)
    )
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("[Content_Types].xml", f'<Types xmlns="{package}/content-types"/>')
        file.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
            f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        file.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{names}</sheets></workbook>',
        )
        file.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{package}/relationships">{relations}</Relationships>',
        )
        for number, rows in enumerate(sheets.values(), start=1):
            body = "".join(
                f'<row r="{r}">{"".join(_cell(r, c, value) for c, value in enumerate(row))}</row>'
                for r, row in enumerate(rows, start=1)
            )
            if corner:
                body += f'<row r="{corner[3:]}"><c r="{corner}"><v>1</v></c></row>'
            file.writestr(
                f"xl/worksheets/sheet{number}.xml",
                f'<worksheet xmlns="{main}"><sheetData>{body}</sheetData></worksheet>',
            )


def _cell(row: int, column: int, value: object) -> str:
    place = f"{chr(65 + column)}{row}"
    if value is None:
        return ""
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value}</v></c>'
    text = f'<is><t xml:space="preserve">{escape(str(value))}</t></is>'
    return f'<c r="{place}" t="inlineStr">{text}</c>'


@pytest.mark.parametrize("name", ["book.xlsx", "book.csv", "book"])
def test_first_sheet_with_rows_is_read_as_the_text_that_is_seen(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    workbook(
        path,
        Empty=[],
        Rows=[
            [None, None, None],
            [None, "question", "answer"],
            [None, "6 x 7?", 42],
            [None, "half", 0.5],
            [None, None, None],
            [None, "007", True],
            [None, "only", None],
        ],
        More=[["text"], ["x"]],
    )
    data = open_data(path)
    found = [item for item in data.records() if isinstance(item, Record)]
    assert [tuple(item.values.values()) for item in found] == [
        ("6 x 7?", "42"),
        ("half", "0.5"),
        ("007", "TRUE"),
        ("only", ""),
    ]
    assert [item.line for item in found] == [3, 4, 6, 7]
    assert list(found[0].values) == ["question", "answer"]
    assert (data.parts, data.part, data.encoding) == (("Empty", "Rows", "More"), "Rows", "binary")
    assert texts(open_data(path, "More")) == ["x"]


def test_sheet_without_column_names_loses_no_row(tmp_path: Path) -> None:
    workbook(tmp_path / "book.xlsx", Rows=[["How are you?", "Fine"], ["Who are you?", "Hone"]])
    data = open_data(tmp_path / "book.xlsx")
    assert texts(data) == ["How are you?", "Who are you?"]
    assert [note.kind for note in data.notes] == ["no_header"]


def test_sheet_with_a_cell_far_out_is_refused_before_it_is_held(tmp_path: Path) -> None:
    workbook(tmp_path / "far.xlsx", corner="XFD1048576", Rows=[["text"], ["a"]])
    with pytest.raises(
        BadInput, match=r"far\.xlsx has a sheet that reaches to row 1,048,576 and column 16,384"
    ):
        open_data(tmp_path / "far.xlsx")
    workbook(tmp_path / "near.xlsx", corner="AAA90", Rows=[["text"], ["a"]])
    assert texts(open_data(tmp_path / "near.xlsx")) == ["a", ""]


def test_lists_of_a_document_are_parts(tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    path.write_text(json.dumps({"test": [{"text": "t"}] * 3, "train": [{"text": "a"}], "version": 2}))
    data = open_data(path)
    assert (data.parts, data.part, texts(data)) == (("test", "train"), "train", ["a"])
    assert texts(open_data(path, "test")) == ["t"] * 3


def test_digest_is_of_the_bytes_of_all_files_in_order(tmp_path: Path) -> None:
    root = tree(tmp_path / "set", a_dot_jsonl=LINE % "a", b_dot_jsonl=LINE % "b")
    one = tree(tmp_path, one_dot_jsonl=LINE % "a" + LINE % "b") / "one.jsonl"
    assert open_data(root).sha256() == open_data(one).sha256()
    assert open_data(root).size_bytes == open_data(one).size_bytes
