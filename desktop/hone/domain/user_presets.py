"""Sampling parameters that a user keeps under a name."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hone.domain.sampling import Sampling
from hone.errors import BadInput


class UserPreset(msgspec.Struct, frozen=True, kw_only=True):
    """A name and the parameters that choose tokens; length and seed are left as they are."""

    name: str
    sampling: Sampling

    def applied_to(self, sampling: Sampling) -> Sampling:
        """Return `sampling` with this preset's choices."""
        return msgspec.structs.replace(self.sampling, max_tokens=sampling.max_tokens, seed=sampling.seed)


def saved(presets: Sequence[UserPreset], name: str, sampling: Sampling) -> tuple[UserPreset, ...]:
    """Return the presets with one more; one of the same name is replaced."""
    made = UserPreset(name=_checked(name), sampling=sampling)
    others = [preset for preset in presets if preset.name.casefold() != made.name.casefold()]
    return tuple(sorted((*others, made), key=lambda preset: preset.name.casefold()))


def renamed(presets: Sequence[UserPreset], old: str, new: str) -> tuple[UserPreset, ...]:
    """Return the presets with one under another name; raises BadInput when that is taken."""
    name = _checked(new)
    others = [preset for preset in presets if preset.name != old]
    if any(preset.name.casefold() == name.casefold() for preset in others):
        raise BadInput(f"There is a preset {name!r} already.", hint="Choose another name.")
    found = next(preset for preset in presets if preset.name == old)
    return saved(others, name, found.sampling)


def without(presets: Sequence[UserPreset], name: str) -> tuple[UserPreset, ...]:
    """Return the presets but one."""
    return tuple(preset for preset in presets if preset.name != name)


def preset_named_by(presets: Sequence[UserPreset], sampling: Sampling) -> str:
    """Return the name of the preset that `sampling` matches; "" when none."""
    return next((preset.name for preset in presets if preset.applied_to(sampling) == sampling), "")


def _checked(name: str) -> str:
    kept = " ".join(name.split())[:60]
    if not kept:
        raise BadInput("A preset needs a name.", hint="Type at least one letter.")
    return kept
