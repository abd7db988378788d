"""Models and adapters on disk, and which adapter fits which model."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from hone.domain.endpoints import Endpoint
from hone.domain.sampling import Sampling


class ModelFormat(StrEnum):
    """How a model is stored, and with it which engine runs it."""

    GGUF = "gguf"
    SAFETENSORS = "safetensors"
    ENDPOINT = "endpoint"


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """The sizes by which two copies of one model are recognised."""

    architecture: str
    layers: int
    hidden_size: int
    intermediate_size: int
    heads: int
    kv_heads: int
    vocabulary: int


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """A model on disk, or behind an `endpoint`: then `path` is only a name.

    `fingerprint` names the weights (equal for a folder and the GGUF that we made from it; empty when
    a GGUF does not say). `sampling` is what its makers recommend, else the defaults. `problem` says in a
    sentence why it cannot be used; empty when it can. `runs_own_code` is true for a folder whose Python
    files a user has allowed to run. `can_train` is true for safetensors folders that transformers can load
    by itself.
    """

    id: str
    name: str
    path: Path
    format: ModelFormat
    size_bytes: int
    shape: Shape | None = None
    parameters: int | None = None
    context_length: int | None = None
    quantization: str = ""
    chat_template: str | None = None
    fingerprint: str = ""
    sampling: Sampling = Sampling()
    is_demo: bool = False
    problem: str = ""
    endpoint: Endpoint | None = None
    runs_own_code: bool = False

    @property
    def can_chat(self) -> bool:
        """Whether it takes turns of a conversation; a server applies a template of its own."""
        return bool(self.chat_template) or self.endpoint is not None

    @property
    def can_train(self) -> bool:
        """Whether the wizard may offer this model as a base."""
        return self.format is ModelFormat.SAFETENSORS and not self.problem and not self.runs_own_code


def endpoint_model(endpoint: Endpoint) -> Model:
    """Return an endpoint as a model to talk to."""
    return Model(
        id=endpoint.id,
        name=endpoint.name,
        path=Path(endpoint.id),
        format=ModelFormat.ENDPOINT,
        size_bytes=0,
        context_length=endpoint.context_length or None,
        endpoint=endpoint,
    )


class Adapter(msgspec.Struct, frozen=True, kw_only=True):
    """A trained LoRA adapter: a PEFT folder, and its GGUF form when one was made."""

    id: str
    name: str
    path: Path
    gguf_path: Path | None
    base_name: str
    base_fingerprint: str
    base_shape: Shape | None
    method: str
    run_id: str
    created_at: datetime

    def fits(self, model: Model) -> bool:
        """Whether this adapter may be used over `model`.

        Same weights by fingerprint; a GGUF that does not record one must have the same shape.
        """
        if model.format is ModelFormat.ENDPOINT:
            return False
        if model.format is ModelFormat.GGUF and self.gguf_path is None:
            return False
        if model.fingerprint:
            return model.fingerprint == self.base_fingerprint
        return model.shape is not None and model.shape == self.base_shape


class AdapterChoice(msgspec.Struct, frozen=True, kw_only=True):
    """An adapter to use, and how strongly: 1 is as trained."""

    adapter: Adapter
    scale: float = 1.0
