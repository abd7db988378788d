"""The transformers worker's entry."""

from __future__ import annotations

import os
from importlib.metadata import version

from hone.ipc.channel import Channel
from hone.workers.engine import serve_engine
from hone.workers.huggingface.loading import HuggingFaceLoader
from hone.workers.threads import wait_without_spinning


def serve(channel: Channel) -> None:
    """Serve safetensors models until the parent ends."""
    wait_without_spinning()
    build = f"transformers {version('transformers')}, torch {version('torch')}"
    serve_engine(channel, HuggingFaceLoader(build), os.getpid())
