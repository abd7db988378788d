"""Find what a command names: a model, an adapter, a file."""

from __future__ import annotations

from pathlib import Path

from hone.domain.models import Adapter, Model
from hone.errors import BadInput
from hone.services import Services


def choose_model(services: Services, name: str) -> Model:
    """Return the model that is named; raises BadInput saying whether a file is missing or a name unknown."""
    if _is_path(name):
        _must_exist(name)
    return services.models.find_model(name)


def choose_adapter(services: Services, name: str) -> Adapter | None:
    """Return the adapter that is named, None for no name."""
    if not name:
        return None
    if _is_path(name):
        _must_exist(name)
    return services.models.find_adapter(name)


def lasting_name(services: Services, model: Model) -> str:
    """Return what finds this model again: its id when it is in the list, else its path."""
    listed = any(each.id == model.id for each in services.models.models())
    return model.id if listed else str(model.path.absolute())


def choose_file(path: Path, what: str) -> Path:
    """Return an existing file; raises BadInput naming it otherwise."""
    if path.is_dir():
        raise BadInput(f"{path} is a folder, not {what}.", hint="Name the file itself.")
    if not path.exists():
        raise BadInput(f"{path} does not exist.", hint=f"Check the path of {what}.")
    return path


def _is_path(name: str) -> bool:
    return "/" in name or "\\" in name or name.endswith((".gguf", ".safetensors"))


def _must_exist(name: str) -> None:
    if not Path(name).expanduser().exists():
        raise BadInput(
            f"{name} does not exist.", hint="Check the path; `hone models list` shows what is known by name."
        )
