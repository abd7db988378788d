"""What the engine will get of a conversation and of what is being typed, and whether it fits."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec

from hone.domain.assembly import Assembly
from hone.domain.chat import Attachment, Message, MessageState, Role
from hone.domain.exact import ExactPrompt, Part, Room, Segment
from hone.domain.models import Adapter, Model, ModelFormat
from hone.domain.sampling import Sampling
from hone.domain.setup import ContextPolicy, Setup
from hone.errors import BadInput
from hone.services.assembling import assemble
from hone.services.context_window import ContextWindow, newest_of
from hone.services.prompt_request import prompt_of, template_of
from hone.services.prompt_sources import PromptSources
from hone.services.reply_sources import ToolBox
from hone.services.token_counts import Rendering
from hone.services.turn_layers import layers_of

TYPED_ID = "typed"


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """All that decides what an engine gets next: a conversation's settings, its branch, what is typed."""

    model: Model
    adapter: Adapter | None = None
    system_prompt: str = ""
    setup: Setup = Setup()
    sampling: Sampling = Sampling()
    said: tuple[Message, ...] = ()
    typed: str = ""
    attachments: tuple[Attachment, ...] = ()


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """What the engine would get. `room` is None where Hone does not know the window.

    `dropped_ids` are messages that the policy leaves out, `next_ids` those that go next. `problem` and
    `hint` say why it cannot be sent; then the prompt is shown whole.
    """

    prompt: ExactPrompt
    room: Room | None = None
    dropped_ids: tuple[str, ...] = ()
    next_ids: tuple[str, ...] = ()
    problem: str = ""
    hint: str = ""

    @property
    def used(self) -> int:
        """The tokens of the prompt."""
        return len(self.prompt.token_ids)


class ExactViewService:
    """Looks at prompts before they are sent. It asks workers: not for the window's thread."""

    def __init__(self, rendering: Rendering, window: ContextWindow, tools: ToolBox | None = None) -> None:
        self._rendering = rendering
        self._window = window
        self._tools = tools
        self._sources = PromptSources(rendering)

    def look(self, situation: Situation) -> Outlook | None:
        """Return what the engine would get, None while there is nothing to send.

        Raises BadInput for a model that cannot be used, or whose template refuses the conversation.
        """
        assembly, typed = assembled(situation)
        if not assembly.turns:
            return None
        if situation.model.format is ModelFormat.ENDPOINT:
            return Outlook(prompt=_laid_out(assembly, typed, situation.model.name))
        return self._outlook(situation, assembly, typed)

    def _outlook(self, situation: Situation, assembly: Assembly, typed: int) -> Outlook:
        model, adapter, setup = situation.model, situation.adapter, situation.setup
        tools = self._tools.describe(setup) if self._tools is not None and setup.tools else ()
        problem = hint = ""
        room: Room | None = None
        next_ids: tuple[str, ...] = ()
        try:
            room = self._window.room(model, situation.sampling)
            fitted = self._window.fit(model, adapter, assembly, setup, situation.sampling, tools)
            next_ids = self._window.after(model, adapter, fitted, setup, situation.sampling, tools)
        except BadInput as error:
            fitted = newest_of(assembly, room) if room is not None else assembly
            if not _can_still_be_dropped(assembly, setup):
                problem, hint = error.message, error.hint
        return Outlook(
            prompt=self._exact(situation, fitted, typed, tools),
            room=room,
            dropped_ids=fitted.dropped_ids,
            next_ids=next_ids,
            problem=problem,
            hint=hint,
        )

    def _exact(
        self, situation: Situation, assembly: Assembly, typed: int, tools: tuple[dict[str, Any], ...]
    ) -> ExactPrompt:
        template = template_of(situation.model, situation.adapter)
        prompt = prompt_of(assembly, situation.setup, tools)
        if assembly.turns[-1].turn.role == Role.ASSISTANT:  # nothing is asked: no reply begins here
            prompt = msgspec.structs.replace(prompt, generation_prompt=False, prefill="")
        rendered = self._rendering.render(situation.model, prompt, template)
        return self._sources.exact(situation.model, template, prompt, assembly, rendered, typed)


def _can_still_be_dropped(assembly: Assembly, setup: Setup) -> bool:
    """Whether nothing is asked yet, so that also the newest exchange may be left out of what comes next."""
    return assembly.turns[-1].turn.role == Role.ASSISTANT and setup.policy is not ContextPolicy.STOP


def assembled(situation: Situation) -> tuple[Assembly, int]:
    """Put the conversation with what is typed together; also returns how long the typed part is."""
    if not (situation.typed.strip() or situation.attachments):
        return assemble(situation.system_prompt, situation.setup, situation.said), 0
    typed = Message(
        id=TYPED_ID,
        conversation_id="",
        parent_id=None,
        role=Role.USER,
        text=situation.typed,
        state=MessageState.COMPLETE,
        created_at=datetime.now(UTC),
        attachments=situation.attachments,
    )
    alone = assemble("", Setup(), (typed,))
    length = len(alone.turns[0].turn.content)
    return assemble(situation.system_prompt, situation.setup, (*situation.said, typed)), length


def _laid_out(assembly: Assembly, typed: int, name: str) -> ExactPrompt:
    """Lay out the turns as they are sent to a server, which puts them together by itself."""
    text, segments = "", []
    for number, turn in enumerate(assembly.turns):
        head = f"{turn.turn.role}:\n"
        segments.append(Segment(len(text), len(text) + len(head), Part.TEMPLATE))
        text += head
        newest = number == len(assembly.turns) - 1
        for layer in layers_of(turn, typed if newest else 0):
            start, end = len(text) + layer.start, len(text) + layer.end
            segments.append(Segment(start, end, layer.part, number, layer.name))
        text += turn.turn.content
        if turn.turn.more:
            segments.append(Segment(len(text), len(text) + len(turn.turn.more) + 1, Part.TOOL, number))
            text += "\n" + turn.turn.more
        segments.append(Segment(len(text), len(text) + 2, Part.TEMPLATE))
        text += "\n\n"
    if assembly.prefill:
        head = "assistant begins:\n"
        segments.append(Segment(len(text), len(text) + len(head), Part.TEMPLATE))
        text += head
        segments.append(Segment(len(text), len(text) + len(assembly.prefill), Part.PREFILL))
        text += assembly.prefill
    note = (
        f"{name} runs on a server, which puts these turns together with a template and a tokenizer of its "
        "own: this is what is sent, not what the model reads."
    )
    return ExactPrompt(text=text, segments=tuple(segments), tokenized=False, note=note)
