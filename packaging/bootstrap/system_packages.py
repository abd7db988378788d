"""Install missing system packages where that is allowed, and say what to do where it is not."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bootstrap.commands import run_logged
from bootstrap.console import SetupError, say
from bootstrap.system_libraries import Manager, Need, Requirement, advice, missing

APT_ENVIRONMENT = {"DEBIAN_FRONTEND": "noninteractive"}
APT_WAIT = ("-o", "DPkg::Lock::Timeout=120")


def provide(essential: frozenset[Need], wanted: frozenset[Need], log: Path) -> None:
    """See to it that everything `essential` is there, and what is `wanted` if that is easy.

    Root on Debian and Ubuntu installs the packages; everybody else gets the line to run. Raises
    `SetupError` when something essential is still missing at the end.
    """
    lacking = missing(essential | wanted)
    if not lacking:
        return
    manager = Manager.of_system()
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if manager is Manager.APT and is_root:
        _install_with_apt(lacking, log)
        lacking = missing(essential | wanted)
    fatal = [r for r in lacking if r.need in essential]
    if fatal:
        purposes = ", ".join(dict.fromkeys(r.need.value for r in fatal))
        raise SetupError(
            f"This system lacks {', '.join(r.probe for r in fatal)}, needed for {purposes}.",
            f"Run this once, then the same command again:\n  {advice(lacking, manager, is_root)}",
        )
    if lacking:
        purposes = ", ".join(dict.fromkeys(r.need.value for r in lacking))
        say(f"Not installed, only needed for {purposes}. To add it:\n  {advice(lacking, manager, is_root)}")


def _install_with_apt(requirements: Sequence[Requirement], log: Path) -> None:
    """Install `requirements` with apt-get. A failure is only told: the caller looks at what is there."""
    try:
        run_logged(["apt-get", *APT_WAIT, "update"], log, what="Package lists", environment=APT_ENVIRONMENT)
    except SetupError as error:
        say(f"  {error.message}\n  Trying with the package lists that are here.")
    packages = Manager.APT.packages(requirements, _has_candidate)
    if not packages:
        return
    say(f"Installing system packages: {', '.join(packages)}.")
    try:
        command = [Manager.APT.value[0], *APT_WAIT, *Manager.APT.value[1:], *packages]
        run_logged(command, log, what="System packages", environment=APT_ENVIRONMENT)
    except SetupError as error:
        say(f"  {error.message}")


def _has_candidate(package: str) -> bool:
    """Tell whether apt could install `package` now."""
    answer = subprocess.run(
        ["apt-cache", "policy", package],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C"},
    ).stdout
    return "Candidate:" in answer and "Candidate: (none)" not in answer


def compiler_advice(platform: str = sys.platform) -> str:
    """Return how to get a working C++ compiler, should that be why a build failed."""
    if platform == "darwin":
        return "If there is no compiler, run `xcode-select --install` once, then the same command again."
    if platform == "win32":
        return (
            "If there is no compiler, install the Visual Studio Build Tools with "
            "'Desktop development with C++' (winget install Microsoft.VisualStudio.2022.BuildTools), "
            "then run the same command again."
        )
    return "If there is no C++ compiler, install g++ or clang++, then run the same command again."
