"""The converter's entry: takes one command, answers with events, and ends."""

from __future__ import annotations

import os

from hone.errors import Stopped
from hone.ipc.channel import Channel
from hone.ipc.messages import ConvertAdapter, ConvertModel, Finished, Ready, Stop, WasStopped
from hone.workers.converter.adapter_file import convert_adapter
from hone.workers.converter.model_file import convert_model


def serve(channel: Channel) -> None:
    """Wait for the command and carry it out."""
    channel.send(Ready(worker="converter", pid=os.getpid()))
    while True:
        match channel.next_command():
            case Stop():
                channel.send(WasStopped())
                return
            case ConvertModel() | ConvertAdapter() as command:
                break
            case _:
                continue
    try:
        if isinstance(command, ConvertModel):
            result = convert_model(command, channel)
        else:
            result = convert_adapter(command, channel)
    except Stopped:
        channel.send(WasStopped())
        return
    channel.send(Finished(result=result))
