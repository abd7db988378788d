"""A prompt put together from a conversation, with the source of each part."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from hone.domain.chat import Turn


class Source(StrEnum):
    """Where text of a prompt comes from; TEMPLATE is what the model's chat template writes around it."""

    TEMPLATE = "template"
    SYSTEM = "system"
    EXAMPLE = "example"
    VARIABLE = "variable"
    TURN = "turn"
    ATTACHMENT = "attachment"
    TOOL = "tool"
    PREFILL = "prefill"


class Span(msgspec.Struct, frozen=True):
    """Characters `start` to `end` of a turn's content that come from elsewhere than the rest of the turn."""

    start: int
    end: int
    source: Source
    name: str = ""


class SourcedTurn(msgspec.Struct, frozen=True, kw_only=True):
    """A turn, where it comes from, and the parts of it that come from elsewhere, in order.

    `message_ids` are the messages it was made of; none for the system prompt and examples.
    """

    turn: Turn
    source: Source
    spans: tuple[Span, ...] = ()
    message_ids: tuple[str, ...] = ()


class Assembly(msgspec.Struct, frozen=True, kw_only=True):
    """What will be said to the model. `dropped_ids` are messages left out because they do not fit."""

    turns: tuple[SourcedTurn, ...]
    prefill: str = ""
    dropped_ids: tuple[str, ...] = ()

    @property
    def plain_turns(self) -> tuple[Turn, ...]:
        """The turns alone, as an engine gets them."""
        return tuple(sourced.turn for sourced in self.turns)
