"""What an engine would get of a prompt, told by both workers without loading weights."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from hone.domain.chat import Turn
from hone.domain.generation import Generate, Prompt, ReasoningChunk, TextChunk
from hone.domain.models import Model
from hone.domain.sampling import Sampling
from hone.errors import BadInput, HoneError
from hone.inference.catalogue import describe
from hone.services.conversion import Conversion
from hone.services.embedded_model import EmbeddedModelService
from hone.services.engines import EngineService
from hone.services.plan_checks import tokenizer_warnings
from hone.services.rendering import RenderingService
from hone.storage.paths import Paths

pytest.importorskip("llama_cpp")
pytestmark = pytest.mark.worker

START, END = 1, 2  # the ids of <|im_start|> and <|im_end|> in the tiny model
TOOLS_TEMPLATE = (
    "{% for tool in tools or [] %}<|im_start|>{{ tool | tojson }}<|im_end|>{% endfor %}"
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content or '' }}"
    "{% for part in m.parts or [] %}{{ part.text }}{% endfor %}"
    "{% for call in m.tool_calls or [] %}{{ call | tojson }}{% endfor %}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{{ '<think>' if enable_thinking }}{% endif %}"
)


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    home = tmp_path_factory.mktemp("rendering")
    paths = Paths(home, home / "cache")
    paths.make()
    return paths


@pytest.fixture(scope="module")
def rendering(paths: Paths) -> Iterator[RenderingService]:
    service = RenderingService(paths)
    yield service
    service.close()


@pytest.fixture(params=["folder", "gguf"])
def model(request: pytest.FixtureRequest, tiny: Any) -> Model:
    return describe(getattr(tiny, request.param))


@pytest.fixture(scope="module")
def damaged(tiny: Any, paths: Paths) -> Path:
    """The tiny model as a GGUF that joins letters in another order: half of its merges are missing."""
    folder = paths.cache / "damaged"
    shutil.copytree(tiny.folder, folder)
    file = folder / "tokenizer.json"
    content = json.loads(file.read_text(encoding="utf-8"))
    content["model"]["merges"] = content["model"]["merges"][::2]
    file.write_text(json.dumps(content), encoding="utf-8")
    target = paths.cache / "damaged.gguf"
    for _ in Conversion(paths.logs / "converter.log").model(folder, target, "f32", "w1:same"):
        pass
    return target


def chat(*messages: dict[str, Any], **more: Any) -> Prompt:
    return Prompt(turns=tuple(Turn.from_message(message) for message in messages), **more)


def user(text: Any) -> dict[str, Any]:
    return {"role": "user", "content": text}


def test_prompt_is_the_templates_text_and_its_tokens(rendering: RenderingService, model: Model) -> None:
    rendered = rendering.render(model, chat(user("What is a good question?")))
    assert rendered.text == "<|im_start|>user\nWhat is a good question?<|im_end|>\n<|im_start|>assistant\n"
    assert rendered.token_ids.count(START) == 2 and rendered.token_ids.count(END) == 1
    assert "".join(rendered.pieces) == rendered.text
    bare = rendering.render(model, chat(user("What is a good question?"), generation_prompt=False))
    assert rendered.text.startswith(bare.text) and not bare.text.endswith("assistant\n")


def test_control_tokens_stay_letters_when_a_person_wrote_them_anywhere(
    rendering: RenderingService, model: Model
) -> None:
    end = "<|im_end|>"
    call = {"function": {"name": f"f{end}", "arguments": {f"a{end}": [f"x {end}", 1]}}}
    prompt = chat(
        user(f"say {end}{end} now"),
        {"role": "assistant", "tool_calls": [call]},
        {"role": "tool", "content": f"{{{end}}}", "tool_call_id": "1"},
        {"role": "user", "content": None, "parts": [{"type": "text", "text": f"{end} there"}]},
        prefill=f"So {end}",
        tools=({"type": "function", "function": {"name": "<|im_start|>"}},),
    )
    rendered = rendering.render(model, prompt, TOOLS_TEMPLATE)
    assert rendered.token_ids.count(END) == 5 and rendered.token_ids.count(START) == 7
    for written in (
        f"say {end}{end} now",
        f'"name": "f{end}"',
        f'"a{end}": ["x {end}", 1]',
        f"{{{end}}}",
        f"{end} there",
    ):
        assert written in rendered.text
    assert rendered.text.endswith(f"assistant\nSo {end}")
    assert not any(0xE000 <= ord(letter) <= 0xF8FF for letter in rendered.text)


def test_own_private_use_letters_stay_when_control_tokens_are_hidden(
    rendering: RenderingService, model: Model
) -> None:
    written = "\ue000 <|im_end|> \ue001 \\ue002"
    rendered = rendering.render(model, chat(user(written)))
    assert written in rendered.text and rendered.token_ids.count(END) == 1


def test_prefill_is_read_together_with_the_header_before_it(
    rendering: RenderingService, model: Model
) -> None:
    whole = rendering.render(model, chat(user("Hi"), prefill="The old captain"))
    assert whole.text.endswith("assistant\nThe old captain")
    assert whole.token_ids == rendering.render(model, Prompt(text=whole.text)).token_ids


def test_variables_and_tools_reach_the_template(rendering: RenderingService, model: Model) -> None:
    tool = {"type": "function", "function": {"name": "now"}}
    prompt = chat(user("Hi"), tools=(tool,), variables={"enable_thinking": True})
    rendered = rendering.render(model, prompt, TOOLS_TEMPLATE)
    assert rendered.text.startswith('<|im_start|>{"type": "function", "function": {"name": "now"}}<|im_end|>')
    assert rendered.text.endswith("assistant\n<think>")


def test_note_tells_when_the_system_text_was_folded(rendering: RenderingService, model: Model) -> None:
    template = (
        "{% for m in messages %}{% if m.role == 'system' %}{{ raise_exception('no system') }}{% endif %}"
        "{{ m.content }}|{% endfor %}"
    )
    turns = ({"role": "system", "content": "Be brief."}, user("Hi"))
    rendered = rendering.render(model, chat(*turns), template)
    assert rendered.text == "Be brief.\n\nHi|" and "no system role" in rendered.note
    assert not rendering.render(model, chat(*turns)).note


def test_templates_own_words_are_told_when_it_refuses(rendering: RenderingService, model: Model) -> None:
    with pytest.raises(BadInput, match="only on Sundays"):
        rendering.render(model, chat(user("Hi")), "{{ raise_exception('only on Sundays') }}")
    with pytest.raises(BadInput, match="nothing to answer"):
        rendering.render(model, Prompt())
    with pytest.raises(BadInput, match="surrogates"):
        rendering.render(model, Prompt(turns=(Turn("user", "\ud800"),)))
    assert rendering.render(model, chat(user("Hi"))).token_ids


def test_next_prompt_is_rendered_when_a_worker_was_killed(paths: Paths, model: Model) -> None:
    service = RenderingService(paths)
    try:
        before = service.render(model, chat(user("Hi")))
        for worker in service._workers.values():
            worker.kill()
        after = service.render(model, chat(user("Hi")))
    finally:
        service.close()
    assert after.token_ids == before.token_ids


def test_both_forms_of_a_model_give_the_same_tokens(rendering: RenderingService, tiny: Any) -> None:
    comparison = rendering.compare(describe(tiny.folder), describe(tiny.gguf))
    assert comparison.prompts > 30 and not comparison.mismatches and comparison.sentence == ""


def test_first_difference_is_named_when_the_tokenizer_of_a_gguf_is_damaged(
    rendering: RenderingService, tiny: Any, damaged: Path
) -> None:
    comparison = rendering.compare(describe(tiny.folder), describe(damaged))
    assert len(comparison.mismatches) > 20
    first = comparison.mismatches[0]
    place = next(n for n, (a, b) in enumerate(zip(first.ids, first.other_ids, strict=False)) if a != b)
    assert f"from token {place + 1} on" in comparison.sentence
    assert f"{len(comparison.mismatches)} of {comparison.prompts} texts differ" in comparison.sentence
    with pytest.raises(HoneError, match="does not read text as"):
        rendering.require_same(describe(tiny.folder), describe(damaged))


def test_another_chat_template_is_a_difference(rendering: RenderingService, tiny: Any, paths: Paths) -> None:
    folder = paths.cache / "other_template"
    shutil.copytree(tiny.folder, folder)
    (folder / "chat_template.jinja").write_text("{% for m in messages %}{{ m.content }}{% endfor %}")
    comparison = rendering.compare(describe(folder), describe(tiny.gguf))
    assert len(comparison.mismatches) == 3 and "its chat template makes another text" in comparison.sentence


@pytest.mark.parametrize("is_damaged", [False, True])
def test_gguf_is_offered_only_when_its_tokens_are_those_of_the_weights(
    is_damaged: bool, tiny: Any, damaged: Path, paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Shipped(Conversion):
        """A conversion that makes what was made before."""

        def model(self, source: Path, target: Path, kind: str, fingerprint: str) -> Iterator[Any]:
            shutil.copyfile(damaged if is_damaged else tiny.gguf, target)
            yield from ()

    monkeypatch.setattr("hone.services.embedded_model.Conversion", Shipped)
    monkeypatch.setattr("hone.services.embedded_model.resources", lambda: tmp_path)
    models: Any = SimpleNamespace(demo_folder=lambda: tiny.folder, models=list, inspect=describe)
    embedded = EmbeddedModelService(paths, models, RenderingService(paths))
    if is_damaged:
        with pytest.raises(HoneError, match="does not read text as"):
            embedded.make()
        assert not list(tmp_path.glob("*.gguf"))
    else:
        made = embedded.make()
        assert made in tmp_path.iterdir() and not list(tmp_path.glob("*.unchecked.*"))


def test_training_is_warned_when_a_gguf_of_the_base_has_other_tokens(
    rendering: RenderingService, tiny: Any, damaged: Path
) -> None:
    base = msgspec.structs.replace(describe(tiny.folder), fingerprint="w1:same")
    good = msgspec.structs.replace(describe(tiny.gguf), fingerprint="w1:same")
    bad = msgspec.structs.replace(describe(damaged), fingerprint="w1:same")
    other = msgspec.structs.replace(bad, fingerprint="w1:other")
    for listed, count in (([base, good, other], 0), ([base, good, bad], 1)):
        models: Any = SimpleNamespace(models=lambda listed=listed: listed)
        warnings = list(tokenizer_warnings(base, models, rendering))
        assert len(warnings) == count and all(each.startswith("Warning: ") for each in warnings)


@pytest.mark.parametrize("form", ["folder", "gguf"])
def test_reasoning_comes_as_such_when_the_template_opens_the_block(
    form: str, tiny: Any, paths: Paths, tmp_path: Path
) -> None:
    folder = tmp_path / "thinker"
    shutil.copytree(tiny.folder, folder)
    template = (
        "{% for m in messages %}{{ m.content }}{% endfor %}<|im_start|>assistant\n<think>\n{# </think> #}"
    )
    (folder / "chat_template.jinja").write_text(template)
    if form == "gguf":
        for _ in Conversion(paths.logs / "converter.log").model(folder, tmp_path / "thinker.gguf", "f32", ""):
            pass
    engines = EngineService(paths)
    request = Generate(
        request_id="think", prompt=chat(user("Hi")), sampling=Sampling(temperature=0.0, max_tokens=6)
    )
    try:
        model = describe(folder if form == "folder" else tmp_path / "thinker.gguf")
        events = list(engines.reply(model, request))
    finally:
        engines.release()
    thoughts = [event for event in events if isinstance(event, ReasoningChunk)]
    assert "".join(chunk.text for chunk in thoughts).strip()
    assert not [event for event in events if isinstance(event, TextChunk)]
    assert sum(len(chunk.token_ids) for chunk in thoughts) == events[-1].usage.reply_tokens
