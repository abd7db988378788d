"""What is no data file, told by its first bytes, and what to do instead."""

from __future__ import annotations

from pathlib import Path

from hone.errors import BadInput

READ = "JSON, JSON lines, CSV, Parquet, Arrow, Excel or text"
_BINARY: tuple[tuple[bytes, str, str], ...] = (
    (b"PARE", "an encrypted Parquet file", "Save it without encryption."),
    (b"FEA1", "a Feather file of the first version", "Save it again with a newer library."),
    (b"ORC", "an ORC file", "Save it as Parquet or JSON lines."),
    (b"Obj\x01", "an Avro file", "Save it as Parquet or JSON lines."),
    (b"\x1f\x9d", "compressed with compress", "Unpack it first (uncompress)."),
    (b"7z\xbc\xaf", "a 7z archive", "Unpack it first."),
    (b"Rar!\x1a", "a RAR archive", "Unpack it first."),
    (b"%PDF", "a PDF document", "Copy its text to a .txt file."),
    (b"{\\rtf", "a document in rich text", "Save it as plain text."),
    (b"SQLite format 3", "a SQLite database", "Export the table as CSV."),
    (b"\x89HDF", "an HDF5 file", "Save it as JSON lines."),
    (b"\x93NUMPY", "an array of NumPy", "Save the rows as JSON lines."),
    (b"GGUF", "a GGUF model", "Choose it on the Models page; here a file with rows is needed."),
    (b"\x89PNG", "a picture", "A file with rows of text is needed."),
    (b"\xff\xd8\xff", "a picture", "A file with rows of text is needed."),
    (b"GIF8", "a picture", "A file with rows of text is needed."),
    (b"\x7fELF", "a program", "A file with rows of text is needed."),
    *(
        (
            b"\x80" + bytes([version]),
            "a Python pickle, which Hone never opens",
            "Save the rows as JSON lines.",
        )
        for version in range(2, 6)
    ),
)
_TAR = (257, b"ustar")


def refuse_binary(name: str, start: bytes) -> None:
    """Raise BadInput for a file whose first bytes say that it is something else."""
    for magic, kind, hint in _BINARY:
        if start.startswith(magic):
            raise BadInput(f"{name} is {kind}, which Hone does not read as data.", hint=hint)
    if start[_TAR[0] :].startswith(_TAR[1]):
        raise BadInput(
            f"{name} holds a tar archive, which Hone does not read as data.",
            hint="Unpack it first (tar -xf), and choose the folder or a file in it.",
        )
    if len(start) >= 64 and not start.strip(b"\0"):
        raise BadInput(
            f"{name} begins with nothing but zero bytes: it was never written or downloaded whole.",
            hint="Copy or download it again; a file in a cloud folder must be on this computer.",
        )


def refuse_null_bytes(name: str, start: bytes) -> None:
    """Raise BadInput when too many bytes are zero for a text of single bytes."""
    if start.count(0) > len(start) // 20:
        raise BadInput(f"{name} is a binary file, not text.", hint=f"Choose a file of {READ}.")


def refuse_other_text(name: str, head: str) -> None:
    """Raise BadInput for a text that is a saved web page or a pointer instead of the data."""
    start = head.lstrip("\ufeff \t\r\n")[:200].lower()
    if start.startswith(("<!doctype html", "<html")):
        raise BadInput(
            f"{name} is a web page, not data.",
            hint="A download probably answered with an error page; download the raw file again.",
        )
    if start.startswith("<?xml"):
        raise BadInput(
            f"{name} is XML, which Hone does not read as data.",
            hint="Save its rows as JSON lines or CSV.",
        )
    if start.startswith("version https://git-lfs"):
        raise BadInput(
            f"{name} is only a pointer of Git LFS; the data themselves are not here.",
            hint="Run `git lfs pull` in that folder, or download the file itself.",
        )


def refuse_no_file(path: Path) -> None:
    """Raise BadInput when the path is not an ordinary file."""
    try:
        if path.is_file():
            return
        if path.is_dir():
            raise BadInput(f"{path} is a folder.", hint=f"Choose a file of {READ}.")
        if path.exists():
            raise BadInput(
                f"{path} is not an ordinary file but a pipe, a device or the like.",
                hint="Save what it gives as a file, and choose that.",
            )
        if path.is_symlink():
            raise BadInput(
                f"{path} is a link that leads to no file.", hint="Choose the file that it should lead to."
            )
    except (OSError, ValueError, RuntimeError) as error:
        raise unreadable(path, error) from error
    raise BadInput(f"{path} does not exist.", hint=f"Choose a file of {READ}.")


def empty(name: str) -> BadInput:
    """Say that a file has no bytes."""
    return BadInput(
        f"{name} is empty.",
        hint="Choose a file with rows. In a cloud folder, wait until the file is on this computer.",
    )


def unreadable(path: Path, error: Exception) -> BadInput:
    """Say that the system does not give a file."""
    reason = getattr(error, "strerror", None) or str(error)
    return BadInput(
        f"{path} cannot be read: {reason}.", hint="Check that you may read it.", detail=str(error)
    )


def undecodable(name: str, error: Exception | None = None) -> BadInput:
    """Say that a file is in no encoding."""
    return BadInput(
        f"{name} is in no encoding that Hone knows (Unicode, or an older one of a language).",
        hint="Open it in an editor and save it as UTF-8.",
        detail=str(error or ""),
    )
