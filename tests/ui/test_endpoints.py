"""The endpoints on the models page: form, cards, removing with a way back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QScrollArea

from hone.domain.endpoints import Endpoint
from hone.domain.models import endpoint_model
from hone.inference.endpoint.engine import EndpointEngine
from hone.services import Services
from hone.services.endpoint_keys import EndpointKeys
from hone.services.endpoints import EndpointService
from hone.ui.chat.welcome import Welcome
from hone.ui.models.endpoint_section import EndpointCard, EndpointSection
from hone.ui.page import Shell

pytestmark = pytest.mark.window


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
def section(services: Services, vault: Vault, web: Any, qtbot: Any) -> Iterator[EndpointSection]:
    """The section over the real service and a server with two models."""
    web.json("/v1/models", {"data": [{"id": "small"}, {"id": "large"}]})
    keys = EndpointKeys(vault)
    engine = EndpointEngine(keys.key_of)
    parts: dict[str, Any] = {name: getattr(services, name) for name in Services.__annotations__}
    parts["endpoints"] = EndpointService(services.settings, engine, keys)
    shell = Shell(Services(**parts))
    made = EndpointSection(shell)
    shell.setParent(made)
    made.notices = []  # type: ignore[attr-defined]
    shell.notice_requested.connect(lambda *notice: made.notices.append(notice))  # type: ignore[attr-defined]
    shell.models_changed.connect(
        lambda: made.show_models([endpoint_model(each) for each in services.settings.get().endpoints])
    )
    room = QScrollArea()
    room.setWidgetResizable(True)
    room.setWidget(made)
    room.resize(900, 700)
    qtbot.addWidget(room)
    room.show()
    yield made
    engine.close()


def cards(section: EndpointSection) -> list[EndpointCard]:
    return [card for card in section.findChildren(EndpointCard) if card.isVisible()]


def fill(section: EndpointSection, url: str, qtbot: Any, key: str = "") -> None:
    section.open_form.click()
    qtbot.keyClicks(section.form.name, "mine")
    qtbot.keyClicks(section.form.url, url)
    qtbot.keyClicks(section.form.key, key)


def test_an_endpoint_is_tested_added_and_listed(
    section: EndpointSection, vault: Vault, web: Any, qtbot: Any
) -> None:
    fill(section, web.url, qtbot, "sk-1")
    form = section.form
    assert not form.offered.isVisible()
    qtbot.mouseClick(form.test, Qt.MouseButton.LeftButton)
    assert not form.test.isEnabled()
    qtbot.waitUntil(form.offered.isVisible)
    form.offered.picked.emit("large")
    assert form.model.text() == "large"
    qtbot.mouseClick(form.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(cards(section)) == 1)
    assert cards(section)[0].accessibleName() == "mine"
    assert not form.isVisible()
    assert form.key.text() == ""
    assert list(vault.kept.values()) == ["sk-1"]
    assert web.asked[-1].headers["authorization"] == "Bearer sk-1"


def test_what_is_wrong_is_said_in_the_form_and_the_input_stays(
    section: EndpointSection, web: Any, qtbot: Any
) -> None:
    fill(section, f"{web.url}/nowhere", qtbot)
    section.form.add.click()
    qtbot.waitUntil(section.form.banner.isVisible)
    assert section.form.name.text() == "mine"
    assert section.form.add.isEnabled()
    qtbot.keyClick(section.form.url, Qt.Key.Key_Escape)
    assert not section.form.isVisible()
    assert section.form.name.text() == ""


def test_a_key_over_plain_http_is_warned_of_while_typing(section: EndpointSection, qtbot: Any) -> None:
    fill(section, "http://192.0.2.1:8080", qtbot)
    assert not section.form.warning.isVisible()
    qtbot.keyClicks(section.form.key, "sk-1")
    assert "without encryption" in section.form.warning.text()
    assert section.form.warning.isVisible()
    section.form.url.setText("https://192.0.2.1")
    assert not section.form.warning.isVisible()


def test_a_removed_endpoint_comes_back_with_its_key(
    section: EndpointSection, vault: Vault, web: Any, qtbot: Any
) -> None:
    fill(section, web.url, qtbot, "sk-1")
    section.form.model.setText("small")
    section.form.add.click()
    qtbot.waitUntil(lambda: len(cards(section)) == 1)
    cards(section)[0].remove_requested.emit("mine")
    qtbot.waitUntil(lambda: cards(section) == [])
    assert vault.kept == {}
    notices: Any = section.notices  # type: ignore[attr-defined]
    text, action, undo = notices[-1]
    assert "removed" in text
    assert action
    undo()
    qtbot.waitUntil(lambda: len(cards(section)) == 1)
    assert list(vault.kept.values()) == ["sk-1"]


def test_a_card_tells_what_its_server_answers(section: EndpointSection, web: Any, qtbot: Any) -> None:
    fill(section, web.url, qtbot)
    section.form.model.setText("small")
    section.form.add.click()
    qtbot.waitUntil(lambda: len(cards(section)) == 1)
    qtbot.mouseClick(cards(section)[0].test, Qt.MouseButton.LeftButton)
    notices: Any = section.notices  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "2 models" in notices[-1][0])
    told: list[Any] = []
    section.failed.connect(told.append)
    web.json("/v1/models", {"error": "off"}, 500)
    qtbot.mouseClick(cards(section)[0].test, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(told))
    assert "mine failed to answer" in told[0].message


def test_an_empty_chat_says_where_words_go(qtbot: Any) -> None:
    welcome = Welcome()
    qtbot.addWidget(welcome)
    endpoint = Endpoint(name="far", url="https://far.example/v1", model="m")
    welcome.set_model(endpoint_model(endpoint))
    said = " ".join(label.text() for label in welcome.findChildren(QLabel))
    assert "sent to https://far.example/v1" in said
    assert "stays on this computer" not in said


def test_every_control_is_named_and_reached_by_keyboard(section: EndpointSection, qtbot: Any) -> None:
    section.open_form.click()
    for control in (*section.findChildren(QLineEdit), *section.findChildren(QAbstractButton)):
        if control.isVisible():
            assert control.accessibleName(), control
            assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control
