"""llama.cpp's own server, started to be compared with: many prompts at once, one slot for each."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hone.errors import HoneError

_START_SECONDS = 120.0
_ANSWER_SECONDS = 600.0


@contextlib.contextmanager
def llama_server(
    binary: Path, model: Path, context_length: int, slots: int, threads: int, log: Path
) -> Iterator[str]:
    """Run the server on loopback and yield its address; raises HoneError when it does not start."""
    port = _free_port()
    command = [str(binary), "-m", str(model), "-c", str(context_length), "-np", str(slots)]
    command += ["--host", "127.0.0.1", "--port", str(port), "-t", str(threads), "-tb", str(threads)]
    with log.open("wb") as sink:
        try:
            process = subprocess.Popen([*command, "--kv-unified", "--no-webui"], stdout=sink, stderr=sink)
        except OSError as error:
            raise HoneError(f"{binary} could not be started: {error}.", hint="Check the path.") from error
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_ready(process, address, log)
        yield address
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def complete_all(address: str, prompts: Sequence[str], tokens: int, slots: int) -> int:
    """Complete all prompts greedily, as many at once as there are slots; returns the tokens made."""
    with ThreadPoolExecutor(max_workers=slots) as pool:
        return sum(pool.map(lambda prompt: _complete(address, prompt, tokens), prompts))


def _complete(address: str, prompt: str, tokens: int) -> int:
    body = {"prompt": prompt, "n_predict": tokens, "temperature": 0.0, "cache_prompt": True}
    request = urllib.request.Request(
        f"{address}/completion", json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    try:
        with urllib.request.urlopen(request, timeout=_ANSWER_SECONDS) as answer:
            return int(json.load(answer)["tokens_predicted"])
    except (OSError, ValueError, KeyError) as error:
        raise HoneError(
            "llama-server did not complete a prompt.",
            hint="Leave it out of the measurement, or try another build of it.",
            detail=repr(error),
        ) from error


def _wait_until_ready(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{address}/health", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise HoneError("llama-server did not start.", hint=f"Its log is {log}.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
