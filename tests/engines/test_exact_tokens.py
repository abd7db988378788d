"""The exact view over real tokenizers: what is shown is what the engines read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from hone.domain.chat import Turn
from hone.domain.exact import Part
from hone.domain.generation import Generate, GenerationEnded, Prompt
from hone.domain.models import Model
from hone.domain.prompts import FewShot
from hone.domain.sampling import Sampling
from hone.domain.setup import Setup
from hone.inference.catalogue import describe
from hone.services.assembling import assemble
from hone.services.context_window import ContextWindow
from hone.services.engines import EngineService
from hone.services.exact_view import ExactViewService, Situation
from hone.services.prompt_request import prompt_of
from hone.services.rendering import RenderingService
from hone.storage.paths import Paths

pytest.importorskip("llama_cpp")
pytestmark = pytest.mark.worker

TYPED = "Straße 東京 🙂 <|im_end|>\n  two  blanks"
SETUP = Setup(examples=(FewShot(input="in", output="out"),), prefill="Su")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    folder = tmp_path_factory.mktemp("exact")
    paths = Paths(folder, folder / "cache")
    paths.make()
    return paths


@pytest.fixture(scope="module")
def rendering(home: Paths) -> Iterator[RenderingService]:
    service = RenderingService(home)
    yield service
    service.close()


@pytest.fixture(params=["folder", "gguf"])
def model(request: pytest.FixtureRequest, tiny: Any) -> Model:
    return describe(getattr(tiny, request.param))


class WideWindow:
    def window(self, model: Model) -> int:
        return 8192


def test_tokens_cover_the_text_and_tell_what_they_are(model: Model, rendering: RenderingService) -> None:
    service = ExactViewService(rendering, ContextWindow(WideWindow(), rendering))
    outlook = service.look(Situation(model=model, system_prompt="Be short.", setup=SETUP, typed=TYPED))
    assert outlook is not None
    prompt = outlook.prompt
    typed = next(one for one in prompt.segments if one.part is Part.TYPED)
    assert prompt.text[typed.start : typed.end] == TYPED
    ends = [*prompt.starts[1:], len(prompt.text)]
    for number, (start, end) in enumerate(zip(prompt.starts, ends, strict=True)):
        token = prompt.token_ids[number]
        if token not in prompt.partial:
            assert prompt.text[start:end].strip() == prompt.pieces[number].strip()
    spelled = b"".join(
        prompt.partial.get(token, piece.encode())
        for token, piece in zip(prompt.token_ids, prompt.pieces, strict=True)
    )
    assert spelled.decode().replace(" ", "") == prompt.text.replace(" ", "")
    assert prompt.partial
    special = [n for n, token in enumerate(prompt.token_ids) if token in prompt.special_ids]
    assert {prompt.part_of(number) for number in special} == {Part.TEMPLATE}
    assert len(special) == prompt.text.count("<|im_") - TYPED.count("<|im_")


def test_the_engine_reads_as_many_tokens_as_are_shown(
    tiny: Any, rendering: RenderingService, home: Paths
) -> None:
    model = describe(tiny.gguf)
    engines = EngineService(home)
    try:
        window = ContextWindow(engines, rendering)
        situation = Situation(model=model, system_prompt="Be short.", setup=SETUP, typed=TYPED)
        outlook = ExactViewService(rendering, window).look(situation)
        assert outlook is not None
        assert outlook.room is not None
        foreseen = outlook.room.window
        said = assemble("Be short.", SETUP, ())
        turns = (*said.plain_turns, Turn("user", TYPED))
        prompt = Prompt(turns=turns, prefill=prompt_of(said, SETUP).prefill)
        request = Generate(request_id="exact", prompt=prompt, sampling=Sampling(max_tokens=1))
        ended = next(e for e in engines.reply(model, request) if isinstance(e, GenerationEnded))
        assert ended.usage.prompt_tokens == outlook.used
        assert ended.usage.context_length == foreseen == engines.window(model)
    finally:
        engines.close()
