"""Looks at data for the window: what a file holds, how its rows become tokens, how many they are.

It also renders prompts for model folders: the text and the tokens that their engine would get.

It is a process of its own because files may be huge, and because a tokenizer may panic or take for ever.
It loads tokenizers and starts the sandbox of chat templates, but neither torch nor transformers.
"""

from __future__ import annotations

import os
from importlib.metadata import version

from hone.domain.generation import RequestFailed
from hone.errors import BadInput, HoneError
from hone.ipc.channel import Channel
from hone.ipc.messages import Command, Ready, Stop
from hone.workers.inspector.desk import Desk

_PAUSE_SECONDS = 0.005


def serve(channel: Channel) -> None:
    """Answer commands until asked to stop; between them the index of a file of rows is built.

    What a command fails of is told, and the process lives on with all that it has loaded. An error that
    is no HoneError ends it, and the next call starts another.
    """
    os.environ["TOKENIZERS_PARALLELISM"] = "true"  # other workers leave the cores to their engines
    channel.send(Ready(worker="inspector", pid=os.getpid(), build=f"tokenizers {version('tokenizers')}"))
    desk = Desk(channel)
    try:
        while True:
            command = channel.next_command(timeout=0 if desk.has_more_to_index else None)
            if isinstance(command, Stop):
                return
            if command is None:
                desk.index_a_little(_PAUSE_SECONDS)
            else:
                _answer(channel, desk, command)
    finally:
        desk.close()


def _answer(channel: Channel, desk: Desk, command: Command) -> None:
    request_id = getattr(command, "request_id", "")
    try:
        desk.answer(command)
    except HoneError as error:
        channel.send(_failure(request_id, error))
    except MemoryError:
        desk.forget()
        channel.send(_failure(request_id, _no_memory()))


def _failure(request_id: str, error: HoneError) -> RequestFailed:
    return RequestFailed(
        request_id=request_id,
        message=error.message,
        hint=error.hint,
        detail=error.detail,
        bad_input=isinstance(error, BadInput),
    )


def _no_memory() -> HoneError:
    return HoneError(
        "There is not enough memory for this.", hint="Close other programs, or split the file into parts."
    )
