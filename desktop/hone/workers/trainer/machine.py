"""What this machine trains with: device, number format, threads, and how much memory is in use."""

from __future__ import annotations

import platform
import sys
from dataclasses import dataclass

import psutil
import torch

_SMALL_MODEL_BYTES = 2 * 2**30


@dataclass(frozen=True)
class Machine:
    """A device with the number format that it computes in; `name` is for people."""

    device: torch.device
    dtype: torch.dtype
    name: str

    @property
    def is_gpu(self) -> bool:
        """Whether it is a CUDA device."""
        return self.device.type == "cuda"

    def memory_bytes(self) -> int:
        """Memory in use now: of the GPU where there is one, else of this process."""
        if self.is_gpu:
            return int(torch.cuda.memory_reserved(self.device))
        return int(psutil.Process().memory_info().rss)

    def peak_memory_bytes(self) -> int:
        """The most memory that was in use since the start of the process."""
        if self.is_gpu:
            return int(torch.cuda.max_memory_reserved(self.device))
        if sys.platform == "win32":
            return int(psutil.Process().memory_info().peak_wset)
        import resource

        unit = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit

    def free_memory_bytes(self) -> int:
        """Memory that is free now on the device that trains."""
        if self.is_gpu:
            return int(torch.cuda.mem_get_info(self.device)[0])
        return int(psutil.virtual_memory().available)


def this_machine(weight_bytes: int) -> Machine:
    """Choose device and number format for a model whose weights take `weight_bytes` on disk.

    On a CUDA GPU bf16, or fp16 on older ones. On the CPU fp32: measured on a 7 M parameter model, NF4,
    bf16 took 0.87 of the time per step, and not every CPU has it. From 2 GB of weights on it is used
    where the CPU has instructions for it, because it halves the memory.
    """
    use_cores()
    if torch.cuda.is_available():
        dtype = torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float16
        return Machine(torch.device("cuda", 0), dtype, torch.cuda.get_device_name(0))
    large = weight_bytes >= _SMALL_MODEL_BYTES
    dtype = torch.bfloat16 if large and _cpu_has_bf16() else torch.float32
    threads = torch.get_num_threads()
    processor = platform.processor() or platform.machine()
    return Machine(torch.device("cpu"), dtype, f"CPU ({processor}), {threads} threads")


def use_cores() -> None:
    """Compute with as many threads as there are physical cores this process may use."""
    physical = psutil.cpu_count(logical=False) or 1
    process = psutil.Process()
    allowed = len(process.cpu_affinity()) if hasattr(process, "cpu_affinity") else physical
    torch.set_num_threads(max(1, min(physical, allowed)))


def _cpu_has_bf16() -> bool:
    return bool(torch.cpu.is_available() and torch.ops.mkldnn._is_mkldnn_bf16_supported())
