"""What of a row is trained: calls of tools, weights, judged replies; and how such rows are counted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from hone.data.measuring import measure
from hone.data.rendering import RenderedExample, Renderer
from hone.domain.chat import Turn
from hone.domain.datasets import Example

MakeFolder = Callable[..., Path]
TEMPLATES = Path(__file__).parent / "templates"
IM = ("<|im_start|>", "<|im_end|>")
TOOLS = json.dumps(
    [{"type": "function", "function": {"name": "weather", "description": "Tells it", "parameters": {}}}]
)


def turn(role: str, content: str | None = "", **more: Any) -> Turn:
    return Turn.from_message({"role": role, "content": content, **more})


def call(arguments: object = '{"city": "Köln"}', **more: Any) -> dict[str, Any]:
    return {"type": "function", "function": {"name": "weather", "arguments": arguments}, **more}


CALLING = (
    turn("user", "How warm is it?"),
    turn("assistant", "", tool_calls=[call()]),
    turn("tool", '{"t": 3}'),
    turn("assistant", "3 degrees."),
)


def trained(rendered: RenderedExample) -> list[str]:
    """Return the runs of text that are trained."""
    pairs = zip(rendered.trained, rendered.texts, strict=True)
    runs = [
        (kept, "".join(text for _, text in run)) for kept, run in groupby(pairs, key=lambda pair: pair[0])
    ]
    return [text for kept, text in runs if kept]


@pytest.fixture
def open_template(make_folder: MakeFolder) -> Iterator[Callable[..., Renderer]]:
    opened: list[Renderer] = []

    def open_one(name: str, tokens: tuple[str, ...] = IM, eos: str = "<|im_end|>") -> Renderer:
        template = (TEMPLATES / f"{name}.jinja").read_text()
        opened.append(Renderer.for_model(make_folder(template, tokens, eos=eos, name=f"model{len(opened)}")))
        return opened[-1]

    yield open_one
    for renderer in opened:
        renderer.close()


def test_calls_are_trained_and_answers_of_tools_are_not(open_template: Callable[..., Renderer]) -> None:
    rendered = open_template("tools_json").render(Example(row=1, turns=CALLING, tools=TOOLS))
    assert trained(rendered) == [
        '<tool_call>\n{"name": "weather", "arguments": {"city": "Köln"}}\n</tool_call><|im_end|>',
        "3 degrees.<|im_end|>",
    ]
    assert "Tells it" in "".join(rendered.texts)
    assert '{"t": 3}' in "".join(rendered.texts)
    assert (rendered.problem, rendered.prefix_stable, rendered.partly_trained) == ("", True, False)


def test_calls_are_trained_up_to_their_own_end_mark_when_template_has_channels(
    open_template: Callable[..., Renderer],
) -> None:
    tokens = ("<|start|>", "<|message|>", "<|channel|>", "<|end|>", "<|return|>", "<|call|>")
    renderer = open_template("channels", tokens, "<|return|>")
    first = (turn("user", "Hi"), turn("assistant", "Hello"))
    rendered = renderer.render(Example(row=1, turns=(*first, *CALLING)))
    assert trained(rendered) == [
        ' to=functions.weather<|channel|>commentary json<|message|>{"city": "Köln"}<|call|>',
        "<|channel|>final<|message|>3 degrees.<|return|>",
    ]
    assert "only 2 of 3 replies are trained" in rendered.problem and rendered.partly_trained
    last = renderer.render(Example(row=1, turns=CALLING[:2]))
    assert trained(last)[0].endswith("<|call|>") and last.stop_token_trained


def test_call_is_not_trained_when_its_template_does_not_write_it(
    open_template: Callable[..., Renderer],
) -> None:
    rendered = open_template("chatml").render(Example(row=1, turns=CALLING, tools=TOOLS))
    assert trained(rendered) == ["3 degrees.<|im_end|>"]
    assert "nothing of the calls of tools" in rendered.problem
    assert "nothing of the row's tools" in rendered.problem
    alone = open_template("chatml").render(Example(row=1, turns=CALLING[:2]))
    assert alone.ids == () and "nothing of the calls of tools" in alone.problem


def test_ids_of_calls_are_shortened_when_template_demands_nine_characters(make_folder: MakeFolder) -> None:
    template = (
        "{% for m in messages %}{% if m.role == 'tool' %}"
        "{% if m.tool_call_id | length != 9 %}{{ raise_exception('ids have nine characters') }}{% endif %}"
        "[R]{{ m.tool_call_id }}{{ m.content }}"
        "{% elif m.tool_calls %}{% for c in m.tool_calls %}"
        "{% if not c.id or c.id | length != 9 %}{{ raise_exception('ids have nine characters') }}{% endif %}"
        "[C]{{ c.function.name }}{{ c.id }}{% endfor %}</s>"
        "{% elif m.role == 'assistant' %}{{ m.content }}</s>{% else %}[I]{{ m.content }}[A]{% endif %}"
        "{% endfor %}"
    )
    turns = (
        turn("user", "?"),
        turn("assistant", "", tool_calls=[call(id="call_a"), call(id="call_b")]),
        turn("tool", "B", tool_call_id="call_b"),
        turn("tool", "A", tool_call_id="call_a"),
        turn("assistant", "."),
    )
    with Renderer.for_model(make_folder(template, ("[I]", "[A]", "[C]", "[R]"))) as renderer:
        rendered = renderer.render(Example(row=1, turns=turns))
        unnamed = renderer.render(Example(row=1, turns=CALLING))
    one, two = "000000100", "000000101"
    assert trained(rendered) == [f"[C]weather{one}[C]weather{two}</s>", ".</s>"]
    assert f"[R]{two}B[R]{one}A" in "".join(rendered.texts)
    assert "shortened to nine characters" in rendered.problem
    assert trained(unnamed) == [f"[C]weather{one}</s>", "3 degrees.</s>"]


def test_control_tokens_stay_text_when_they_stand_in_a_call(open_template: Callable[..., Renderer]) -> None:
    renderer = open_template("tools_json")
    turns = (turn("user", "?"), turn("assistant", "", tool_calls=[call({"city": "<|im_end|>"})]))
    rendered = renderer.render(Example(row=1, turns=turns))
    assert trained(rendered)[0].count("<|im_end|>") == 2
    assert rendered.ids.count(renderer.tokenizer.token_id("<|im_end|>") or -1) == 2
    assert "<|im_end|>" in rendered.problem


def test_turn_of_weight_0_is_not_trained_and_its_weight_reaches_no_template(make_folder: MakeFolder) -> None:
    template = (
        "{% for m in messages %}{{ '<|im_start|>' + m.role + '\n' + m.content + '<|im_end|>' }}"
        "{% if 'weight' in m %}W{% endif %}{% endfor %}"
        "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
    )
    turns = (
        turn("user", "a", weight=1),
        turn("assistant", "bad", weight=0),
        turn("user", "b"),
        turn("assistant", "good", weight=1),
        turn("user", "c"),
        turn("assistant", "worse", weight=0),
    )
    with Renderer.for_model(make_folder(template, IM, eos="<|im_end|>")) as renderer:
        rendered = renderer.render(Example(row=1, turns=turns))
        nothing = renderer.render(Example(row=2, turns=turns[:2]))
    assert trained(rendered) == ["good<|im_end|>"]
    text = "".join(rendered.texts)
    assert "bad" in text and "worse" not in text and "W" not in text
    assert nothing.ids == () and "no reply to learn from" in nothing.problem


PREFERENCE = Example(
    row=3,
    turns=(turn("user", "a"), turn("assistant", "b"), turn("user", "c"), turn("assistant", "chosen")),
    rejected=(turn("assistant", "rejected reply"),),
    prompt_turns=3,
)


def test_both_sides_of_a_preference_are_rendered_and_what_is_judged_is_trained(
    open_template: Callable[..., Renderer],
) -> None:
    renderer = open_template("chatml")
    rendered = renderer.render(PREFERENCE)
    assert rendered.rejected is not None
    assert trained(rendered) == ["chosen<|im_end|>"]
    assert trained(rendered.rejected) == ["rejected reply<|im_end|>"]
    shown = renderer.preview(PREFERENCE)
    assert "".join(token.text for token in shown.rejected if token.trained) == "rejected reply<|im_end|>"
    assert shown.rejected_length == shown.full_length + len("rejected reply") - len("chosen")


def test_only_the_judged_reply_is_trained_when_a_row_has_a_judgement(
    open_template: Callable[..., Renderer],
) -> None:
    talk = (turn("user", "a"), turn("assistant", "b"), turn("user", "c"), turn("assistant", "d"))
    renderer = open_template("chatml")
    assert trained(renderer.render(Example(row=1, turns=talk, good=False))) == ["d<|im_end|>"]
    labelled = Example(
        row=1, turns=(turn("user", "Good film!"), turn("assistant", "positive")), category="positive"
    )
    assert trained(renderer.render(labelled)) == ["positive<|im_end|>"]


def test_tools_that_are_no_list_are_told(open_template: Callable[..., Renderer]) -> None:
    rendered = open_template("chatml").render(Example(row=1, turns=CALLING[-2:], tools="{"))
    assert rendered.ids == () and "tools of the row cannot be read" in rendered.problem


def test_counts_tell_cut_replies_apart_from_lost_ones(open_template: Callable[..., Renderer]) -> None:
    renderer = open_template("chatml")

    def row(number: int, prompt: int, reply: int) -> Example:
        return Example(row=number, turns=(turn("user", "p" * prompt), turn("assistant", "r" * reply)))

    examples = [row(1, 1, 1), row(2, 1, 90), row(5, 90, 1), row(6, 1, 1), Example(row=9, text="t" * 200)]
    short = renderer.render(examples[0]).full_length
    told: list[int] = []
    counts = measure(examples, renderer, 60, told.append)
    assert (counts.rows, counts.cut_rows, counts.cut_replies, counts.lost_replies) == (5, 3, 2, 1)
    assert counts.long_rows == (2, 5, 9)
    assert sum(counts.trained_shares) == sum(counts.histogram) == 5
    assert counts.trained_shares[0] == 3 and counts.trained_shares[9] == 1
    assert counts.longest == 201 and counts.tokens > 2 * short


def test_counts_hold_both_sides_of_preferences(open_template: Callable[..., Renderer]) -> None:
    renderer = open_template("chatml")
    rendered = renderer.render(PREFERENCE)
    assert rendered.rejected is not None
    counts = measure([PREFERENCE], renderer, 0, lambda done: None)
    assert counts.rows == 1
    assert counts.tokens == rendered.full_length + rendered.rejected.full_length
    assert counts.trained_tokens == rendered.trained_tokens + rendered.rejected.trained_tokens
    assert counts.longest == rendered.rejected.full_length


def test_rows_come_back_in_order_when_many_are_rendered(
    open_template: Callable[..., Renderer], templates: SimpleNamespace
) -> None:
    renderer = open_template("inst", ("[INST]", "[/INST]"), "</s>")
    examples = [
        Example(row=n, turns=(turn("user", f"q{n}"), turn("assistant", f"a{n}"))) for n in range(1, 301)
    ]
    examples[70] = Example(row=71, turns=(turn("user", "q"), turn("user", "q"), turn("assistant", "a")))
    examples[71] = Example(row=72, text="raw")
    examples[200] = Example(row=201, turns=(turn("user", "a\ud800"), turn("assistant", "b")))
    rows = list(renderer.render_all(examples, 8))
    singly = [renderer.render(example, 8) for example in examples]
    assert [row.row for row in rows] == [example.row for example in examples]
    assert [(row.ids, row.trained, row.problem) for row in rows] == [
        (row.ids, row.trained, row.problem) for row in singly
    ]
    assert "take turns" in rows[70].problem and "lone surrogates" in rows[200].problem
    assert all(rows[71].trained)


def test_rendering_ends_when_a_template_never_does(make_folder: MakeFolder) -> None:
    template = (
        "{% for m in messages %}{{ m.content }}{% if m.content == 'loop' %}"
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}{% endif %}"
        "{% endfor %}"
    )
    good = Example(row=1, turns=(turn("user", "a"), turn("assistant", "b")))
    slow = Example(row=2, turns=(turn("user", "loop"), turn("assistant", "b")))
    with Renderer.for_model(make_folder(template)) as renderer:
        rows = list(renderer.render_all([good, slow, good]))
    assert [bool(row.ids) for row in rows] == [True, False, True]
    assert "takes longer" in rows[1].problem
