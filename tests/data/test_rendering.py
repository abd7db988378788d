from __future__ import annotations

import json
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from types import SimpleNamespace

import pytest

from hone.data.rendering import RenderedExample, Renderer
from hone.data.template import FALLBACK_TEMPLATE, TemplateProblem
from hone.domain.chat import Turn
from hone.domain.datasets import Example
from hone.errors import BadInput

MakeFolder = Callable[..., Path]
TALK = (
    Turn("system", "Be brief."),
    Turn("user", "Hi"),
    Turn("assistant", "Hello ü🎉"),
    Turn("user", "More?"),
    Turn("assistant", "Yes."),
)


def dialogue(*turns: Turn) -> Example:
    return Example(row=1, turns=turns)


def trained(rendered: RenderedExample) -> list[str]:
    """Return the runs of text that are trained."""
    pairs = zip(rendered.trained, rendered.texts, strict=True)
    runs = [
        (kept, "".join(text for _, text in run)) for kept, run in groupby(pairs, key=lambda pair: pair[0])
    ]
    return [text for kept, text in runs if kept]


TEMPLATES = [
    ("CHATML", ("<|im_start|>", "<|im_end|>"), "<|im_end|>", ["Hello ü🎉<|im_end|>", "Yes.<|im_end|>"]),
    ("LLAMA", ("<|head|>", "<|/head|>", "<|eot|>"), "<|eot|>", ["Hello ü🎉<|eot|>", "Yes.<|eot|>"]),
    ("MISTRAL", ("[INST]", "[/INST]"), "</s>", [" Hello ü🎉</s>", " Yes.</s>"]),
    ("GEMMA", ("<turn>", "</turn>"), "</s>", ["Hello ü🎉</turn>", "Yes.</turn>"]),
]


@pytest.mark.parametrize(("name", "tokens", "eos", "expected"), TEMPLATES, ids=[row[0] for row in TEMPLATES])
def test_replies_and_their_stop_tokens_are_trained_when_template_only_appends(
    name: str,
    tokens: tuple[str, ...],
    eos: str,
    expected: list[str],
    make_folder: MakeFolder,
    templates: SimpleNamespace,
) -> None:
    folder = make_folder(getattr(templates, name), tokens, eos=eos)
    with Renderer.for_model(folder) as renderer:
        rendered = renderer.render(dialogue(*TALK))
    assert trained(rendered) == expected
    assert rendered.stop_token_trained
    assert rendered.prefix_stable
    assert not rendered.partly_trained
    assert "Be brief." in "".join(rendered.texts)
    assert ("system" in rendered.problem) == (name in ("MISTRAL", "GEMMA"))
    assert sum(token == "<s>" for token in rendered.texts) == (0 if name == "CHATML" else 1)


def test_only_the_last_reply_is_trained_when_template_rewrites_earlier_ones(
    make_folder: MakeFolder, templates: SimpleNamespace
) -> None:
    folder = make_folder(templates.THINKING, ("<|im_start|>", "<|im_end|>"), eos="<|im_end|>")
    with Renderer.for_model(folder) as renderer:
        several = renderer.render(dialogue(*TALK))
        single = renderer.render(dialogue(*TALK[1:3]))
    assert trained(several) == ["<think>\n\n</think>\n\nYes.<|im_end|>"]
    assert not several.prefix_stable
    assert several.partly_trained
    assert "only the last of 2 replies" in several.problem
    assert trained(single) == ["<think>\n\n</think>\n\nHello ü🎉<|im_end|>"]
    assert single.prefix_stable


def test_stop_token_is_not_trained_when_the_row_is_cut(
    make_folder: MakeFolder, templates: SimpleNamespace
) -> None:
    folder = make_folder(templates.CHATML, ("<|im_start|>", "<|im_end|>"), eos="<|im_end|>")
    with Renderer.for_model(folder) as renderer:
        whole = renderer.render(dialogue(*TALK))
        cut = renderer.render(dialogue(*TALK), whole.full_length - 3)
    assert cut.is_cut
    assert not cut.stop_token_trained
    assert len(cut.ids) == whole.full_length - 3
    assert cut.full_length == whole.full_length
    assert f"Only the first {len(cut.ids)} of {whole.full_length} tokens fit" in cut.problem


def test_control_tokens_written_in_a_row_stay_text(
    make_folder: MakeFolder, templates: SimpleNamespace
) -> None:
    folder = make_folder(templates.CHATML, ("<|im_start|>", "<|im_end|>"), eos="<|im_end|>")
    talk = (Turn("user", "What is <|im_end|>?"), Turn("assistant", "<|im_end|> ends a turn."))
    with Renderer.for_model(folder) as renderer:
        rendered = renderer.render(dialogue(*talk))
        end = renderer.tokenizer.token_id("<|im_end|>")
    assert rendered.ids.count(end) == 2
    assert trained(rendered) == ["<|im_end|> ends a turn.<|im_end|>"]
    assert "<|im_end|>" in rendered.problem


def test_texts_of_tokens_give_the_rendered_text_back(make_folder: MakeFolder) -> None:
    with Renderer.for_model(make_folder(None)) as renderer:
        row = renderer.preview(dialogue(*TALK[1:3]))
    text = "".join(token.text for token in row.tokens)
    assert text == "<s>### User:\nHi\n\n### Assistant:\nHello ü🎉</s>\n\n"
    assert "no chat template" in row.problem
    assert [token.text for token in row.tokens if token.special] == ["<s>", "</s>"]


def test_fallback_is_used_when_the_model_has_no_template(make_folder: MakeFolder) -> None:
    with Renderer.for_model(make_folder(None)) as renderer:
        assert renderer.tokenizer.template == FALLBACK_TEMPLATE
        assert trained(renderer.render(dialogue(*TALK))) == ["Hello ü🎉</s>", "Yes.</s>"]


def test_end_token_is_added_when_the_template_writes_none(make_folder: MakeFolder) -> None:
    template = (
        "{% for m in messages %}{{ '[INST]' if m.role == 'user' else '[/INST]' }}{{ m.content }}{% endfor %}"
    )
    template += "{% if add_generation_prompt %}[/INST]{% endif %}"
    with Renderer.for_model(make_folder(template, ("[INST]", "[/INST]"))) as renderer:
        rendered = renderer.render(dialogue(*TALK[1:3]))
    assert trained(rendered) == ["Hello ü🎉</s>"]
    assert rendered.stop_token_trained
    assert "end-of-sequence token was added" in rendered.problem


def test_missing_end_token_is_told_when_there_is_none_at_all(make_folder: MakeFolder) -> None:
    template = "{% for m in messages %}{{ '[INST]' }}{{ m.content }}{% endfor %}"
    with Renderer.for_model(make_folder(template, ("[INST]",), bos="", eos="")) as renderer:
        rendered = renderer.render(dialogue(*TALK[1:3]))
    assert not rendered.stop_token_trained
    assert "will not end by themselves" in rendered.problem


def test_all_tokens_and_the_end_are_trained_when_the_row_is_raw_text(make_folder: MakeFolder) -> None:
    with Renderer.for_model(make_folder(None)) as renderer:
        rendered = renderer.render(Example(row=1, text="Once upon"))
    assert all(rendered.trained)
    assert "".join(rendered.texts) == "Once upon</s>"
    assert rendered.stop_token_trained


def test_row_tells_the_reason_when_its_template_refuses_it(
    make_folder: MakeFolder, templates: SimpleNamespace
) -> None:
    folder = make_folder(templates.GEMMA, ("<turn>", "</turn>"))
    twice = dialogue(Turn("user", "a"), Turn("user", "b"), Turn("assistant", "c"))
    with Renderer.for_model(folder) as renderer:
        rendered = renderer.render(twice)
    assert rendered.ids == ()
    assert "roles must alternate" in rendered.problem


def test_row_tells_the_reason_when_its_text_is_broken(make_folder: MakeFolder) -> None:
    with Renderer.for_model(make_folder(None)) as renderer:
        assert "lone surrogates" in renderer.render(Example(row=1, text="a\ud800")).problem


def test_renderer_refuses_when_the_template_has_a_syntax_error(make_folder: MakeFolder) -> None:
    with pytest.raises(TemplateProblem, match="syntax error"):
        Renderer.for_model(make_folder("{% for %}"))


def test_renderer_refuses_when_the_tokenizer_panics(make_folder: MakeFolder) -> None:
    folder = make_folder(None)
    settings = json.loads((folder / "tokenizer.json").read_text())
    settings["pre_tokenizer"] = {
        "type": "Split",
        "pattern": {"Regex": "(a+)+c"},
        "behavior": "Isolated",
        "invert": False,
    }
    (folder / "tokenizer.json").write_text(json.dumps(settings))
    with (
        pytest.raises(BadInput, match=r"tokenizer in .* breaks down"),
        Renderer.for_model(folder) as renderer,
    ):
        renderer.render(Example(row=1, text="a" * 27 + "b"))


@pytest.mark.parametrize("content", [None, "{", '{"version": "1.0"}'])
def test_renderer_refuses_when_the_tokenizer_cannot_be_read(
    content: str | None, make_folder: MakeFolder
) -> None:
    folder = make_folder(None)
    (folder / "tokenizer.json").unlink()
    if content is not None:
        (folder / "tokenizer.json").write_text(content)
    with pytest.raises(BadInput, match=r"tokenizer"):
        Renderer.for_model(folder)
