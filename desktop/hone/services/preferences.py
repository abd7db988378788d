"""Which replies people preferred, as pairs with everything that made them."""

from __future__ import annotations

from datetime import datetime

import msgspec

from hone.domain.assembly import Assembly
from hone.domain.chat import Conversation, Message, branch
from hone.domain.comparing import Pick
from hone.errors import BadInput
from hone.services.assembling import assemble
from hone.services.chat import ChatService
from hone.storage.comparisons import ComparisonStore
from hone.storage.picks import PickStore


class Preferred(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a pair: the reply, with what it was asked by.

    `message.origin` says model, adapter, sampling and prompt version; `conversation` holds the system prompt
    and the setup as they are now. `prompt` is what came before the reply.
    """

    message: Message
    conversation: Conversation
    prompt: Assembly


class PreferencePair(msgspec.Struct, frozen=True, kw_only=True):
    """A reply that was picked over another. `blind` when it was picked without names.

    With `same_prompt` False the two were asked in other words (two system prompts, or branches that went
    apart), so the pair says which prompt works better, and is no example for one prompt.
    """

    pick: Pick
    chosen: Preferred
    rejected: Preferred
    same_prompt: bool
    blind: bool

    @property
    def prompt(self) -> Assembly:
        """What the chosen reply answers."""
        return self.chosen.prompt


class PreferenceService:
    """Lists preferences. Safe from any thread."""

    def __init__(self, chat: ChatService, picks: PickStore, comparisons: ComparisonStore) -> None:
        self._chat = chat
        self._picks = picks
        self._comparisons = comparisons

    def pairs(self, since: datetime | None = None, message_id: str = "") -> list[PreferencePair]:
        """Return the pairs, oldest first; those picked after `since`, and with one reply, when given."""
        known: dict[str, _Talk] = {}
        where = self._picks.conversations()
        pairs = []
        for pick in self._picks.picks(since):
            if message_id and message_id not in (pick.chosen_id, pick.rejected_id):
                continue
            for reply_id in (pick.chosen_id, pick.rejected_id):
                identity = where[reply_id]
                if identity not in known:
                    known[identity] = self._read(identity)
            one, other = known[where[pick.chosen_id]], known[where[pick.rejected_id]]
            pairs.append(_pair(pick, one, other))
        return pairs

    def _read(self, conversation_id: str) -> _Talk:
        conversation = self._chat.get(conversation_id)
        sheet = self._comparisons.sheet(conversation.comparison_id)
        blind = frozenset(identity for each in sheet.judgements if each.blind for identity in each.reply_ids)
        return _Talk(conversation, self._chat.messages(conversation_id), blind)


class _Talk(msgspec.Struct, frozen=True):
    conversation: Conversation
    messages: list[Message]
    blind: frozenset[str]

    def side(self, reply_id: str) -> Preferred:
        path = branch(self.messages, reply_id)
        if not path:
            raise BadInput("A picked reply does not exist any more.", detail=reply_id)
        conversation = self.conversation
        prompt = assemble(conversation.system_prompt, conversation.setup, path[:-1])
        return Preferred(message=path[-1], conversation=conversation, prompt=prompt)


def _pair(pick: Pick, one: _Talk, other: _Talk) -> PreferencePair:
    chosen, rejected = one.side(pick.chosen_id), other.side(pick.rejected_id)
    return PreferencePair(
        pick=pick,
        chosen=chosen,
        rejected=rejected,
        same_prompt=chosen.prompt.plain_turns == rejected.prompt.plain_turns
        and chosen.prompt.prefill == rejected.prompt.prefill,
        blind={pick.chosen_id, pick.rejected_id} <= one.blind,
    )
