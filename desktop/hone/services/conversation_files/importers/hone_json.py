"""Hone's own JSON: what was written comes back exactly."""

from __future__ import annotations

from collections import Counter

import msgspec

from hone.domain.conversation_files import Tree
from hone.errors import BadInput
from hone.services.conversation_files.importers.base import Importer, Values


def _matches(entry: Values) -> bool:
    conversation = entry.get("conversation")
    return isinstance(conversation, dict) and "id" in conversation and "messages" in entry


def _read(entry: Values, left_out: Counter[str]) -> Tree:
    try:
        msgspec.json.encode(entry)  # what Hone writes has no lone surrogates, which no database keeps
        tree = msgspec.convert(dict(entry), Tree)
    except (UnicodeEncodeError, OverflowError) as error:
        raise BadInput("It holds characters or numbers that Hone does not write.") from error
    except msgspec.ValidationError as error:
        raise BadInput(f"It is not as Hone writes conversations: {error}.") from error
    known: set[str] = set()
    for message in tree.messages:
        if message.conversation_id != tree.conversation.id or message.id in known:
            raise BadInput(f"Message {message.id!r} stands in it twice, or belongs elsewhere.")
        if message.parent_id is not None and message.parent_id not in known:
            raise BadInput(f"Message {message.id!r} comes before the message that it answers.")
        known.add(message.id)
    leaf = tree.conversation.leaf_id
    if leaf is not None and leaf not in known:
        raise BadInput("The end of its shown branch is not among its messages.")
    sound = {key: prompt for key, prompt in tree.prompts.items() if prompt.hash == key}
    left_out["prompts that were changed in the file"] += len(tree.prompts) - len(sound)
    # Columns of a comparison come back as conversations of their own: the comparison is not in the file.
    return msgspec.structs.replace(
        tree,
        conversation=msgspec.structs.replace(tree.conversation, comparison_id=""),
        prompts=sound,
    )


HONE = Importer(key="hone", label="Hone", matches=_matches, read=_read)
