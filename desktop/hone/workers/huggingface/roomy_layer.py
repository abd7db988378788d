"""A layer of a key-value cache that leaves room for the tokens to come."""

from __future__ import annotations

from typing import Any

import torch
from transformers.cache_utils import DynamicLayer

ROOM = 64
SHARE = 8


class RoomyLayer(DynamicLayer):
    """Like transformers' DynamicLayer, which copies all its keys and values for every token that it adds.

    `keys` and `values` are the filled part of larger tensors. When they are set from outside, as by
    reordering rows, the next update makes new room.
    """

    keys: torch.Tensor
    values: torch.Tensor

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._room: tuple[torch.Tensor, torch.Tensor] | None = None
        self._filled: torch.Tensor | None = None

    def update(
        self, key_states: torch.Tensor, value_states: torch.Tensor, *args: Any, **kwargs: Any
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Add new keys and values, shape (rows, heads, new, size), and return all of them."""
        if not self.is_initialized:
            self.lazy_initialization(key_states, value_states)
        before = self.get_seq_length()
        after = before + key_states.shape[-2]
        if self._room is None or self._filled is not self.keys or self._room[0].shape[-2] < after:
            self._room = (
                _enlarged(self.keys, key_states, before, after),
                _enlarged(self.values, value_states, before, after),
            )
        keys, values = self._room
        keys[:, :, before:after] = key_states
        values[:, :, before:after] = value_states
        self.keys, self.values = keys[:, :, :after], values[:, :, :after]
        self._filled = self.keys
        return self.keys, self.values


def _enlarged(old: torch.Tensor, new: torch.Tensor, before: int, after: int) -> torch.Tensor:
    rows, heads, _, size = new.shape
    fresh = new.new_empty((rows, heads, after + max(ROOM, after // SHARE), size))
    if before:
        fresh[:, :, :before] = old
    return fresh
