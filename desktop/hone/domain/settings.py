"""What a user chose once and expects to find again."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import msgspec

from hone.domain.endpoints import Endpoint
from hone.domain.fit import FlashAttention, KvType
from hone.domain.model_code import AllowedCode
from hone.domain.tools import McpServer
from hone.domain.user_presets import UserPreset

TEXT_SCALES = (0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
"""Sizes of text that are offered; 1 is the designed one."""


class Theme(StrEnum):
    """The window's colours; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Language(StrEnum):
    """What the window speaks; SYSTEM is the desktop's language, or English where Hone does not know it."""

    SYSTEM = ""
    ENGLISH = "en"
    GERMAN = "de"
    SPANISH = "es"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings with their defaults.

    `model_paths` are models outside Hone's own folder that the user added. `window_geometry` is Qt's
    own, in base64. `context_length`, `threads` and `gpu_layers` mean the same as
    in `hone.ipc.messages.LoadModel`, but that -1 `gpu_layers` are as many as fit; `kv_type` and
    `flash_attention` are chosen by what fits where they are AUTO. A model that was not used for
    `unload_minutes` is taken out of memory, 0: never. Evaluated conversations take up to
    `state_cache_bytes` on disk, 0: none are kept. `allowed_code` are models whose own code may run.
    `presets` are sampling parameters kept under a name.
    `shortcuts` are the user's own keys by command ("" for none), `recent_commands` what was last chosen in
    the palette, newest first; `tour_seen` when the tour was finished or skipped; `chat_panel` is the panel
    that was last open beside the conversation. `data_model_id` reads the rows on the page "Data", which
    are cut at `data_context_length`.
    """

    theme: Theme = Theme.SYSTEM
    text_scale: float = 1.0
    language: Language = Language.SYSTEM
    tour_seen: bool = False
    recent_commands: tuple[str, ...] = ()
    model_paths: tuple[Path, ...] = ()
    last_model_id: str = ""
    last_adapter_id: str = ""
    last_dataset: str = ""
    last_conversation_id: str = ""
    last_page: str = ""
    last_folder: str = ""
    window_geometry: str = ""
    endpoints: tuple[Endpoint, ...] = ()
    mcp_servers: tuple[McpServer, ...] = ()
    context_length: int = 0
    threads: int = 0
    gpu_layers: int = -1
    kv_type: KvType = KvType.AUTO
    flash_attention: FlashAttention = FlashAttention.AUTO
    unload_minutes: float = 15.0
    state_cache_bytes: int = 2 * 10**9
    allowed_code: tuple[AllowedCode, ...] = ()
    shortcuts: dict[str, str] = {}
    presets: tuple[UserPreset, ...] = ()
    chat_panel: str = ""
    data_model_id: str = ""
    data_context_length: int = 1024
