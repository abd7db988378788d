"""A toolbox over real workers, and servers of the test."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from hone.domain.setup import Setup
from hone.domain.tools import McpServer, with_server, with_tool
from hone.services.tools import ToolBox
from hone.services.tools.server_list import ServerList
from hone.services.tools.server_secrets import ServerSecrets
from hone.services.tools.server_snippet import WantedServer
from hone.storage.paths import Paths
from hone.storage.settings import SettingsStore

NOTE_SERVER = Path(__file__).with_name("note_server.py")


@pytest.fixture
def family() -> Callable[[], list[psutil.Process]]:
    """Return a function that lists the processes this test has started; workers of other tests may live."""
    strangers = set(psutil.Process().children(recursive=True))
    return lambda: [each for each in psutil.Process().children(recursive=True) if each not in strangers]


class Vault:
    """A keyring of the test."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[username]


@pytest.fixture
def vault() -> Vault:
    return Vault()


@pytest.fixture
def listed(paths: Paths, vault: Vault) -> ServerList:
    return ServerList(SettingsStore(paths.settings), ServerSecrets(vault))


@pytest.fixture
def box(paths: Paths, listed: ServerList) -> Iterator[ToolBox]:
    made = ToolBox(paths, listed)
    yield made
    made.close()


@pytest.fixture
def add_server(listed: ServerList) -> Callable[..., McpServer]:
    """Return a function that adds the test's server in a mode."""

    def add(mode: str = "good", name: str = "notes", **values: str) -> McpServer:
        command = (sys.executable, str(NOTE_SERVER), mode)
        server = McpServer(name=name, command=command, secrets=tuple(values))
        return listed.add(WantedServer(server=server, values=values))

    return add


def all_on(box: ToolBox, name: str = "notes", setup: Setup | None = None) -> Setup:
    """Return a setup with a server and all of its tools on."""
    setup = with_server(setup or Setup(), name, on=True)
    for tool in box.servers.opened(name).tools:
        setup = with_tool(setup, tool, on=True)
    return setup


def wait_until(condition: Callable[[], bool]) -> bool:
    """Wait up to five seconds for a condition."""
    end = time.monotonic() + 5
    while not condition() and time.monotonic() < end:
        time.sleep(0.02)
    return condition()
