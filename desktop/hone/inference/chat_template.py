"""Find a model folder's chat template."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from hone.errors import BadInput

LARGEST_TEMPLATE = 2**20
LARGEST_FILE = 64 * 2**20


def folder_chat_template(folder: Path) -> str | None:
    """Return the chat template of a model or adapter folder, None when it has none.

    Looks where transformers does: chat_template.jinja, then `chat_template` of chat_template.json and of
    tokenizer_config.json (of several named ones, "default"). Raises BadInput for files that are damaged.
    """
    jinja = folder / "chat_template.jinja"
    if jinja.is_file():
        return _checked(_read(jinja, LARGEST_TEMPLATE).decode("utf-8", errors="replace"), folder)
    for name in ("chat_template.json", "tokenizer_config.json"):
        if (folder / name).is_file():
            template = _default(_json(folder / name).get("chat_template"))
            if template:
                return _checked(template, folder)
    return None


def _default(value: Any) -> str:
    if isinstance(value, list):
        named = {item.get("name"): item.get("template") for item in value if isinstance(item, dict)}
        value = named.get("default") or next(iter(named.values()), None)
    return value if isinstance(value, str) else ""


def _checked(template: str, folder: Path) -> str | None:
    if len(template) > LARGEST_TEMPLATE:
        raise BadInput(
            f"{folder.name} has a chat template of more than 1 MB, which cannot be right.",
            hint="Get the model's files again.",
        )
    return template if template.strip() else None


def _json(path: Path) -> dict[str, Any]:
    try:
        value = msgspec.json.decode(_read(path, LARGEST_FILE))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BadInput(
            f"{path.name} in {path.parent.name} is not valid JSON: {error}.", hint="Get that file again."
        ) from error
    return value if isinstance(value, dict) else {}


def _read(path: Path, largest: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except OSError as error:
        raise BadInput(
            f"{path} cannot be read: {error.strerror or error}.", hint="Check that you may read it."
        ) from error
    if len(data) > largest:
        raise BadInput(f"{path.name} in {path.parent.name} is far too large.", hint="Get that file again.")
    return data
