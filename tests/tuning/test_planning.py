from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hone.data.inspection import inspect
from hone.domain.datasets import TokenCounts
from hone.domain.forecast import Place
from hone.domain.models import Model, ModelFormat
from hone.domain.plan import Plan
from hone.services.data import DataService
from hone.services.hardware import Gpu, Machine, parse_gpus, this_machine
from hone.services.models import ModelService
from hone.services.planning import PlanningService, device_for
from hone.storage.paths import Paths
from hone.storage.settings import SettingsStore


@pytest.fixture
def service(paths: Paths) -> PlanningService:
    return PlanningService(paths, ModelService(paths, SettingsStore(paths.settings)), DataService(paths))


@pytest.fixture
def model(base: Path) -> Model:
    return Model(
        id="m",
        name="m",
        path=base,
        format=ModelFormat.SAFETENSORS,
        size_bytes=14_000_000,
        parameters=7_000_000,
        context_length=512,
    )


def test_service_recommends_and_forecasts(service: PlanningService, model: Model, plan: Plan) -> None:
    recommended = service.recommend(model, inspect(plan.data.train), None)
    assert recommended.training.context_length == 512
    assert recommended.data.train == plan.data.train
    counts = TokenCounts(
        rows=40,
        tokens=4000,
        trained_tokens=2000,
        longest=100,
        median=100,
        cut_rows=0,
        stop_token_trained=True,
        histogram=(),
    )
    found = service.forecast(plan, model, counts)
    assert found.place in (Place.MEMORY, Place.GPU)
    assert found.peak_bytes > 0
    assert found.disk_free_bytes > found.disk_bytes > 0
    assert found.steps > 0


def test_machine_is_told_in_a_sentence(service: PlanningService) -> None:
    machine = this_machine()
    assert machine.cores >= 1
    assert 0 < machine.free_memory <= machine.total_memory
    assert "CPU" in service.device_sentence()


def test_gpu_is_read_from_the_driver_s_answer() -> None:
    (card,) = parse_gpus("NVIDIA GeForce RTX 3060, 11000, 12288, 8.6\n[N/A], [N/A], [N/A]\n\nnonsense\n")
    assert (card.free_bytes, card.total_bytes) == (11000 * 2**20, 12288 * 2**20)
    assert card.has_bf16
    assert not parse_gpus("Tesla T4, 100, 200, 7.5")[0].has_bf16
    assert parse_gpus("") == ()


def test_device_is_the_gpu_when_there_is_one(model: Model) -> None:
    card = Gpu(name="Card", free_bytes=8 * 2**30, total_bytes=8 * 2**30, capability=(8, 6))
    machine = Machine(cores=2, total_memory=2**34, free_memory=2**33, gpu=card)
    device = device_for(model, machine)
    assert (device.place, device.free_bytes, device.compute_bytes) == (Place.GPU, 8 * 2**30, 2)
    assert "Card, 8 GB; CPU, 2 cores, 16 GB memory" in machine.sentence()
    alone = device_for(model, Machine(cores=2, total_memory=2**34, free_memory=2**33))
    assert (alone.place, alone.free_bytes, alone.compute_bytes) == (Place.MEMORY, 2**33, 4)


def test_planning_imports_nothing_heavy() -> None:
    code = (
        "import sys, hone.services.planning, hone.tuning.flow\n"
        "heavy = {'torch', 'transformers', 'peft', 'datasets', 'llama_cpp', 'PySide6', 'pandas'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
