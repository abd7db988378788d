"""Conversations are fitted into the model's window, and what is left out is told."""

from __future__ import annotations

import itertools
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hone.domain.assembly import Assembly
from hone.domain.chat import Message, MessageState, Role, ToolCall, ToolResult
from hone.domain.generation import Prompt, PromptRendered
from hone.domain.models import Model, ModelFormat
from hone.domain.prompts import FewShot
from hone.domain.sampling import Sampling
from hone.domain.setup import ContextPolicy, Setup
from hone.errors import BadInput
from hone.services.assembling import assemble
from hone.services.context_window import ContextWindow

MODEL = Model(
    id="m", name="Tester", path=Path("/m"), format=ModelFormat.GGUF, size_bytes=1, chat_template="t"
)
STOP, OLDEST, SLIDING = ContextPolicy.STOP, ContextPolicy.DROP_OLDEST, ContextPolicy.SLIDING


class WordRendering:
    """A token is a word; each turn has two more, the header of the reply one."""

    def __init__(self) -> None:
        self.asked: list[Prompt] = []

    def render(self, model: Model, prompt: Prompt, template: str = "") -> PromptRendered:
        self.asked.append(prompt)
        texts = [prompt.text or ""] + [f"{turn.content} {turn.more}" for turn in prompt.turns]
        count = sum(len(text.split()) for text in texts) + 2 * len(prompt.turns) + bool(prompt.turns)
        count += len(prompt.prefill.split())
        return PromptRendered(request_id="", text="", token_ids=tuple(range(count)))


class OneWindow:
    def __init__(self, length: int) -> None:
        self.length = length

    def window(self, model: Model) -> int:
        return self.length


class Fitter:
    """Fits conversations into a window of `length` words, of which `reply` are kept for the reply."""

    def __init__(self, length: int, reply: int = 10) -> None:
        self.rendering = WordRendering()
        self.window = ContextWindow(OneWindow(length), self.rendering)
        self.sampling = Sampling(max_tokens=reply)

    def fit(self, assembly: Assembly, policy: ContextPolicy) -> Assembly:
        return self.window.fit(MODEL, None, assembly, Setup(policy=policy), self.sampling)


def message(number: int, role: Role, words: int, **values: Any) -> Message:
    return Message(
        id=f"m{number}",
        conversation_id="c",
        parent_id=None,
        role=role,
        text=" ".join(f"w{number}" for _ in range(words)),
        state=MessageState.COMPLETE,
        created_at=datetime.now(UTC),
        **values,
    )


def conversation(exchanges: int, words: int = 20) -> list[Message]:
    """Return exchanges and one more question, each message of as many words."""
    roles = (Role.USER, Role.ASSISTANT)
    return [message(number, roles[number % 2], words) for number in range(2 * exchanges + 1)]


def said(assembly: Assembly) -> list[str]:
    return [identity for turn in assembly.turns for identity in turn.message_ids]


def test_nothing_is_rendered_when_the_bytes_alone_fit() -> None:
    fitter = Fitter(8192)
    assembly = assemble("Be short.", Setup(), conversation(5))
    fitter.fit(assembly, OLDEST)
    began = time.perf_counter()
    assert fitter.fit(assembly, OLDEST) == assembly
    assert time.perf_counter() - began < 0.02
    assert fitter.rendering.asked == []


def test_nothing_is_left_out_when_it_just_fits() -> None:
    assembly = assemble("", Setup(), conversation(2))
    whole = 5 * 22 + 1
    assert Fitter(whole + 10).fit(assembly, OLDEST).dropped_ids == ()
    assert Fitter(whole + 9).fit(assembly, OLDEST).dropped_ids == ("m0", "m1")


@pytest.mark.parametrize("exchanges", [2, 3, 7, 40])
def test_the_fewest_exchanges_are_left_out_when_the_oldest_go(exchanges: int) -> None:
    assembly = assemble("be short", Setup(), conversation(exchanges))
    fitter = Fitter(100)
    fitted = fitter.fit(assembly, OLDEST)
    kept = said(fitted)
    assert kept == [f"m{number}" for number in range(2 * exchanges - 2, 2 * exchanges + 1)]
    assert fitted.turns[0].turn.role == "system"
    assert fitted.turns[1].turn.role == "user"
    assert [*fitted.dropped_ids, *kept] == [f"m{number}" for number in range(2 * exchanges + 1)]
    assert len(fitter.rendering.asked) <= 9


def test_examples_stay_when_messages_are_left_out() -> None:
    setup = Setup(examples=(FewShot(input="in", output="out"),))
    fitted = Fitter(100).fit(assemble("sys", setup, conversation(4)), OLDEST)
    assert [turn.turn.content for turn in fitted.turns[:3]] == ["sys", "in", "out"]
    assert fitted.turns[3].turn.role == "user"


def test_calls_and_their_answers_go_together_when_they_are_left_out() -> None:
    call = (ToolCall("look", "{}"),)
    branch = [
        message(0, Role.USER, 10),
        message(1, Role.ASSISTANT, 1, tool_calls=call),
        message(2, Role.TOOL, 40, tool=ToolResult(name="look")),
        message(3, Role.ASSISTANT, 10),
        message(4, Role.USER, 10),
        message(5, Role.ASSISTANT, 1, tool_calls=call),
        message(6, Role.TOOL, 10, tool=ToolResult(name="look")),
    ]
    fitted = Fitter(70).fit(assemble("", Setup(), branch), OLDEST)
    assert said(fitted) == ["m4", "m5", "m6"]


def test_sending_is_refused_with_numbers_when_the_policy_is_to_stop() -> None:
    assembly = assemble("", Setup(), conversation(3))
    with pytest.raises(BadInput) as caught:
        Fitter(100).fit(assembly, STOP)
    assert "155 tokens" in caught.value.message
    assert "window of 100, of which 10 are kept for the reply" in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("policy", list(ContextPolicy))
def test_sending_is_refused_when_the_newest_message_alone_is_too_long(policy: ContextPolicy) -> None:
    branch = [*conversation(1, words=3), message(9, Role.USER, 200)]
    with pytest.raises(BadInput, match="tokens; Tester has a window of 100"):
        Fitter(100).fit(assemble("sys", Setup(), branch), policy)


def test_the_window_stays_where_it_is_for_several_replies_when_it_slides() -> None:
    fitter = Fitter(300)
    dropped = []
    for exchanges in range(1, 25):
        fitted = fitter.fit(assemble("be short", Setup(), conversation(exchanges)), SLIDING)
        used = sum(len(turn.turn.content.split()) + 2 for turn in fitted.turns) + 1
        assert used <= 290
        dropped.append(len(fitted.dropped_ids))
    moves = sum(1 for first, second in itertools.pairwise(dropped) if first != second)
    assert dropped == sorted(dropped)
    assert 3 <= moves <= 9
    oldest = fitter.fit(assemble("be short", Setup(), conversation(24)), OLDEST)
    assert len(oldest.dropped_ids) <= dropped[-1]


def test_half_of_the_room_is_free_when_the_window_has_just_slid() -> None:
    fitter = Fitter(300)
    before = 0
    for exchanges in range(1, 12):
        fitted = fitter.fit(assemble("", Setup(), conversation(exchanges)), SLIDING)
        if len(fitted.dropped_ids) > before:
            words = sum(len(turn.turn.content.split()) + 2 for turn in fitted.turns)
            assert words <= 145 + 10
        before = len(fitted.dropped_ids)
    assert before


def test_what_goes_next_is_told_when_an_assembly_is_fitted() -> None:
    fitter = Fitter(150)
    setup = Setup(policy=OLDEST)
    assembly = assemble("", setup, conversation(5))
    fitted = fitter.window.fit(MODEL, None, assembly, setup, fitter.sampling)
    following = fitter.window.after(MODEL, None, fitted, setup, fitter.sampling)
    assert following == tuple(said(fitted)[:2])
    stop = msgspec.structs.replace(setup, policy=STOP)
    assert fitter.window.after(MODEL, None, fitted, stop, fitter.sampling) == ()


def test_half_of_the_window_is_kept_at_most_when_replies_may_be_very_long() -> None:
    fitter = Fitter(1000, reply=5000)
    room = fitter.window.room(MODEL, fitter.sampling)
    assert room is not None
    assert (room.reserve, room.limit, room.for_prompt) == (500, 5000, 500)


def test_a_cut_reply_can_be_continued_when_it_took_all_the_room_kept_for_it() -> None:
    fitter = Fitter(100, 50)
    assembly = assemble("", Setup(), [message(1, Role.USER, 20)], given=" ".join(["word"] * 50))
    assert fitter.fit(assembly, STOP) == assembly
    longer = assemble("", Setup(), [message(1, Role.USER, 20)], given=" ".join(["word"] * 70))
    with pytest.raises(BadInput, match="of which 12 are kept for the reply"):
        fitter.fit(longer, OLDEST)


def test_a_model_on_a_server_is_not_fitted_when_its_window_is_not_known_here() -> None:
    fitter = Fitter(20)
    server = msgspec.structs.replace(MODEL, format=ModelFormat.ENDPOINT)
    assembly = assemble("", Setup(), conversation(5))
    assert fitter.window.fit(server, None, assembly, Setup(policy=STOP), fitter.sampling) == assembly


def test_a_text_is_counted_once_when_it_is_asked_for_again() -> None:
    fitter = Fitter(100)
    assembly = assemble("be short", Setup(), conversation(10))
    fitter.fit(assembly, OLDEST)
    before = len(fitter.rendering.asked)
    fitter.fit(assembly, OLDEST)
    assert len(fitter.rendering.asked) == before
