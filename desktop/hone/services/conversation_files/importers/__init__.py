"""Formats that conversations are read from, told apart by what an entry holds: one line each."""

from __future__ import annotations

from hone.services.conversation_files.importers import chatgpt, hone_json, lm_studio, open_webui, sharegpt
from hone.services.conversation_files.importers.base import Importer

IMPORTERS: tuple[Importer, ...] = (
    hone_json.HONE,
    chatgpt.CHATGPT,
    open_webui.OPEN_WEBUI,
    lm_studio.LM_STUDIO,
    sharegpt.SHAREGPT,
)
