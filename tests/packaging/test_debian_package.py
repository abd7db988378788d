"""The package holds what a desktop looks for, and asks for the C library its binaries need."""

from __future__ import annotations

import gzip
import stat
import sys
from pathlib import Path

import pytest

import build
from bootstrap.console import SetupError
from debian_package import frozen_program, licences
from debian_package.package_tree import Facts, lay_out, needed_glibc, set_modes, write_control

ROOT = Path(__file__).resolve().parents[2]
FACTS = Facts("1.2.3", "amd64")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Debian packages are built on Linux")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A package's files around a frozen program of two files."""
    frozen = tmp_path / "frozen"
    (frozen / "_internal").mkdir(parents=True)
    (frozen / "hone").write_bytes(b"\x7fELF\0GLIBC_2.34\0")
    (frozen / "hone").chmod(0o700)
    (frozen / "_internal" / "data").write_text("x")
    tree = tmp_path / "tree"
    lay_out(tree, frozen, ROOT, FACTS)
    set_modes(tree)
    write_control(tree, FACTS)
    return tree


def test_the_program_its_entry_and_its_icons_are_where_a_desktop_looks(tree: Path) -> None:
    assert (tree / "opt/hone/hone").is_file()
    assert str((tree / "usr/bin/hone").readlink()) == "/opt/hone/hone"
    assert "Exec=hone" in (tree / "usr/share/applications/hone.desktop").read_text()
    assert (tree / "usr/share/icons/hicolor/scalable/apps/hone.svg").is_file()
    assert (tree / "usr/share/icons/hicolor/16x16/apps/hone.png").is_file()
    assert 'version="1.2.3"' in (tree / "usr/share/metainfo/hone.metainfo.xml").read_text()


def test_everybody_may_read_and_only_programs_run(tree: Path) -> None:
    assert stat.S_IMODE((tree / "opt/hone/hone").stat().st_mode) == 0o755
    assert stat.S_IMODE((tree / "opt/hone/_internal/data").stat().st_mode) == 0o644


def test_the_control_file_asks_for_the_c_library_that_is_needed(tree: Path) -> None:
    control = (tree / "DEBIAN/control").read_text()
    assert control.startswith("Package: hone\nVersion: 1.2.3\nArchitecture: amd64\n")
    assert "Depends: libc6 (>= 2.34), " in control
    assert "libglib2.0-0t64 | libglib2.0-0" in control


def test_every_file_has_a_checksum(tree: Path) -> None:
    named = {line.split("  ", 1)[1] for line in (tree / "DEBIAN/md5sums").read_text().splitlines()}
    assert "opt/hone/hone" in named
    assert not any(name.startswith("DEBIAN") for name in named)


def test_the_newest_c_library_wins_and_text_is_not_taken_for_a_binary(tmp_path: Path) -> None:
    (tmp_path / "a.so").write_bytes(b"\x7fELF..GLIBC_2.5\0..GLIBC_2.35\0..GLIBC_2.4.1\0")
    (tmp_path / "notes.txt").write_bytes(b"GLIBC_2.99\0")
    assert needed_glibc(tmp_path) == "2.35"


def test_a_build_without_the_embedded_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="embedded model"):
        frozen_program.check_resources(tmp_path)
    model = tmp_path / "resources" / "demo_model"
    model.mkdir(parents=True)
    (model / "model.safetensors").touch()
    (model.parent / "demo_model.gguf").touch()
    frozen_program.check_resources(tmp_path)


def test_licences_of_the_environment_are_collected(tmp_path: Path) -> None:
    target = tmp_path / "licences.txt.gz"
    licences.main(target)
    text = gzip.decompress(target.read_bytes()).decode()
    assert "\npytest " in text
    assert "Permission is hereby granted" in text


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ([], 0, "build.py deb"),
        (["exe"], 2, "not offered yet"),
        (["dmg"], 2, "not offered yet"),
        (["deb", "--unknown"], 2, "build.py deb"),
    ],
)
def test_the_build_script_explains_itself(
    arguments: list[str], code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build.main(arguments) == code
    assert words in capsys.readouterr().out
