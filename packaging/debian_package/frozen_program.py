"""Freeze the program and its libraries into one folder with PyInstaller, in an environment of its own."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from bootstrap.commands import run_logged
from bootstrap.console import SetupError, say
from bootstrap.declaration import Declaration
from bootstrap.engine_wheel import provide_wheel
from bootstrap.environment import compile_with, embedded_gguf, make_venv
from bootstrap.layout import Layout, cache_folder

PYINSTALLER = "pyinstaller>=6.22,<7"
ENTRY = Path(__file__).with_name("entry.py")
LICENCES = Path(__file__).with_name("licences.py")

# The binding loads its libraries by name at run time; trl reads templates that are not modules.
COLLECT = (
    "--collect-submodules=hone",
    "--collect-all=llama_cpp",
    "--collect-data=trl",
    "--collect-data=huggingface_hub",
    "--collect-data=peft",
    "--collect-data=accelerate",
    # The model that tells languages.
    "--collect-data=py3langid",
    # The window reads its icon font; nothing imports the package.
    "--hidden-import=qtawesome",
    "--collect-data=qtawesome",
    "--copy-metadata=hone",
    # It looks up its own version when it is imported.
    "--copy-metadata=llguidance",
    # Its backends are found by their entry points.
    "--collect-submodules=keyring.backends",
    "--copy-metadata=keyring",
    # `hone doctor` tells versions from these; PyInstaller takes the others along by itself.
    "--copy-metadata=PySide6-Essentials",
    "--copy-metadata=gguf",
)
# Libraries look for these where they are installed and do without them where they are not.
EXCLUDE = ("tkinter", "matplotlib", "IPython", "pytest", "hypothesis", "mypy", "setuptools", "deepspeed")


@dataclass(frozen=True)
class BuildFolders:
    """Where a build keeps its environment and what it makes."""

    layout: Layout

    @property
    def venv(self) -> Path:
        """The clean environment: what lies in it is what is shipped."""
        return self.layout.root / ".venv-build"

    @property
    def work(self) -> Path:
        """Everything that can be made again."""
        return self.layout.root / "build"

    @property
    def frozen(self) -> Path:
        """The one folder that holds the program."""
        return self.work / "frozen" / "hone"

    @property
    def log(self) -> Path:
        """What pip and PyInstaller said."""
        return self.work / "build.log"


def freeze(folders: BuildFolders) -> Path:
    """Return the folder with the frozen program, made anew."""
    check_resources(folders.layout.root)
    python = make_build_environment(folders)
    compile_with(python, folders.layout.root, folders.log)
    shutil.rmtree(folders.frozen, ignore_errors=True)
    say("Freezing the program: about 4 minutes.")
    resources = folders.layout.root / "resources"
    command: list[str | Path] = [
        python,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--onedir",
        "--name=hone",
        *COLLECT,
    ]
    command += [f"--exclude-module={name}" for name in EXCLUDE]
    command += [f"--add-data={resources}:resources", f"--distpath={folders.frozen.parent}"]
    command += [f"--workpath={folders.work / 'pyinstaller'}", f"--specpath={folders.work}", ENTRY]
    run_logged(command, folders.log, what="Frozen program", folder=folders.layout.root)
    return folders.frozen


def check_resources(root: Path) -> None:
    """Refuse to freeze without the embedded model: the first start must need no download."""
    weights = list((root / "resources" / "demo_model").glob("*.safetensors"))
    if not weights or not embedded_gguf(root):
        raise SetupError(
            "The embedded model is not complete in resources/ (safetensors and GGUF).",
            "Run `python3 packaging/dev.py setup` first.",
        )


def make_build_environment(folders: BuildFolders) -> Path:
    """Return the Python of the build environment, with the libraries and this state of the program."""
    layout = folders.layout
    python = make_venv(folders.venv)
    declaration = Declaration.read(layout.pyproject)
    requirements: list[str | Path] = [*declaration.runtime, PYINSTALLER]
    engine = declaration.engine()
    if engine is not None:
        requirements.append(provide_wheel(engine, python, cache_folder(), folders.log))
    say("Installing the libraries to be shipped: 1 to 5 minutes the first time.")
    _pip_install(python, requirements, folders, "Libraries")
    # setuptools packs whatever an earlier build left here, also files that are gone since.
    shutil.rmtree(folders.work / "lib", ignore_errors=True)
    _pip_install(python, ["--force-reinstall", "--no-deps", layout.root], folders, "The program")
    refuse_cuda(python)
    return python


def refuse_cuda(python: Path) -> None:
    """Stop when pip chose a torch that would make the package several GB larger."""
    code = "import torch; print(torch.version.cuda or torch.version.hip or '')"
    answer = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        raise SetupError("torch cannot be imported in the build environment.", answer.stderr[-500:])
    if answer.stdout.strip():
        raise SetupError(
            "The build environment has a torch for a GPU; the package ships the CPU build.",
            "Remove .venv-build and point pip's configuration at the CPU wheels, for example with\n"
            "  PIP_EXTRA_INDEX_URL=https://download.pytorch.org/whl/cpu python3 packaging/build.py deb",
        )


def collect_licences(folders: BuildFolders, target: Path) -> None:
    """Write the licences of everything in the build environment into `target`, compressed."""
    python = make_venv(folders.venv)
    run_logged([python, LICENCES, target], folders.log, what="Licences of the libraries")


def _pip_install(python: Path, what: list[str | Path], folders: BuildFolders, name: str) -> None:
    run_logged([python, "-m", "pip", "install", "--no-input", *what], folders.log, what=name)
