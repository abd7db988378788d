"""Worker processes: the only place for heavy libraries. Started as `hone --worker NAME`."""

from __future__ import annotations

import importlib
import traceback

from hone.errors import BadInput, HoneError
from hone.ipc.channel import Channel
from hone.ipc.messages import Failed

WORKERS: dict[str, str] = {
    "llama": "hone.workers.llama.main",
    "huggingface": "hone.workers.huggingface.main",
    "trainer": "hone.workers.trainer.main",
    "converter": "hone.workers.converter.main",
    "inspector": "hone.workers.inspector.main",
    "baseline": "hone.workers.baseline.main",
    "tools": "hone.workers.tools.main",
}


def run_worker(name: str) -> int:
    """Run worker `name` on this process's pipes and return its exit code.

    Each worker module has `serve(channel)`; the sandbox of chat templates speaks its own lines,
    because the data room, which starts it, does not know the worker messages. BaseException is caught
    because the tokenizers library raises panics that are no Exception.
    """
    if name == "template":
        return importlib.import_module("hone.data.sandbox").serve()
    if name not in WORKERS:
        print(f"There is no worker {name!r}; known: {', '.join(WORKERS)}.")
        return 2
    channel = Channel.of_this_process()
    try:
        importlib.import_module(WORKERS[name]).serve(channel)
    except HoneError as error:
        channel.send(
            Failed(
                message=error.message,
                hint=error.hint,
                detail=error.detail,
                bad_input=isinstance(error, BadInput),
            )
        )
        return 1
    except BaseException as error:  # noqa: BLE001 - the door of every worker
        detail = traceback.format_exc()
        print(detail)
        channel.send(
            Failed(
                message=f"The {name} worker met an unexpected error: {type(error).__name__}: {error}"[:500],
                hint="Its log has the details.",
                detail=detail,
            )
        )
        return 1
    return 0
