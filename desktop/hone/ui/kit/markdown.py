"""Markdown to the HTML that Qt's text documents understand, safe and in the theme's colours.

Raw HTML stays text, images become their description, links are kept for http, https and mailto only. So
nothing that a model writes can name a file, and the view's own blank resources are the second wall.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import MutableMapping, Sequence
from functools import lru_cache
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from hone.ui.kit.tokens import Colours
from hone.ui.kit.typography import MONO, Type, css_families, scaled

COPY_SCHEME = "hone-copy"
_LONGEST_HIGHLIGHT = 30_000
_SAFE_LINK = re.compile(r"^(https?://|mailto:)", re.IGNORECASE)
_TASK = re.compile(r"^\[([ xX])\]\s+")
_NO_COLOUR = re.compile(r"(background-color|border): [^;\"]+;? ?")

Env = MutableMapping[str, Any]


class Markdown:
    """A renderer for one theme and text scale."""

    def __init__(self, colours: Colours, scale: float = 1.0) -> None:
        self._parser = MarkdownIt("commonmark", {"html": False}, renderer_cls=_QtRenderer)
        self._parser.enable(["table", "strikethrough"])
        self._parser.validateLink = lambda url: bool(_SAFE_LINK.match(url))  # type: ignore[method-assign]
        renderer = self._parser.renderer
        assert isinstance(renderer, _QtRenderer)
        renderer.colours = colours
        renderer.caption_size = scaled(Type.CAPTION, scale)

    def render(self, text: str) -> str:
        """Return HTML for `text`."""
        html: str = self._parser.render(text, {"codes": 0})
        return html

    def codes(self, text: str) -> list[str]:
        """Return the code blocks of `text`, in order; the n-th is what the link `hone-copy:n` copies."""
        tokens = self._parser.parse(text, {})
        return [token.content for token in tokens if token.type in ("fence", "code_block")]


def document_css(colours: Colours, scale: float, tone: str = "text") -> str:
    """Return the style sheet of a text document in the colour of the role `tone`."""
    mono = css_families(MONO)
    heading = {
        level: round(scaled(Type.BODY, scale) * factor) for level, factor in ((1, 1.5), (2, 1.28), (3, 1.12))
    }
    return f"""
    body, p, li, h1, h2, h3, h4, h5, h6, td, th, pre {{ color: {getattr(colours, tone)}; }}
    p {{ margin: 0 0 10px 0; line-height: 124%; }}
    li {{ margin: 2px 0 3px 0; line-height: 124%; }}
    ul, ol {{ margin: 0 0 8px 0; }}
    h1 {{ font-size: {heading[1]}px; font-weight: 600; margin: 14px 0 8px 0; }}
    h2 {{ font-size: {heading[2]}px; font-weight: 600; margin: 14px 0 6px 0; }}
    h3, h4, h5, h6 {{ font-size: {heading[3]}px; font-weight: 600; margin: 12px 0 6px 0; }}
    a {{ color: {colours.accent_text}; text-decoration: none; }}
    code {{ font-family: {mono}; font-size: {scaled(Type.MONO, scale)}px; background-color: {colours.code}; }}
    pre {{ font-family: {mono}; font-size: {scaled(Type.MONO, scale)}px; margin: 0; line-height: 118%; white-space: pre-wrap; }}
    strong {{ font-weight: 600; }}
    """


def stable_length(text: str) -> int:
    """Return how much of a growing text will not change its looks: up to the last blank line outside a fence."""
    fence = ""
    stable = position = 0
    for line in text.splitlines(keepends=True):
        mark = line.lstrip()[:3]
        if mark in ("```", "~~~") and (not fence or mark == fence):
            fence = "" if fence else mark
        position += len(line)
        if not fence and not line.strip() and line.endswith("\n"):
            stable = position
    return stable


@lru_cache(maxsize=4)
def _formatter(style: str) -> HtmlFormatter[str]:
    return HtmlFormatter(noclasses=True, nowrap=True, style=style)


def _highlighted(code: str, language: str, style: str) -> str:
    if not language or len(code) > _LONGEST_HIGHLIGHT:
        return escape(code)
    try:
        lexer = get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return escape(code)
    return _NO_COLOUR.sub("", highlight(code, lexer, _formatter(style)).rstrip("\n"))


class _QtRenderer(RendererHTML):
    """Writes what Qt draws well: tables carry their look as attributes, code blocks are tables with a head."""

    colours: Colours
    caption_size: int

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Write a code block: language and copy link above, highlighted code below."""
        token = tokens[idx]
        words = token.info.split()
        return self._code(token.content, words[0] if words else "", env)

    def code_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Write an indented code block."""
        return self._code(tokens[idx].content, "", env)

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Write an image's description; images are never loaded."""
        text = tokens[idx].content or "image"
        return f'<span style="color:{self.colours.text_muted}">[{escape(text)}]</span>'

    def html_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Keep raw HTML as text."""
        return escape(tokens[idx].content)

    html_inline = html_block

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Open a table with hairlines."""
        return (
            f'<table border="1" cellspacing="0" cellpadding="6" '
            f'style="border-collapse:collapse; border-style:solid; border-color:{self.colours.border_strong}; '
            f'margin-top:4px; margin-bottom:12px;">'
        )

    def th_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Open a head cell."""
        return f'<th align="{_alignment(tokens[idx])}" bgcolor="{self.colours.code}">'

    def td_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Open a cell."""
        return f'<td align="{_alignment(tokens[idx])}">'

    def blockquote_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Open a quotation: a bar and muted text."""
        return (
            '<table border="0" cellspacing="0" cellpadding="0" width="100%" style="margin-bottom:8px;">'
            f'<tr><td width="3" bgcolor="{self.colours.border_strong}"></td>'
            f'<td style="padding-left:12px; color:{self.colours.text_muted}">'
        )

    def blockquote_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Close a quotation."""
        return "</td></tr></table>"

    def hr(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Write a hairline."""
        return (
            '<table border="0" cellspacing="0" cellpadding="0" width="100%" style="margin:8px 0 12px 0;">'
            f'<tr><td bgcolor="{self.colours.border}" style="font-size:1px">&nbsp;</td></tr></table>'
        )

    def text(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Write text; the mark of a task list went into its item."""
        content = tokens[idx].content
        if idx == 0 and env.pop("task", False):
            content = _TASK.sub("", content)
        return escape(content)

    def list_item_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Open an item; `[x]` and `[ ]` become boxes."""
        task = _task(tokens, idx)
        if task is None:
            return "<li>"
        env["task"] = True
        return "<li>☐&nbsp; " if task == " " else "<li>☑&nbsp; "

    def bullet_list_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Open a list; one of tasks has no bullets."""
        return '<ul style="list-style-type:none">' if _task(tokens, idx + 1) is not None else "<ul>"

    def _code(self, code: str, language: str, env: Env) -> str:
        number = env["codes"]
        env["codes"] = number + 1
        body = _highlighted(code.rstrip("\n"), language, self.colours.pygments)
        small = f"font-size:{self.caption_size}px"
        return (
            '<table border="0" cellspacing="0" cellpadding="0" width="100%" '
            'style="margin-top:4px; margin-bottom:12px;">'
            f'<tr><td style="padding-top:8px; padding-left:14px"><span style="color:{self.colours.text_faint};{small}">'
            f"{escape(language) or 'text'}</span></td>"
            f'<td align="right" style="padding-top:8px; padding-right:14px"><a href="{COPY_SCHEME}:{number}" '
            f'style="color:{self.colours.text_muted};{small};text-decoration:none">Copy</a></td></tr>'
            f'<tr><td colspan="2" style="padding-top:6px; padding-left:14px; padding-right:14px; padding-bottom:12px"><pre>{body}</pre></td></tr></table>'
        )


def _alignment(token: Token) -> str:
    style = str(token.attrGet("style") or "")
    return next((side for side in ("right", "center") if side in style), "left")


def _task(tokens: Sequence[Token], item: int) -> str | None:
    """Return the mark of a task ("x" or " "); None for another item."""
    inline = next((token for token in tokens[item + 1 : item + 3] if token.type == "inline"), None)
    found = _TASK.match(inline.content) if inline is not None else None
    return found.group(1) if found else None
