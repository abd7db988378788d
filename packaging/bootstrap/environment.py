"""The steps that turn a fresh clone into one that runs. Each is repeated only when its inputs change."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from bootstrap.commands import run_logged, succeeds
from bootstrap.console import say
from bootstrap.declaration import Declaration
from bootstrap.demo_weights import unpack_weights
from bootstrap.engine_wheel import is_built, provide_wheel
from bootstrap.layout import Layout, cache_folder, venv_program, venv_python_version
from bootstrap.stamp import Stamp, files_fingerprint, fingerprint
from bootstrap.system_libraries import Need
from bootstrap.system_packages import provide

PIP_OPTIONS = ("--no-input", "--disable-pip-version-check")
EMBED_COMMAND = ("-m", "hone", "models", "embed")
LEAST_FREE_GB = 4
USABLE = "import sys, pip; sys.exit(sys.version_info < (3, 11))"


def is_ready(layout: Layout) -> bool:
    """Tell whether the environment holds what `pyproject.toml` asks for today."""
    return _is_complete(layout, layout.venv)


def is_core_ready(layout: Layout) -> bool:
    """Tell whether the environment for the core's tests is up to date."""
    return _is_complete(layout, layout.core_venv)


def prepare(layout: Layout, *, display: bool, tests: bool) -> None:
    """Make the environment, or bring it up to date. Returns at once when it is ready."""
    if not is_ready(layout):
        _provide_system(layout, display=display, tests=tests)
        _check_disk(layout)
        make_environment(layout)
    unpack_weights(layout.root, Stamp(layout.venv))
    embed_model(layout)
    compile_translations(layout)
    if tests and not is_core_ready(layout):
        make_core_environment(layout)


def make_environment(layout: Layout) -> None:
    """Create `.venv` and install the program into it, editable, with the developers' tools."""
    say("Setting up Hone in .venv. The first time takes about 5 to 15 minutes, most of it downloads.")
    python = make_venv(layout.venv)
    stamp = Stamp(layout.venv)
    stamp.remove("install")
    declaration = Declaration.read(layout.pyproject)
    engine = declaration.engine()
    if engine is not None:
        _install_engine(engine, python, layout)
    say("Installing the program and its libraries: 1 to 10 minutes, by the connection.")
    _pip(python, ["install", "--editable", f"{layout.root}[dev]"], layout.log, "Libraries")
    stamp.put("install", fingerprint(layout.pyproject, venv_python_version(layout.venv)))


def make_core_environment(layout: Layout) -> None:
    """Create `.venv-core`: the program without Qt and the engines, to prove the core needs neither."""
    say("Setting up .venv-core, an environment without Qt and torch for the core's tests: half a minute.")
    python = make_venv(layout.core_venv)
    log = layout.core_venv / "setup.log"
    _pip(python, ["install", *Declaration.read(layout.pyproject).core()], log, "Light libraries")
    _pip(python, ["install", "--no-deps", "--editable", layout.root], log, "The core")
    version = venv_python_version(layout.core_venv)
    Stamp(layout.core_venv).put("install", fingerprint(layout.pyproject, version))


def embed_model(layout: Layout) -> None:
    """Make the GGUF file of the embedded model, which git does not hold, from its weights."""
    folder = layout.root / "resources" / "demo_model"
    sources = [file for file in folder.rglob("*") if file.is_file() and file.suffix != ".gguf"]
    if not sources:
        say("Note: resources/demo_model is empty, so there is no embedded model to prepare.")
        return
    value = files_fingerprint(sources)
    stamp = Stamp(layout.venv)
    if stamp.has("model", value) and embedded_gguf(layout.root):
        return
    python = venv_program(layout.venv, "python")
    if not succeeds([python, *EMBED_COMMAND, "--help"], layout.root):
        say("Note: `hone models embed` does not run yet, so the embedded model is left as it is.")
        return
    run_logged([python, *EMBED_COMMAND], layout.log, what="Embedded model", folder=layout.root)
    stamp.put("model", value)


def compile_translations(layout: Layout) -> None:
    """Make what the window reads of the catalogues, which git does not hold, where they changed."""
    sources = sorted((layout.root / "resources" / "translations").glob("*.ts"))
    value = files_fingerprint(sources)
    stamp = Stamp(layout.venv)
    if stamp.has("translations", value) and all(path.with_suffix(".qm").exists() for path in sources):
        return
    python = venv_program(layout.venv, "python")
    compile_with(python, layout.root, layout.log)
    stamp.put("translations", value)


def compile_with(python: Path, root: Path, log: Path) -> None:
    """Compile the catalogues with Qt's tool in the environment of `python`."""
    run_logged(
        [python, root / "packaging" / "translations.py", "build"], log, what="Translations", folder=root
    )


def embedded_gguf(root: Path) -> list[Path]:
    """Return the GGUF files made of the embedded model."""
    resources = root / "resources"
    return sorted([*resources.glob("demo_model*.gguf"), *resources.glob("demo_model/*.gguf")])


def make_venv(venv: Path) -> Path:
    """Return the Python of `venv`, made anew where it is missing or broken (an interrupted set-up)."""
    python = venv_program(venv, "python")
    if succeeds([python, "-c", USABLE]):
        return python
    if (venv / "pyvenv.cfg").exists():
        say(f"{venv.name} is incomplete or of an old Python; making it anew.")
    log = venv.with_name(f"{venv.name}-creation.log")
    run_logged([sys.executable, "-m", "venv", "--clear", venv], log, what=f"Python environment {venv.name}")
    log.unlink(missing_ok=True)
    return python


def _is_complete(layout: Layout, venv: Path) -> bool:
    version = venv_python_version(venv)
    if version is None or not venv_program(venv, "python").exists():
        return False
    return Stamp(venv).has("install", fingerprint(layout.pyproject, version))


def _install_engine(requirement: str, python: Path, layout: Layout) -> None:
    """Install the binding from our own wheel, also over one that something else had put there."""
    wheel = provide_wheel(requirement, python, cache_folder(), layout.log)
    stamp = Stamp(layout.venv)
    if stamp.has("engine", wheel.parent.name):
        return
    _pip(python, ["install", "--force-reinstall", "--no-deps", wheel], layout.log, "llama.cpp's binding")
    stamp.put("engine", wheel.parent.name)


def _provide_system(layout: Layout, *, display: bool, tests: bool) -> None:
    """Look after the libraries that pip cannot install."""
    essential = {Need.QT, Need.ENGINE, Need.PYTHON}
    if display:
        essential.add(Need.XCB)
    engine = Declaration.read(layout.pyproject).engine()
    if engine is not None and not is_built(engine, cache_folder()):
        essential.add(Need.COMPILER)
    wanted = {Need.XCB, Need.LOOKS}
    if tests:
        wanted.add(Need.TESTS)
    provide(frozenset(essential), frozenset(wanted), layout.log)


def _check_disk(layout: Layout) -> None:
    """Warn, before the download, where the disk is too small for it."""
    free = shutil.disk_usage(layout.root).free / 1e9
    if free < LEAST_FREE_GB:
        say(f"Only {free:.1f} GB are free on this disk; the libraries alone need 2 to 7 GB.")


def _pip(python: Path, arguments: list[str | Path], log: Path, what: str) -> None:
    """Run pip with the configuration of this machine: no index or folder is ever given to it here."""
    run_logged(
        [python, "-m", "pip", *arguments[:1], *PIP_OPTIONS, *arguments[1:]],
        log,
        what=what,
        hint=f"Without a connection, connect and run the same command again. The whole output is in {log}.",
    )
