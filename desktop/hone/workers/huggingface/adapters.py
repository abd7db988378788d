"""LoRA adapters over one base model: loaded once, chosen per request."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from hone.errors import BadInput
from hone.workers.engine import Broken, file_stamp

if TYPE_CHECKING:
    from peft import PeftModel
    from transformers import PreTrainedModel

_Stamp = tuple[str, int, int]
_LARGEST_CONFIG = 2**20


class Adapters:
    """Puts adapters on a model and takes them off again. `model` is what to call: base or PEFT model.

    peft is imported with the first adapter: most requests need none, and it takes a second or two.
    """

    def __init__(self, base: PreTrainedModel) -> None:
        self._base = base
        self.model: PreTrainedModel | PeftModel = base
        self._peft: PeftModel | None = None
        self._names: dict[_Stamp, str] = {}
        self._in_use: tuple[_Stamp, float] | None = None

    def use(self, folder: Path | None, scale: float) -> bool:
        """Make the next evaluations use the adapter in `folder`, or none; tells whether that is a change.

        Raises BadInput when it is no LoRA in safetensors or does not fit the base model; Broken when that
        was noticed too late.
        """
        wanted = (file_stamp(folder), scale) if folder is not None else None
        if wanted == self._in_use:
            return False
        if folder is None or wanted is None:
            if self._peft is not None:
                self._peft.base_model.disable_adapter_layers()
        else:
            self._switch_to(self._names.get(wanted[0]) or self._load(folder, wanted[0]), scale)
        self._in_use = wanted
        return True

    def _switch_to(self, name: str, scale: float) -> None:
        from peft.tuners.lora.layer import LoraLayer

        assert self._peft is not None
        self._peft.base_model.enable_adapter_layers()
        self._peft.set_adapter(name, inference_mode=True)
        for module in self._peft.modules():
            if isinstance(module, LoraLayer):
                module.set_scale(name, scale)

    def _load(self, folder: Path, stamp: _Stamp) -> str:
        _check_kind(folder)
        _check_shapes(folder, self._base)
        from peft import PeftModel

        name = f"adapter-{len(self._names)}"
        try:
            if self._peft is None:
                self._peft = PeftModel.from_pretrained(
                    self._base, str(folder), adapter_name=name, local_files_only=True
                )
                self.model = self._peft
                self._peft.eval()
            else:
                self._peft.load_adapter(str(folder), adapter_name=name, local_files_only=True)
        except (OSError, ValueError, KeyError, TypeError, RuntimeError) as error:
            raise Broken(
                f"The adapter {folder} could not be put on this model.",
                hint="Choose the model that it was trained on.",
                detail=f"{type(error).__name__}: {error}",
            ) from error
        self._names[stamp] = name
        return name


def _check_kind(folder: Path) -> None:
    """Refuse what is no LoRA, and weights in pickles, before peft looks at them."""
    config = folder / "adapter_config.json"
    if not config.is_file() or config.stat().st_size > _LARGEST_CONFIG:
        raise BadInput(f"{folder} has no adapter_config.json, so it is no adapter.")
    try:
        kind = json.loads(config.read_text(encoding="utf-8")).get("peft_type")
    except (ValueError, AttributeError, RecursionError) as error:
        raise BadInput(
            f"adapter_config.json in {folder} is damaged ({error}).", hint="Choose another adapter."
        ) from error
    if kind != "LORA":
        raise BadInput(
            f"The adapter {folder} is of the kind {kind!r}; only LoRA can be used in chat yet.",
            hint="Choose an adapter trained with LoRA or QLoRA.",
        )
    if not (folder / "adapter_model.safetensors").is_file():
        raise BadInput(
            f"The adapter {folder} has no adapter_model.safetensors.",
            hint="Adapters stored as pickles (.bin) are refused: they can run programs when opened.",
        )


def _check_shapes(folder: Path, base: PreTrainedModel) -> None:
    """Refuse an adapter for another model before peft, which leaves the base changed when it fails."""
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(folder / "adapter_model.safetensors", framework="pt") as file:
            shapes = {name: tuple(file.get_slice(name).get_shape()) for name in file.keys()}  # noqa: SIM118
    except (SafetensorError, OSError) as error:
        raise BadInput(
            f"adapter_model.safetensors in {folder} is damaged ({error}).", hint="Choose another adapter."
        ) from error
    for name, shape in shapes.items():
        stem, found, part = name.removeprefix("base_model.model.").rpartition(".lora_")
        if not found or part not in ("A.weight", "B.weight"):
            continue
        try:
            module = base.get_submodule(stem)
        except AttributeError:
            module = None
        if len(shape) < 2:
            raise BadInput(f"{name} in {folder} is no LoRA weight.", hint="Choose another adapter.")
        side = "in_features" if part == "A.weight" else "out_features"
        size = shape[1] if part == "A.weight" else shape[0]
        if getattr(module, side, size if module is not None else None) != size:
            raise BadInput(
                f"The adapter {folder} was made for another model: {stem} is missing or of another size.",
                hint="Choose the model that it was trained on.",
            )
