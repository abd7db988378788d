"""The models and adapters that Hone knows: its own, those in its folder, and those the user added."""

from __future__ import annotations

import difflib
import threading
from collections.abc import Iterable
from pathlib import Path

import msgspec

from hone.domain.model_code import AllowedCode, OwnCode
from hone.domain.models import Adapter, Model, ModelFormat, endpoint_model
from hone.errors import BadInput
from hone.inference.catalogue import describe, describe_or_explain, find_models
from hone.inference.identity import signature
from hone.services.adapter_files import read_adapters
from hone.services.model_cache import ModelCache
from hone.services.own_code import allowed_hash, code_files, code_hash, wants_own_code
from hone.storage.paths import Paths, resources
from hone.storage.settings import SettingsStore

DEMO_FOLDER = "demo_model"
DEMO_GGUF = "demo_model-q8_0.gguf"
DEMO_ID = "demo"
DEMO_GGUF_ID = "demo-gguf"
DEMO_NAME = "Hone demo"
DEMO_GGUF_NAME = "Hone demo (GGUF)"


class ModelService:
    """Finds models and adapters. Safe from any thread; files are read again only when they changed."""

    def __init__(self, paths: Paths, settings: SettingsStore) -> None:
        self._paths = paths
        self._settings = settings
        self._cache = ModelCache(paths.cache / "models.json")
        self._lock = threading.Lock()

    def models(self) -> list[Model]:
        """Return all models, the demo first; those that cannot be used say why in `problem`."""
        with self._lock:
            found = self._demo_models()
            places = [*self._settings.get().model_paths, *find_models(self._paths.models)]
            for place in dict.fromkeys(place.absolute() for place in places):
                found.append(self._known(place))
            self._cache.save()
        found += [endpoint_model(endpoint) for endpoint in self._settings.get().endpoints]
        return found

    def adapters(self) -> list[Adapter]:
        """Return the adapters of all runs, the newest first."""
        return read_adapters(self._paths.runs)

    def adapters_for(self, model: Model) -> list[Adapter]:
        """Return the adapters that fit `model`, the newest first."""
        return [adapter for adapter in self.adapters() if adapter.fits(model)]

    def find_model(self, name_or_path: str) -> Model:
        """Return a usable model by id, name or path; raises BadInput with the nearest names."""
        found = self.find_listed(name_or_path)
        if found.problem and found.path == Path(name_or_path.strip()).expanduser().absolute():
            return self.inspect(found.path)  # which raises with its hint
        if found.problem:
            raise BadInput(f"{found.name} cannot be used: {found.problem}")
        return found

    def find_listed(self, name_or_path: str) -> Model:
        """Return a model as `find_model`, also one that cannot be used, with its `problem`."""
        models = self.models()
        wanted = name_or_path.strip()
        named = [model for model in models if wanted == model.id]
        named = named or [model for model in models if wanted.lower() == model.name.lower()]
        if len(named) > 1:
            listed = "; ".join(f"{model.id} ({model.path})" for model in named)
            raise BadInput(f"Several models are called {wanted!r}.", hint=f"Say which by its id: {listed}.")
        if not named and wanted and Path(wanted).expanduser().exists():
            return self._looked_at(Path(wanted).expanduser().absolute())
        if not named:
            known = [name for model in models for name in (model.name, model.id)]
            raise BadInput(f"There is no model {wanted!r}.", hint=_nearest(wanted, known))
        return named[0]

    def find_adapter(self, name_or_path: str) -> Adapter:
        """Return an adapter by id, name, run or path; raises BadInput with the nearest names."""
        adapters = self.adapters()
        wanted = name_or_path.strip()
        place = Path(wanted).expanduser().absolute()
        for adapter in adapters:
            if wanted in (adapter.id, adapter.run_id) or place in (adapter.path, adapter.gguf_path):
                return adapter
        named = [adapter for adapter in adapters if wanted.lower() == adapter.name.lower()]
        if named:
            return named[0]
        known = [name for adapter in adapters for name in (adapter.name, adapter.id)]
        raise BadInput(f"There is no adapter {wanted!r}.", hint=_nearest(wanted, known))

    def inspect(self, path: Path) -> Model:
        """Return the model at `path`; raises BadInput saying why there is none."""
        place = path.expanduser().absolute()
        allowed = bool(allowed_hash(place, self._settings.get()))
        return self._as_demo(_with_code(describe(place, allowed), allowed))

    def own_code(self, model: Model) -> OwnCode | None:
        """Return the program code that came with a model; None when it asks to run none of its own files."""
        if model.format is not ModelFormat.SAFETENSORS or not wants_own_code(model.path):
            return None
        return OwnCode(
            model_id=model.id,
            name=model.name,
            folder=model.path,
            files=code_files(model.path),
            hash=code_hash(model.path),
            allowed=bool(allowed_hash(model.path, self._settings.get())),
        )

    def allow_code(self, code: OwnCode) -> None:
        """Let the code of a model run as `code` shows it; raises BadInput when it is another by now."""
        if not code.hash or code_hash(code.folder) != code.hash:
            raise BadInput(
                f"The program code of {code.name} has changed meanwhile, so it was not allowed.",
                hint="Look at its files again, then allow it anew.",
            )
        permission = AllowedCode(code.folder.resolve(), code.hash)
        self._settings.change(allowed_code=(*self._others_allowed(code.folder), permission))

    def revoke_code(self, folder: Path) -> bool:
        """Let the code of the model in `folder` run no more; False when it was not allowed."""
        others = self._others_allowed(folder)
        if len(others) == len(self._settings.get().allowed_code):
            return False
        self._settings.change(allowed_code=others)
        return True

    def add(self, path: Path) -> Model:
        """Remember the model at `path`; raises BadInput saying why it is none.

        One that would run code of its own is remembered too, with its `problem`: it can be allowed then.
        """
        place = path.expanduser().absolute()
        if place.is_dir() and wants_own_code(place):
            describe(place, allow_code=True)  # runs nothing; only what else is wrong with it is said here
            model = self._looked_at(place)
        else:
            model = self.inspect(path)
        known = self._settings.get().model_paths
        own = model.is_demo or model.path.is_relative_to(self._paths.models.absolute())
        if not own and model.path not in known:
            self._settings.change(model_paths=(*known, model.path))
        return model

    def forget(self, model_id: str) -> None:
        """Take a model that was added out of the list; its files stay. Raises BadInput for others."""
        known = self._settings.get().model_paths
        for model in self.models():
            if model.id == model_id and model.path in known:
                self._settings.change(model_paths=tuple(path for path in known if path != model.path))
                return
            if model.id == model_id:
                raise BadInput(
                    f"{model.name} is in Hone's own folder and cannot be taken off the list.",
                    hint=f"Move or delete {model.path} yourself if you no longer want it.",
                )
        raise BadInput(f"There is no model {model_id!r} in the list.")

    def demo_folder(self) -> Path:
        """Return where the demo model's safetensors folder is, whether it exists or not."""
        return resources() / DEMO_FOLDER

    def embedded_gguf_path(self) -> Path:
        """Return the demo model's GGUF: the shipped one, or the place in the cache where one is made."""
        shipped = resources() / DEMO_GGUF
        return shipped if shipped.is_file() else self._paths.cache / DEMO_GGUF

    def _others_allowed(self, folder: Path) -> tuple[AllowedCode, ...]:
        place = folder.resolve()
        return tuple(each for each in self._settings.get().allowed_code if each.folder != place)

    def _demo_models(self) -> list[Model]:
        """Return the demo's GGUF and folder; a GGUF of other weights than the folder's is left out."""
        if not self.demo_folder().is_dir():
            return []
        folder = self._known(self.demo_folder().absolute())
        gguf = self.embedded_gguf_path().absolute()
        if not gguf.is_file():
            return [folder]
        converted = self._known(gguf)
        if converted.problem or converted.fingerprint != folder.fingerprint:
            return [folder]
        return [converted, folder]

    def _looked_at(self, place: Path) -> Model:
        allowed = bool(allowed_hash(place, self._settings.get()))
        return self._as_demo(_with_code(describe_or_explain(place, allowed), allowed))

    def _known(self, place: Path) -> Model:
        """Return the model at `place` as read before, or read now when its files are new."""
        code = allowed_hash(place, self._settings.get())
        files = signature(place) + code
        model = self._cache.get(place, files)
        if model is None:
            model = _with_code(describe_or_explain(place, bool(code)), bool(code))
            self._cache.put(place, files, model)
        return self._as_demo(model)

    def _as_demo(self, model: Model) -> Model:
        """Give Hone's own models their names."""
        names = {
            self.demo_folder().absolute(): (DEMO_ID, DEMO_NAME),
            self.embedded_gguf_path().absolute(): (DEMO_GGUF_ID, DEMO_GGUF_NAME),
        }
        if model.path not in names:
            return model
        own_id, name = names[model.path]
        return msgspec.structs.replace(model, id=own_id, name=name, is_demo=True)


def _with_code(model: Model, allowed: bool) -> Model:
    return msgspec.structs.replace(model, runs_own_code=True) if allowed else model


def _nearest(wanted: str, known: Iterable[str]) -> str:
    names = sorted(set(known))
    near = difflib.get_close_matches(wanted, names, n=3, cutoff=0.4)
    if near:
        return f"Did you mean {' or '.join(repr(name) for name in near)}?"
    return "Known: " + ", ".join(names) + "." if names else "There are none yet."
