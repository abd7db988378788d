"""What Qt, the tests and the compiler need from the system, and how each package manager calls it."""

from __future__ import annotations

import ctypes
import importlib.util
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Kind(Enum):
    """How the presence of a requirement is found out."""

    LIBRARY = "library"
    PROGRAM = "program"
    FONT = "font"
    MODULE = "module"


class Need(Enum):
    """For what a requirement is there."""

    QT = "Qt"
    XCB = "a window on an X server"
    TESTS = "tests with a real X server"
    LOOKS = "the fonts the window was designed with"
    ENGINE = "running llama.cpp"
    COMPILER = "building llama.cpp"
    PYTHON = "making an environment"


@dataclass(frozen=True)
class Requirement:
    """One thing of the system. `apt` lists alternatives, newest first: the first known one is taken."""

    kind: Kind
    probe: str
    need: Need
    apt: tuple[str, ...]
    dnf: str = ""
    pacman: str = ""


def _library(probe: str, need: Need, apt: str, dnf: str, pacman: str) -> Requirement:
    return Requirement(Kind.LIBRARY, probe, need, tuple(apt.split("|")), dnf, pacman)


REQUIREMENTS: tuple[Requirement, ...] = (
    _library("libGL.so.1", Need.QT, "libgl1", "libglvnd-glx", "libglvnd"),
    _library("libEGL.so.1", Need.QT, "libegl1", "libglvnd-egl", "libglvnd"),
    _library("libdbus-1.so.3", Need.QT, "libdbus-1-3", "dbus-libs", "dbus"),
    _library("libglib-2.0.so.0", Need.QT, "libglib2.0-0t64|libglib2.0-0", "glib2", "glib2"),
    _library("libfontconfig.so.1", Need.QT, "libfontconfig1", "fontconfig", "fontconfig"),
    _library("libxkbcommon.so.0", Need.QT, "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    _library("libxcb-cursor.so.0", Need.XCB, "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    _library("libxcb-icccm.so.4", Need.XCB, "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    _library("libxcb-keysyms.so.1", Need.XCB, "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    _library("libxcb-shape.so.0", Need.XCB, "libxcb-shape0", "libxcb", "libxcb"),
    _library("libxcb-xkb.so.1", Need.XCB, "libxcb-xkb1", "libxcb", "libxcb"),
    _library("libxkbcommon-x11.so.0", Need.XCB, "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    Requirement(Kind.PROGRAM, "Xvfb", Need.TESTS, ("xvfb",), "xorg-x11-server-Xvfb", "xorg-server-xvfb"),
    Requirement(Kind.FONT, "Inter", Need.LOOKS, ("fonts-inter",), "rsms-inter-fonts", "inter-font"),
    Requirement(
        Kind.FONT,
        "JetBrainsMono",
        Need.LOOKS,
        ("fonts-jetbrains-mono",),
        "jetbrains-mono-fonts",
        "ttf-jetbrains-mono",
    ),
    _library("libgomp.so.1", Need.ENGINE, "libgomp1", "libgomp", "gcc-libs"),
    Requirement(Kind.PROGRAM, "c++", Need.COMPILER, ("build-essential",), "gcc-c++", "base-devel"),
    Requirement(Kind.MODULE, "ensurepip", Need.PYTHON, ("python3-venv",), "python3-libs", "python"),
)

FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")


def is_present(requirement: Requirement) -> bool:
    """Look for a requirement on this machine, in the way a program would."""
    match requirement.kind:
        case Kind.LIBRARY:
            return _loads(requirement.probe)
        case Kind.PROGRAM:
            return _has_program(requirement.probe)
        case Kind.FONT:
            return any(next(folder.rglob(f"{requirement.probe}*"), None) for folder in FONT_FOLDERS)
        case Kind.MODULE:
            return importlib.util.find_spec(requirement.probe) is not None


def _loads(library: str) -> bool:
    """Tell whether the loader finds `library`; this also sees libraries outside the usual folders."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_program(name: str) -> bool:
    """Tell whether a program is on the path; any of the usual C++ compilers counts as `c++`."""
    names = ("c++", "g++", "clang++") if name == "c++" else (name,)
    return any(shutil.which(candidate) for candidate in names)


def missing(
    needs: Iterable[Need],
    platform: str = sys.platform,
    present: Callable[[Requirement], bool] = is_present,
) -> list[Requirement]:
    """Return the requirements for `needs` that this machine lacks. Only Linux needs any from packages."""
    if not platform.startswith("linux"):
        return []
    wanted = frozenset(needs)
    return [r for r in REQUIREMENTS if r.need in wanted and not present(r)]


class Manager(Enum):
    """A package manager, with the words that install packages with it."""

    APT = ("apt-get", "install", "-y", "--no-install-recommends")
    DNF = ("dnf", "install", "-y")
    PACMAN = ("pacman", "-S", "--needed", "--noconfirm")

    @classmethod
    def of_system(cls, which: Callable[[str], str | None] = shutil.which) -> Manager | None:
        """Return the manager of this system, or None for one we do not know."""
        return next((manager for manager in cls if which(manager.value[0])), None)

    def packages(
        self, requirements: Sequence[Requirement], known: Callable[[str], bool] | None = None
    ) -> list[str]:
        """Return this manager's packages for `requirements`, each once.

        `known` tells whether the manager's lists hold a package; with it, unknown packages are left out.
        """
        names: dict[str, None] = {}
        for requirement in requirements:
            name = self._package(requirement, known)
            if name:
                names[name] = None
        return list(names)

    def _package(self, requirement: Requirement, known: Callable[[str], bool] | None) -> str:
        match self:
            case Manager.DNF:
                return requirement.dnf
            case Manager.PACMAN:
                return requirement.pacman
            case Manager.APT:
                if known is None:
                    return requirement.apt[-1]
                return next((name for name in requirement.apt if known(name)), "")

    def line(self, packages: Sequence[str], as_root: bool) -> str:
        """Return the one line that a person can run."""
        return " ".join([*([] if as_root else ["sudo"]), *self.value, *packages])


def advice(requirements: Sequence[Requirement], manager: Manager | None, as_root: bool = False) -> str:
    """Return what a person should do to get `requirements`."""
    if manager is None:
        return "Install what provides: " + ", ".join(r.probe for r in requirements)
    return manager.line(manager.packages(requirements), as_root)
