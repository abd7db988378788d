"""Defaults and forecasts for the wizard: what to start from, what it needs, whether this machine has it."""

from __future__ import annotations

from pathlib import Path

from hone.domain.datasets import Report, TokenCounts
from hone.domain.forecast import Forecast, Place
from hone.domain.models import Model
from hone.domain.plan import Data, Plan
from hone.domain.recommendation import Recommendation
from hone.services.data import DataService
from hone.services.hardware import Machine, free_disk, this_machine
from hone.services.models import ModelService
from hone.storage.paths import Paths
from hone.tuning.checks import check_plan
from hone.tuning.forecast import Device, forecast
from hone.tuning.recipes import recommend

_LARGE_MODEL_BYTES = 2 * 2**30


class PlanningService:
    """Recommends and forecasts. Cheap and without a worker; safe to call from any thread."""

    def __init__(self, paths: Paths, models: ModelService, data: DataService) -> None:
        self._paths = paths
        self._models = models
        self._data = data

    def recommend(self, model: Model, report: Report, counts: TokenCounts | None) -> Recommendation:
        """Return sections of a plan to start from, each default with its source."""
        return recommend(
            data_of(report),
            counts.rows if counts is not None else report.usable_rows,
            model.parameters,
            model.context_length,
            counts,
        )

    def forecast(self, plan: Plan, model: Model, counts: TokenCounts) -> Forecast:
        """Reckon memory and disk for `plan`, and changes that make it fit; raises BadInput as check_plan."""
        device = device_for(model, this_machine())
        return forecast(check_plan(plan), model, counts, device, free_disk(self._paths.runs))

    def device_sentence(self) -> str:
        """Describe what training would run on, like "CPU, 2 cores, 23 GB memory; no GPU found"."""
        return this_machine().sentence()


def data_of(report: Report) -> Data:
    """Return a plan's data section that reads a file as it was inspected."""
    reading = report.reading
    return Data(train=report.path, format=reading.format, columns=reading.columns, part=reading.part)


def device_for(model: Model, machine: Machine) -> Device:
    """Choose device and number format as the trainer does: bf16 on a GPU, fp32 on the CPU for small models.

    On the CPU the trainer takes bf16 from 2 GB of weights on where the processor has it; whether it has
    is not known without torch, so the larger need is told for the format that is certain.
    """
    if machine.gpu is not None:
        return Device(
            place=Place.GPU, name=machine.gpu.name, free_bytes=machine.gpu.free_bytes, compute_bytes=2
        )
    large = model.size_bytes >= _LARGE_MODEL_BYTES
    return Device(
        place=Place.MEMORY,
        name="CPU",
        free_bytes=machine.free_memory,
        compute_bytes=2 if large and _cpu_has_bf16() else 4,
    )


def _cpu_has_bf16() -> bool:
    """Whether the processor lists instructions for bf16; told by Linux only, elsewhere taken as no."""
    listing = Path("/proc/cpuinfo")
    return listing.is_file() and ("avx512_bf16" in (text := listing.read_text()) or "amx_bf16" in text)
