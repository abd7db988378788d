"""Adding servers: snippets, addresses, secrets, removing with a way back."""

from __future__ import annotations

from typing import Any

import pytest

from hone.errors import BadInput
from hone.services.tools.server_list import ServerList
from hone.services.tools.server_snippet import read_snippet, wanted_server

SNIPPET = """{"mcpServers": {
  "files": {"command": "npx", "args": ["-y", "a server"], "env": {"TOKEN": "s3cret", "FROM_OUTSIDE": ""}},
  "web": {"url": "https://example.org/mcp", "headers": {"Authorization": "Bearer s3cret"}}}}"""


def test_the_usual_snippet_is_read() -> None:
    files, web = read_snippet(SNIPPET)
    assert files.server.command == ("npx", "-y", "a server")
    assert (files.server.secrets, files.values) == (("TOKEN", "FROM_OUTSIDE"), {"TOKEN": "s3cret"})
    assert (web.server.url, web.server.secrets) == ("https://example.org/mcp", ("Authorization",))


@pytest.mark.parametrize(
    ("snippet", "said"),
    [
        ("{", "no valid JSON"),
        ("[]", "no server in this"),
        ('{"mcpServers": {"a": {}}}', "needs a command to start, or an address"),
        ('{"mcpServers": {"a": {"command": "x", "url": "https://x.org"}}}', "one of them"),
        ('{"mcpServers": {"a": {"url": "http://example.org/mcp"}}}', "without encryption"),
        ('{"mcpServers": {"a": {"url": "file:///etc/passwd"}}}', "not the address of a web server"),
        ('{"mcpServers": {"../a": {"command": "x"}}}', "cannot be the name"),
        ('{"mcpServers": {"a": {"command": "x", "env": {"A=B": "1"}}}}', "name of a variable"),
        ('{"mcpServers": {"a": {"url": "https://x.org", "headers": {"A": "1\\\\n2"}}}}', "cannot be sent"),
        ('{"mcpServers": {"a": {"command": ["x"]}}}', "part of a wrong kind"),
    ],
)
def test_a_wrong_snippet_is_named(snippet: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read_snippet(snippet.replace("\\\\n", "\\n"))


def test_secrets_are_in_the_keyring_only_and_come_back_with_undo(
    listed: ServerList, vault: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for wanted in read_snippet(SNIPPET):
        listed.add(wanted)
    assert "s3cret" not in listed._settings.path.read_text()
    monkeypatch.setenv("FROM_OUTSIDE", "here")
    assert listed.values_of(listed.find("files")) == {"TOKEN": "s3cret", "FROM_OUTSIDE": "here"}
    removed = listed.remove("files")
    assert (removed.note, list(vault.kept)) == ("", ["mcp server web"])
    listed.restore("files")
    assert [server.name for server in listed.servers()] == ["files", "web"]
    assert listed.values_of(listed.find("files"))["TOKEN"] == "s3cret"


def test_a_missing_value_and_a_taken_name_are_told(listed: ServerList) -> None:
    listed.add(wanted_server("notes", "server --x 'a b'", {"KEY": ""}))
    assert listed.find("notes").command == ("server", "--x", "a b")
    with pytest.raises(Exception, match="needs KEY, which has no value"):
        listed.values_of(listed.find("notes"))
    with pytest.raises(BadInput, match="already"):
        listed.add(wanted_server("Notes", "other"))
