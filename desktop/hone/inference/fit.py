"""Choose how a model is loaded so that it fits into free memory, or say what would.

What the user fixed is kept. What is left open is chosen by speed for each byte: a layer's weights are read
for every token, and a GPU reads them ten to thirty times faster than a processor, so layers come first. The
window between 4,096 and 8,192 tokens is rarely filled, so it is given up next; then the cache goes to q8_0,
whose loss can hardly be measured; only then layers leave the GPU. q4_0 costs more precision and is taken
only where nothing else loads at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

import msgspec

from hone.domain.fit import (
    SMALLEST_CONTEXT,
    USUAL_CONTEXT,
    Fit,
    FlashAttention,
    FreeMemory,
    KvType,
    LoadForecast,
    LoadSetting,
    Need,
)
from hone.domain.models import ModelFormat
from hone.errors import BadInput

FLOOR = 4096
"""The shortest context that is taken unasked, where the model was trained for as many."""

LONGEST_CONTEXT = 2**24
MARGIN_SHARE = 0.1
MARGIN_BYTES = 300 * 10**6
_ALL = -1


class Needs(Protocol):
    """A model of which is known what it needs under any setting."""

    @property
    def format(self) -> ModelFormat:
        """How the model is stored."""
        ...

    @property
    def trained_context(self) -> int:
        """Tokens that the model was trained for, 0 when not known."""
        ...

    @property
    def layers(self) -> int:
        """How many layers can be on a GPU, the output counted as one."""
        ...

    @property
    def partial_offload(self) -> bool:
        """Whether some layers may be on the GPU and others not."""
        ...

    @property
    def kv_types(self) -> tuple[KvType, ...]:
        """How keys and values may be stored, the most precise first."""
        ...

    def forecast(self, setting: LoadSetting, gpu: bool) -> LoadForecast:
        """Reckon what a setting needs; `gpu`: whether the engine has a GPU with memory of its own."""
        ...


class DoesNotFit(BadInput):
    """No setting within what the user fixed fits. `largest` is what would, None when nothing does."""

    def __init__(
        self, message: str, hint: str, needed: LoadForecast, free: FreeMemory, largest: Fit | None
    ) -> None:
        super().__init__(message, hint)
        self.needed = needed
        self.free = free
        self.largest = largest


def choose(name: str, needs: Needs, wanted: LoadSetting, free: FreeMemory) -> Fit:
    """Return the best setting that fits into `free`; `name` is the model's, for sentences.

    Raises BadInput for a wish that contradicts itself or that the model cannot have, DoesNotFit with the
    needed bytes and the largest setting that would fit.
    """
    _check(name, needs, wanted)
    search = _Search(needs, free)
    found = next(search.settings(wanted), None)
    if found is None:
        raise _refusal(name, search, wanted)
    return search.fit(found)


def fits(forecast: LoadForecast, free: FreeMemory) -> bool:
    """Tell whether a forecast fits with a margin in every place: a tenth of it, at most 300 MB."""
    return _has_room(forecast.memory, free.memory) and _has_room(forecast.gpu, free.gpu or 0)


def _has_room(need: Need, free: int) -> bool:
    return need.total == 0 or need.total + _margin(need) <= free


def _margin(need: Need) -> float:
    return min(MARGIN_SHARE * need.total, MARGIN_BYTES)


class _Search:
    """Tries settings of one model against one state of the memory."""

    def __init__(self, needs: Needs, free: FreeMemory) -> None:
        self.needs = needs
        self.free = free

    def forecast(self, setting: LoadSetting) -> LoadForecast:
        """Reckon a setting on this machine."""
        return self.needs.forecast(setting, self.free.gpu is not None)

    def fits(self, setting: LoadSetting) -> bool:
        """Tell whether a setting fits."""
        return fits(self.forecast(setting), self.free)

    def fit(self, setting: LoadSetting) -> Fit:
        """Return a setting with all that is known of it."""
        return Fit(
            setting=setting,
            forecast=self.forecast(setting),
            free=self.free,
            layers=self.needs.layers,
            format=self.needs.format,
        )

    def settings(self, wanted: LoadSetting) -> Iterator[LoadSetting]:
        """Yield settings that fit, the best first."""
        types = self.types(wanted)
        lowest, highest = self.contexts(wanted)
        if self.free.gpu is None or wanted.gpu_layers != _ALL:
            yield from self._with_types(wanted, types, lowest, highest)
            return
        yield from self._with_types(wanted, types[:2], lowest, highest)
        for kv_type in types:
            layers = self._most_layers(_with(wanted, kv_type, lowest))
            if layers is not None:
                partial = msgspec.structs.replace(wanted, gpu_layers=layers)
                yield from self._with_types(partial, (kv_type,), lowest, highest)

    def _with_types(
        self, wanted: LoadSetting, types: tuple[KvType, ...], lowest: int, highest: int
    ) -> Iterator[LoadSetting]:
        """Yield for each type the longest context that fits."""
        for kv_type in types:
            length = self.longest(_with(wanted, kv_type, highest), lowest, highest)
            if length is not None:
                yield _with(wanted, kv_type, length)

    def longest(self, setting: LoadSetting, lowest: int, highest: int) -> int | None:
        """Return the longest context that fits, in steps of 256; None when not even the lowest does."""

        def at(length: int) -> LoadSetting:
            return msgspec.structs.replace(setting, context_length=length)

        if self.fits(at(highest)):
            return highest
        steps = range(-(-lowest // SMALLEST_CONTEXT), -(-highest // SMALLEST_CONTEXT))
        last = _last(steps, lambda step: self.fits(at(step * SMALLEST_CONTEXT)))
        if last is None:
            return lowest if lowest % SMALLEST_CONTEXT and self.fits(at(lowest)) else None
        return last * SMALLEST_CONTEXT

    def _most_layers(self, setting: LoadSetting) -> int | None:
        """Return how many layers fit on the GPU; None when there is no number with which all fits.

        More layers need more of the GPU and less of the memory, so the fitting numbers lie together.
        """

        def at(layers: int) -> LoadForecast:
            return self.forecast(msgspec.structs.replace(setting, gpu_layers=layers))

        choices = range(self.needs.layers + 1) if self.needs.partial_offload else (0,)
        last = _last(choices, lambda layers: _has_room(at(layers).gpu, self.free.gpu or 0))
        return last if last is not None and fits(at(last), self.free) else None

    def types(self, wanted: LoadSetting) -> tuple[KvType, ...]:
        """Return the types of the cache that may be taken, the most precise first."""
        if wanted.kv_type is not KvType.AUTO:
            return (wanted.kv_type,)
        if wanted.flash_attention is FlashAttention.OFF:
            return (KvType.F16,)
        return self.needs.kv_types

    def contexts(self, wanted: LoadSetting) -> tuple[int, int]:
        """Return the shortest and the longest context that may be taken; none is longer than was trained."""
        trained = self.needs.trained_context
        if wanted.context_length:
            fixed = min(wanted.context_length, trained or wanted.context_length)
            return fixed, fixed
        trained = trained or USUAL_CONTEXT
        longest = min(trained, USUAL_CONTEXT)
        return min(longest, FLOOR), longest


def _last(choices: range | tuple[int, ...], good: Callable[[int], bool]) -> int | None:
    """Return the last choice that is good, when all before it are; None when the first is not."""
    low, high = -1, len(choices)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if good(choices[middle]) else (low, middle)
    return None if low < 0 else choices[low]


def _with(wanted: LoadSetting, kv_type: KvType, length: int) -> LoadSetting:
    """Return a setting with that type; a cache in blocks needs flash attention."""
    flash = wanted.flash_attention if kv_type is KvType.F16 else FlashAttention.ON
    return msgspec.structs.replace(wanted, kv_type=kv_type, context_length=length, flash_attention=flash)


def _check(name: str, needs: Needs, wanted: LoadSetting) -> None:
    if not 0 <= wanted.context_length <= LONGEST_CONTEXT:
        raise BadInput(
            f"A context of {wanted.context_length:,} tokens cannot be had.",
            hint=f"Choose from 1 to {LONGEST_CONTEXT:,}, or 0 for what the model was trained for.",
        )
    if wanted.gpu_layers < _ALL:
        raise BadInput(
            f"{wanted.gpu_layers} layers on the GPU cannot be had.", hint="Use -1 for as many as fit, or 0."
        )
    quantised = wanted.kv_type in (KvType.Q8_0, KvType.Q4_0)
    if quantised and wanted.kv_type not in needs.kv_types:
        raise BadInput(
            f"{name} cannot keep its cache in {wanted.kv_type}: its engine has no such cache for it.",
            hint="Set the KV cache to Auto or f16.",
        )
    if quantised and wanted.flash_attention is FlashAttention.OFF:
        raise BadInput(
            f"A KV cache in {wanted.kv_type} needs flash attention, which is off.",
            hint="Set flash attention to Auto or On, or the KV cache to f16.",
        )


def _refusal(name: str, search: _Search, wanted: LoadSetting) -> DoesNotFit:
    lowest, _ = search.contexts(wanted)
    smallest = _with(wanted, search.types(wanted)[-1], lowest)
    needed = search.forecast(smallest)
    largest = _largest(search, wanted)
    spare = max(_margin(needed.memory), _margin(needed.gpu))
    message = (
        f"{name} does not fit: with a window of {lowest:,} tokens it needs about"
        f" {_places(needed.memory.total, needed.gpu.total)} and {_size(spare)} to spare,"
        f" and {_free(search.free)}."
    )
    return DoesNotFit(message, _advice(search, wanted, largest), needed, search.free, largest)


def _largest(search: _Search, wanted: LoadSetting) -> Fit | None:
    """Return the setting nearest to what was wanted that fits.

    First with other layers, then with a shorter context, last with another cache and flash attention.
    """
    freed = msgspec.structs.replace(wanted, gpu_layers=_ALL)
    if wanted.gpu_layers != _ALL and (same := next(search.settings(freed), None)) is not None:
        return search.fit(same)
    _, highest = search.contexts(wanted)
    best: LoadSetting | None = None
    off = wanted.flash_attention is FlashAttention.OFF
    flash = msgspec.structs.replace(freed, flash_attention=FlashAttention.AUTO) if off else freed
    for open_wish, types in ((freed, search.types(wanted)), (flash, search.needs.kv_types)):
        for setting in _shorter(search, open_wish, types, highest):
            if best is None or setting.context_length > best.context_length:
                best = setting
        if best is not None:
            return search.fit(best)
    return None


def _shorter(
    search: _Search, wanted: LoadSetting, types: tuple[KvType, ...], highest: int
) -> Iterator[LoadSetting]:
    """Yield for each type the longest context below `highest` with which the model loads somehow."""
    for kv_type in types:
        quantised = kv_type is not KvType.F16
        flash = FlashAttention.AUTO if quantised else wanted.flash_attention
        fixed = msgspec.structs.replace(wanted, kv_type=kv_type, flash_attention=flash)

        def at(length: int, fixed: LoadSetting = fixed) -> LoadSetting | None:
            return next(search.settings(msgspec.structs.replace(fixed, context_length=length)), None)

        top = -(-highest // SMALLEST_CONTEXT)

        def good(step: int, at: Callable[[int], LoadSetting | None] = at) -> bool:
            return at(min(highest, step * SMALLEST_CONTEXT)) is not None

        step = _last(range(1, top + 1), good)
        if step is not None and (found := at(min(highest, step * SMALLEST_CONTEXT))) is not None:
            yield found


def _advice(search: _Search, wanted: LoadSetting, largest: Fit | None) -> str:
    if largest is None:
        least = search.forecast(
            _with(
                msgspec.structs.replace(wanted, gpu_layers=0, flash_attention=FlashAttention.AUTO),
                search.needs.kv_types[-1],
                SMALLEST_CONTEXT,
            )
        )
        return (
            f"No setting of this model fits: it needs at least {_size(least.total)}."
            " Choose a smaller quantisation or a smaller model, or close other programs."
        )
    words = [f"a window of {largest.context_length:,} tokens"]
    if search.needs.format is ModelFormat.GGUF and len(search.needs.kv_types) > 1:
        words.append(f"a KV cache in {largest.kv_type}")
    if wanted.flash_attention is FlashAttention.OFF is not largest.flash_attention:
        words.append("flash attention on Auto")
    if wanted.gpu_layers != _ALL:
        layers = "all" if largest.gpu_layers == _ALL else str(largest.gpu_layers)
        words.append(f"{layers} layers on the GPU")
    joined = " and ".join(words) if len(words) < 3 else f"{', '.join(words[:-1])} and {words[-1]}"
    return f"The largest that fits is {joined}: set that, or close other programs."


def _free(free: FreeMemory) -> str:
    if free.gpu is None:
        return f"{_size(free.memory)} are free"
    return f"{_places(free.memory, free.gpu)} are free"


def _places(memory: int, gpu: int) -> str:
    return f"{_size(gpu)} of the GPU and {_size(memory)} of memory" if gpu else _size(memory)


def _size(count: float) -> str:
    return f"{count / 1e9:.1f} GB" if count >= 9.95e8 else f"{count / 1e6:.0f} MB"
