"""Ready-made sampling parameters."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from hone.domain.sampling import Sampling


@dataclass(frozen=True)
class Preset:
    """A name and the parameters that choose tokens; length and seed are left as they are."""

    key: str
    sampling: Sampling

    def applied_to(self, sampling: Sampling) -> Sampling:
        """Return `sampling` with this preset's choices."""
        return msgspec.structs.replace(self.sampling, max_tokens=sampling.max_tokens, seed=sampling.seed)


PRESETS: tuple[Preset, ...] = (
    Preset("precise", Sampling(temperature=0.2, top_k=20, top_p=0.9, min_p=0.05)),
    Preset("balanced", Sampling()),
    Preset("creative", Sampling(temperature=1.0, top_k=0, top_p=1.0, min_p=0.05)),
)


def preset_of(sampling: Sampling) -> str:
    """Return the key of the preset that `sampling` matches; "" when none."""
    return next((preset.key for preset in PRESETS if preset.applied_to(sampling) == sampling), "")
