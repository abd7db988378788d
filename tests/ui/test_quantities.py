"""Numbers as people read them."""

from __future__ import annotations

import pytest

pytest.importorskip("PySide6")

from hone.ui.kit.quantities import share_text


@pytest.mark.parametrize(
    ("share", "text"),
    [(-0.9988, "-99.8%"), (-0.99999, "-99.9%"), (-1.0, "-100%"), (-0.36, "-36%"), (0.02, "+2%")],
)
def test_share_is_never_told_as_all_when_it_is_nearly_all(share: float, text: str) -> None:
    assert share_text(share, signed=True) == text
