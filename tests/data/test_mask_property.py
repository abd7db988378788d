"""The mask property: trained tokens decode to the assistant's texts and their end marks, and nothing else.

"Texts" are meant as the template writes them behind the header of a reply: the whole text where it writes it
whole, white space included; trimmed where it trims; behind the reasoning block that it puts in front, which
the model has to write too. A reply that is not trained is one that the template writes differently once
more turns follow, so that training on it would be on what chat never has.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pytest
import tokenizers
from hypothesis import example as also
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import decoders, models, pre_tokenizers, trainers

from hone.data.rendering import RenderedExample, Renderer
from hone.domain.chat import Turn
from hone.domain.datasets import Example

TEMPLATES = Path(__file__).parent / "templates"
REAL = Path("/work/shared/data/templates")
CORPUS = (
    "The cat sat on the mat.\n\nUSER: why?\n  Because it is so. ASSISTANT: [INST] Hello \n\n\n x = 1\n" * 20
)

Written = Callable[[str, bool, str], str | None]
"""The trained text of a reply without its end mark, None when it is not trained.

Told are the reply, whether it is the last, and the system text.
"""


def whole(text: str, last: bool, system: str) -> str | None:
    return text


def trimmed(text: str, last: bool, system: str) -> str | None:
    return text.strip()


def trimmed_left(text: str, last: bool, system: str) -> str | None:
    return text.lstrip()


def answer_alone(text: str, last: bool, system: str) -> str | None:
    # A reply that begins as the header does goes on behind the header, where the model writes.
    return text.split("</think>")[-1].removeprefix("<think>\n")


def only_last(text: str, last: bool, system: str) -> str | None:
    return text if last else None


def last_beside_system(text: str, last: bool, system: str) -> str | None:
    return text if last or not system else None


def behind_thought(text: str, last: bool, system: str) -> str | None:
    if not last:
        return None
    thought = text.split("</think>")[0].split("<think>")[-1].strip("\n") if "</think>" in text else ""
    return f"<think>\n{thought}\n</think>\n\n" + (
        text.split("</think>")[-1].lstrip("\n") if "</think>" in text else text
    )


@dataclass(frozen=True)
class Style:
    """One template: its tokens, how it ends a reply, and what it makes of a reply's text."""

    name: str
    tokens: tuple[str, ...]
    end: str
    written: Written = whole
    plain: tuple[str, ...] = ()  # tokens that stand for themselves, but do not steer
    swallowing: tuple[str, ...] = ()  # tokens that take the white space behind them
    eos: str = "</s>"
    lead: str = ""


IM = ("<|im_start|>", "<|im_end|>")
STYLES = (
    Style("chatml", IM, "<|im_end|>", eos="<|im_end|>"),
    Style("chatml_default_system", IM, "<|im_end|>"),
    Style("headers", ("<|head|>", "<|/head|>", "<|eot|>"), "<|eot|>", trimmed),
    Style("inst", ("[INST]", "[/INST]"), "</s>", lead=" "),
    Style("inst_system", ("[INST]", "[/INST]"), " </s>", trimmed, lead=" "),
    Style("turns", ("<start_of_turn>", "<end_of_turn>"), "<end_of_turn>", trimmed),
    Style(
        "closing",
        ("<|end|>", "<|system|>", "<|user|>", "<|endoftext|>"),
        "<|end|>",
        swallowing=("<|assistant|>",),
        eos="<|endoftext|>",
    ),
    Style("script", (), "</s>", lead=" "),
    Style("thinking", IM, "<|im_end|>", behind_thought, plain=("<think>", "</think>")),
    Style(
        "opens_thinking",
        ("<|User|>", "<|Assistant|>", "<|end_of_sentence|>"),
        "<|end_of_sentence|>",
        answer_alone,
        plain=("<think>", "</think>"),
        eos="<|end_of_sentence|>",
    ),
    Style("tools_json", IM, "<|im_end|>", plain=("<tool_call>", "</tool_call>"), eos="<|im_end|>"),
    Style(
        "channels",
        ("<|start|>", "<|message|>", "<|channel|>", "<|end|>", "<|return|>", "<|call|>"),
        "<|return|>",
        only_last,
        eos="<|return|>",
        lead="<|channel|>final<|message|>",
    ),
    Style("generation_marks", IM, "<|im_end|>"),
    Style("strips_left", ("<s_user>", "<s_assistant>"), "</s>", trimmed_left),
    Style("last_system", ("[INST]", "[/INST]"), "</s>", last_beside_system),
)


def make_tokenizer(path: Path, style: Style, joins_anything: bool) -> None:
    """Write a byte-level BPE whose merges reach over spaces, and over words and lines if `joins_anything`."""
    tokenizer = tokenizers.Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=not joins_anything)
    tokenizer.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(vocab_size=500, initial_alphabet=alphabet, show_progress=False)
    tokenizer.train_from_iterator(CORPUS.split("USER") if joins_anything else [CORPUS], trainer)
    steering = dict.fromkeys(["<s>", style.eos, *style.tokens])
    tokenizer.add_special_tokens([tokenizers.AddedToken(t, special=True, normalized=False) for t in steering])
    tokenizer.add_special_tokens(
        [tokenizers.AddedToken(t, special=True, normalized=False, rstrip=True) for t in style.swallowing]
    )
    tokenizer.add_tokens([tokenizers.AddedToken(t, special=False, normalized=False) for t in style.plain])
    tokenizer.save(str(path))


@pytest.fixture(scope="module")
def open_renderer(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[[Style, str, bool], Renderer]]:
    """Open renderers, each once."""
    made: dict[tuple[str, bool], Renderer] = {}
    with ExitStack() as stack:

        def open_one(style: Style, template: str, joins_anything: bool) -> Renderer:
            key = (style.name, joins_anything)
            if key not in made:
                folder = tmp_path_factory.mktemp("model")
                make_tokenizer(folder / "tokenizer.json", style, joins_anything)
                config = {"bos_token": "<s>", "eos_token": style.eos, "chat_template": template}
                (folder / "tokenizer_config.json").write_text(json.dumps(config))
                made[key] = stack.enter_context(Renderer.for_model(folder))
            return made[key]

        yield open_one


def trained(rendered: RenderedExample, renderer: Renderer) -> list[str]:
    """Decode each run of trained tokens, with the tokenizer itself."""
    tokenizer = tokenizers.Tokenizer.from_file(str(renderer.tokenizer.folder / "tokenizer.json"))
    pairs = zip(rendered.trained, rendered.ids, strict=True)
    runs = [(kept, [number for _, number in run]) for kept, run in groupby(pairs, key=lambda pair: pair[0])]
    texts = [(kept, tokenizer.decode(run, skip_special_tokens=False)) for kept, run in runs]
    # A token may take the white space behind it, as Phi's do.
    assert "".join("".join(text for _, text in texts).split()) == "".join("".join(rendered.texts).split())
    return [text for kept, text in texts if kept]


def texts(style: Style) -> st.SearchStrategy[str]:
    """Texts with white space around them, all scripts, and what templates and tokenizers look for."""
    spaces = [" ", "  ", "\n", "\n\n", "\t", "\r\n", "\u200b", "\u2028", "\u00a0"]
    words = ["Hello", "a", ".", "ü", "e\u0301", "🎉", "👩\u200d👧", "مرحبا", "東京"]
    odd = ["\ue000", "\x00", '"', "\\", "<", "{{ x }}", "{% if %}", "Honeprobereply"]
    marks = ["</think>", "<think>", "USER: ", " ASSISTANT: ", "<<SYS>>"]
    own = [*style.tokens, *style.plain, *style.swallowing, style.eos, "<s>"]
    pieces = own + spaces + words + odd + marks
    pasted = st.lists(st.sampled_from(pieces), max_size=6).map("".join)
    free = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
    return st.one_of(pasted, free, st.builds(lambda a, b, c: a + b + c, pasted, free, pasted))


@st.composite
def dialogues(draw: st.DrawFn, style: Style) -> list[Turn]:
    """Dialogues of one to four replies; now and then a text is the one said before."""
    said = [draw(texts(style))]
    turns = [Turn("system", said[0])] if draw(st.booleans()) else []
    for _ in range(draw(st.integers(1, 4))):
        for role in ("user", "assistant"):
            again = draw(st.integers(0, 4)) == 0
            said.append(draw(st.sampled_from(said)) if again else draw(texts(style)))
            turns.append(Turn(role, said[-1]))
    return turns


def expected(style: Style, turns: list[Turn]) -> list[str]:
    """Return what has to be trained, reply by reply."""
    replies = [turn.content for turn in turns if turn.role == "assistant"]
    system = turns[0].content if turns[0].role == "system" else ""
    written = [style.written(text, place == len(replies) - 1, system) for place, text in enumerate(replies)]
    return [f"{style.lead}{text}{style.end}" for text in written if text is not None]


@pytest.mark.parametrize("joins_anything", [False, True])
@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_exactly_replies_and_end_marks_are_trained(
    style: Style, joins_anything: bool, open_renderer: Callable[[Style, str, bool], Renderer]
) -> None:
    template = (TEMPLATES / f"{style.name}.jinja").read_text()
    renderer = open_renderer(style, template, joins_anything)

    @settings(max_examples=40, deadline=None, database=None)
    @given(dialogues(style))
    @also([Turn("user", "a"), Turn("assistant", "a"), Turn("user", "a"), Turn("assistant", "a")])
    @also([Turn("system", ""), Turn("user", "\n"), Turn("assistant", "\n\n x \n")])
    @also([Turn("user", ""), Turn("assistant", style.end), Turn("user", style.end), Turn("assistant", " ")])
    @also([Turn("user", "a"), Turn("assistant", "<think>\n"), Turn("user", "a"), Turn("assistant", "b")])
    def check(turns: list[Turn]) -> None:
        rendered = renderer.render(Example(row=1, turns=tuple(turns)))
        assert rendered.ids, rendered.problem
        assert trained(rendered, renderer) == expected(style, turns)
        assert rendered.stop_token_trained
        assert rendered.partly_trained == (
            len(expected(style, turns)) < sum(t.role == "assistant" for t in turns)
        )
        (again,) = renderer.render_all([Example(row=1, turns=tuple(turns))])
        assert (again.ids, again.trained) == (rendered.ids, rendered.trained)

    check()


MARKS = re.compile(
    r"<\|[^|<> ]{1,40}\|>|<｜[^｜]{1,40}｜>|\[/?[A-Z_]{3,20}\]|<(?:start|end)_of_turn>"
    r"|<\|?(?:turn|channel)\|?>"
)
ENDS = {
    "CohereForAI": "<|END_OF_TURN_TOKEN|>",
    "GLM": "<|endoftext|>",
    "HuggingFaceTB": "<|im_end|>",
    "Mistral-Small": "</s>",
    "NousResearch": "<|im_end|>",
    "Qwen": "<|im_end|>",
    "deepseek": "<｜end▁of▁sentence｜>",
    "google-gemma-2": "<end_of_turn>",
    "google-gemma-4": "<turn|>",
    "ibm-granite": "<|end_of_text|>",
    "meta-llama": "<|eot_id|>",
    "microsoft-Phi": "<|end|>",
    "mistralai": "</s>",
    "openai": "<|return|>",
}
LEADS = re.compile(r"|<\|START_RESPONSE\|>|\n?<think>\s*</think>\s*|<\|channel\|>final<\|message\|>")
"""What real templates write between a reply's header and its text, which the model has to write too."""


def real_style(path: Path) -> Style:
    template = path.read_text()
    end = next((mark for start, mark in ENDS.items() if path.name.startswith(start)), "</s>")
    tokens = tuple(sorted({*MARKS.findall(template), end}))
    return Style(path.stem, tokens, end, plain=("<think>", "</think>"), eos=end)


def check_reply(run: str, reply: str, style: Style, last: bool) -> None:
    """Check one trained run: a known lead, the reply whole or trimmed, the end mark."""
    has_end = last or not style.name.startswith("GLM")  # whose template ends no reply
    assert run.endswith(style.end) or not has_end
    body = run.removesuffix(style.end).removesuffix("<|END_RESPONSE|>") if has_end else run
    kept = next(
        text
        for text in (reply, reply.lstrip("\n"), reply.strip(), reply.lstrip(), reply.rstrip())
        if body.endswith(text)
    )
    assert LEADS.fullmatch(body.removesuffix(kept) if kept else body), (body, reply)


@pytest.mark.parametrize("path", sorted(REAL.glob("*.jinja")), ids=lambda path: path.stem)
def test_exactly_replies_and_end_marks_are_trained_with_templates_of_models(
    path: Path, open_renderer: Callable[[Style, str, bool], Renderer]
) -> None:
    style = real_style(path)
    renderer = open_renderer(style, path.read_text(), True)

    @settings(max_examples=25, deadline=None, database=None)
    @given(dialogues(style))
    def check(turns: list[Turn]) -> None:
        turns = [Turn(turn.role, re.sub("</?think>", "", turn.content)) for turn in turns]
        rendered = renderer.render(Example(row=1, turns=tuple(turns)))
        assert rendered.ids, rendered.problem
        replies = [turn.content for turn in turns if turn.role == "assistant"]
        found = trained(rendered, renderer)
        assert len(found) == (1 if rendered.partly_trained else len(replies))
        assert rendered.stop_token_trained
        for place, (run, reply) in enumerate(zip(found, replies[-len(found) :], strict=True), start=1):
            check_reply(run, reply, style, place == len(found))

    check()
