"""One HTML page that needs nothing else: readable in light and dark, without scripts, everything escaped.

Markdown becomes HTML with raw HTML as text and without pictures, so that opening a page fetches nothing; a
Content-Security-Policy says the same to the browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from hone.domain.chat import Message
from hone.domain.conversation_files import Tree
from hone.services.conversation_files.exporters.base import Exporter, moment, remarks, shown, speaker

_SAFE_LINK = re.compile(r"^(https?://|mailto:)", re.IGNORECASE)

_STYLE = """
:root { color-scheme: light dark; --ground: #ffffff; --text: #1a1a1f; --muted: #5c5c68; --line: #e7e7ec;
  --bubble: #f1f1f6; --code: #f5f5f8; --accent: #4b4bc3; }
@media (prefers-color-scheme: dark) { :root { --ground: #17171b; --text: #ececf1; --muted: #a9a9b6;
  --line: #2a2a31; --bubble: #26262d; --code: #111114; --accent: #ababf9; } }
body { margin: 0 auto; max-width: 46rem; padding: 3rem 1.5rem 5rem; background: var(--ground);
  color: var(--text); font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
header p, .who, summary { color: var(--muted); font-size: .85rem; }
.who { font-weight: 600; margin: 0 0 .25rem; }
article { margin: 1.75rem 0; }
.user .said { background: var(--bubble); border-radius: .9rem; padding: .7rem 1.1rem; width: fit-content;
  max-width: 85%; margin-left: auto; white-space: pre-wrap; }
.user .who { text-align: right; }
pre { background: var(--code); border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem;
  overflow-x: auto; font-size: .85rem; }
code { font-family: ui-monospace, monospace; font-size: .9em; }
blockquote, details { border-left: 3px solid var(--line); margin: .75rem 0; padding: .1rem 0 .1rem 1rem;
  color: var(--muted); }
table { border-collapse: collapse; } td, th { border: 1px solid var(--line); padding: .3rem .6rem; }
a { color: var(--accent); } hr { border: 0; border-top: 1px solid var(--line); margin: 3rem 0; }
""".strip()

_HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body>
"""


def _write(trees: Iterable[Tree]) -> Iterator[str]:
    render = _renderer()
    begun = False
    for tree in trees:
        title = escape(tree.conversation.title)
        yield "<hr>\n" if begun else _HEAD.format(title=title, style=_STYLE)
        begun = True
        yield f"<header><h1>{title}</h1><p>{moment(tree.conversation.created_at)}"
        yield "".join(f" · #{escape(tag)}" for tag in tree.conversation.tags)
        yield "</p></header>\n"
        if tree.conversation.system_prompt:
            yield _folded("System prompt", f"<pre>{escape(tree.conversation.system_prompt)}</pre>")
        for message in shown(tree):
            yield from _message(message, render)
    yield "</body>\n</html>\n"


class _Render:
    """Markdown to safe HTML."""

    def __init__(self) -> None:
        from markdown_it import MarkdownIt

        self._parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
        self._parser.disable("image")
        self._parser.validateLink = lambda url: bool(_SAFE_LINK.match(url))  # type: ignore[method-assign]

    def __call__(self, text: str) -> str:
        return str(self._parser.render(text))


def _renderer() -> _Render:
    return _Render()


def _message(message: Message, render: _Render) -> Iterator[str]:
    said = remarks(message)
    who = escape(speaker(message)) + (f" · {', '.join(said)}" if said else "")
    yield f'<article class="{escape(message.role.value)}"><p class="who">{who}</p>\n'
    for attachment in message.attachments:
        yield _folded(f"Attached: {attachment.name}", f"<pre>{escape(attachment.text)}</pre>")
    if message.reasoning:
        yield _folded("Reasoning", render(message.reasoning))
    for call in message.tool_calls:
        yield _folded(f"Calls {call.name}", f"<pre>{escape(call.arguments)}</pre>")
    body = render(message.text) if message.role == "assistant" else escape(message.text)
    yield f'<div class="said">{body}</div>\n'
    if message.correction:
        yield _folded("Should have been", render(message.correction))
    if message.problem:
        yield f'<p class="who">{escape(message.problem)}</p>\n'
    yield "</article>\n"


def _folded(title: str, inner: str) -> str:
    return f"<details><summary>{escape(title)}</summary>{inner}</details>\n"


HTML = Exporter(key="html", label="HTML page", suffix=".html", many=False, write=_write)
