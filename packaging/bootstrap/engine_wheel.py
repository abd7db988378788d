"""Build llama-cpp-python once per machine, with flags that run on every machine of its kind.

The index has it as source only. A build with the compiler's native flags uses instructions that some
virtual machines trap (AMX tiles), so pip's own cache, which may hold such a build, is never used: the
wheel lies in a folder of ours whose name says what it was built from.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shlex
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from bootstrap.commands import run_logged
from bootstrap.console import SetupError, say
from bootstrap.system_packages import compiler_advice

# No instructions beyond those of the common x86-64 machines (AVX2), no image models.
PORTABLE_FLAGS = ("-DGGML_NATIVE=OFF", "-DLLAVA_BUILD=OFF")
PIP_OPTIONS = ("--no-input", "--no-cache-dir", "--no-deps", "--no-binary", "llama-cpp-python")
WITHOUT_COMMON = Path(__file__).with_name("llama_without_common.cmake")


def cmake_arguments(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Return the portable flags, followed by those in `CMAKE_ARGS` (for example `-DGGML_CUDA=on`)."""
    return (*PORTABLE_FLAGS, *shlex.split(environment.get("CMAKE_ARGS", "")))


def machine_name() -> str:
    """Return what a compiled wheel depends on: Python, system, processor and C library."""
    python = sys.implementation.cache_tag or "python"
    return "-".join((python, sys.platform, platform.machine(), *platform.libc_ver())).strip("-")


def build_key(requirement: str, arguments: tuple[str, ...], machine: str) -> str:
    """Return a short name for one build; a different one for any other version, flag or machine."""
    text = "\0".join((requirement, *arguments, machine))
    return f"llama-{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def wheel_in(folder: Path) -> Path | None:
    """Return the finished wheel in `folder`, if there is one."""
    return next(iter(sorted(folder.glob("llama_cpp_python-*.whl"))), None)


def build_folder(requirement: str, cache: Path) -> Path:
    """Return the folder of the cache for `requirement` on this machine, with the flags of today."""
    return cache / build_key(requirement, cmake_arguments(), machine_name())


def is_built(requirement: str, cache: Path) -> bool:
    """Tell whether the wheel for `requirement` is there, so that no compiler is needed."""
    return wheel_in(build_folder(requirement, cache)) is not None


def provide_wheel(requirement: str, python: Path, cache: Path, log: Path) -> Path:
    """Return the wheel for `requirement`, built now if the cache does not hold it."""
    folder = build_folder(requirement, cache)
    wheel = wheel_in(folder)
    if wheel is not None:
        say(f"Using the llama.cpp that was built before ({wheel}).")
        return wheel
    say(f"Building llama.cpp for this machine: 4 minutes on 2 cores, less on more (here {os.cpu_count()}).")
    return _build(requirement, python, folder, log)


def _build(requirement: str, python: Path, folder: Path, log: Path) -> Path:
    """Compile into a folder beside the final one and move the wheel when it is whole."""
    partial = folder.with_name(f"{folder.name}.partial-{os.getpid()}")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    hook = f"-DCMAKE_PROJECT_llama.cpp_INCLUDE={WITHOUT_COMMON.as_posix()}"
    try:
        run_logged(
            [python, "-m", "pip", "wheel", *PIP_OPTIONS, "--wheel-dir", partial, requirement],
            log,
            what="llama.cpp",
            hint=f"{compiler_advice()} The whole output is in {log}.",
            environment={"CMAKE_ARGS": shlex.join((*cmake_arguments(), hook))},
        )
        wheel = wheel_in(partial)
        if wheel is None:
            raise SetupError("The build of llama.cpp left no wheel.", f"See {log}.")
        folder.mkdir(parents=True, exist_ok=True)
        return wheel.replace(folder / wheel.name)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
