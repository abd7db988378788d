"""Evaluated conversations kept in files, and files that must not be used."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

import pytest

from hone.domain.generation import AdapterUse, Variant

if TYPE_CHECKING:
    from conftest import Bench, TinyModels

pytestmark = pytest.mark.worker

LONG = "The wind would turn before the evening. "


@pytest.fixture
def state(bench: Bench, tmp_path: Path) -> Path:
    """A state of a long text."""
    path = tmp_path / "states" / "one.state"
    bench.run(bench.ask(LONG * 40, state=path))
    bench.engine.rest()
    bench.engine.forget()
    return path


def test_conversation_opened_again_is_not_read_again(bench: Bench, state: Path) -> None:
    text = LONG * 40
    fresh = bench.run(bench.ask(text + "Go on."))[0]
    bench.engine.forget()
    kept = bench.run(bench.ask(text + "Go on.", state=state))[0]
    assert kept.tokens == fresh.tokens
    assert kept.ended.usage.prompt_tokens - kept.reused < 10
    assert [file.name for file in state.parent.iterdir()] == [state.name]


def test_state_grows_with_the_conversation(bench: Bench, state: Path) -> None:
    bench.run(bench.ask(LONG * 60, state=state))
    bench.engine.rest()
    bench.engine.forget()
    longer = bench.run(bench.ask(LONG * 60, state=state))[0]
    assert longer.reused == longer.ended.usage.prompt_tokens - 1


def test_what_is_in_memory_is_preferred_to_the_file(bench: Bench, state: Path) -> None:
    bench.run(bench.ask(LONG * 50))
    state.write_bytes(b"not even read")
    again = bench.run(bench.ask(LONG * 50, state=state))[0]
    assert again.reused == again.ended.usage.prompt_tokens - 1


def test_short_conversations_are_not_kept(bench: Bench, tmp_path: Path) -> None:
    bench.run(bench.ask(LONG, state=tmp_path / "short.state"))
    bench.engine.rest()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("damage", ["foreign", "cut", "changed", "header"])
def test_damaged_state_is_not_used(
    bench: Bench, state: Path, damage: str, capfd: pytest.CaptureFixture[str]
) -> None:
    data = bytearray(state.read_bytes())
    if damage == "foreign":
        data[:8] = b"GGUFGGUF"
    elif damage == "cut":
        del data[len(data) // 2 :]
    elif damage == "changed":
        data[-1000] ^= 1
    else:
        data[12:20] = b"\xff" * 8
    state.write_bytes(data)
    answer = bench.run(bench.ask(LONG * 40, state=state))[0]
    assert answer.reused == 0
    assert "one.state is not used" in capfd.readouterr().err


@pytest.mark.parametrize(("key", "value"), [("tokens", -1), ("size", -1), ("tokens", 0), ("size", 2**28)])
def test_state_with_an_absurd_header_is_refused_before_more_of_it_is_read(
    bench: Bench, state: Path, key: str, value: int, capfd: pytest.CaptureFixture[str]
) -> None:
    from hone.workers.llama import states

    data = state.read_bytes()
    start = len(states.MAGIC) + 4
    end = start + int.from_bytes(data[len(states.MAGIC) : start], "little")
    header = json.dumps({**json.loads(data[start:end]), key: value}).encode()
    state.write_bytes(states.MAGIC + len(header).to_bytes(4, "little") + header + data[end:])
    with mock.patch("hone.workers.llama.states._read", wraps=states._read) as read:
        assert bench.run(bench.ask(LONG * 40, state=state))[0].reused == 0
    assert [call.args[1] for call in read.call_args_list] == [4, len(header)]
    assert "one.state is not used" in capfd.readouterr().err


def test_state_of_another_model_or_variant_is_not_used(
    bench: Bench, state: Path, load: Callable[..., Bench], tiny: TinyModels, tmp_path: Path
) -> None:
    variant = Variant(adapters=(AdapterUse(path=tiny.adapter_gguf),))
    assert bench.run(bench.ask(LONG * 40, state=state, variant=variant))[0].reused == 0
    other = tmp_path / "other.gguf"
    data = bytearray(tiny.gguf.read_bytes())
    data[-1] ^= 1
    other.write_bytes(data)
    assert load(other).run(bench.ask(LONG * 40, state=state))[0].reused == 0
