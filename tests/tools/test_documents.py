"""Text of attached files: encodings, PDF, DOCX, and what is refused."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hone.domain.chat import Attachment
from hone.domain.exact import Room
from hone.domain.generation import PromptRendered
from hone.domain.models import Model, ModelFormat
from hone.domain.sampling import Sampling
from hone.errors import BadInput
from hone.services.attaching import AttachingService
from hone.storage.paths import Paths


class Rendering:
    """Counts a token per word."""

    def render(self, model: Model, prompt: Any, template: str = "") -> PromptRendered:
        return PromptRendered(
            request_id="1", text=prompt.text, token_ids=tuple(range(len(prompt.text.split())))
        )


class Rooms:
    """A window of 1,000 tokens, 200 of them for the reply."""

    def room(self, model: Model, sampling: Sampling) -> Room:
        return Room(window=1000, reserve=200, limit=200)


@pytest.fixture
def attaching(paths: Paths) -> Iterator[AttachingService]:
    rendering: Any = Rendering()
    made = AttachingService(paths, rendering, Rooms())
    yield made
    made.close()


@pytest.mark.parametrize(
    ("data", "text", "note"),
    [
        ("Grüße\r\nzwei".encode(), "Grüße\nzwei", ""),
        ("Grüße".encode("utf-8-sig"), "Grüße", ""),
        ("Grüße".encode("utf-16"), "Grüße", "Read as utf-16."),
        ("Grüße".encode("cp1252"), "Grüße", "Read as windows-1252."),
    ],
)
def test_text_is_read_in_its_encoding(
    attaching: AttachingService, tmp_path: Path, data: bytes, text: str, note: str
) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    read = attaching.read(tmp_path / "a.txt")
    assert (read.attachment, read.note) == (Attachment(name="a.txt", text=text), note)


def minimal_pdf(text: str) -> bytes:
    """Return a PDF of one page with one line."""
    stream = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode() if text else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 612 792]"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 5\n0000000000 65535 f \n" + table
    return out + b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


def test_pdf_and_word_files_are_read(attaching: AttachingService, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(minimal_pdf("Hello from a page"))
    assert attaching.read(tmp_path / "a.pdf").attachment.text.strip() == "Hello from a page"
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t></w:r></w:p><w:p><w:r><w:t>Three</w:t></w:r></w:p>"
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
        )
    assert attaching.read(tmp_path / "a.docx").attachment.text == "One\ttwo\nThree"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0", "picture.png is no text file"),
        ("empty.txt", b"  \n", "no text in empty.txt"),
        ("scan.pdf", minimal_pdf(""), "no text in scan.pdf"),
        ("broken.pdf", b"%PDF-1.4 nothing", "broken.pdf is damaged"),
        ("broken.docx", b"PK nothing", "no Word document"),
    ],
)
def test_what_has_no_text_is_refused_by_name(
    attaching: AttachingService, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(BadInput, match=said):
        attaching.read(tmp_path / name)


def test_entities_that_swell_are_refused(attaching: AttachingService, tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(9))
    with zipfile.ZipFile(tmp_path / "bomb.docx", "w") as archive:
        archive.writestr("word/document.xml", f"<!DOCTYPE d [{entities}]><d>&e8;</d>")
    with pytest.raises(BadInput, match="no Word document"):
        attaching.read(tmp_path / "bomb.docx")


def test_a_missing_file_and_a_folder_are_named(attaching: AttachingService, tmp_path: Path) -> None:
    for path in (tmp_path / "gone.txt", tmp_path):
        with pytest.raises(BadInput, match=path.name):
            attaching.read(path)


def test_tokens_are_counted_or_reckoned(attaching: AttachingService) -> None:
    attachment = Attachment(name="a b.txt", text="one two three")
    local = Model(id="m", name="M", path=Path("/m"), format=ModelFormat.GGUF, size_bytes=1)
    count = attaching.count(local, attachment)
    assert (count.tokens, count.exact) == (7, True)
    assert attaching.count(None, attachment).exact is False


def test_what_is_too_long_is_cut_at_its_end_and_says_so(attaching: AttachingService) -> None:
    local = Model(id="m", name="M", path=Path("/m"), format=ModelFormat.GGUF, size_bytes=1)
    short, long = Attachment(name="a", text="one " * 50), Attachment(name="b", text="two " * 2000)
    fit = attaching.fit(local, Sampling(), [short, long])
    assert fit.is_too_long and fit.room == 640
    assert fit.kept[0] == short
    assert fit.kept[1].text.endswith("[The rest of this document was left out.]")
    again = attaching.fit(local, Sampling(), fit.kept)
    assert not again.is_too_long and again.tokens > 500
    assert not attaching.fit(local, Sampling(), [short]).is_too_long
