"""Every message survives its way over the pipe."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from hone.domain import generation
from hone.domain.chat import Turn, Usage
from hone.domain.plan import Base, Data, Plan
from hone.domain.sampling import Sampling
from hone.errors import BadInput
from hone.ipc import messages


def test_command_is_equal_when_sent_and_read() -> None:
    plan = Plan(name="tickets", base=Base(model=Path("/models/a b")), data=Data(train=Path("/rows.jsonl")))
    for command in (
        messages.Stop(),
        messages.Train(plan=plan, folder=Path("/runs/1")),
        generation.Generate(
            request_id="r1",
            prompt=generation.Prompt(turns=(Turn("user", "Grüße\n\u2028 {}"),)),
            sampling=Sampling(temperature=0.0),
            variant=generation.Variant(adapters=(generation.AdapterUse(path=Path("/a")),)),
        ),
    ):
        assert messages.decode_command(messages.encode(command)) == command


def test_event_is_one_line_when_text_has_newlines() -> None:
    event = generation.TextChunk(request_id="r", text="a\nb\r\n", token_ids=(1, 2))
    line = messages.encode(event)
    assert line.count(b"\n") == 1
    assert messages.decode_event(line) == event
    ended = generation.GenerationEnded(request_id="r", reason="stop", usage=Usage(prompt_tokens=3))
    assert messages.decode_event(messages.encode(ended)) == ended


@pytest.mark.parametrize("line", [b"", b"{", b'{"type":"Nope"}', b"42", b'{"type":"Generate"}'])
def test_command_is_refused_when_line_is_none(line: bytes) -> None:
    with pytest.raises(msgspec.MsgspecError):
        messages.decode_command(line)


def test_lone_surrogates_are_refused_in_texts_and_paths() -> None:
    prompt = generation.Prompt(turns=(Turn("user", "broken \ud83d here"),))
    with pytest.raises(BadInput, match="surrogates"):
        messages.encode(generation.Generate(request_id="r", prompt=prompt))
    with pytest.raises(BadInput, match="surrogates"):
        messages.encode(messages.LoadModel(path=Path("/models/\udcff.gguf")))
