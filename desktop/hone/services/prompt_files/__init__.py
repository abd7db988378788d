"""Prompts as files that a person can edit: TOML, or Markdown with a TOML head."""

from __future__ import annotations

from hone.services.prompt_files.files import FileFormat, file_name, read_prompt, write_prompt, written

__all__ = ["FileFormat", "file_name", "read_prompt", "write_prompt", "written"]
