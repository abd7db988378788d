"""The llama.cpp worker's entry."""

from __future__ import annotations

import os
from importlib.metadata import version

from hone.ipc.channel import Channel
from hone.workers.serving import serve_engine
from hone.workers.threads import wait_without_spinning


def serve(channel: Channel) -> None:
    """Serve GGUF models until the parent ends."""
    wait_without_spinning()
    os.environ.setdefault("GGML_NO_BACKTRACE", "1")  # an abort would first run gdb for seconds
    from hone.workers.llama.loading import LlamaLoader

    serve_engine(channel, LlamaLoader(f"llama-cpp-python {version('llama-cpp-python')}"), os.getpid())
