"""`hone endpoints`, and where keys are kept."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import keyring
import keyring.backend
import keyring.errors
import pytest

from hone.domain.endpoints import Endpoint
from hone.errors import HoneError
from hone.services.endpoint_keys import EndpointKeys

KEY = "sk-very-secret-1234"
CHAT = "/v1/chat/completions"
Command = Callable[..., Any]


class MemoryKeyring(keyring.backend.KeyringBackend):
    """A keyring that forgets with the test."""

    priority = 1.0  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise keyring.errors.PasswordDeleteError("not there")
        del self.kept[service, username]


class NoKeyring(MemoryKeyring):
    """A headless machine."""

    def set_password(self, service: str, username: str, password: str) -> None:
        raise keyring.errors.NoKeyringError("No recommended backend was available.")

    get_password = delete_password = set_password  # type: ignore[assignment]


@pytest.fixture
def vault() -> Iterator[MemoryKeyring]:
    """Put a keyring of the test in the place of the system's."""
    before = keyring.get_keyring()
    mine = MemoryKeyring()
    keyring.set_keyring(mine)
    yield mine
    keyring.set_keyring(before)


@pytest.fixture
def server(web: Any) -> Any:
    """A server with one model that says hello."""
    web.json("/v1/models", {"data": [{"id": "small", "owned_by": "vllm", "max_model_len": 2048}]})
    web.json("/version", {"version": "0.11.0"})
    said = {"choices": [{"index": 0, "delta": {"content": "Hello from afar."}, "finish_reason": "stop"}]}
    web.stream(CHAT, said, "[DONE]")
    return web


def everything_in(home: Path) -> str:
    """Return all that a home holds, to look for a key in."""
    return "".join(path.read_bytes().decode("latin-1") for path in home.rglob("*") if path.is_file())


def test_an_endpoint_is_added_listed_tested_and_removed(hone: Command, server: Any) -> None:
    added = hone("endpoints", "add", "my server", server.url)
    assert added.code == 0
    assert "endpoint:my server: small" in added.out
    assert "vLLM 0.11.0" in added.out
    (listed,) = hone("endpoints", "list", "--json").objects
    assert listed["key"] == "none"
    endpoint: Any = listed["endpoint"]
    assert (endpoint["url"], endpoint["kind"]) == (f"{server.url}/v1", "vllm")
    assert "2048" in hone("endpoints", "test", "My Server").out
    (model,) = [each for each in hone("models", "list", "--json").objects if "my server" in str(each)]
    assert "endpoint:my server" in str(model)
    assert "off the list" in hone("endpoints", "remove", "my server").out
    assert hone("endpoints", "list", "--json").objects == []


def test_chatting_with_an_endpoint_needs_no_worker(
    hone: Command, server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    hone("endpoints", "add", "far", server.url)
    monkeypatch.setattr("sys.stdin", io.StringIO("Hi\n"))
    replied = hone("chat", "--model", "far")
    assert replied.code == 0
    assert "Hello from afar." in replied.out
    assert server.posted()[-1]["messages"][-1] == {"role": "user", "content": "Hi"}


def test_a_key_goes_into_the_keyring_and_nowhere_else(
    hone: Command, server: Any, vault: MemoryKeyring, hone_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{KEY}\n"))
    added = hone("endpoints", "add", "far", server.url, "--key")
    assert added.code == 0
    assert list(vault.kept.values()) == [KEY]
    assert server.asked[-1].headers["authorization"] == f"Bearer {KEY}"
    monkeypatch.setattr("sys.stdin", io.StringIO("Hi\n"))
    server.json(CHAT, {"error": {"message": f"Wrong key {KEY}"}}, 401)
    refused = hone("chat", "--model", "far")
    assert "does not accept the key" in refused.err
    listed = hone("endpoints", "list")
    assert "keyring" in listed.out
    assert (
        KEY not in everything_in(hone_home) + added.out + added.err + refused.out + refused.err + listed.out
    )
    hone("endpoints", "remove", "far")
    assert vault.kept == {}


def test_a_machine_without_a_keyring_is_told_of_the_variable(
    hone: Command, server: Any, hone_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())
    try:
        monkeypatch.setattr("sys.stdin", io.StringIO(KEY))
        refused = hone("endpoints", "add", "far-away", server.url, "--key")
    finally:
        keyring.set_keyring(before)
    assert refused.code == 1
    assert "HONE_ENDPOINT_KEY_FAR_AWAY" in refused.err
    assert hone("endpoints", "list", "--json").objects == []
    monkeypatch.setenv("HONE_ENDPOINT_KEY_FAR_AWAY", KEY)
    assert hone("endpoints", "add", "far-away", server.url).code == 0
    assert server.asked[-1].headers["authorization"] == f"Bearer {KEY}"
    assert "HONE_ENDPOINT_KEY_FAR_AWAY" in hone("endpoints", "list").out
    assert KEY not in everything_in(hone_home)


def test_a_key_that_left_the_keyring_is_told(vault: MemoryKeyring) -> None:
    endpoint = Endpoint(name="far", url="http://127.0.0.1/v1", model="m", has_key=True)
    with pytest.raises(HoneError, match="not in the system's keyring"):
        EndpointKeys().key_of(endpoint)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "no/name", "{url}"), "cannot be the name"),
        (("add", "far", "ftp://a"), "not the address"),
        (("add", "far", "{url}/elsewhere"), "has no model"),
        (("add", "Known", "{url}"), "already"),
        (("test", "nobody"), "no endpoint 'nobody'"),
        (("remove", "nobody"), "Known: known"),
    ],
)
def test_what_cannot_be_done_is_said(
    hone: Command, server: Any, arguments: tuple[str, ...], said: str
) -> None:
    hone("endpoints", "add", "known", server.url)
    refused = hone("endpoints", *(each.replace("{url}", server.url) for each in arguments))
    assert refused.code == 2
    assert said in refused.err
    assert "Traceback" not in refused.err


def test_a_server_with_several_models_wants_one_named(hone: Command, server: Any) -> None:
    server.json("/v1/models", {"data": [{"id": "a"}, {"id": "b"}]})
    refused = hone("endpoints", "add", "far", server.url)
    assert "2 models" in refused.err
    assert "a, b" in refused.err
    assert hone("endpoints", "add", "far", server.url, "--model", "b").code == 0


def test_a_server_that_is_off_is_kept_when_its_model_is_named(hone: Command, web: Any) -> None:
    web.close()
    assert hone("endpoints", "add", "far", web.url).code == 1
    added = hone("endpoints", "add", "far", web.url, "--model", "m")
    assert added.code == 0
    assert "could not be asked" in added.err
    (listed,) = hone("endpoints", "list", "--json").objects
    assert listed["endpoint"]["kind"] == ""  # type: ignore[index]
