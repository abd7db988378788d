"""Files that are no data at all: each is refused with a sentence that names it, and a next step."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import pickle
import re
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hone.data.reading import DataFile
from hone.domain.datasets import Reading
from hone.errors import BadInput

ROW = '{"prompt": "Hi", "completion": "Hello"}'
LINES = f"{ROW}\n{ROW}\n".encode()


def parquet() -> bytes:
    table = pa.table({"prompt": ["a"] * 300, "completion": ["b"] * 300})
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink)
    return bytes(sink.getvalue().to_pybytes())


def arrow() -> bytes:
    table = pa.table({"prompt": ["a"] * 300, "completion": ["b"] * 300})
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue().to_pybytes())


def archive(**entries: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries.items():
            file.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


def tar() -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as file:
        file.addfile(tarfile.TarInfo("rows.jsonl"))
    return buffer.getvalue()


def zstd(content: bytes) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.CompressedOutputStream(sink, "zstd") as file:
        file.write(content)
    return bytes(sink.getvalue().to_pybytes())


TWINS = pa.table([pa.array(["a"]), pa.array(["b"])], names=["prompt", "Prompt"])


def twin_columns() -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(TWINS, sink)
    return bytes(sink.getvalue().to_pybytes())


NO_DATA: list[tuple[str, Callable[[], bytes] | bytes, str]] = [
    ("empty.jsonl", b"", "is empty"),
    ("empty.csv", b"", "is empty"),
    ("empty.parquet", b"", "is empty"),
    ("empty.jsonl.gz", lambda: gzip.compress(b""), "is empty"),
    ("blank.csv", b" \n\r\n\t ", "nothing but white space"),
    ("mark.jsonl", b"\xef\xbb\xbf\n", "nothing but white space"),
    ("blank16.txt", "\n\n   \n\n".encode("utf-16"), "nothing but white space"),
    ("zeros.jsonl", bytes(4096), "nothing but zero bytes"),
    ("table.parquet", b"prompt,completion\na,b\n", "not what its ending .parquet says"),
    ("noise.parquet", bytes(range(256)) * 8, "binary file|no encoding"),
    ("fake.parquet", b"PAR1" + b"x" * 100 + b"PAR1", "not a whole Parquet file"),
    ("cut.parquet", lambda: parquet()[:-20], "not a whole Parquet file"),
    ("named.csv", lambda: parquet()[:200], "not a whole Parquet file"),
    ("locked.parquet", b"PARE" + b"x" * 20, "encrypted Parquet"),
    ("twins.parquet", twin_columns, "two columns named 'prompt'"),
    ("packed.parquet.gz", lambda: gzip.compress(parquet()), "Parquet file packed with gzip"),
    ("table.arrow", b"prompt,completion\na,b\n", "not what its ending .arrow says"),
    ("packed.arrow.gz", lambda: gzip.compress(arrow()), "Arrow file packed with gzip"),
    ("cut.arrow", lambda: arrow()[:300], "not a whole Arrow file"),
    ("old.feather", b"FEA1" + b"x" * 20, "Feather file of the first version"),
    ("book.csv", b"PK\x03\x04\x14\x00", "not a whole workbook or zip"),
    ("cut.xlsx", lambda: archive(xl__workbook_xml=b"<a/>")[:40], "not a whole workbook or zip"),
    ("hollow.xlsx", lambda: archive(**{"xl__workbook.xml": b"<a/>"}), "not a whole workbook or zip"),
    ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "not a whole workbook or zip"),
    ("rows.zip", lambda: archive(rows=LINES, others=LINES), "zip archive without a workbook"),
    ("packed.xlsx.zip", lambda: archive(a=archive(a=b"")), "workbook packed with zip"),
    ("packed.parquet.zip", lambda: archive(a=parquet()), "Parquet file packed with zip"),
    ("damaged.zip", lambda: archive(rows=LINES).replace(b"PK\x01\x02", b"PK\x01\x09"), "cut off or damaged"),
    ("packed.xlsx.gz", lambda: gzip.compress(archive(a=b"")), "workbook packed with gzip"),
    ("bomb.xlsx", lambda: archive(**{"xl__workbook.xml": bytes(2**27)}), "unpacks to 128 MB"),
    ("no.jsonl", b"\x1f\x8b\x08\x00abc", "is cut off"),
    ("cut.jsonl.gz", lambda: gzip.compress(os.urandom(2000).hex().encode())[:900], "is cut off"),
    ("cut.jsonl.bz2", lambda: bz2.compress(LINES)[:-9], "cut off"),
    ("cut.jsonl.xz", lambda: lzma.compress(LINES)[:-9], "cut off"),
    ("bad.jsonl.zst", lambda: zstd(LINES)[:8] + b"\0" * 30, "damaged"),
    ("rows.tar", tar, "tar archive"),
    ("rows.tar.gz", lambda: gzip.compress(tar()), "tar archive"),
    ("rows.7z", b"7z\xbc\xaf\x27\x1c", "7z archive"),
    ("rows.rar", b"Rar!\x1a\x07\x00", "RAR archive"),
    ("paper.pdf", b"%PDF-1.7\n", "PDF document"),
    ("letter.txt", b"{\\rtf1\\ansi text}", "rich text"),
    ("base.db", b"SQLite format 3\0" + bytes(90), "SQLite database"),
    ("data.h5", b"\x89HDF\r\n\x1a\n", "HDF5"),
    ("array.npy", b"\x93NUMPY\x01\x00", "array of NumPy"),
    ("rows.orc", b"ORC\x08", "ORC file"),
    ("rows.avro", b"Obj\x01\x04", "Avro file"),
    ("model.gguf", b"GGUF\x03\0\0\0", "GGUF model"),
    ("shot.jsonl", b"\x89PNG\r\n\x1a\n", "a picture"),
    ("photo.json", b"\xff\xd8\xff\xe0", "a picture"),
    ("rows.pkl", pickle.dumps([{"prompt": "a"}]), "pickle, which Hone never opens"),
    ("named.jsonl", pickle.dumps([{"prompt": "a"}], protocol=2), "pickle, which Hone never opens"),
    ("program.txt", b"\x7fELF\x02\x01", "a program"),
    ("noise.txt", bytes(range(1, 256)) * 20, "binary file|no encoding"),
    ("page.jsonl", b"<!DOCTYPE html><html><body>404</body>", "web page"),
    ("login.csv", b"\n  <html lang=en><title>Sign in</title>", "web page"),
    ("feed.json", b'<?xml version="1.0"?><rows/>', "XML"),
    ("data.json", b"version https://git-lfs.github.com/spec/v1\noid sha256:0", "Git LFS"),
    ("half.txt", "ab".encode("utf-16")[:-1], "no encoding"),
    ("what.bin", b"just words", "ending .bin"),
    ("words", b"just words", "no ending"),
    ("number.json", b"42", "a single value, not rows"),
    ("text.json", b'"only a text"', "a single value, not rows"),
    ("python.json", b"{'prompt': 'a', 'completion': 'b'}", "line 1 a key in double quotes"),
    ("twice.json", b'{"data": [{"prompt": "a", "prompt": "b"}]}', "the key 'prompt' is given twice"),
    ("garbage.json", f"[{ROW}]\nand more".encode(), "line 2 there is something after the end"),
    ("oneline.json", f"[{ROW}, {{prompt: 1}}, {ROW}]".encode(), "line 1 a key in double quotes"),
    ("none.json", b"[]", "holds no rows"),
    ("lists.jsonl", b'["a", "b"]\n["c", "d"]\n', "Line 1 is a list"),
    ("scalars.jsonl", b"1\n2\n", "Line 1 is a single value"),
    ("log.jsonl", b"started at 12:00\nfailed\n", "Line 1 is not valid JSON"),
    ("header.csv", b"prompt,completion\n", "holds no rows"),
    ("twice.csv", b"prompt,prompt\na,b\n", "two columns named 'prompt'"),
    ("cases.csv", b"Text;TEXT\na;b\n", "two columns named 'text'"),
]


def write(folder: Path, name: str, content: Callable[[], bytes] | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content())
    return path


def refusal(path: Path, part: str = "") -> BadInput:
    """Read everything of a file that must be refused somewhere; anything but BadInput fails the test."""
    with pytest.raises(BadInput) as refused:
        for _ in DataFile(path, Reading(part=part)).rows():
            pass
    return refused.value


def check(refused: BadInput, name: str, words: str) -> None:
    """Check that the sentence names the file and says `words`, and that there is a next step."""
    assert name in refused.message
    assert re.search(words, refused.message), refused.message
    assert refused.message.endswith(".") and "\n" not in refused.message.replace(name, "")
    assert refused.hint.endswith((".", ")", "}", '"'))


@pytest.mark.parametrize(("name", "content", "words"), NO_DATA, ids=[case[0] for case in NO_DATA])
def test_file_is_refused_with_a_sentence_when_it_is_no_data(
    name: str, content: Callable[[], bytes] | bytes, words: str, tmp_path: Path
) -> None:
    check(refusal(write(tmp_path, name, content)), name, words)


def test_bomb_is_refused_before_it_is_unpacked_whole(tmp_path: Path) -> None:
    path = tmp_path / "bomb.jsonl.gz"
    with gzip.open(path, "wb", compresslevel=9) as file:
        for _ in range(160):
            file.write(b" " * 2**20)
    check(refusal(path), path.name, "unpacks to more than 250 times its size")


def test_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    check(refusal(tmp_path / "gone.jsonl"), "gone.jsonl", "does not exist")


@pytest.mark.parametrize("name", ["x" * 300 + ".jsonl", "nul\0.jsonl"])
def test_impossible_path_is_refused(name: str, tmp_path: Path) -> None:
    check(refusal(tmp_path / name), name, "does not exist|cannot be read")


@pytest.mark.parametrize("name", ['new\nline "quoted".jsonl', "😀 Grüße.jsonl", " ; rm -rf ~.jsonl"])
def test_file_of_an_odd_name_is_read_and_named(name: str, tmp_path: Path) -> None:
    assert len(list(DataFile(write(tmp_path, name, LINES)).rows())) == 2
    check(refusal(write(tmp_path, name, b"")), name, "is empty")


@pytest.mark.skipif(os.name == "nt", reason="there are no such files")
def test_pipes_devices_and_circular_links_are_refused(tmp_path: Path) -> None:
    pipe, device, loop, dangling = (tmp_path / f"{name}.jsonl" for name in ("pipe", "zero", "loop", "link"))
    os.mkfifo(pipe)
    device.symlink_to("/dev/zero")
    loop.symlink_to(loop)
    dangling.symlink_to(tmp_path / "gone.jsonl")
    check(refusal(pipe), pipe.name, "not an ordinary file")
    check(refusal(device), device.name, "not an ordinary file")
    check(refusal(loop), loop.name, "link that leads to no file|does not exist|cannot be read")
    check(refusal(dangling), dangling.name, "link that leads to no file")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything is readable for root")
def test_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "secret.jsonl", LINES)
    path.chmod(0)
    check(refusal(path), path.name, "cannot be read")


@pytest.mark.parametrize("change", [lambda p: p.write_bytes(LINES), lambda p: p.write_bytes(LINES * 9_000)])
@pytest.mark.parametrize("name", ["lines.jsonl", "table.csv"])
def test_file_that_is_changed_while_it_is_read_is_refused(
    name: str, change: Callable[[Path], int], tmp_path: Path
) -> None:
    content = LINES * 2000 if name.endswith("l") else b"prompt,completion\n" + b"a,b\n" * 20_000
    path = write(tmp_path, name, content)
    rows = DataFile(path).rows()
    next(rows)
    change(path)
    with pytest.raises(BadInput) as refused:
        list(rows)
    check(refused.value, path.name, "changed while it was read")


def test_file_that_vanishes_before_it_is_read_again_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "rows.jsonl", LINES)
    data = DataFile(path)
    path.unlink()
    with pytest.raises(BadInput) as refused:
        list(data.rows())
    check(refused.value, path.name, "cannot be read")


NO_FOLDERS: list[tuple[dict[str, bytes], str]] = [
    ({}, "an empty folder"),
    ({".hidden/rows.jsonl": LINES}, "an empty folder"),
    ({"photo.png": b"x", "notes.docx": b"x"}, "without data files"),
    ({"loader.py": b"raise SystemExit", "README.md": b"# Data"}, "Hone never runs such a script"),
    ({"config.json": b"{}", "model.safetensors": b"x"}, "a folder with a model"),
    ({"state.json": b'{"_data_files": [{"filename": "data-0.arrow"}]}'}, "lacks data-0.arrow"),
    ({"state.json": b'{"_data_files": [{"filename": "../../etc/passwd"}]}'}, "lacks ../../etc/passwd"),
    ({"dataset_dict.json": b'{"splits": ["train"'}, "not valid JSON"),
    ({"dataset_dict.json": b'{"splits": ["train"]}'}, "without data files"),
    ({"a.jsonl": LINES, "b.jsonl": b""}, "b.jsonl is empty"),
    ({"a.csv": b"prompt,completion\na,b\n", "sub/b.csv": b"x,x\n1,2\n"}, "sub/b.csv has two columns"),
]


@pytest.mark.parametrize(("files", "words"), NO_FOLDERS, ids=[case[1] for case in NO_FOLDERS])
def test_folder_is_refused_with_a_sentence_when_it_is_no_data(
    files: dict[str, bytes], words: str, tmp_path: Path
) -> None:
    root = tmp_path / "set"
    root.mkdir()
    for name, content in files.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(content)
    refused = refusal(root)
    check(refused, words.split()[0] if words[:2] in ("b.", "su") else "set", words)


def test_script_of_a_folder_is_never_run(tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    root = tmp_path / "set"
    root.mkdir()
    (root / "set.py").write_text(f"open({str(canary)!r}, 'w')")
    (root / "train.jsonl").write_bytes(LINES)
    assert len(list(DataFile(root).rows())) == 2
    assert not canary.exists()


@pytest.mark.parametrize("name", ["rows.jsonl", "lists.json", "folder"])
def test_part_that_is_not_there_is_refused_naming_those_that_are(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if name == "folder":
        path.mkdir()
        write(path, "train.jsonl", LINES)
        write(path, "test.jsonl", LINES)
    elif name == "lists.json":
        path.write_text(json.dumps({"train": [json.loads(ROW)], "test": [json.loads(ROW)]}))
    else:
        path.write_bytes(LINES)
    refused = refusal(path, "validation")
    assert "'validation'" in refused.message and name in refused.message
    assert ("'train', 'test'" in refused.hint) == (name != "rows.jsonl")
