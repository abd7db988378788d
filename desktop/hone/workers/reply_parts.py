"""Tell the parts of a reply apart while it streams: text, reasoning, tool calls.

Only what the model's own chat template writes is looked for, so a model without such marks never has its text
split. A mark that is a control token of the model counts as that token only, never as letters.
"""

from __future__ import annotations

from collections.abc import Collection

from hone.workers.channel_reply import ChannelReply, uses_channels
from hone.workers.marked_reply import MarkedReply
from hone.workers.part_kinds import Part, PlainText, ReasoningPart, ReplyParts, TextPart, ToolCallPart
from hone.workers.reasoning_marks import opened_by, pairs_of
from hone.workers.tool_call_formats import formats_of

__all__ = [
    "Part",
    "PlainText",
    "ReasoningPart",
    "ReplyParts",
    "TextPart",
    "ToolCallPart",
    "parts_for",
]


def parts_for(
    prompt_text: str, template: str, control: Collection[str], has_tools: bool, prefill: str = ""
) -> ReplyParts:
    """Choose how to split the reply to a rendered prompt, by what its template writes.

    `control` are the texts of the model's control tokens. `prefill` is the beginning of the reply with which
    `prompt_text` ends; it may have opened a block, but is not told again.
    """
    before = prompt_text.removesuffix(prefill)
    if uses_channels(template):
        return ChannelReply(before, control, has_tools, prefill)
    pairs = pairs_of(template)
    formats = formats_of(template) if has_tools else ()
    if not pairs and not formats:
        return PlainText()
    return MarkedReply(pairs, formats, frozenset(control), opened_by(before, pairs), prefill)
