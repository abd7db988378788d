"""A key-value cache of several rows, with what says which of its slots hold something.

Rows of different length stand in one cache by left padding: slots that hold nothing are masked, and the
position of a token is counted from its own row. That is right for layers that keep every slot. A cache
with sliding windows or recurrent states counts differently, so its rows are never put beside rows of
another length ("not plain").
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence

import torch
from transformers import Cache, DynamicCache
from transformers.cache_utils import DummyLayer, DynamicLayer

from hone.workers.huggingface.roomy_layer import RoomyLayer

PACK_BELOW = 0.75
_Change = Callable[[torch.Tensor], torch.Tensor]


class Slots:
    """Rows of a cache. `mask` of shape (rows, slots) is true where a slot holds a token of its row."""

    def __init__(self, cache: Cache, mask: torch.Tensor, lengths: Sequence[int]) -> None:
        self.cache = cache
        self.mask = mask
        self.lengths = list(lengths)

    @classmethod
    def empty(cls, config: object, device: torch.device, rows: int = 1) -> Slots:
        """Return rows without a token."""
        mask = torch.zeros((rows, 0), dtype=torch.bool, device=device)
        return cls(new_cache(config), mask, [0] * rows)

    @property
    def plain(self) -> bool:
        """Whether every layer keeps every slot, so that rows may be cut, padded and put together."""
        return all(type(layer) in (RoomyLayer, DummyLayer) for layer in self.cache.layers)

    @property
    def bytes(self) -> int:
        """Memory of the keys and values."""
        found = 0
        for layer in self.cache.layers:
            for values in (getattr(layer, "keys", None), getattr(layer, "values", None)):
                if isinstance(values, torch.Tensor):
                    found += values.numel() * values.element_size()
        return found

    def extend(self, mask: torch.Tensor) -> None:
        """Note that the cache has got slots more, of which `mask` (rows, new) tells the filled ones."""
        self.mask = torch.cat([self.mask, mask], dim=1)
        self.lengths = [
            length + new for length, new in zip(self.lengths, mask.sum(dim=1).tolist(), strict=True)
        ]

    def keep(self, rows: Sequence[int]) -> None:
        """Drop all other rows, and slots that no row needs any more when there are many of them."""
        chosen = torch.tensor(list(rows), device=self.mask.device)
        self.cache.reorder_cache(chosen)
        self.mask = self.mask[chosen]
        self.lengths = [self.lengths[row] for row in rows]
        needed = self.mask.any(dim=0)
        if self.plain and len(needed) and float(needed.float().mean()) < PACK_BELOW:
            places = needed.nonzero()[:, 0]
            self._change_layers(lambda values: values.index_select(2, places))
            self.mask = self.mask[:, places]

    def row(self, row: int) -> Slots:
        """Return a copy of one row without its padding."""
        if not self.plain:
            return self._copy_of_row(row)
        places = self.mask[row].nonzero()[:, 0]
        cache = _rebuilt(self.cache, lambda values: values[row : row + 1].index_select(2, places))
        mask = torch.ones((1, len(places)), dtype=torch.bool, device=self.mask.device)
        return Slots(cache, mask, [len(places)])

    def repeated(self, rows: int) -> Slots:
        """Return this single row `rows` times; the original stays as it is."""
        mask = self.mask.repeat(rows, 1)
        if self.plain:
            cache = _rebuilt(self.cache, lambda values: values.expand(rows, -1, -1, -1))
            return Slots(cache, mask, self.lengths * rows)
        cache = copy.deepcopy(self.cache)
        if rows > 1:
            cache.reorder_cache(torch.zeros(rows, dtype=torch.long, device=self.mask.device))
        return Slots(cache, mask, self.lengths * rows)

    def cut(self, count: int) -> Slots | None:
        """Return the first `count` slots of a single row, None when that cannot be done.

        Plain layers share their memory with the original, which stays as it is.
        """
        if count == self.lengths[0]:
            return self
        if self.plain:
            cache = _rebuilt(self.cache, lambda values: values[:, :, :count])
            return Slots(cache, self.mask[:, :count], [count])
        if not self.cache.is_croppable:
            return None
        cache = copy.deepcopy(self.cache)
        try:
            cache.crop(count - self.lengths[0])
        except RuntimeError:  # a sliding window has forgotten what would be needed
            return None
        return Slots(cache, self.mask[:, :count], [count])

    def _copy_of_row(self, row: int) -> Slots:
        cache = copy.deepcopy(self.cache)
        cache.reorder_cache(torch.tensor([row], device=self.mask.device))
        return Slots(cache, self.mask[row : row + 1].clone(), [self.lengths[row]])

    def _change_layers(self, change: _Change) -> None:
        for layer in self.cache.layers:
            if isinstance(layer, DynamicLayer) and layer.is_initialized:
                layer.keys, layer.values = change(layer.keys), change(layer.values)


def new_cache(config: object) -> DynamicCache:
    """Return an empty cache for a model, whose layers leave room where they keep every slot."""
    cache = DynamicCache(config=config)
    cache.layers = [RoomyLayer() if type(layer) is DynamicLayer else layer for layer in cache.layers]
    cache.layer_class_to_replicate = cache.layer_class_to_replicate and RoomyLayer
    return cache


def joined(parts: Sequence[Slots]) -> Slots:
    """Put rows of several caches into one, padded on the left; the originals stay as they are.

    Parts that are not plain must be one and the same single row.
    """
    first = parts[0]
    if all(part is first for part in parts) and len(first.lengths) == 1:
        return first.repeated(len(parts))
    width = max(part.mask.shape[1] for part in parts)
    cache = DynamicCache()
    for number, layer in enumerate(first.cache.layers):
        if not (isinstance(layer, DynamicLayer) and any(_filled(part, number) for part in parts)):
            cache.layers.append(copy.deepcopy(layer))
            continue
        pairs = [_pair(part, number, parts) for part in parts]
        cache.layers.append(
            _layer(
                torch.cat([_padded(keys, width) for keys, _ in pairs]),
                torch.cat([_padded(values, width) for _, values in pairs]),
            )
        )
    mask = torch.cat(
        [torch.nn.functional.pad(part.mask, (width - part.mask.shape[1], 0), value=False) for part in parts]
    )
    return Slots(cache, mask, [length for part in parts for length in part.lengths])


def _filled(part: Slots, number: int) -> bool:
    layers = part.cache.layers
    return number < len(layers) and bool(layers[number].is_initialized)


def _pair(part: Slots, number: int, parts: Sequence[Slots]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return a layer's keys and values; for rows without a token, none of the right shape."""
    if _filled(part, number):
        layer = part.cache.layers[number]
        return layer.keys, layer.values
    like = next(other for other in parts if _filled(other, number)).cache.layers[number]
    rows = len(part.lengths)
    return (
        like.keys.new_zeros((rows, like.keys.shape[1], 0, like.keys.shape[3])),
        like.values.new_zeros((rows, like.values.shape[1], 0, like.values.shape[3])),
    )


def _padded(values: torch.Tensor, width: int) -> torch.Tensor:
    return torch.nn.functional.pad(values, (0, 0, width - values.shape[2], 0))


def _rebuilt(cache: Cache, change: _Change) -> DynamicCache:
    fresh = DynamicCache()
    for layer in cache.layers:
        if isinstance(layer, DynamicLayer) and layer.is_initialized:
            fresh.layers.append(_layer(change(layer.keys), change(layer.values)))
        else:
            fresh.layers.append(copy.deepcopy(layer))
    return fresh


def _layer(keys: torch.Tensor, values: torch.Tensor) -> DynamicLayer:
    layer = RoomyLayer()
    layer.lazy_initialization(keys, values)
    layer.keys, layer.values = keys, values
    return layer
