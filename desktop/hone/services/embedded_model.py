"""The embedded model as llama.cpp needs it: made once from the weights that the repository holds."""

from __future__ import annotations

import os
from pathlib import Path

from hone.domain.models import ModelFormat
from hone.errors import BadInput
from hone.services.conversion import Conversion
from hone.services.models import DEMO_GGUF, ModelService
from hone.services.rendering import RenderingService
from hone.storage.paths import Paths, resources


class EmbeddedModelService:
    """Makes the embedded model's GGUF; one that reads text as other tokens is not kept."""

    def __init__(self, paths: Paths, models: ModelService, rendering: RenderingService) -> None:
        self._paths = paths
        self._models = models
        self._rendering = rendering

    def make(self, force: bool = False) -> Path:
        """Return the GGUF of the embedded weights, made now unless it is there.

        Raises BadInput when there is no embedded model, HoneError when it cannot be converted.
        """
        source = self._models.demo_folder()
        if not source.is_dir():
            raise BadInput(
                f"There is no embedded model in {source}.", hint="Get the complete source or package again."
            )
        for model in self._models.models() if not force else ():
            if model.is_demo and model.format is ModelFormat.GGUF:
                return model.path
        target = self._target()
        unchecked = target.with_name(f"{target.stem}.unchecked.gguf")
        try:
            self._convert(source, unchecked)
            unchecked.replace(target)
        finally:
            unchecked.unlink(missing_ok=True)
        return target

    def _convert(self, source: Path, target: Path) -> None:
        """Write the GGUF, and raise HoneError unless it reads text as the weights' own tokenizer does."""
        model = self._models.inspect(source)
        conversion = Conversion(self._paths.logs / "converter.log")
        for _ in conversion.model(source, target, "q8_0", model.fingerprint):
            pass  # it takes two seconds, so nobody needs to hear of its progress
        try:
            self._rendering.require_same(model, self._models.inspect(target))
        finally:
            self._rendering.close()  # before the file is renamed, which Windows refuses while it is open

    def _target(self) -> Path:
        """Return where the GGUF goes: beside the weights, or into the cache where that is read-only."""
        if os.access(resources(), os.W_OK):
            return resources() / DEMO_GGUF
        return self._paths.cache / DEMO_GGUF
