"""Whatever a conversation holds, the HTML page that is written of it does nothing and fetches nothing."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any

import pytest

from hone.domain.chat import (
    Attachment,
    Conversation,
    Message,
    MessageState,
    Origin,
    Role,
    ToolCall,
    ToolResult,
)
from hone.domain.conversation_files import Tree
from hone.services.conversation_files.exporters.html_page import HTML

WHEN = datetime(2026, 1, 2, tzinfo=UTC)
HARM = [
    '"><script>alert(1)</script><img src=x onerror=a>\'"</style></title></pre></details>&{title}',
    "[a](javascript:a) [a](JaVaScRiPt:a) [a](java&#10;script:a) [a](data:text/html,x) [a](file:///x)",
    "![x](file:///etc/passwd) ![x](https://evil/x.png) [![x](http://i)](http://l) [a](//host/x)",
    '[a](<https://x" onclick="a>) [a](https://x "t\\" onclick=\\"b") [a](http://x/%22onmouseover=1)',
    '```"><script>\n</code></pre><script>\n```\n\n``` x" onclick="a\ncode\n```',
    "[r]\n\n[r]: javascript:a\n\n<meta http-equiv=refresh content=0>\x00<b>",
]


class Watch(HTMLParser):
    """Notes what could act or fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "img", "iframe", "object", "embed", "link", "base", "form", "svg", "video"):
            self.found.append(tag)
        for name, value in attrs:
            safe = name == "href" and re.match("https?://|mailto:", value or "")
            policy = name == "http-equiv" and value == "Content-Security-Policy"
            if name.startswith("on") or (
                name in ("href", "src", "srcset", "http-equiv") and not (safe or policy)
            ):
                self.found.append(f"{tag} {name}={value}")


@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize("role", [Role.USER, Role.ASSISTANT, Role.TOOL])
def test_nothing_acts_when_everything_in_a_conversation_is_harm(harm: str, role: Role) -> None:
    values: dict[str, Any] = {"text": harm, "reasoning": harm, "correction": harm, "problem": harm}
    message = Message(
        id="m",
        conversation_id="c",
        parent_id=None,
        role=role,
        state=MessageState.COMPLETE,
        created_at=WHEN,
        origin=Origin(model_name=harm, adapter_name=harm),
        attachments=(Attachment(name=harm, text=harm),),
        tool_calls=(ToolCall(harm, harm),),
        tool=ToolResult(name=harm),
        **values,
    )
    about = Conversation(
        id="c", title=harm, created_at=WHEN, updated_at=WHEN, leaf_id="m", system_prompt=harm, tags=(harm,)
    )
    watch = Watch()
    watch.feed("".join(HTML.write([Tree(conversation=about, messages=(message,))])))
    assert watch.found == []
