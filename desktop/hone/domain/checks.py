"""What the doctor finds: one line per thing that Hone needs."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Verdict(StrEnum):
    """Whether something works."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was looked at: what was found, and what to do when it is not as it should be."""

    name: str
    verdict: Verdict
    found: str
    hint: str = ""
