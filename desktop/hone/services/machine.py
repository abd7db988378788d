"""What this machine has: processor, memory, disk, graphics card, libraries. No heavy library is imported."""

from __future__ import annotations

import importlib.util
import platform
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import psutil

from hone.domain.checks import Check, Verdict

GB = 10**9
_LIBRARIES = (
    "PySide6-Essentials",
    "torch",
    "transformers",
    "peft",
    "trl",
    "bitsandbytes",
    "llama-cpp-python",
    "tokenizers",
    "gguf",
)
_SYNCHRONISED = ("OneDrive", "Dropbox", "Google Drive", "iCloud", "Nextcloud", "Mobile Documents")
_NETWORK_FILE_SYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smbfs", "smb3", "afpfs", "fuse.sshfs", "9p"})


def python() -> Check:
    """Tell Python's version and the system."""
    found = f"{platform.python_version()} on {platform.platform(terse=True)}"
    return Check(name="Python", verdict=Verdict.OK, found=found)


def libraries() -> Check:
    """Tell the versions of the large libraries, and which are missing."""
    present, missing = [], []
    for name in _LIBRARIES:
        try:
            present.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        return Check(
            name="Libraries",
            verdict=Verdict.PROBLEM,
            found=f"missing: {', '.join(missing)}",
            hint="From a source folder, python3 packaging/dev.py setup installs them.",
        )
    return Check(name="Libraries", verdict=Verdict.OK, found=", ".join(present))


def processor() -> Check:
    """Tell cores, and whether x86 has AVX2, which llama.cpp needs to be of use."""
    cores = psutil.cpu_count(logical=False) or psutil.cpu_count() or 1
    found = f"{cores} cores, {platform.machine()}"
    flags = _x86_flags()
    if flags is not None and "avx2" not in flags:
        return Check(
            name="Processor",
            verdict=Verdict.PROBLEM,
            found=f"{found}, without AVX2",
            hint="The engines are built for processors with AVX2 (since about 2014) and would crash here.",
        )
    fast = [name for name in ("avx2", "avx512f", "avx512_bf16", "amx_tile") if flags and name in flags]
    return Check(name="Processor", verdict=Verdict.OK, found=", ".join([found, *fast]))


def memory() -> Check:
    """Tell how much memory there is and how much is free."""
    state = psutil.virtual_memory()
    found = f"{state.total / GB:.1f} GB, {state.available / GB:.1f} GB free"
    if state.available < 2 * GB:
        return Check(
            name="Memory",
            verdict=Verdict.WARNING,
            found=found,
            hint="Close other programs: training the embedded model takes about 1.5 GB.",
        )
    return Check(name="Memory", verdict=Verdict.OK, found=found)


def disk(folder: Path) -> Check:
    """Tell how much is free where Hone keeps its data."""
    place = next((each for each in (folder, *folder.parents) if each.exists()), Path.cwd())
    free = shutil.disk_usage(place).free
    found = f"{free / GB:.1f} GB free for {folder}"
    if free < GB // 2:
        hint = "Free some space: conversations and checkpoints could not be saved."
        return Check(name="Disk", verdict=Verdict.PROBLEM, found=found, hint=hint)
    if free < 5 * GB:
        hint = "Enough for the embedded model; checkpoints of larger ones take several GB."
        return Check(name="Disk", verdict=Verdict.WARNING, found=found, hint=hint)
    return Check(name="Disk", verdict=Verdict.OK, found=found)


def gpu() -> Check:
    """Tell what NVIDIA's driver says; without one everything runs on the processor."""
    tool = shutil.which("nvidia-smi")
    if tool is None:
        if sys.platform == "linux" and Path("/sys/module/nvidia").exists():
            hint = "Install the driver's tools so that nvidia-smi runs."
            found = "an NVIDIA driver is loaded, nvidia-smi is not there"
            return Check(name="GPU", verdict=Verdict.WARNING, found=found, hint=hint)
        return Check(name="GPU", verdict=Verdict.OK, found="no NVIDIA GPU found; models run on the processor")
    wanted = ["--query-gpu=name,memory.total,driver_version", "--format=csv,noheader"]
    try:
        answer = subprocess.run([tool, *wanted], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return Check(
            name="GPU",
            verdict=Verdict.WARNING,
            found=f"nvidia-smi does not answer: {error}",
            hint="Restart the computer; after sleep the driver sometimes hangs.",
        )
    if answer.returncode:
        return Check(
            name="GPU",
            verdict=Verdict.WARNING,
            found=f"nvidia-smi fails: {(answer.stdout + answer.stderr).strip()[:200]}",
            hint="Install the driver again, or restart if it was just updated.",
        )
    return Check(name="GPU", verdict=Verdict.OK, found="; ".join(answer.stdout.strip().splitlines()))


def window_libraries() -> Check:
    """Tell whether the window's system libraries are there; only Linux leaves them to the user."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        return Check(
            name="Window",
            verdict=Verdict.PROBLEM,
            found="PySide6 is not installed",
            hint="The command line works. For the window: python3 packaging/dev.py setup",
        )
    if sys.platform != "linux" or shutil.which("ldd") is None:
        return Check(name="Window", verdict=Verdict.OK, found="PySide6 is installed")
    plugin = Path(spec.origin).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    missing = _missing_libraries(plugin)
    if missing:
        return Check(
            name="Window",
            verdict=Verdict.PROBLEM,
            found=f"system libraries are missing: {', '.join(missing)}",
            hint="On Debian and Ubuntu: apt install libxcb-cursor0 libxkbcommon-x11-0 libegl1 libxcb-icccm4 "
            "libxcb-keysyms1 libxcb-image0 libxcb-render-util0",
        )
    return Check(name="Window", verdict=Verdict.OK, found="PySide6 and its system libraries")


def synchronised_by(folder: Path) -> str:
    """Return what else writes into this folder: a cloud service or a network, empty for neither."""
    for name in _SYNCHRONISED:
        if any(name.lower() in part.lower() for part in folder.parts):
            return name
    best, kind = "", ""
    for partition in psutil.disk_partitions(all=True):
        point = partition.mountpoint
        if folder.is_relative_to(point) and len(point) > len(best):
            best, kind = point, partition.fstype
    return f"a network ({kind})" if kind in _NETWORK_FILE_SYSTEMS else ""


def _missing_libraries(library: Path) -> list[str]:
    answer = subprocess.run(["ldd", library], capture_output=True, text=True, timeout=20, check=False)
    lines = answer.stdout.splitlines()
    return [line.split("=>")[0].strip() for line in lines if "not found" in line]


def _x86_flags() -> frozenset[str] | None:
    """Return the processor's flags in Linux's names; None where they do not matter or cannot be known."""
    if platform.machine().lower() not in ("x86_64", "amd64"):
        return None
    if sys.platform == "linux":
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("flags"):
                return frozenset(line.split(":")[1].split())
    elif sys.platform == "win32":
        import ctypes

        avx2_available = 40  # PF_AVX2_INSTRUCTIONS_AVAILABLE
        present = ctypes.windll.kernel32.IsProcessorFeaturePresent(avx2_available)
        return frozenset({"avx2"} if present else set())
    return None
