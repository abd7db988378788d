"""Formats that conversations are written in: one line each."""

from __future__ import annotations

from hone.services.conversation_files.exporters import html_page, json_tree, markdown_text
from hone.services.conversation_files.exporters.base import Exporter

EXPORTERS: tuple[Exporter, ...] = (markdown_text.MARKDOWN, html_page.HTML, json_tree.JSON)
