"""The transformers worker's entry."""

from __future__ import annotations

import os
from importlib.metadata import version

from hone.ipc.channel import Channel
from hone.workers.huggingface.loading import HuggingFaceLoader
from hone.workers.serving import serve_engine
from hone.workers.threads import wait_without_spinning


def serve(channel: Channel) -> None:
    """Serve safetensors models until the parent ends."""
    wait_without_spinning()
    stay_offline()
    build = f"transformers {version('transformers')}, torch {version('torch')}"
    serve_engine(channel, HuggingFaceLoader(build), os.getpid())


def stay_offline() -> None:
    """Keep the libraries off the network, and make matrix products on a GPU repeatable; before any import."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")
