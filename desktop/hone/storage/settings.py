"""The settings file: TOML that a person may edit, replaced as a whole, never lost to one wrong value."""

from __future__ import annotations

import threading
import tomllib
from pathlib import Path
from typing import Any

import msgspec
import tomli_w

from hone.domain.codec import decode_path
from hone.domain.settings import Settings
from hone.errors import BadInput
from hone.storage.atomic import cannot_read, set_aside, write_whole


class SettingsStore:
    """Settings of one user. Safe from any thread; a second process's changes are seen.

    A file that cannot be read is renamed to `.corrupt-<time>` and what could be understood is kept;
    `problem` then says so in a sentence. Keys of a newer Hone survive a change made by this one.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problem = ""
        self._lock = threading.Lock()
        self._settings = Settings()
        self._raw: dict[str, Any] = {}
        self._stamp: tuple[int, int] | None = None

    def get(self) -> Settings:
        """Return the settings as they are on disk; defaults when there is no file."""
        with self._lock:
            self._refresh()
            return self._settings

    def change(self, **values: object) -> Settings:
        """Change some settings and write them; raises BadInput naming a wrong one."""
        with self._lock:
            self._refresh()
            for name, value in values.items():
                self._raw[name] = msgspec.to_builtins(_value(name, value), enc_hook=str)
            self._settings = _understood(self._raw)[0]
            self._write()
            return self._settings

    def _refresh(self) -> None:
        stamp = _stamp(self.path)
        if stamp == self._stamp:
            return
        self._stamp = stamp
        if stamp is None:
            self._raw, self._settings = {}, Settings()
            return
        try:
            self._raw = tomllib.loads(self.path.read_text(encoding="utf-8"))
        except (ValueError, RecursionError) as error:  # TOMLDecodeError and UnicodeDecodeError among them
            kept = set_aside(self.path)
            self.problem = (
                f"The settings could not be read ({error}); defaults are used. The old file is {kept}."
            )
            self._raw, self._settings, self._stamp = {}, Settings(), None
            return
        except OSError as error:
            raise cannot_read(self.path, error) from error
        self._settings, refused = _understood(self._raw)
        if refused:
            kept = set_aside(self.path)
            self.problem = f"Some settings could not be used: {'; '.join(refused)}. The old file is {kept}."
            self._write()

    def _write(self) -> None:
        write_whole(self.path, tomli_w.dumps(self._raw))
        self._stamp = _stamp(self.path)


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_mtime_ns, status.st_size


def _understood(raw: dict[str, Any]) -> tuple[Settings, list[str]]:
    """Return the settings in `raw`, and a phrase for each value that is none (removed from `raw`)."""
    values: dict[str, Any] = {}
    refused: list[str] = []
    for name in Settings.__struct_fields__:
        if name not in raw:
            continue
        try:
            values[name] = _value(name, raw[name])
        except BadInput as error:
            refused.append(error.message.rstrip("."))
            del raw[name]
    return Settings(**values), refused


def _value(name: str, value: object) -> Any:
    kinds = {field.name: field.type for field in msgspec.structs.fields(Settings)}
    if name not in kinds:
        raise BadInput(f"There is no setting {name!r}.", hint="Known: " + ", ".join(kinds) + ".")
    try:
        converted = msgspec.convert(value, kinds[name], dec_hook=decode_path)
    except msgspec.ValidationError as error:
        raise BadInput(f"{name} = {value!r} cannot be used: {error}.") from error
    if name == "text_scale" and not 0.5 <= float(converted) <= 3.0:
        raise BadInput(f"text_scale = {value!r} cannot be used: it must be from 0.5 to 3.")
    return converted
