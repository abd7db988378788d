"""Defaults for one model and one data file, each with the evidence behind it."""

from __future__ import annotations

import msgspec

from hone.domain.fields import Value
from hone.domain.plan import Data, Method, Training


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Why a default was chosen: `path` is like "training.learning_rate", `source` a sentence."""

    path: str
    value: Value
    source: str


class Recommendation(msgspec.Struct, frozen=True, kw_only=True):
    """Sections of a plan to start from. `warnings` are sentences to show before anything is trained."""

    data: Data
    method: Method
    training: Training
    reasons: tuple[Reason, ...]
    warnings: tuple[str, ...] = ()

    def reason(self, path: str) -> str:
        """Return the source sentence of one default, "" when it needs none."""
        return next((reason.source for reason in self.reasons if reason.path == path), "")
