"""Texts of both themes can be read on every ground that they stand on."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from hone.ui.kit.tokens import DARK, LIGHT, Colours
from hone.ui.kit.value_scales import contrast

TEXTS = (
    "text",
    "text_muted",
    "text_faint",
    "accent_text",
    "danger_text",
    "warning_text",
    "success_text",
)
GROUNDS = ("window", "sidebar", "card", "raised", "field", "hover", "selected", "bubble", "code")


def ratio(colours: Colours, text: str, ground: str) -> float:
    """Return the contrast of two roles."""
    return contrast(QColor(getattr(colours, text)), QColor(getattr(colours, ground)))


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("text", TEXTS)
def test_texts_are_readable_on_every_ground(colours: Colours, text: str) -> None:
    for ground in GROUNDS:
        assert ratio(colours, text, ground) >= 4.5, ground


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_texts_on_coloured_grounds_are_readable(colours: Colours) -> None:
    for tone in ("accent", "danger", "warning", "success"):
        assert ratio(colours, f"{tone}_text", f"{tone}_soft") >= 4.5, tone
    assert ratio(colours, "on_accent", "accent") >= 4.5
    assert ratio(colours, "on_toast", "toast") >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_what_the_mouse_is_over_differs_from_its_ground(colours: Colours) -> None:
    for ground in ("window", "card", "raised", "field", "sidebar"):
        assert ratio(colours, "hover", ground) >= 1.05, ground
