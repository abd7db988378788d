"""Conversations into files and back; a format is one file in `exporters` or `importers`, and one line."""

from __future__ import annotations

from hone.services.conversation_files.service import ConversationFileService

__all__ = ["ConversationFileService"]
