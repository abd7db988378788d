"""The baseline worker's entry: runs the library's own loops on demand and tells how long they took."""

from __future__ import annotations

import os
from importlib.metadata import version

from hone.ipc.channel import Channel
from hone.ipc.messages import MeasureBaseline, Ready, Stop
from hone.workers.threads import wait_without_spinning


def serve(channel: Channel) -> None:
    """Measure until asked to stop; the model used last stays loaded."""
    wait_without_spinning()
    from hone.workers.baseline.loops import Loops

    build = f"llama-cpp-python {version('llama-cpp-python')}"
    channel.send(Ready(worker="baseline", pid=os.getpid(), build=build))
    loops: Loops | None = None
    while True:
        match channel.next_command():
            case MeasureBaseline() as command:
                if loops is None or loops.command_key != Loops.key_of(command):
                    if loops is not None:
                        loops.close()
                    loops = Loops(command)
                channel.send(loops.measure(command))
            case Stop() | None:
                return
