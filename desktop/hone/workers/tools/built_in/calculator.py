"""The calculator: a tool over `arithmetic`."""

from __future__ import annotations

from typing import Any

from hone.workers.tools.built_in.arithmetic import CONSTANTS, evaluate, written
from hone.workers.tools.built_in.base import BuiltIn, Given, arguments
from hone.workers.tools.built_in.functions import FUNCTIONS

_DESCRIPTION = (
    "Evaluate an arithmetic expression exactly. Use + - * / // % and ^ for powers, parentheses, decimals "
    f"with a point, the constants {', '.join(sorted(CONSTANTS))}, and the functions "
    f"{', '.join(sorted(FUNCTIONS))}. Angles are in radians. Write 15% of 80 as 0.15 * 80."
)


def _run(given: dict[str, Any], _: Given) -> str:
    return written(evaluate(given["expression"]))


CALCULATOR = BuiltIn(
    name="calculator",
    title="Calculator",
    description=_DESCRIPTION,
    parameters=arguments(
        ("expression",),
        expression={"type": "string", "description": "For example (3.5 + 4) * 2 ^ 10", "maxLength": 1000},
    ),
    run=_run,
)
