"""The embedded model as llama.cpp needs it: made once from the weights that the repository holds."""

from __future__ import annotations

import os
from pathlib import Path

from hone.domain.models import ModelFormat
from hone.errors import BadInput
from hone.services.conversion import Conversion
from hone.services.models import DEMO_GGUF, ModelService
from hone.storage.paths import Paths, resources


class EmbeddedModelService:
    """Makes the embedded model's GGUF."""

    def __init__(self, paths: Paths, models: ModelService) -> None:
        self._paths = paths
        self._models = models

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
        conversion = Conversion(self._paths.logs / "converter.log")
        for _ in conversion.model(source, target, "q8_0", self._models.inspect(source).fingerprint):
            pass  # it takes two seconds, so nobody needs to hear of its progress
        return target

    def _target(self) -> Path:
        """Return where the GGUF goes: beside the weights, or into the cache where that is read-only."""
        if os.access(resources(), os.W_OK):
            return resources() / DEMO_GGUF
        return self._paths.cache / DEMO_GGUF
