"""The built-in tools, in the order in which they are listed: one line each."""

from __future__ import annotations

from hone.workers.tools.built_in.base import BuiltIn
from hone.workers.tools.built_in.calculator import CALCULATOR
from hone.workers.tools.built_in.clock import CURRENT_TIME, TIME_BETWEEN
from hone.workers.tools.built_in.files import LIST_FILES, READ_FILE
from hone.workers.tools.built_in.search import SEARCH_FILES

BUILT_IN: tuple[BuiltIn, ...] = (
    CALCULATOR,
    CURRENT_TIME,
    TIME_BETWEEN,
    LIST_FILES,
    READ_FILE,
    SEARCH_FILES,
)
