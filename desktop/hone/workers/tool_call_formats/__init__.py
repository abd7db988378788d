"""How models write tool calls: one file per family, one line per format."""

from __future__ import annotations

from hone.workers.tool_call_formats.command import ACTION, OLD_ACTION
from hone.workers.tool_call_formats.cursor import Reading
from hone.workers.tool_call_formats.deepseek import DEEPSEEK
from hone.workers.tool_call_formats.format import ToolCallFormat
from hone.workers.tool_call_formats.gemma import GEMMA
from hone.workers.tool_call_formats.glm import GLM
from hone.workers.tool_call_formats.granite import GRANITE
from hone.workers.tool_call_formats.hermes import HERMES
from hone.workers.tool_call_formats.llama import BARE_JSON, PYTHON_TAG
from hone.workers.tool_call_formats.mistral import MISTRAL
from hone.workers.tool_call_formats.qwen_coder import QWEN_CODER

__all__ = ["FORMATS", "Reading", "ToolCallFormat", "formats_of"]

FORMATS: tuple[ToolCallFormat, ...] = (
    HERMES,
    QWEN_CODER,
    GLM,
    MISTRAL,
    PYTHON_TAG,
    BARE_JSON,
    ACTION,
    OLD_ACTION,
    DEEPSEEK,
    GRANITE,
    GEMMA,
)


def formats_of(template: str) -> tuple[ToolCallFormat, ...]:
    """Return the formats that a chat template writes."""
    return tuple(each for each in FORMATS if all(mark in template for mark in each.evidence))
