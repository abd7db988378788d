"""Make the .deb from the program, with sizes and times told on the way."""

from __future__ import annotations

import shutil
import subprocess
import tomllib
from pathlib import Path

from bootstrap.commands import run_logged
from bootstrap.console import Heartbeat, SetupError, duration, say
from bootstrap.layout import Layout
from debian_package.frozen_program import BuildFolders, collect_licences, freeze
from debian_package.package_tree import Facts, lay_out, set_modes, write_control

TOOLS = {"dpkg-deb": "dpkg", "objdump": "binutils"}  # PyInstaller calls objdump
CHECKS = {
    "desktop-file-validate": ("usr/share/applications/hone.desktop",),
    "appstreamcli": ("validate", "--no-net", "usr/share/metainfo/hone.metainfo.xml"),
}


def build_deb(layout: Layout, *, reuse_frozen: bool = False) -> Path:
    """Return the finished package in `dist/`. `reuse_frozen` packs the last frozen program again."""
    clock = Heartbeat()
    check_tools()
    folders = BuildFolders(layout)
    frozen = folders.frozen if reuse_frozen and folders.frozen.is_dir() else freeze(folders)
    say(f"  Frozen program: {megabytes(frozen)} MB")
    facts = Facts(declared_version(layout.pyproject), architecture())
    tree = folders.work / "deb" / facts.file_name.removesuffix(".deb")
    lay_out(tree, frozen, layout.root, facts)
    collect_licences(folders, tree / "usr/share/doc/hone/third-party-licences.txt.gz")
    set_modes(tree)
    write_control(tree, facts)
    check_metadata(tree, folders.log)
    package = pack(tree, layout.root / "dist" / facts.file_name, folders.log)
    say(f"{package} ({package.stat().st_size / 1e6:.0f} MB) in {duration(clock.elapsed)}")
    return package


def pack(tree: Path, target: Path, log: Path) -> Path:
    """Compress `tree` into `target`, which is replaced only by a whole package."""
    target.parent.mkdir(exist_ok=True)
    partial = target.with_suffix(".partial")
    command: list[str | Path] = ["dpkg-deb", "--root-owner-group", "-Zzstd", "--build", tree, partial]
    run_logged(command, log, what="Compressed package")
    return partial.replace(target)


def check_tools() -> None:
    """Say which programs of the system are missing before any work is done."""
    packages = [package for tool, package in TOOLS.items() if shutil.which(tool) is None]
    if packages:
        raise SetupError(
            "Building a Debian package needs programs that are missing here.",
            f"Run once: apt-get install -y {' '.join(packages)}",
        )


def check_metadata(tree: Path, log: Path) -> None:
    """Let the desktop's own validators read our files, where they are installed."""
    for program, arguments in CHECKS.items():
        if shutil.which(program) is None:
            say(f"  {program} is not installed; its check is left out.")
            continue
        run_logged([program, *arguments], log, what=program, folder=tree)


def declared_version(pyproject: Path) -> str:
    """Return the program's version."""
    return str(tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]["version"])


def architecture() -> str:
    """Return Debian's name of this processor."""
    command = ["dpkg", "--print-architecture"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def megabytes(folder: Path) -> int:
    """Return the size of all files in `folder`."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return round(sum(path.stat().st_size for path in files) / 1e6)
