"""What a reply must match."""

from __future__ import annotations

from typing import Any

import msgspec


class Constraint(msgspec.Struct, frozen=True, kw_only=True):
    """What the reply must match: a GBNF `grammar` with a rule `root`, or a `json_schema`; never both."""

    grammar: str = ""
    json_schema: dict[str, Any] | None = None
