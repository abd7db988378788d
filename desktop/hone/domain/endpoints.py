"""Servers that speak OpenAI's protocol: their addresses, and what a name or an address may be."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from urllib.parse import SplitResult, urlsplit

import msgspec

from hone.errors import BadInput

_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ._-]{0,38}[A-Za-z0-9])?")
_VERSION = re.compile(r"v\d+\w*")
_CALLS = ("/chat/completions", "/completions", "/embeddings", "/models")
_EXAMPLE = "Write it like http://localhost:8080 or https://api.openai.com/v1."


class Endpoint(msgspec.Struct, frozen=True, kw_only=True):
    """A model behind an address. Its key, if it has one, is never part of this.

    `url` ends with the version ("http://localhost:8080/v1"), `model` is the name that the server knows.
    With `has_key` its key is in the system's keyring. `kind` names a server in
    `hone.inference.endpoint.kinds`, empty until one was recognised; then `context_length` (tokens, 0: not
    told) and `build` are what that server says of itself.
    """

    name: str
    url: str
    model: str
    has_key: bool = False
    kind: str = ""
    context_length: int = 0
    build: str = ""

    @property
    def id(self) -> str:
        """The id of the model that this endpoint is in the list of models."""
        return f"endpoint:{self.name}"


def checked_name(name: str, taken: Iterable[str] = ()) -> str:
    """Return a name without spaces around it; raises BadInput for one that cannot be used or is taken.

    Two names that would share the variable of their key count as the same.
    """
    wanted = name.strip()
    if not _NAME.fullmatch(wanted):
        raise BadInput(
            f"{wanted!r} cannot be the name of an endpoint."[:200],
            hint="Use up to 40 letters, digits, spaces, dots, hyphens and underscores, such as my-server.",
        )
    for other in taken:
        if key_variable(other) == key_variable(wanted):
            raise BadInput(
                f"There is an endpoint called {other!r} already.",
                hint="Choose another name, or remove that one first.",
            )
    return wanted


def key_variable(name: str) -> str:
    """Return the environment variable that may hold an endpoint's key."""
    return "HONE_ENDPOINT_KEY_" + re.sub(r"[^A-Z0-9]", "_", name.upper())


def checked_url(text: str) -> str:
    """Return the address up to and with the version, whatever was pasted; raises BadInput.

    An address without a path gets /v1. Without a scheme http is taken for this machine, https otherwise.
    """
    written = text.strip()
    if not written or any(ord(letter) <= 32 or ord(letter) == 127 for letter in written):
        raise BadInput("The address of an endpoint cannot be empty or hold spaces.", hint=_EXAMPLE)
    if "://" not in written:
        host = urlsplit(f"//{written}").hostname or ""
        written = f"{'http' if _is_here(host) else 'https'}://{written}"
    parts = _split(written)
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port is not None else ""
    return f"{parts.scheme}://{host}{port}{_path(parts.path)}"


def is_loopback(url: str) -> bool:
    """Whether an address is on this machine, so that nobody else can listen."""
    return _is_here(urlsplit(url).hostname or "")


def key_warning(url: str) -> str:
    """Say in a sentence what is unsafe in sending a key to this address; empty when nothing is."""
    if url.startswith("https://") or is_loopback(url):
        return ""
    return (
        f"{urlsplit(url).netloc} is asked without encryption (http), so anybody on the way can read its key "
        "and every message. Use https if the server has it."
    )


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
        (parts.hostname or "").encode("idna")
    except ValueError as error:
        raise BadInput(f"{url!r} is no address: {error}."[:300], hint=_EXAMPLE) from error
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise BadInput(f"{url!r} is not the address of a web server."[:300], hint=_EXAMPLE)
    if parts.username is not None or parts.password is not None:
        raise BadInput(
            "The address holds a user or a password.", hint="Leave them out; give the key as the key."
        )
    if parts.query or parts.fragment:
        raise BadInput(
            f"The address of an endpoint has no ? or #, but this one does: {url}"[:300], hint=_EXAMPLE
        )
    return parts


def _path(path: str) -> str:
    """Return the path with a version: /v1 is added when no part of it is one."""
    kept = path.rstrip("/")
    for call in _CALLS:
        kept = kept.removesuffix(call)
    if any(_VERSION.fullmatch(part) for part in kept.split("/")):
        return kept
    return f"{kept}/v1"


def _is_here(host: str) -> bool:
    if host.lower() == "localhost" or host.lower().endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
