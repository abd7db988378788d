"""The program's log: a few megabytes at most, and never a reason to fail."""

from __future__ import annotations

import logging
import logging.handlers
from pathlib import Path

_MOST_BYTES = 1_000_000
_OLDER_FILES = 3


def start_log(path: Path) -> None:
    """Write what the `hone` loggers say to `path`; a log that cannot be written is left out."""
    logger = logging.getLogger("hone")
    if any(getattr(handler, "baseFilename", "") == str(path.absolute()) for handler in logger.handlers):
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            path, maxBytes=_MOST_BYTES, backupCount=_OLDER_FILES, encoding="utf-8"
        )
    except OSError as error:
        logger.warning("no log file at %s: %s", path, error)
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"))
    # A full disk must not print tracebacks of the logging library over a command's output.
    handler.handleError = lambda record: None  # type: ignore[method-assign]
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
