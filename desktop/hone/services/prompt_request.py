"""The prompt of a reply as an engine is asked for it: one way, for replies and for what shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hone.domain.assembly import Assembly
from hone.domain.generation import Prompt
from hone.domain.models import Adapter, Model, ModelFormat
from hone.domain.setup import Setup

_LONGEST_TEMPLATE = 2**20


def prompt_of(assembly: Assembly, setup: Setup, tools: Sequence[dict[str, Any]] = ()) -> Prompt:
    """Return what the engine is asked to answer; `tools` are function descriptions in OpenAI's form."""
    return Prompt(
        turns=assembly.plain_turns,
        prefill=assembly.prefill,
        tools=tuple(tools),
        variables=dict(setup.template_variables),
    )


def template_of(model: Model, adapter: Adapter | None) -> str:
    """Return the chat template that an adapter brings where the model has none, else "": the model's own.

    As the engines do it, see hone.workers.chat_prompt; training writes the template beside the adapter.
    """
    if adapter is None or model.chat_template:
        return ""
    path = adapter.gguf_path if model.format is ModelFormat.GGUF else adapter.path
    if path is None:
        return ""
    file = (path if path.is_dir() else path.parent) / "chat_template.jinja"
    if not file.is_file() or file.stat().st_size > _LONGEST_TEMPLATE:
        return ""
    return file.read_text(encoding="utf-8", errors="replace")
