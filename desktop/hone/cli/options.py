"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Write JSON for programs, one object per line.")]
ModelName = Annotated[
    str, typer.Option("--model", "-m", help="A model's name, id, GGUF file or folder.", metavar="MODEL")
]
AdapterName = Annotated[
    str, typer.Option("--adapter", "-a", help="An adapter's name, id or folder.", metavar="ADAPTER")
]
