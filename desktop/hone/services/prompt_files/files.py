"""Read and write the file of a prompt, whatever its form."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

from hone.domain.prompt_library import PromptDocument
from hone.errors import BadInput
from hone.services.prompt_files.markdown_form import from_markdown, to_markdown
from hone.services.prompt_files.toml_form import from_toml, to_toml
from hone.storage.atomic import cannot_read, write_whole

LARGEST = 4 * 2**20
"""The largest file that is read, in bytes: far more than a model's window holds."""

_UNSAFE = re.compile(r"[^\w.-]+")


class FileFormat(StrEnum):
    """The forms of a prompt's file, named by the ending of the file's name."""

    TOML = "toml"
    MARKDOWN = "md"


def read_prompt(path: Path) -> PromptDocument:
    """Read a prompt's file; raises BadInput that names the file, the line and the key."""
    text = _text_of(path)
    if path.suffix.lower() in (".md", ".markdown"):
        return from_markdown(text, path)
    if path.suffix.lower() == ".toml":
        return from_toml(text, path)
    raise BadInput(f"{path.name} is no prompt file.", hint="Prompt files end in .toml or .md.")


def written(document: PromptDocument, form: FileFormat) -> str:
    """Return the text of a prompt's file."""
    return to_toml(document) if form is FileFormat.TOML else to_markdown(document)


def write_prompt(document: PromptDocument, path: Path) -> None:
    """Write a prompt into a file, as Markdown where the name ends so, else as TOML."""
    form = FileFormat.MARKDOWN if path.suffix.lower() in (".md", ".markdown") else FileFormat.TOML
    write_whole(path, written(document, form))


def file_name(name: str, form: FileFormat) -> str:
    """Return a name for the file of a prompt that every system allows."""
    plain = _UNSAFE.sub("-", name).strip("-.").lower()[:80] or "prompt"
    return f"{plain}.{form.value}"


def _text_of(path: Path) -> str:
    try:
        if path.is_dir():
            raise BadInput(f"{path} is a folder.", hint="Choose the prompt files in it.")
        if path.exists() and not path.is_file():
            raise BadInput(f"{path} is no ordinary file.", hint="Choose a .toml or .md file.")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise cannot_read(path, error) from error
    if len(data) > LARGEST:
        raise BadInput(
            f"{path.name} is larger than {LARGEST // 2**20} MiB.",
            hint="A prompt file holds texts only; this is probably another file.",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise BadInput(
            f"{path.name}, line {line}: this is not UTF-8 text.",
            hint="Open it in an editor and save it as UTF-8.",
            detail=str(error),
        ) from error
