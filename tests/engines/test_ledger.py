"""Chat and training share one ledger: both stay when both fit, else chat makes room and comes back."""

from __future__ import annotations

import logging
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hone.domain.fit import FreeMemory, LoadForecast, Need
from hone.domain.forecast import Place
from hone.domain.generation import GenerationEnded, ModelLoaded
from hone.domain.models import Model
from hone.domain.plan import Base, Data, Plan
from hone.errors import BadInput
from hone.services.engines import EngineService
from hone.services.engines.loading import Loading
from hone.services.fitting import FittingService
from hone.services.hardware import Gpu, Machine
from hone.services.memory_ledger import MemoryLedger
from hone.services.training_room import TrainingRoom
from hone.storage.paths import Paths

if TYPE_CHECKING:
    from conftest import Scripted, TinyModels

GB = 10**9


class Memory:
    """A machine whose free memory a test sets; `held` is taken while the engine holds a model."""

    def __init__(self, free: int, gpu: int | None = None) -> None:
        self.free = FreeMemory(memory=free, gpu=gpu)

    def look(self) -> FreeMemory:
        return self.free


class SmallFitting(FittingService):
    """The real choice of a setting, with the free memory of a test."""

    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self._memory = memory

    def free(self, kind: object) -> FreeMemory:
        return self._memory.look()


def chat_of(size: int, gpu: int = 0) -> LoadForecast:
    return LoadForecast(memory=Need(weights=size), gpu=Need(weights=gpu))


def facts(size: int) -> ModelLoaded:
    return ModelLoaded(path=Path("m"), context_length=8, seconds=1, device="CPU", memory_bytes=size)


def test_promises_count_until_they_are_kept() -> None:
    ledger = MemoryLedger(Memory(10 * GB).look)
    ledger.hold_chat("small", chat_of(2 * GB))
    assert ledger.free().memory == 8 * GB
    ledger.settle_chat(facts(3 * GB))
    assert ledger.free().memory == 10 * GB
    assert ledger.chat is not None and ledger.chat.memory_bytes == 3 * GB
    ledger.hold_training("t", "colours", Place.MEMORY, 4 * GB)
    assert ledger.free_for_chat().memory == 6 * GB
    ledger.settle_training("t")
    assert ledger.free_for_chat().memory == 10 * GB
    ledger.release_training("t")
    ledger.release_chat()
    assert (ledger.chat, ledger.trainings) == (None, ())


def test_each_device_has_an_account_of_its_own() -> None:
    ledger = MemoryLedger(Memory(10 * GB, gpu=8 * GB).look)
    ledger.hold_chat("large", chat_of(1 * GB, gpu=5 * GB))
    assert ledger.free() == FreeMemory(memory=9 * GB, gpu=3 * GB)
    assert ledger.prospect(Place.MEMORY, 8 * GB).fits_beside
    there = ledger.prospect(Place.GPU, 4 * GB)
    assert (there.unloads, there.unloaded_bytes, there.free_bytes) == ("large", 5 * GB, 3 * GB)
    assert "4.0 GB on the GPU" in there.sentence
    assert "large (5.0 GB) is unloaded" in there.sentence
    ledger.hold_training("t", "colours", Place.GPU, 4 * GB)
    assert ledger.free().gpu == 0


def test_nothing_is_unloaded_when_no_model_is_there() -> None:
    found = MemoryLedger(Memory(1 * GB).look).prospect(Place.MEMORY, 5 * GB)
    assert found.fits_beside
    assert found.sentence == ""


def test_waiting_for_memory_ends_when_it_is_back_or_never_comes() -> None:
    memory = Memory(1 * GB)
    ledger = MemoryLedger(memory.look)
    assert not ledger.wait_for(Place.MEMORY, 2 * GB, timeout=0.3)
    timer = threading.Timer(0.3, lambda: setattr(memory, "free", FreeMemory(memory=3 * GB)))
    timer.start()
    started = time.monotonic()
    assert ledger.wait_for(Place.MEMORY, 2 * GB, timeout=10)
    assert time.monotonic() - started < 2
    timer.join()


@pytest.fixture
def memory() -> Memory:
    return Memory(20 * GB)


@pytest.fixture
def room(scripted: Scripted, memory: Memory, paths: Paths) -> tuple[TrainingRoom, EngineService]:
    """A room and an engine over one ledger with a machine of the test's own."""
    ledger = MemoryLedger(memory.look)
    scripted.engines.close()
    engines = EngineService(paths, scripted.settings, Loading(ledger, SmallFitting(memory)))
    machine = Machine(cores=2, total_memory=64 * GB, free_memory=20 * GB)
    return TrainingRoom(engines, ledger, lambda: machine), engines


@pytest.fixture
def base(tiny: TinyModels, scripted: Scripted) -> Model:
    from hone.inference.catalogue import describe

    return describe(tiny.folder)


def plan(base: Model) -> Plan:
    return Plan(name="Colours", base=Base(model=base.path), data=Data(train=Path("rows.jsonl")))


def test_both_stay_when_both_fit(
    room: tuple[TrainingRoom, EngineService], scripted: Scripted, base: Model
) -> None:
    making, engines = room
    list(engines.reply(scripted.model, scripted.request()))
    assert making.prospect(plan(base), base).fits_beside
    with making.made_for(plan(base), base) as settled:
        assert engines.loaded() == scripted.model
        settled()
        events = list(engines.reply(scripted.model, scripted.request()))
        assert isinstance(events[-1], GenerationEnded)
    engines.close()


def test_chat_model_makes_room_and_comes_back(
    room: tuple[TrainingRoom, EngineService], scripted: Scripted, base: Model, memory: Memory
) -> None:
    making, engines = room
    list(engines.reply(scripted.model, scripted.request()))
    memory.free = FreeMemory(memory=GB // 5)
    found = making.prospect(plan(base), base)
    assert found.unloads == "first"
    assert found.unloaded_bytes == 50_000_000
    timer = threading.Timer(0.3, lambda: setattr(memory, "free", FreeMemory(memory=20 * GB)))
    timer.start()
    with making.made_for(plan(base), base):
        assert engines.loaded() is None
        assert memory.free.memory == 20 * GB
    deadline = time.monotonic() + 20
    while engines.loaded() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    assert engines.loaded() == scripted.model
    engines.close()


def test_chat_is_refused_with_the_numbers_while_training_holds_the_memory(
    room: tuple[TrainingRoom, EngineService], scripted: Scripted, base: Model, memory: Memory
) -> None:
    making, engines = room
    memory.free = FreeMemory(memory=GB * 3 // 4)
    refusal = r"training of Colours holds about \d+\.\d GB.*does not fit"
    with making.made_for(plan(base), base):
        with pytest.raises(BadInput, match=refusal) as caught:
            list(engines.reply(scripted.model, scripted.request()))
        assert "Wait until the training ends" in caught.value.hint
        assert engines.pid == 0
    events = list(engines.reply(scripted.model, scripted.request()))
    assert isinstance(events[-1], GenerationEnded)
    engines.close()


def test_a_model_that_cannot_come_back_is_only_logged(
    room: tuple[TrainingRoom, EngineService],
    scripted: Scripted,
    base: Model,
    memory: Memory,
    caplog: pytest.LogCaptureFixture,
) -> None:
    making, engines = room
    model = scripted.named("soon-gone.gguf")
    list(engines.reply(model, scripted.request()))
    memory.free = FreeMemory(memory=GB // 5)
    with caplog.at_level(logging.WARNING), making.made_for(plan(base), base):
        model.path.unlink()
        memory.free = FreeMemory(memory=20 * GB)
    for thread in threading.enumerate():
        if thread.name == "load the chat model again":
            thread.join(20)
    assert "was not loaded again" in caplog.text
    assert engines.loaded() is None
    engines.close()


def test_a_gpu_is_asked_where_there_is_one(
    room: tuple[TrainingRoom, EngineService], base: Model, memory: Memory
) -> None:
    _, engines = room
    gpu = Gpu(name="Big", free_bytes=9 * GB, total_bytes=10 * GB, capability=(8, 0))
    machine = Machine(cores=2, total_memory=64 * GB, free_memory=20 * GB, gpu=gpu)
    memory.free = FreeMemory(memory=20 * GB, gpu=9 * GB)
    at_gpu = TrainingRoom(engines, MemoryLedger(memory.look), lambda: machine)
    assert at_gpu.prospect(plan(base), base).place is Place.GPU
