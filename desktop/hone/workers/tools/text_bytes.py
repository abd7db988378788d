"""Text of bytes: which encoding they are in, and whether they are text at all."""

from __future__ import annotations

import codecs

from hone.errors import BadInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(code for code in range(32) if code not in (7, 8, 9, 10, 12, 13, 27))
_SAMPLE = 64 * 1024


def decode_text(data: bytes, name: str, cut: bool = False) -> tuple[str, str]:
    """Return text and the name of its encoding; raises BadInput for what is no text.

    UTF-8, with a mark also UTF-16 and UTF-32; what is none of these is read as Windows-1252, in which most
    older Western texts are. `cut` bytes may end within a character.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding, name, cut), encoding.removesuffix("-sig")
    sample = data[:_SAMPLE]
    if any(byte in _CONTROLS for byte in sample):
        raise BadInput(f"{name} is no text file.", hint="Only text can be read.")
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(data, final=not cut), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "windows-1252"


def _decoded(data: bytes, encoding: str, name: str, cut: bool) -> str:
    try:
        return codecs.getincrementaldecoder(encoding)().decode(data, final=not cut)
    except UnicodeDecodeError as error:
        raise BadInput(f"{name} is no valid {encoding} text.", hint="Save it as UTF-8.") from error
