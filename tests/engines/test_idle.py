"""A model that nobody uses is taken out of memory, and comes back by itself."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import psutil

from hone.domain.generation import GenerationEnded, ModelLoaded, TextChunk

if TYPE_CHECKING:
    from conftest import Scripted

SOON = 0.3 / 60


def gone(pid: int, seconds: float = 10.0) -> bool:
    """Wait until a process is gone."""
    deadline = time.monotonic() + seconds
    while psutil.pid_exists(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not psutil.pid_exists(pid)


def test_model_is_unloaded_when_it_was_idle_and_loaded_by_the_next_request(scripted: Scripted) -> None:
    scripted.settings.change(unload_minutes=SOON)
    list(scripted.engines.reply(scripted.model, scripted.request()))
    pid = scripted.engines.pid
    assert scripted.engines.loaded() == scripted.model
    assert gone(pid)
    assert scripted.engines.loaded() is None
    assert scripted.ledger.chat is None
    events = list(scripted.engines.reply(scripted.model, scripted.request()))
    assert any(isinstance(event, ModelLoaded) for event in events)
    assert isinstance(events[-1], GenerationEnded)


def test_model_stays_while_a_reply_is_longer_than_the_idle_time(scripted: Scripted) -> None:
    scripted.settings.change(unload_minutes=SOON)
    list(scripted.engines.reply(scripted.model, scripted.request()))
    events = list(scripted.engines.reply(scripted.model, scripted.request(tokens=400)))
    assert sum(isinstance(event, TextChunk) for event in events) == 400
    assert not any(isinstance(event, ModelLoaded) for event in events)


def test_each_request_starts_the_idle_time_anew(scripted: Scripted) -> None:
    scripted.settings.change(unload_minutes=1.0 / 60)
    for _ in range(6):
        events = list(scripted.engines.reply(scripted.model, scripted.request()))
        time.sleep(0.3)
    assert not any(isinstance(event, ModelLoaded) for event in events)


def test_model_stays_for_ever_when_the_setting_is_zero(scripted: Scripted) -> None:
    scripted.settings.change(unload_minutes=0.0)
    list(scripted.engines.reply(scripted.model, scripted.request()))
    time.sleep(0.6)
    assert scripted.engines.loaded() == scripted.model


def test_a_model_loaded_by_warming_is_unloaded_too(scripted: Scripted) -> None:
    list(scripted.engines.reply(scripted.model, scripted.request()))
    loaded = scripted.engines.release()
    assert loaded is not None
    scripted.settings.change(unload_minutes=SOON)
    scripted.engines.warm(loaded)
    assert gone(scripted.engines.pid)
