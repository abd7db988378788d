"""The trainer's entry: takes one Train command, answers with events, and ends."""

from __future__ import annotations

import os

from hone.domain.generation import Progress
from hone.ipc.channel import Channel
from hone.ipc.messages import Ready, Stop, WasStopped
from hone.ipc.training_messages import Train
from hone.workers.threads import wait_without_spinning


def serve(channel: Channel) -> None:
    """Wait for the command, import the libraries, and train."""
    channel.send(Ready(worker="trainer", pid=os.getpid()))
    command = channel.next_command()
    while not isinstance(command, Train | Stop):
        command = channel.next_command()
    if isinstance(command, Stop):
        channel.send(WasStopped())
        return
    wait_without_spinning()
    channel.send(Progress(note="Starting the training libraries"))
    # They take seconds to import, so they are imported once it is known that they are needed.
    from hone.workers.trainer.recipe import run

    if channel.stop_requested.is_set():
        channel.send(WasStopped())
        return
    channel.send(run(command, channel))
