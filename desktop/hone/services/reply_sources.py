"""What a reply is made with: engines and models, and what may fit the prompt and describe tools."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from hone.domain.assembly import Assembly
from hone.domain.generation import Generate, Provenance
from hone.domain.generation import ReplyEvent as EngineEvent
from hone.domain.models import Adapter, AdapterChoice, Model
from hone.domain.sampling import Sampling
from hone.domain.setup import Setup


class Engines(Protocol):
    """What a reply needs of the engines."""

    def reply(
        self, model: Model, request: Generate, adapters: Sequence[AdapterChoice] = (), quantization: str = ""
    ) -> Iterator[EngineEvent]:
        """Load the model when needed and stream the reply."""

    def cancel(self, request_id: str) -> None:
        """End one request from any thread."""

    def made_by(self, model: Model) -> Provenance:
        """Return what the engine that holds a model tells of itself."""


class Catalogue(Protocol):
    """What a reply needs of the models on disk."""

    def find_model(self, name_or_path: str) -> Model:
        """Return a model by its id, name or path."""

    def find_adapter(self, name_or_path: str) -> Adapter:
        """Return an adapter by its id, name or path."""


class ContextWindow(Protocol):
    """Makes a prompt fit a model's window."""

    def fit(
        self,
        model: Model,
        adapter: Adapter | None,
        assembly: Assembly,
        setup: Setup,
        sampling: Sampling,
        tools: Sequence[dict[str, Any]] = (),
    ) -> Assembly:
        """Return what will be said, with the ids of messages left out; BadInput where it must not shrink."""


class ToolBox(Protocol):
    """Knows the tools that a model may call."""

    def describe(self, setup: Setup) -> tuple[dict[str, Any], ...]:
        """Return the descriptions of the tools of a setup, in OpenAI's form."""
