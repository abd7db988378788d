"""Bad files through the command line: what is said names the file, the line and the column, and what to do.

A file that is no data ends with exit code 2 and leaves nothing behind; a broken row costs only itself. One
set of services serves all cases, so that no case pays for the start of an inspector.
"""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import pickle
import re
import socket
import struct
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hone.bootstrap import build_services
from hone.cli.application import run_command
from hone.services import Services
from hone.storage.paths import Paths

ROW = '{"prompt": "Hi", "completion": "Hello"}'
LINES = f"{ROW}\n{ROW}\n".encode()
CSV = "prompt,completion\n"
DIALOGUE = '{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]}\n'
Make = Callable[[Path], object]
Content = bytes | str | Make
Run = Callable[..., tuple[int, str, str]]


class _Lasting(Services):
    """Services that a command does not close."""

    def close(self) -> None:
        return


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    home = tmp_path_factory.mktemp("home")
    built = build_services(Paths(home, home / "cache"))
    yield built
    built.close()


@pytest.fixture
def run(services: Services, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs `hone data` and gives its exit code, output and errors."""
    lasting = object.__new__(_Lasting)
    lasting.__dict__.update(services.__dict__)
    monkeypatch.setattr("sys.excepthook", None)
    monkeypatch.setenv("COLUMNS", "200")

    def command(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run_command(("data", *arguments), lambda: lasting)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return command


# ---- how files are made ----------------------------------------------------------------------------


def parquet(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink)
    return bytes(sink.getvalue().to_pybytes())


def arrow(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue().to_pybytes())


TABLE = pa.table({"prompt": ["a" * 111] * 300, "completion": ["b"] * 300})
PARQUET, ARROW = parquet(TABLE), arrow(TABLE)


def lying_offsets() -> bytes:
    """Give an Arrow stream whose second text would end far behind the file."""
    return ARROW.replace(struct.pack("<3i", 0, 111, 222), struct.pack("<3i", 0, 2**30, 222))


def archive(entries: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries.items():
            file.writestr(name, content)
    return buffer.getvalue()


def far_cell() -> bytes:
    cell = (
        b'<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    return archive({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": cell})


def tar() -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as file:
        file.addfile(tarfile.TarInfo("rows.jsonl"))
    return buffer.getvalue()


def bomb(path: Path) -> None:
    with gzip.open(path, "wb", compresslevel=9) as file:
        for _ in range(110):
            file.write(b" " * 2**20)


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.write(ROW.encode() + b"\n")
        file.truncate(2**31)


def script_folder(path: Path) -> None:
    path.mkdir()
    (path / "rows.py").write_text("import pathlib; pathlib.Path('run').touch()")
    (path / "rows.pkl").write_bytes(pickle.dumps([1]))


def leading_out(path: Path) -> None:
    """Make a folder whose card and whose link name files outside of it."""
    path.mkdir()
    (path / "README.md").write_text("---\nconfigs:\n- config_name: a\n  data_files: ../../*.jsonl\n---\n")
    (path / "outside").symlink_to("/etc", target_is_directory=True)


def unread(path: Path) -> None:
    path.symlink_to(path)


def no_socket(path: Path) -> None:
    listener = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    os.chdir(path.parent)  # the path of a socket may have 100 characters
    try:
        listener.bind(path.name)
    finally:
        os.chdir(here)
        listener.close()


def twins() -> bytes:
    return parquet(pa.table([pa.array(["a"]), pa.array(["b"])], names=["prompt", "Prompt"]))


# ---- files that are no data: name, content, what the sentence says, what the next step says -----------

REFUSED: list[tuple[str, Content, str, str]] = [
    # 1 to 18 of the catalogue: what other tools fail of loudly.
    ("half.jsonl", LINES.decode().encode("utf-16")[:-1], "in no encoding", "UTF-8"),
    ("empty.jsonl", b"", "is empty", "file with rows"),
    ("empty.csv", b"", "is empty", "file with rows"),
    ("empty.json", b"", "is empty", "file with rows"),
    ("empty.txt", b"", "is empty", "file with rows"),
    ("empty.parquet", b"", "is empty", "file with rows"),
    ("empty.xlsx", b"", "is empty", "file with rows"),
    ("empty.jsonl.gz", gzip.compress(b""), "is empty", "file with rows"),
    ("blank.csv", b" \n\r\n\t ", "nothing but white space", "file with rows"),
    ("mark.jsonl", b"\xef\xbb\xbf\n", "nothing but white space", "file with rows"),
    ("wide.txt", "\n\n  \n".encode("utf-16"), "nothing but white space", "file with rows"),
    ("zeros.jsonl", bytes(4096), "nothing but zero bytes", "Copy or download it again"),
    ("cloud.parquet", bytes(70_000), "nothing but zero bytes", "cloud folder"),
    ("lists.jsonl", b'["a", "b"]\n["c", "d"]\n', "Line 1 is a list", "each row as"),
    ("scalars.jsonl", b"1\n2\n", "Line 1 is a single value", "each row as"),
    ("log.jsonl", b"started at 12:00\nfailed\n", "Line 1 is not valid JSON: column 1", "each row as"),
    ("number.json", b"42", "a single value, not rows", "each row as"),
    ("none.json", b"[]", "holds no rows", "."),
    ("garbage.json", f"[{ROW}]\nand more".encode(), "line 2 there is something after the end", "."),
    ("keys.json", f"[{ROW}, {{prompt: 1}}, {ROW}]", "line 1 a key in double quotes", "."),
    ("python.json", b"{'prompt': 'a'}", "line 1 a key in double quotes", "json.dumps"),
    ("twice.json", b'{"data": [{"a": 1, "a": 2}]}', "the key 'a' is given twice", "every key once"),
    ("deep.json", b"[" * 100_000, "nested too deeply", "."),
    ("page.jsonl", b"<!DOCTYPE html><html><body>404</body>", "a web page", "download the raw file"),
    ("login.csv", b"\n <html lang=en><title>Sign in</title>", "a web page", "download the raw file"),
    ("feed.json", b'<?xml version="1.0"?><rows/>', "XML", "JSON lines or CSV"),
    ("lfs.jsonl", b"version https://git-lfs.github.com/spec/v1\noid sha256:0", "Git LFS", "git lfs pull"),
    ("lfs.parquet", b"version https://git-lfs.github.com/spec/v1\noid sha256:0", "Git LFS", "git lfs pull"),
    ("book.csv", b"PK\x03\x04\x14\x00", "not a whole workbook or zip", "again"),
    ("header.csv", CSV.encode(), "holds no rows", "."),
    ("twice.csv", b"prompt,prompt\na,b\n", "two columns named 'prompt'", "name"),
    ("columns.csv", b"nr,colour\n1,red\n2,blue\n", "'nr', 'colour'", "--column"),
    ("columns.jsonl", b'{"foo": 1, "bar": 2}\n{"foo": 3, "bar": 4}\n', "'foo', 'bar'", "shapes are"),
    ("control.csv", b"\x1b[2Jq,b\n1,2\n1,3\n", "fit no known format", "."),
    # Packed files.
    ("cut.jsonl.gz", gzip.compress(os.urandom(2000))[:900], "is cut off", "again"),
    ("cut.jsonl.bz2", bz2.compress(LINES)[:-9], "cut off", "again"),
    ("cut.jsonl.xz", lzma.compress(LINES)[:-9], "cut off", "again"),
    ("bad.jsonl.zst", b"\x28\xb5\x2f\xfd\0\xf8" + bytes(40), "damaged", "again"),
    ("window.jsonl.zst", b"\x28\xb5\x2f\xfd\xe0" + b"\xff" * 7 + b"\x3f\1\0\0", "damaged", "again"),
    ("bomb.jsonl.gz", bomb, "unpacks to more than 250 times", "unpack it yourself"),
    ("shell.jsonl.gz", gzip.compress(gzip.compress(LINES)), "shell.jsonl.gz", "."),
    ("rows.tar", tar(), "tar archive", "Unpack it first"),
    ("rows.tar.gz", gzip.compress(tar()), "tar archive", "Unpack it first"),
    ("rows.zip", archive({"a.jsonl": LINES, "b.jsonl": LINES}), "zip archive", "."),
    ("rows.7z", b"7z\xbc\xaf\x27\x1c", "7z archive", "Unpack it first"),
    ("rows.rar", b"Rar!\x1a\x07\x00", "RAR archive", "Unpack it first"),
    # Columnar files and workbooks.
    ("fake.parquet", b"PAR1" + b"x" * 100 + b"PAR1", "not a whole Parquet file", "again"),
    ("cut.parquet", PARQUET[:-20], "not a whole Parquet file", "again"),
    ("torn.parquet", PARQUET[:4] + b"\xff" * 60 + PARQUET[64:], "not a whole Parquet file", "again"),
    ("text.parquet", b"prompt,completion\na,b\n", "not what its ending .parquet says", "."),
    ("locked.parquet", b"PARE" + b"x" * 20, "encrypted Parquet", "without encryption"),
    ("twins.parquet", twins(), "two columns named 'prompt'", "its own name"),
    ("packed.parquet.gz", gzip.compress(PARQUET), "Parquet file packed with gzip", "Unpack it first"),
    ("cut.arrow", ARROW[:300], "not a whole Arrow file", "again"),
    ("lying.arrow", lying_offsets(), "not a whole Arrow file", "again"),
    ("old.feather", b"FEA1" + b"x" * 20, "Feather file of the first version", "newer library"),
    ("hollow.xlsx", archive({"xl/workbook.xml": b"<a/>"}), "not a whole workbook", "CSV"),
    ("bomb.xlsx", archive({"xl/workbook.xml": bytes(2**27)}), "unpacks to 128 MB", "CSV"),
    ("far.xlsx", far_cell(), "row 1,048,576 and column 16,384", "CSV"),
    ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "not a whole workbook", "CSV"),
    # Something else altogether.
    ("rows.pkl", pickle.dumps([{"prompt": "a"}]), "pickle, which Hone never opens", "JSON lines"),
    ("named.jsonl", pickle.dumps([{"prompt": "a"}]), "pickle, which Hone never opens", "JSON lines"),
    ("model.pt", archive({"archive/data.pkl": b"\x80\x02."}), "pickle, which Hone never opens", "."),
    ("model.gguf", b"GGUF\x03\0\0\0", "GGUF model", "Models page"),
    ("paper.pdf", b"%PDF-1.7\n", "PDF document", ".txt"),
    ("base.db", b"SQLite format 3\0" + bytes(90), "SQLite database", "CSV"),
    ("data.h5", b"\x89HDF\r\n\x1a\n", "HDF5", "JSON lines"),
    ("array.npy", b"\x93NUMPY\x01\x00", "array of NumPy", "JSON lines"),
    ("rows.orc", b"ORC\x08", "ORC file", "Parquet"),
    ("rows.avro", b"Obj\x01\x04", "Avro file", "Parquet"),
    ("shot.jsonl", b"\x89PNG\r\n\x1a\n", "a picture", "rows of text"),
    ("program.txt", b"\x7fELF\x02\x01", "a program", "rows of text"),
    ("noise.txt", bytes(range(1, 256)) * 20, "binary file|no encoding", "."),
    ("what.bin", b"just words", "ending .bin", "."),
    ("words", b"just words", "no ending", "."),
    # No ordinary file, or one of an odd name.
    ("folder", lambda path: path.mkdir(), "is an empty folder", "data files"),
    ("scripts", script_folder, "never runs such a script", "refs/convert/parquet"),
    ("outside", leading_out, "without data files", "."),
    ("loop.jsonl", unread, "cannot be|link", "."),
    ("dangling.jsonl", lambda path: path.symlink_to("gone"), "link that leads to no file", "lead to"),
    ("pipe.jsonl", lambda path: os.mkfifo(path), "a pipe, a device", "as a file"),
    ("zero.jsonl", lambda path: path.symlink_to("/dev/zero"), "a pipe, a device", "as a file"),
    ("socket.jsonl", no_socket, "a pipe, a device", "as a file"),
    ("memory.jsonl", lambda path: path.symlink_to("/proc/self/mem"), "cannot be read|is empty", "."),
    ("two\nlines.jsonl", b"", "is empty", "file with rows"),
    ('"quoted" \u202e.jsonl', b"", "is empty", "file with rows"),
    ("\x1b[2J.jsonl", b"", "is empty", "file with rows"),
    ("[red][bold].jsonl", b"", "is empty", "file with rows"),
    ("\udcff\udcfe.jsonl", b"", "path has broken characters", "rename a file"),
    ("-rf *.jsonl", b"", "is empty", "file with rows"),
    ("x" * 249 + ".jsonl", b"", "is empty", "file with rows"),
    ("gone.jsonl", lambda path: None, "does not exist", "path"),
]  # fmt: skip


# ---- files with one broken row: name, content, its kind and number, what is said, what is to be done -----

BROKEN: list[tuple[str, Content, str, int, str, str]] = [
    ("cut.jsonl", f"{ROW}\n{ROW[:20]}", "not_json", 2, "Line 2 .* column 18", "cut off"),
    ("comment.jsonl", f"{ROW}\n// more\n", "not_json", 2, "Line 2", "no comments"),
    ("python.jsonl", f"{ROW}\n{{'prompt': 'a'}}\n", "not_json", 2, "Line 2", "json.dumps"),
    ("keys.jsonl", f"{ROW}\n{{prompt: 1}}\n", "not_json", 2, "Line 2 .* column 2", "double quotes"),
    ("twice.jsonl", ROW + '\n{"a": 1, "a": 2}\n', "not_json", 2, "'a' is given twice", "every key once"),
    ("deep.jsonl", ROW + '\n{"a":' + "[" * 100_000 + "\n", "not_json", 2, "Line 2 .* too deeply", ""),
    ("digits.jsonl", ROW + '\n{"a":' + "9" * 5000 + "}\n", "not_json", 2, "Line 2", ""),
    ("list.jsonl", f'{ROW}\n["a"]\n', "not_object", 2, "Line 2 is a list", "each row as"),
    ("null.jsonl", f"{ROW}\n\nnull\n", "not_object", 2, "Line 3 is a single value", "each row as"),
    ("nul.jsonl", f"{ROW}\n".encode() * 9 + b'{"prompt": "a\0"}\n', "not_json", 10, "Line 10", "export it"),
    ("half.jsonl", ROW + '\n{"prompt": "\\ud83d", "completion": "b"}\n', "broken_text", 2, "'?prompt", ""),
    ("null.json", f"[{ROW}, 7]", "not_object", 2, "Element 2 .line 1.", "each row as"),
    ("open.json", f"[\n{ROW},\n{ROW[:20]}", "not_json", 2, "element 2 .line 3.", "cut off"),
    ("more.csv", CSV + "a,b\nc,d,e\n", "ragged", 2, "Line 3 has 3 cells", "commas"),
    ("fewer.csv", CSV + "a,b\nc\n", "ragged", 2, "Line 3 has 1 cells", "'completion'"),
    ("open.csv", CSV + 'a,b\nc,"d\ne,f\n', "ragged", 2, "line 3 is never closed", "Close it"),
    ("latin.jsonl",
     f"{ROW}\n".encode() + '{"a": "äöü"}\n'.encode() * 3 + b'{"a": "\xe4"}\n', "broken_text", 5,
     "Line 5 .*byte 8", "UTF-8"),
    ("missing.jsonl", f'{ROW}\n{{"prompt": "a"}}\n', "missing_field", 2, "'completion'", ""),
    ("number.jsonl", ROW + '\n{"prompt": 1e308, "completion": "b"}\n', "not_text", 2, "'prompt'", ""),
    ("empty.jsonl", ROW + '\n{"prompt": "a", "completion": " "}\n', "empty_reply", 2, "", ""),
    ("messages.jsonl", DIALOGUE + '{"messages": null}\n', "no_messages", 2, "'messages'", ""),
    ("role.jsonl", DIALOGUE + '{"messages": [{"role": "robot", "content": "a"}]}\n', "unknown_role",
     2, "robot", ""),
]  # fmt: skip


def put(folder: Path, name: str, content: Content) -> Path:
    path = folder / name
    if callable(content):
        content(path)
    else:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "work"
    made.mkdir()
    return made


def names_in(folder: Path) -> set[str]:
    return {str(path) for path in folder.rglob("*")}


@pytest.mark.parametrize(
    ("name", "content", "said", "next_step"), REFUSED, ids=[ascii(case[0][:40]) for case in REFUSED]
)
def test_file_is_refused_by_every_command_when_it_is_no_data(
    run: Run, folder: Path, name: str, content: Content, said: str, next_step: str
) -> None:
    path = put(folder, name, content)
    before = names_in(folder)
    shown = re.sub("[\x00-\x1f\u202e]|^[\udcfe\udcff].*", "", name)
    for arguments in (
        ("inspect", str(path), "--json"),
        ("convert", str(path), "--to", "text", "--out", str(folder / "out.jsonl"), "--json"),
    ):
        code, out, err = run(*arguments)
        assert (code, out) == (2, "")
        told = json.loads(err)
        assert set(told) == {"error", "hint"} and "Traceback" not in err
        plain = re.sub(r"\n|\\(x..|u....)", "", told["error"])
        assert shown in plain, told
        assert re.search(said, told["error"]), told
        assert re.search(re.escape(next_step), told["hint"]), told
        assert len(told["error"]) < 600 and told["error"].endswith(".")
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", told["error"] + told["hint"])
        assert names_in(folder) == before


@pytest.mark.parametrize(
    ("name", "content", "kind", "row", "said", "next_step"), BROKEN, ids=[case[0] for case in BROKEN]
)
def test_row_is_told_and_costs_only_itself_when_it_is_broken(
    run: Run, folder: Path, name: str, content: Content, kind: str, row: int, said: str, next_step: str
) -> None:
    path = put(folder, name, content)
    code, out, err = run("inspect", str(path), "--json")
    assert (code, err) == (0, "")
    told = {each["kind"]: each for each in json.loads(out)["problems"]}[kind]
    assert row in told["rows"] and re.search(said, told["example"]), told
    assert next_step in told["hint"] and told["fix"] is not None
    assert run("inspect", str(path))[0] == 0


@pytest.mark.parametrize("card", ["", "---\nconfigs: !!python/object/apply:os.system [touch run]\n---\n"])
def test_only_file_of_a_folder_is_read_and_nothing_beside_it_is_run(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, card: str
) -> None:
    monkeypatch.chdir(folder)
    place = folder / "set"
    script_folder(place)
    (place / "README.md").write_text(card)
    (place / "only.jsonl").write_bytes(LINES + b'{"prompt": "Another", "completion": "Row"}\n')
    (place / "loop").symlink_to(place, target_is_directory=True)
    code, out, err = run("inspect", str(place), "--json")
    assert (code, err) == (0, "") and json.loads(out)["rows"] == 3
    target = folder / "out.jsonl"
    assert run("convert", str(place), "--to", "messages", "--out", str(target))[0] == 0
    assert len(target.read_text().splitlines()) == 3
    assert not (folder / "run").exists()
