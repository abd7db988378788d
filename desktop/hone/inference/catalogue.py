"""Tell what lies at a path, and find the models in a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from hone.domain.models import Model, ModelFormat
from hone.errors import BadInput
from hone.inference.gguf_model import describe_gguf
from hone.inference.identity import model_id, model_name
from hone.inference.safetensors_folder import describe_folder

DEEPEST = 3
MOST_ENTRIES = 20_000


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """A way in which models are stored: does a path look like it, and what is it then."""

    format: ModelFormat
    claims: Callable[[Path], bool]
    describe: Callable[[Path], Model]


def _is_gguf(path: Path) -> bool:
    return path.suffix.lower() == ".gguf" and not path.is_dir()


def _is_model_folder(path: Path) -> bool:
    return (path / "config.json").is_file() and not (path / "adapter_config.json").is_file()


KINDS: tuple[Kind, ...] = (
    Kind(format=ModelFormat.GGUF, claims=_is_gguf, describe=describe_gguf),
    Kind(format=ModelFormat.SAFETENSORS, claims=_is_model_folder, describe=describe_folder),
)


def describe(path: Path, allow_code: bool = False) -> Model:
    """Return the model at `path`; raises BadInput saying why there is none that can be used.

    With `allow_code` a user has allowed this model's own Python files to run.
    """
    if not path.exists():
        raise BadInput(f"{path} does not exist.", hint="Was it moved or deleted? Choose it again.")
    if allow_code and path.is_dir():
        return describe_folder(path, allow_code=True)
    for kind in KINDS:
        if kind.claims(path):
            return kind.describe(path)
    if path.is_dir():
        return describe_folder(path)
    if not path.is_file():
        raise BadInput(f"{path} is no file.", hint="Choose a GGUF file or a folder with safetensors.")
    if path.name in ("config.json", "model.safetensors", "model.safetensors.index.json"):
        raise BadInput(f"{path.name} is part of a model.", hint=f"Choose its folder, {path.parent}.")
    if path.suffix.lower() in (".bin", ".pt", ".pth", ".ckpt", ".pkl"):
        raise BadInput(
            f"{path.name} is a PyTorch pickle, which can run programs when opened.",
            hint="Get the model as safetensors or GGUF.",
        )
    return describe_gguf(path)


def describe_or_explain(path: Path, allow_code: bool = False) -> Model:
    """Return the model at `path`, or what can be said of it with `problem` set."""
    try:
        return describe(path, allow_code)
    except BadInput as error:
        return Model(
            id=model_id(path),
            name=model_name(path),
            path=path,
            format=ModelFormat.SAFETENSORS if path.is_dir() else ModelFormat.GGUF,
            size_bytes=_weight_bytes(path),
            problem=f"{error.message} {error.hint}".strip(),
        )


def _weight_bytes(path: Path) -> int:
    files = path.glob("*.safetensors") if path.is_dir() else (path,)
    return sum(file.stat().st_size for file in files if file.is_file())


def find_models(folder: Path) -> Iterator[Path]:
    """Yield the paths below `folder` that look like models, at most three levels deep, sorted by name.

    Later parts of split GGUFs and picture parts (mmproj) are left out; links to folders are not followed.
    """
    budget = MOST_ENTRIES
    pending = [(folder, 0)]
    while pending:
        current, depth = pending.pop()
        try:
            entries = sorted(current.iterdir(), key=lambda entry: entry.name.lower())
        except OSError:
            continue
        for entry in entries[:budget]:
            if entry.name.startswith("."):
                continue
            if any(kind.claims(entry) for kind in KINDS):
                if not _is_extra(entry):
                    yield entry
            elif depth < DEEPEST and entry.is_dir() and not entry.is_symlink():
                pending.append((entry, depth + 1))
        budget = max(0, budget - len(entries))


def _is_extra(path: Path) -> bool:
    name = path.name.lower()
    later_part = "-of-" in name and "-00001-of-" not in name and name.rpartition("-of-")[2][:5].isdigit()
    return path.suffix.lower() == ".gguf" and (later_part or name.startswith("mmproj"))
