"""The models page asks before a model's own code may run, and takes it back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hone.domain.model_code import OwnCode
from hone.ui.models.code_popover import CodePopover
from hone.ui.models.model_card import ModelCard

pytestmark = pytest.mark.window


@pytest.fixture
def shown(services: Any, window: Any, qtbot: Any) -> Any:
    """Return a function that gives the card of the model with its own code."""
    folder = Path("/models/broken")
    services.models.code = OwnCode(
        model_id="broken",
        name="Broken",
        folder=folder,
        files=(folder / "modeling_own.py",),
        hash="1" * 64,
        allowed=False,
    )
    window.open_page("models")

    def card() -> ModelCard | None:
        cards = window.page("models").findChildren(ModelCard)
        return next((card for card in cards if card.model.id == "broken" and card.isVisible()), None)

    qtbot.waitUntil(lambda: card() is not None, timeout=5000)
    return card


def test_nothing_is_allowed_when_the_question_is_cancelled(shown: Any, services: Any, window: Any) -> None:
    shown().allow.click()
    popover = window.findChild(CodePopover)
    said = " ".join(label.text() for label in popover.findChildren(object) if hasattr(label, "text"))
    assert "modeling_own.py" in said
    assert "your files" in said
    popover.cancel.click()
    assert not services.models.code.allowed


def test_code_is_allowed_when_agreed_and_undone(shown: Any, services: Any, window: Any, qtbot: Any) -> None:
    notices: list[Any] = []
    window.page("models").shell.notice_requested.connect(lambda *notice: notices.append(notice))
    shown().allow.click()
    window.findChild(CodePopover).agree.click()
    qtbot.waitUntil(lambda: shown() is not None and shown().code.allowed, timeout=5000)
    assert not shown().model.can_train
    (said, _action, undo) = notices[-1]
    assert said == "Broken may run its own code now"
    undo()
    qtbot.waitUntil(lambda: shown() is not None and not shown().code.allowed, timeout=5000)
    assert shown().allow.text().startswith("Allow")
