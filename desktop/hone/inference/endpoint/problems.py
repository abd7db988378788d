"""What can go wrong on the way to an endpoint, in sentences that name it and the next step."""

from __future__ import annotations

import socket
import ssl
from http import HTTPStatus

import msgspec

from hone.domain.endpoints import Endpoint, key_variable
from hone.errors import BadInput, HoneError

LONGEST_REASON = 400


class Lost(Exception):
    """The connection failed before or while the answer was read; `error` says how."""

    def __init__(self, error: Exception) -> None:
        super().__init__(str(error))
        self.error = error


def of_network(endpoint: Endpoint, error: Exception) -> HoneError:
    """Return what an error of the network means for the endpoint."""
    name, url = endpoint.name, endpoint.url
    detail = f"{type(error).__name__}: {error}"
    if isinstance(error, ssl.SSLCertVerificationError):
        return HoneError(
            f"The certificate of {name} ({url}) cannot be trusted: {error.verify_message}.",
            hint="Check the address; a certificate of your own must be known to this system.",
            detail=detail,
        )
    if isinstance(error, ssl.SSLError):
        return HoneError(
            f"No encrypted connection to {name} ({url}) could be made.",
            hint="If the server has no https, write http:// in its address.",
            detail=detail,
        )
    if isinstance(error, socket.gaierror):
        return HoneError(
            f"The address of {name} ({url}) is not known here.",
            hint="Check its spelling and the network connection.",
            detail=detail,
        )
    if isinstance(error, ConnectionRefusedError):
        return HoneError(
            f"Nothing answers at {url}, the address of {name}.",
            hint="Start the server, or correct the address.",
            detail=detail,
        )
    if isinstance(error, TimeoutError):
        return HoneError(
            f"{name} ({url}) did not answer in time.",
            hint="It may be busy or unreachable; try again, or look at the server.",
            detail=detail,
        )
    return HoneError(
        f"The connection to {name} ({url}) was lost.",
        hint="Look whether the server still runs, then try again.",
        detail=detail,
    )


def of_status(endpoint: Endpoint, status: int, body: bytes, location: str = "") -> HoneError:
    """Return what an answer with this status means; the server's own reason is quoted."""
    name, reason = endpoint.name, reason_in(body)
    said = f" It says: {reason}" if reason else ""
    detail = f"HTTP {status} {_phrase(status)} from {endpoint.url}"
    if 300 <= status < 400:
        return BadInput(
            f"{name} sends elsewhere, to {location or 'no address'}; Hone does not follow.",
            hint="If you trust that address, give it as the endpoint's address.",
            detail=detail,
        )
    if status in (401, 403):
        return BadInput(
            f"{name} does not accept the key.{said}",
            hint=f"Give the right key: remove the endpoint and add it again, or set {key_variable(name)}.",
            detail=detail,
        )
    if status == 404:
        return BadInput(
            f"{name} has no model {endpoint.model!r}, or {endpoint.url} is not its address.{said}",
            hint=f"See what it has with: hone endpoints test {name!r}",
            detail=detail,
        )
    if status == 429:
        return HoneError(
            f"{name} takes no more requests for now (rate limit).{said}",
            hint="Wait a while, or ask for a higher limit there.",
            detail=detail,
        )
    if status >= 500:
        return HoneError(
            f"{name} failed to answer ({status} {_phrase(status)}).{said}",
            hint="Look at the server, or try again later.",
            detail=detail,
        )
    return BadInput(
        f"{name} refuses the request ({status} {_phrase(status)}).{said}",
        hint="Change what it names, or choose another model.",
        detail=detail,
    )


def no_answer_of_an_api(endpoint: Endpoint, what: str, body: bytes = b"") -> HoneError:
    """Return the error for an answer that is none of OpenAI's protocol."""
    return HoneError(
        f"{endpoint.name} ({endpoint.url}) answers, but not as an OpenAI-compatible server does: {what}.",
        hint="Check the address; it usually ends with /v1.",
        detail=body[:LONGEST_REASON].decode("utf-8", "replace"),
    )


def reason_in(body: bytes) -> str:
    """Return the reason in an error's body, in the shapes that servers use; empty when there is none."""
    try:
        found = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ""
    return reason_of(found)


def reason_of(found: object) -> str:
    """Return the sentence in a decoded error, with a full stop."""
    if isinstance(found, dict):
        for key in ("error", "message", "detail"):
            if found.get(key):
                return reason_of(found[key])
        return ""
    if isinstance(found, list):
        return reason_of(found[0]) if found else ""
    text = " ".join(str(found).split())[:LONGEST_REASON] if found else ""
    return text if not text or text.endswith((".", "!", "?")) else f"{text}."


def without(key: str, error: HoneError) -> HoneError:
    """Return the error with the key taken out of all its texts: servers repeat what they were sent."""
    if not key or not any(key in text for text in (error.message, error.hint, error.detail)):
        return error
    return type(error)(
        error.message.replace(key, "***"), error.hint.replace(key, "***"), error.detail.replace(key, "***")
    )


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "unknown"
