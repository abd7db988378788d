"""pytest plugin for the core's tests, in an environment where Qt and the engines are really missing.

`pyproject.toml` also configures pytest-qt, which is missing here, so its settings and marks are declared
again. `tests/conftest.py` leaves out what drives a window; everything else has to pass.
"""

from __future__ import annotations

from importlib.util import find_spec

import pytest

ABSENT = ("PySide6", "torch", "transformers", "peft", "llama_cpp", "bitsandbytes")
QT_SETTINGS = (
    "qt_api",
    "qt_default_raising",
    "qt_log_extract",
    "qt_log_format",
    "qt_log_ignore",
    "qt_log_level_fail",
    "qt_no_exception_capture",
    "qt_wait_signal_raising",
)
QT_MARKS = ("no_qt_log", "qt_log_ignore", "qt_log_level_fail", "qt_no_exception_capture")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know the settings of pytest-qt without having it."""
    for name in QT_SETTINGS:
        parser.addini(name, "a setting of pytest-qt, without effect here", default=None)


def pytest_configure(config: pytest.Config) -> None:
    """Know its marks too, and refuse an environment that would prove nothing."""
    for name in QT_MARKS:
        config.addinivalue_line("markers", f"{name}: of pytest-qt, without effect here")
    present = [name for name in ABSENT if find_spec(name) is not None]
    if present:
        raise pytest.UsageError(f"{', '.join(present)} can be imported, so this run would prove nothing")
