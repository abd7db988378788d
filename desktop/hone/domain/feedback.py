"""Rows of data sets that are made of conversations, and where they came from."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from hone.domain.prompt_snapshot import PromptRecord
from hone.domain.sampling import Sampling


class RowKind(StrEnum):
    """What the rows of a data set are for: good replies, or one reply that is better than another."""

    INSTRUCTION = "instruction"
    PREFERENCE = "preference"


class RowProvenance(msgspec.Struct, frozen=True, kw_only=True):
    """Where a row came from. `row` names it; `corrected` when a person wrote the good reply.

    `prompt` says whether the row's prompt is the one that the reply was made with, and `rejected_prompt`
    whether the rejected one's is; `left_out` earlier messages are in the row that the model did not read.
    `blind` when the better reply was picked without names.
    """

    row: str
    conversation_id: str
    message_id: str
    rejected_id: str = ""
    made_at: datetime
    corrected: bool = False
    rating: str = ""
    model: str = ""
    model_fingerprint: str = ""
    model_hash: str = ""
    adapter: str = ""
    prompt_version_id: str = ""
    sampling: Sampling = Sampling()
    seed: int = 0
    engine: str = ""
    prompt: PromptRecord = PromptRecord.PRESENT
    prompt_hash: str = ""
    template_variables: dict[str, Any] = {}
    left_out: int = 0
    rejected_prompt: PromptRecord | None = None
    blind: bool = False
    comparison_id: str = ""


class InstructionRow(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Messages with role and content, the good reply last; `tools` in OpenAI's form, when it had some."""

    messages: tuple[dict[str, Any], ...]
    tools: tuple[dict[str, Any], ...] = ()
    provenance: RowProvenance


class PreferenceRow(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A prompt with the better and the worse reply, as DPO takes them, and the tools that both had."""

    prompt: tuple[dict[str, Any], ...]
    chosen: tuple[dict[str, Any], ...]
    rejected: tuple[dict[str, Any], ...]
    tools: tuple[dict[str, Any], ...] = ()
    provenance: RowProvenance


Row = InstructionRow | PreferenceRow


class MadeDataset(msgspec.Struct, frozen=True, kw_only=True):
    """A data set made of conversations; `kind` is that of its rows, None while it has none."""

    name: str
    path: Path
    rows: int = 0
    kind: RowKind | None = None


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What was added to a data set: names of rows, for undoing it. `known` were in it already.

    `left_out` says why replies could not be taken, one sentence each.
    """

    dataset: MadeDataset
    rows: tuple[str, ...] = ()
    known: int = 0
    left_out: tuple[str, ...] = ()
