"""With which prompt a reply was made: as it was kept beside it, else as the conversation has it now."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from hone.domain.chat import Conversation, Message
from hone.domain.prompt_snapshot import MadeWith, PromptRecord, PromptSnapshot, hashes_of


def made_with(
    conversation: Conversation, reply: Message, snapshots: Mapping[str, PromptSnapshot]
) -> MadeWith:
    """Return the prompt of a reply; `snapshots` are those that its origin names, as far as they are known."""
    setup = conversation.setup
    hashes = hashes_of(reply)
    first = snapshots.get(reply.origin.prompt_hash) if reply.origin is not None else None
    if first is None:
        return MadeWith(system_prompt=conversation.system_prompt, setup=setup, record=PromptRecord.PRESENT)
    same = all(each in snapshots and snapshots[each].same_prompt(first) for each in hashes)
    continued = reply.origin.continued if reply.origin is not None else ()
    known = same and all(each.prompt_hash for each in continued)
    return MadeWith(
        system_prompt=first.system_prompt,
        setup=msgspec.structs.replace(first.applied_to(setup), prefill=""),
        record=PromptRecord.AS_MADE if known else PromptRecord.CONTINUED,
        tools=first.tools,
    )
