"""Rows to learn from, made of replies: what was asked, the good reply, and where both came from."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any

import msgspec

from hone.domain.chat import Conversation, Message, Origin, Role, Turn, branch
from hone.domain.feedback import InstructionRow, PreferenceRow, Row, RowProvenance
from hone.domain.prompt_snapshot import MadeWith, PromptSnapshot
from hone.errors import BadInput
from hone.services.as_made import made_with
from hone.services.assembling import assemble


class Talk(msgspec.Struct, frozen=True):
    """A conversation with all of its messages, and the prompts that its replies were made with."""

    conversation: Conversation
    messages: list[Message]
    snapshots: dict[str, PromptSnapshot]

    def made_with(self, reply: Message) -> MadeWith:
        """Return the prompt that a reply was made with, as far as it is known."""
        return made_with(self.conversation, reply, self.snapshots)

    def path_to(self, message_id: str) -> tuple[Message, ...]:
        """Return the branch that ends with a reply; raises BadInput when it says and calls nothing."""
        path = branch(self.messages, message_id)
        if not path:
            raise BadInput("This reply does not exist any more.", detail=message_id)
        reply = path[-1]
        if reply.role is not Role.ASSISTANT or not (
            reply.text.strip() or reply.correction or reply.tool_calls
        ):
            raise BadInput("Only replies with a text can be added to a data set.", hint="Choose a reply.")
        return path

    def asked(self, path: Sequence[Message]) -> _Asked:
        """Return what the reply at the end of a path answers, as it is said to the model, and its tools."""
        made = self.made_with(path[-1])
        turns = assemble(made.system_prompt, made.setup, path[:-1]).plain_turns
        if not turns or turns[-1].role not in ("user", "tool"):
            raise BadInput(
                "This reply answers nothing, so nothing can be learnt from it.",
                hint="Choose a reply to something that you said.",
            )
        uses = path[-1].tool_calls or any(turn.role == "tool" or "tool_calls" in turn.more for turn in turns)
        if uses and not made.tools:
            raise BadInput(
                "It is not known any more which tools this reply was offered, so it cannot be trained on.",
                hint="Ask for the reply again, and add the new one.",
            )
        return _Asked(turns, made.tools or ())

    def said(self, path: Sequence[Message], text: str = "") -> Turn:
        """Return the reply at the end of a path, with its calls of tools; or `text` in its place."""
        if text:
            return Turn("assistant", text)
        made = self.made_with(path[-1])
        return assemble(made.system_prompt, made.setup, path).plain_turns[-1]


class _Asked(msgspec.Struct, frozen=True):
    """What a reply answers: turns, and the tools that the model was told of."""

    turns: tuple[Turn, ...]
    tools: tuple[dict[str, Any], ...] = ()

    @property
    def messages(self) -> tuple[dict[str, Any], ...]:
        """The turns in OpenAI's form."""
        return tuple(turn.as_message() for turn in self.turns)

    def says_what(self, other: _Asked) -> bool:
        """Whether both say the same to a model; the names of calls are made of the messages' own."""
        mine, theirs = (tuple(map(_without_ids, each.messages)) for each in (self, other))
        return mine == theirs and self.tools == other.tools


def _without_ids(message: dict[str, Any]) -> dict[str, Any]:
    calls = [
        {key: value for key, value in call.items() if key != "id"} for call in message.get("tool_calls", ())
    ]
    plain = {key: value for key, value in message.items() if key not in ("tool_calls", "tool_call_id")}
    return {**plain, "tool_calls": calls} if calls else plain


def instruction_row(talk: Talk, message_id: str) -> Row:
    """Make a row of a reply, or of what it should have said."""
    path = talk.path_to(message_id)
    reply, asked = path[-1], talk.asked(path)
    return InstructionRow(
        messages=(*asked.messages, talk.said(path, reply.correction).as_message()),
        tools=asked.tools,
        provenance=_provenance(talk, reply, corrected=bool(reply.correction)),
    )


def correction_row(talk: Talk, message_id: str) -> Row:
    """Make a preference of a corrected reply: the correction over what was said."""
    path = talk.path_to(message_id)
    reply = path[-1]
    if not reply.correction or not reply.text.strip():
        raise BadInput(
            "This reply has no correction, so there is nothing to prefer over it.",
            hint="Correct the reply first.",
        )
    if reply.correction == reply.text and not reply.tool_calls:
        raise BadInput("The correction says the same as the reply.", hint="Correct the reply first.")
    asked = talk.asked(path)
    return PreferenceRow(
        prompt=asked.messages,
        chosen=(talk.said(path, reply.correction).as_message(),),
        rejected=(talk.said(path).as_message(),),
        tools=asked.tools,
        provenance=_provenance(talk, reply, corrected=True),
    )


def preference_row(talk: Talk, chosen_id: str, other_talk: Talk, rejected_id: str) -> PreferenceRow:
    """Make a preference of two replies to the same words; raises BadInput when they are none."""
    path, other = talk.path_to(chosen_id), other_talk.path_to(rejected_id)
    if talk is other_talk and path[-1].parent_id != other[-1].parent_id:
        raise BadInput(
            "The two replies do not answer the same message.", hint="Pick between replies at one fork."
        )
    asked = talk.asked(path)
    if not asked.says_what(other_talk.asked(other)):
        raise BadInput(
            "The two replies were made with different prompts, so neither is better for one prompt.",
            hint="Pick between replies to the same words, after the same system prompt, tools and messages.",
        )
    provenance = _provenance(talk, path[-1], corrected=bool(path[-1].correction))
    return PreferenceRow(
        prompt=asked.messages,
        chosen=(talk.said(path, path[-1].correction).as_message(),),
        rejected=(other_talk.said(other).as_message(),),
        tools=asked.tools,
        provenance=msgspec.structs.replace(
            provenance, rejected_id=rejected_id, rejected_prompt=other_talk.made_with(other[-1]).record
        ),
    )


def _provenance(talk: Talk, reply: Message, corrected: bool) -> RowProvenance:
    origin = reply.origin or Origin(model_name="")
    made = talk.made_with(reply)
    return RowProvenance(
        row=secrets.token_hex(8),
        conversation_id=talk.conversation.id,
        message_id=reply.id,
        made_at=reply.created_at,
        corrected=corrected,
        rating=reply.rating.value,
        model=origin.model_name,
        model_fingerprint=origin.model_fingerprint,
        model_hash=origin.model_hash,
        adapter=origin.adapter_name,
        prompt_version_id=origin.prompt_version_id,
        sampling=origin.sampling,
        seed=origin.seed,
        engine=origin.build,
        prompt=made.record,
        prompt_hash=origin.prompt_hash,
        template_variables=origin.template_variables,
        left_out=origin.left_out,
    )
