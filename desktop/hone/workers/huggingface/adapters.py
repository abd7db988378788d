"""PEFT adapters over one base model: loaded once, chosen per request or per row of a batch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hone.domain.generation import AdapterUse, Variant
from hone.errors import BadInput
from hone.workers.huggingface.adapter_folder import AdapterFolder, Family, read_adapter
from hone.workers.serving import Broken, file_stamp

if TYPE_CHECKING:
    from peft import PeftModel
    from transformers import PreTrainedModel

RESIDENT = 24
_Stamp = tuple[str, int, int]
_BASE_NAME = "__base__"  # peft's name for "no adapter" in a batch
_NOT_KNOWN = ((_BASE_NAME, 0.0),)  # equals no blend's layers, so that the next use sets what is active


@dataclass(frozen=True)
class Blend:
    """A variant as this engine computes it: resident adapters with scales, and soft prompts before the text.

    Equal blends compute the same, so they may share caches. `alone` is true when its rows cannot stand in a
    batch with rows of other blends.
    """

    layers: tuple[tuple[str, float], ...] = ()
    soft_prompts: tuple[_Stamp, ...] = ()
    alone: bool = False


class Busy(Exception):
    """Adapters of another company are in use; the request has to wait for them."""


class Company(StrEnum):
    """Which adapters may be in the model at the same time.

    peft puts only one kind of layers into a model, and a batch of rows with different adapters fails while
    any adapter in the model replaces whole modules.
    """

    LORA = "lora"
    REPLACING = "replacing"
    IA3 = "ia3"


class Adapters:
    """Puts adapters on a model and takes them off again.

    peft is imported with the first adapter that changes layers: most requests need none, and it takes a
    second or two.
    """

    def __init__(self, base: PreTrainedModel) -> None:
        self._base = base
        self._peft: PeftModel | None = None
        self._company: Company | None = None
        self._names: dict[_Stamp, str] = {}
        self._folders: dict[_Stamp, AdapterFolder] = {}
        self._active: tuple[tuple[str, float], ...] = ()
        self._scaled: dict[str, float] = {}
        self._count = 0

    def blend(self, variant: Variant, in_use: Sequence[Blend]) -> Blend:
        """Make a variant ready and return it; raises BadInput when it cannot be used.

        `in_use` are the blends of what is being computed. Raises Busy when this one cannot be in the model
        together with those, and Broken when loading failed too late.
        """
        uses = [use for use in variant.adapters if use.scale != 0.0]
        if variant.soft_prompt is not None:
            uses.append(AdapterUse(path=variant.soft_prompt))
        found = [(use, file_stamp(use.path)) for use in uses]
        folders = [(use, stamp, self._folder(use.path, stamp)) for use, stamp in found]
        _refuse_mixtures(folders)
        on_layers = [entry for entry in folders if not entry[2].virtual_tokens]
        if on_layers:
            self._settle(_company([folder for *_, folder in on_layers]), in_use)
        layers = tuple((self._resident(stamp, folder, in_use), use.scale) for use, stamp, folder in on_layers)
        plain = all(folder.plain and use.scale == 1.0 for use, _, folder in folders)
        return Blend(
            layers=layers,
            soft_prompts=tuple(stamp for _, stamp, folder in folders if folder.virtual_tokens),
            alone=bool(folders) and not (plain and len(folders) == 1),
        )

    def soft_prompt(self, stamp: _Stamp) -> AdapterFolder:
        """Return the folder of a soft prompt that a blend names."""
        return self._folders[stamp]

    def caller(self, blends: Sequence[Blend]) -> Callable[..., Any]:
        """Return what to call to evaluate rows, one blend per row; it stays right until the next call."""
        first = blends[0].layers
        if all(blend.layers == first for blend in blends):
            self._activate(first)
            return self._base
        assert self._peft is not None
        names = [blend.layers[0][0] if blend.layers else _BASE_NAME for blend in blends]
        self._peft.base_model.enable_adapter_layers()
        for name in set(names) - {_BASE_NAME}:
            self._scale(name, 1.0)
        self._active = _NOT_KNOWN
        peft = self._peft
        peft.active_adapter = next(name for name in names if name != _BASE_NAME)  # it asks for its config
        return lambda **arguments: peft(adapter_names=names, **arguments)

    def _activate(self, layers: tuple[tuple[str, float], ...]) -> None:
        if layers == self._active or self._peft is None:
            return
        if not layers:
            self._peft.base_model.disable_adapter_layers()
        else:
            self._peft.base_model.enable_adapter_layers()
            self._peft.base_model.set_adapter([name for name, _ in layers], inference_mode=True)
            for name, scale in layers:
                self._scale(name, scale)
        self._active = layers

    def _scale(self, name: str, scale: float) -> None:
        from peft.tuners.lora.layer import LoraLayer

        assert self._peft is not None
        if self._scaled.get(name, 1.0) == scale:
            return
        for module in self._peft.modules():
            if isinstance(module, LoraLayer):
                module.set_scale(name, scale)
        self._scaled[name] = scale

    def _folder(self, path: Path, stamp: _Stamp) -> AdapterFolder:
        if stamp not in self._folders:
            self._folders[stamp] = read_adapter(path, self._base)
        return self._folders[stamp]

    def _resident(self, stamp: _Stamp, folder: AdapterFolder, in_use: Sequence[Blend]) -> str:
        """Return the name under which peft knows an adapter, loading it when it does not."""
        if stamp in self._names:
            self._names[stamp] = self._names.pop(stamp)  # the last in the dictionary was used last
        else:
            self._make_room({name for blend in in_use for name, _ in blend.layers})
            self._load(stamp, folder)
        return self._names[stamp]

    def _settle(self, company: Company, in_use: Sequence[Blend]) -> None:
        """Take adapters of another company out of the model; raises Busy while they are in use."""
        if self._company not in (None, company):
            if any(blend.layers for blend in in_use):
                raise Busy
            self._unload()
        self._company = company

    def _load(self, stamp: _Stamp, folder: AdapterFolder) -> None:
        from peft import PeftModel

        name = f"adapter-{self._count}"
        self._count += 1
        path, device = str(folder.path), str(self._base.device)
        self._active = _NOT_KNOWN
        try:
            if self._peft is None:
                self._peft = PeftModel.from_pretrained(
                    self._base, path, adapter_name=name, local_files_only=True, torch_device=device
                )
            else:
                self._peft.load_adapter(path, adapter_name=name, local_files_only=True, torch_device=device)
        except (OSError, ValueError, KeyError, TypeError, RuntimeError, AttributeError) as error:
            raise Broken(
                f"The adapter {folder.path} could not be put on this model.",
                hint="Choose the model that it was trained on.",
                detail=f"{type(error).__name__}: {error}",
            ) from error
        self._peft.eval()
        self._names[stamp] = name

    def _make_room(self, needed: set[str]) -> None:
        """Drop the adapters that were not used for the longest time when there are many."""
        idle = [stamp for stamp, name in self._names.items() if name not in needed]
        for stamp in idle[: max(0, len(self._names) - RESIDENT + 1)]:
            assert self._peft is not None
            self._peft.delete_adapter(self._names.pop(stamp))
            self._active = _NOT_KNOWN

    def _unload(self) -> None:
        """Take all layers off again.

        The last adapter is deleted before: peft leaves what an active one replaces in the base.
        """
        names = list(self._names.values())
        if self._peft is not None and names:
            self._peft.base_model.set_adapter(names[-1:], inference_mode=True)
            for name in names:
                self._peft.delete_adapter(name)
            self._peft.unload()
        self._peft, self._active = None, ()
        self._names.clear()
        self._scaled.clear()


def _company(folders: Sequence[AdapterFolder]) -> Company:
    if any(folder.replaces for folder in folders):
        return Company.REPLACING
    return Company.IA3 if folders[0].family is Family.IA3 else Company.LORA


def _refuse_mixtures(folders: Sequence[tuple[AdapterUse, _Stamp, AdapterFolder]]) -> None:
    families = {folder.family for *_, folder in folders}
    if {Family.LORA, Family.IA3} <= families:
        raise BadInput(
            "LoRA and IA3 adapters cannot be used together.", hint="Choose adapters of one kind for a reply."
        )
    if Family.PREFIX in families and len([f for f in families if f in (Family.PROMPT, Family.PREFIX)]) > 1:
        raise BadInput(
            "Prefix tuning cannot be used together with another soft prompt.", hint="Choose one of them."
        )
    for use, _, folder in folders:
        if folder.family is not Family.LORA and use.scale != 1.0:
            raise BadInput(
                f"The adapter {folder.path} is no LoRA, so its strength cannot be changed.",
                hint="Use it with the scale 1, or leave it out.",
            )
