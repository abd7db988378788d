"""Which replies people preferred, as pairs with everything that made them."""

from __future__ import annotations

from datetime import datetime

import msgspec

from hone.domain.assembly import Assembly
from hone.domain.chat import Conversation, Message, branch
from hone.domain.comparing import Pick
from hone.domain.prompt_snapshot import MadeWith, PromptSnapshot, hashes_of
from hone.errors import BadInput
from hone.services.as_made import made_with
from hone.services.assembling import assemble
from hone.services.chat import ChatService
from hone.storage.comparisons import ComparisonStore
from hone.storage.picks import PickStore
from hone.storage.prompt_snapshots import PromptSnapshotStore


class Preferred(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a pair: the reply, with what it was asked by.

    `message.origin` says model, adapter, sampling and prompt version; `made` is the system prompt and setup
    it was made with, as far as they are known. `prompt` is what came before the reply.
    """

    message: Message
    conversation: Conversation
    made: MadeWith
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

    def __init__(
        self,
        chat: ChatService,
        picks: PickStore,
        comparisons: ComparisonStore,
        snapshots: PromptSnapshotStore,
    ) -> None:
        self._chat = chat
        self._snapshots = snapshots
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
        blind = tuple(each.reply_ids for each in sheet.judgements if each.blind)
        messages = self._chat.messages(conversation_id)
        hashes = {each for message in messages for each in hashes_of(message)}
        return _Talk(conversation, messages, self._snapshots.get(hashes), blind)


class _Talk(msgspec.Struct, frozen=True):
    conversation: Conversation
    messages: list[Message]
    snapshots: dict[str, PromptSnapshot]
    blind: tuple[frozenset[str], ...]

    def side(self, reply_id: str) -> Preferred:
        path = branch(self.messages, reply_id)
        if not path:
            raise BadInput("A picked reply does not exist any more.", detail=reply_id)
        reply = path[-1]
        made = made_with(self.conversation, reply, self.snapshots)
        prompt = assemble(made.system_prompt, made.setup, path[:-1], reply.text[: reply.given])
        return Preferred(message=reply, conversation=self.conversation, made=made, prompt=prompt)


def _pair(pick: Pick, one: _Talk, other: _Talk) -> PreferencePair:
    chosen, rejected = one.side(pick.chosen_id), other.side(pick.rejected_id)
    return PreferencePair(
        pick=pick,
        chosen=chosen,
        rejected=rejected,
        same_prompt=chosen.prompt.plain_turns == rejected.prompt.plain_turns
        and chosen.prompt.prefill == rejected.prompt.prefill,
        blind=any({pick.chosen_id, pick.rejected_id} <= judged for judged in one.blind),
    )
