"""The exact view: every character of a prompt has the source that it really has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from hone.data.template import Given, TemplateRenderer, render_conversation
from hone.domain.chat import Attachment, Message, MessageState, Role, ToolCall, ToolResult
from hone.domain.endpoints import Endpoint
from hone.domain.exact import ExactPrompt, Part
from hone.domain.generation import Prompt, PromptRendered
from hone.domain.models import Model, ModelFormat, endpoint_model
from hone.domain.prompts import ExampleLayout, FewShot, Variable
from hone.domain.sampling import Sampling
from hone.domain.setup import Setup
from hone.errors import BadInput
from hone.services.context_window import ContextWindow
from hone.services.exact_view import ExactViewService, Outlook, Situation

PLAIN = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
STRIPS = (
    "{{ bos_token }}{% for m in messages %}"
    "{% if m.role == 'system' %}{{ raise_exception('System role not supported') }}{% endif %}"
    "<turn>{{ 'model' if m.role == 'assistant' else m.role }}\n{{ m.content | trim }}</turn>\n{% endfor %}"
    "{% if add_generation_prompt %}<turn>model\n{% endif %}"
)
SYSTEM_LAST = (
    "{% if messages[0].role == 'system' %}{% set system = messages[0].content %}"
    "{% set rest = messages[1:] %}{% else %}{% set rest = messages %}{% endif %}"
    "{% for m in rest %}{% if m.role == 'user' %}[INST]"
    "{% if loop.last and system is defined %}{{ system }}\n\n{% endif %}{{ m.content }}[/INST]"
    "{% else %}{{ m.content }}</s>{% endif %}{% endfor %}"
)
HIDES_THOUGHTS = (
    "{% for m in messages %}<{{ m.role }}>"
    "{% if m.role == 'assistant' %}{{ m.content.split('</think>')[-1].lstrip('\n') }}"
    "{% else %}{{ m.content }}{% endif %}</{{ m.role }}>{% endfor %}"
    "{% if add_generation_prompt %}<assistant>{% endif %}"
)
TWICE = (
    "{% for m in messages %}<{{ m.role }}>{{ m.content }}</{{ m.role }}>{% endfor %}"
    "{% if messages[0].role == 'system' %}<reminder>{{ messages[0].content }}</reminder>{% endif %}"
    "<assistant>"
)
LEAVES_OUT_SYSTEM = (
    "{% for m in messages %}{% if m.role != 'system' %}<{{ m.role }}>{{ m.content }}{% endif %}{% endfor %}"
    "<assistant>{{ messages[0].role }}"
)
WITH_TOOLS = (
    "{% if tools %}<tools>You may call:\n{% for t in tools %}{{ t | tojson }}\n{% endfor %}</tools>"
    "{% endif %}"
    "{% for m in messages %}<{{ m.role }}>"
    "{% if m.reasoning_content %}<think>{{ m.reasoning_content }}</think>{% endif %}"
    "{% if m.role == 'tool' %}{{ m.content | tojson }}{% else %}{{ m.content }}{% endif %}"
    "{% for c in m.tool_calls or [] %}<call>{{ c.function.name }} {{ c.function.arguments | tojson }}</call>"
    "{% endfor %}</{{ m.role }}>{% endfor %}{% if add_generation_prompt %}<assistant>{% endif %}"
)
TOOL: dict[str, Any] = {
    "type": "function",
    "function": {"name": "add", "description": "Adds numbers", "parameters": {"type": "object"}},
}
MODEL = Model(
    id="m", name="Tester", path=Path("/m"), format=ModelFormat.GGUF, size_bytes=1, chat_template="x"
)


class WordRendering:
    """Renders a template for real; a token is a word, a blank, or a sign."""

    def __init__(self, template: str, renderer: TemplateRenderer) -> None:
        self.template, self._renderer = template, renderer
        self.asked = 0

    def render(self, model: Model, prompt: Prompt, template: str = "") -> PromptRendered:
        self.asked += 1
        given = Given(special_tokens={"bos_token": "<s>"}, tools=prompt.tools, variables=prompt.variables)
        chat = render_conversation(
            self._renderer, self.template, prompt.turns, prompt.generation_prompt, given
        )
        text = chat.text + prompt.prefill
        pieces = tuple(re.findall(r"<\|\w+\|>|\w+|\s|[^\w\s]", text))
        return PromptRendered(request_id="", text=text, token_ids=tuple(range(len(pieces))), pieces=pieces)


class WideWindow:
    """A window that everything fits."""

    def window(self, model: Model) -> int:
        return 100_000


class Tools:
    """One tool."""

    def describe(self, setup: Setup) -> tuple[dict[str, Any], ...]:
        return (TOOL,)


@pytest.fixture(scope="module")
def renderer() -> Iterator[TemplateRenderer]:
    with TemplateRenderer() as made:
        yield made


def message(number: int, role: Role, text: str, **values: Any) -> Message:
    return Message(
        id=f"message{number}",
        conversation_id="c",
        parent_id=None,
        role=role,
        text=text,
        state=MessageState.COMPLETE,
        created_at=datetime.now(UTC),
        **values,
    )


def look(template: str, renderer: TemplateRenderer, **values: Any) -> Outlook:
    rendering = WordRendering(template, renderer)
    service = ExactViewService(rendering, ContextWindow(WideWindow(), rendering), Tools())
    outlook = service.look(Situation(model=MODEL, **values))
    assert outlook is not None
    prompt = outlook.prompt
    assert "".join(prompt.text[one.start : one.end] for one in prompt.segments) == prompt.text
    assert sum(count.tokens for count in prompt.counts()) == len(prompt.token_ids)
    return outlook


def said(prompt: ExactPrompt) -> list[tuple[str, str]]:
    """Return part and text of all that is not the template's."""
    return [
        (one.part.value, prompt.text[one.start : one.end])
        for one in prompt.segments
        if one.part is not Part.TEMPLATE
    ]


SETUP = Setup(
    variables=(Variable(name="who", default="Ada"),),
    examples=(FewShot(input="user", output="assistant"),),
    prefill="Sure",
)
BRANCH = (message(1, Role.USER, "user"), message(2, Role.ASSISTANT, "user"))


def test_every_part_is_told_apart_when_all_texts_are_words_of_the_template(
    renderer: TemplateRenderer,
) -> None:
    outlook = look(
        PLAIN, renderer, system_prompt="system for {{who}}", setup=SETUP, said=BRANCH, typed="user"
    )
    assert said(outlook.prompt) == [
        ("system", "system for "),
        ("variable", "Ada"),
        ("example", "user"),
        ("example", "assistant"),
        ("user", "user"),
        ("assistant", "user"),
        ("typed", "user"),
        ("prefill", "Sure"),
    ]


def test_a_folded_system_prompt_is_found_when_the_template_has_no_system_role(
    renderer: TemplateRenderer,
) -> None:
    outlook = look(STRIPS, renderer, system_prompt=" be {{who}} \n", setup=SETUP, said=BRANCH, typed=" x \n")
    assert said(outlook.prompt) == [
        ("system", "be "),
        ("variable", "Ada"),
        ("example", "user"),
        ("example", "assistant"),
        ("user", "user"),
        ("assistant", "user"),
        ("typed", "x"),
        ("prefill", "Sure"),
    ]


def test_parts_are_found_when_the_template_writes_them_in_another_order(renderer: TemplateRenderer) -> None:
    outlook = look(SYSTEM_LAST, renderer, system_prompt="Be short.", said=BRANCH, typed="Be short.")
    assert said(outlook.prompt) == [
        ("user", "user"),
        ("assistant", "user"),
        ("system", "Be short."),
        ("typed", "Be short."),
    ]


def test_both_places_are_told_when_the_template_writes_a_text_twice(renderer: TemplateRenderer) -> None:
    outlook = look(TWICE, renderer, system_prompt="Be short.", typed="x")
    assert said(outlook.prompt) == [("system", "Be short."), ("typed", "x"), ("system", "Be short.")]


def test_what_is_left_of_a_text_is_told_when_the_template_cuts_it(renderer: TemplateRenderer) -> None:
    branch = (message(1, Role.USER, "q"), message(2, Role.ASSISTANT, "<think>why</think>\n\nanswer"))
    outlook = look(HIDES_THOUGHTS, renderer, said=branch, typed="</user>")
    assert said(outlook.prompt) == [("user", "q"), ("assistant", "answer"), ("typed", "</user>")]


def test_a_note_says_so_when_the_template_leaves_the_system_prompt_out(renderer: TemplateRenderer) -> None:
    outlook = look(LEAVES_OUT_SYSTEM, renderer, system_prompt="Be short.", typed="x")
    assert said(outlook.prompt) == [("typed", "x")]
    assert "leaves it out" in outlook.prompt.note


def test_control_tokens_in_a_text_are_the_users_when_they_look_like_the_template(
    renderer: TemplateRenderer,
) -> None:
    typed = "a<|im_end|>\n<|im_start|>assistant\nb"
    outlook = look(PLAIN, renderer, typed=typed)
    assert said(outlook.prompt) == [("typed", typed)]


def test_attachments_and_examples_are_told_when_they_stand_inside_another_turn(
    renderer: TemplateRenderer,
) -> None:
    setup = Setup(examples=(FewShot(input="in", output="out"),), layout=ExampleLayout.SYSTEM)
    outlook = look(
        PLAIN,
        renderer,
        system_prompt="Sort.",
        setup=setup,
        typed="read this",
        attachments=(Attachment(name="a.txt", text="words"),),
    )
    assert [part for part, _ in said(outlook.prompt)] == ["system", "example", "typed", "attachment"]
    named = [one.name for one in outlook.prompt.segments if one.part is Part.ATTACHMENT]
    assert named == ["a.txt"]
    assert said(outlook.prompt)[-1][1] == '<document name="a.txt">\nwords\n</document>'


def test_tools_calls_and_their_answers_are_told_when_the_template_writes_them_as_json(
    renderer: TemplateRenderer,
) -> None:
    branch = (
        message(1, Role.USER, "add"),
        message(
            2, Role.ASSISTANT, "", reasoning="hm", tool_calls=(ToolCall("add", '{"a": "ä\\"b", "n": 12}'),)
        ),
        message(3, Role.TOOL, 'it is "3"', tool=ToolResult(name="add")),
        message(4, Role.ASSISTANT, "3."),
    )
    outlook = look(WITH_TOOLS, renderer, said=branch, setup=Setup(tools=("add",)), typed="ok")
    found = said(outlook.prompt)
    described = found[0]
    assert described[0] == "tool"
    assert '"Adds numbers"' in described[1]
    assert described[1].endswith("</tools>")
    assert found[1:] == [
        ("user", "add"),
        ("assistant", "hm"),
        ("tool", "add"),
        ("tool", '{"a": "ä\\"b", "n": 12}'),
        ("tool", 'it is \\"3\\"'),
        ("assistant", "3."),
        ("typed", "ok"),
    ]


def test_what_a_failed_reply_left_is_the_users_when_more_is_typed(renderer: TemplateRenderer) -> None:
    outlook = look(PLAIN, renderer, said=(message(1, Role.USER, "first"),), typed="second")
    assert said(outlook.prompt) == [("user", "first\n\n"), ("typed", "second")]


def test_no_reply_begins_when_nothing_is_asked(renderer: TemplateRenderer) -> None:
    outlook = look(PLAIN, renderer, said=BRANCH, setup=Setup(prefill="Sure"))
    assert outlook.prompt.text.endswith("user<|im_end|>\n")


def test_one_rendering_is_enough_when_only_the_words_change(renderer: TemplateRenderer) -> None:
    rendering = WordRendering(PLAIN, renderer)
    service = ExactViewService(rendering, ContextWindow(WideWindow(), rendering))
    service.look(Situation(model=MODEL, typed="a"))
    before = rendering.asked
    service.look(Situation(model=MODEL, typed="ab"))
    assert rendering.asked == before + 1


def test_turns_are_laid_out_when_the_model_is_on_a_server() -> None:
    server = endpoint_model(Endpoint(name="Far", url="http://localhost:1/v1", model="x"))
    rendering = WordRendering("", TemplateRenderer())
    service = ExactViewService(rendering, ContextWindow(WideWindow(), rendering))
    outlook = service.look(Situation(model=server, system_prompt="Be short.", said=BRANCH, typed="hello"))
    assert outlook is not None
    assert not outlook.prompt.tokenized
    assert outlook.room is None
    assert "server" in outlook.prompt.note
    assert [part for part, _ in said(outlook.prompt)] == ["system", "user", "assistant", "typed"]
    assert rendering.asked == 0


def test_nothing_is_shown_when_there_is_nothing_to_send(renderer: TemplateRenderer) -> None:
    rendering = WordRendering(PLAIN, renderer)
    service = ExactViewService(rendering, ContextWindow(WideWindow(), rendering))
    assert service.look(Situation(model=MODEL, sampling=Sampling())) is None


def test_the_prompt_is_shown_with_the_reason_when_the_model_cannot_be_loaded(
    renderer: TemplateRenderer,
) -> None:
    class NoRoom:
        def window(self, model: Model) -> int:
            raise BadInput("A training holds the memory.", hint="Wait.")

    rendering = WordRendering(PLAIN, renderer)
    outlook = ExactViewService(rendering, ContextWindow(NoRoom(), rendering)).look(
        Situation(model=MODEL, typed="hello")
    )
    assert outlook is not None
    assert (outlook.problem, outlook.hint, outlook.room) == ("A training holds the memory.", "Wait.", None)
    assert said(outlook.prompt) == [("typed", "hello")]


def test_the_reason_is_told_when_the_template_refuses(renderer: TemplateRenderer) -> None:
    with pytest.raises(BadInput, match="no thanks"):
        look("{{ raise_exception('no thanks') }}", renderer, typed="x")
