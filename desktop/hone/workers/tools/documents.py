"""Text of files that a person attaches: plain text in any usual encoding, PDF and DOCX."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from xml.etree import ElementTree

from hone.errors import BadInput
from hone.workers.tools.text_bytes import decode_text

LARGEST_TEXT = 20 * 2**20
LARGEST_DOCUMENT = 100 * 2**20
MOST_CHARACTERS = 4_000_000
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LARGEST_PART = 200 * 2**20


def read_document(path: Path) -> tuple[str, str]:
    """Return a file's text, and a sentence on what could not be read; raises BadInput."""
    reader = {".pdf": _pdf, ".docx": _docx}.get(path.suffix.lower(), _plain)
    try:
        if not path.is_file():
            raise BadInput(f"{path.name} is no ordinary file.", hint="Choose a file, not a folder.")
        size = path.stat().st_size
        largest = LARGEST_TEXT if reader is _plain else LARGEST_DOCUMENT
        if size > largest:
            raise BadInput(
                f"{path.name} has {size / 2**20:,.0f} MB; up to {largest // 2**20} MB can be attached.",
                hint="Attach the part of it that matters.",
            )
        text, note = reader(path)
    except OSError as error:
        raise BadInput(
            f"{path.name} cannot be read: {error.strerror or error}.",
            hint="Check that it is there and that you may read it.",
        ) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if not text.strip():
        raise BadInput(
            f"There is no text in {path.name}.",
            hint="A scanned page is a picture; its text must be recognised by another program first.",
        )
    if len(text) > MOST_CHARACTERS:
        left = len(text) - MOST_CHARACTERS
        text, note = text[:MOST_CHARACTERS], f"{note} The last {left:,} characters were left out.".strip()
    return text, note


def _plain(path: Path) -> tuple[str, str]:
    text, encoding = decode_text(path.read_bytes(), path.name)
    return text, "" if encoding == "utf-8" else f"Read as {encoding}."


def _pdf(path: Path) -> tuple[str, str]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise BadInput(f"{path.name} is locked with a password.", hint="Save a copy without one.")
        pages = [page.extract_text() for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadInput(
            f"{path.name} is damaged, or of a kind that cannot be read.",
            hint="Open it in another program and save its text.",
            detail=f"{type(error).__name__}: {error}",
        ) from error
    empty = sum(1 for page in pages if not page.strip())
    note = f"{empty:,} of {len(pages):,} pages have no text." if empty else ""
    return "\n\n".join(page for page in pages if page.strip()), note


_NO_DOCX = (
    zipfile.BadZipFile,
    zlib.error,  # damaged inside
    KeyError,  # a zip, but of something else
    ElementTree.ParseError,
    NotImplementedError,  # packed in a way that Python does not know
    RuntimeError,  # encrypted
)


def _docx(path: Path) -> tuple[str, str]:
    try:
        with zipfile.ZipFile(path) as archive:
            part = archive.getinfo("word/document.xml")
            if part.file_size > _LARGEST_PART:
                raise BadInput(
                    f"{path.name} unpacks to more than 200 MB.", hint="Save the part that matters as text."
                )
            root = ElementTree.fromstring(archive.read(part))
    except _NO_DOCX as error:
        raise BadInput(
            f"{path.name} is no Word document that can be read.",
            hint="Open it in another program and save its text.",
        ) from error
    lines = []
    for paragraph in root.iter(f"{_WORD}p"):
        pieces = [_piece(node.tag, node.text) for node in paragraph.iter()]
        lines.append("".join(pieces))
    return "\n".join(lines), ""


def _piece(tag: str, text: str | None) -> str:
    if tag == f"{_WORD}t":
        return text or ""
    return {f"{_WORD}tab": "\t", f"{_WORD}br": "\n"}.get(tag, "")
