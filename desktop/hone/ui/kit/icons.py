"""Phosphor icons, painted in the theme's colours at the moment of painting.

The font comes from the qtawesome package, but not through it: importing qtawesome loads eleven fonts,
which costs 0.3 s and 40 MB at the start; one font costs 5 ms.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from hone.ui.kit.theme import Theme

# The version stands in the names: 1.3.0 in qtawesome 1.4.2.
_FONT = "phosphor-[0-9]*.ttf"
_NAMES = "phosphor-charmap-*.json"


class IconFont(QObject):
    """The loaded font and its names; a child of the QApplication, made on first use."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        spec = importlib.util.find_spec("qtawesome")
        assert spec is not None and spec.origin is not None, "qtawesome is not installed"
        folder = Path(spec.origin).parent / "fonts"
        self._names: dict[str, str] = json.loads(_only(folder, _NAMES).read_text(encoding="utf-8"))
        number = QFontDatabase.addApplicationFont(str(_only(folder, _FONT)))
        families = QFontDatabase.applicationFontFamilies(number)
        self.family = families[0] if families else ""

    @classmethod
    def current(cls) -> IconFont:
        """Return the icon font of the running application."""
        application = QApplication.instance()
        assert isinstance(application, QApplication), "a QApplication must exist first"
        found = application.findChild(IconFont)
        return found if isinstance(found, IconFont) else cls(application)

    def glyph(self, name: str) -> str:
        """Return the character of an icon such as "gear" or "chats-fill"; KeyError when there is none."""
        return chr(int(self._names[name], 16))

    def draw(self, painter: QPainter, rect: QRectF, name: str, role: str, opacity: float = 1.0) -> None:
        """Draw an icon centred in `rect` in the colour of `role`."""
        font = QFont(self.family)
        font.setPixelSize(max(1, round(min(rect.width(), rect.height()))))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setFont(font)
        painter.setPen(Theme.current().colour(role))
        painter.setOpacity(painter.opacity() * opacity)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), self.glyph(name))
        painter.restore()


def _only(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    assert found, f"{folder} has no {pattern}: reinstall qtawesome"
    return found[-1]


class GlyphEngine(QIconEngine):
    """Paints one glyph; knows the theme only when it paints, so a theme change needs no new icons."""

    def __init__(self, name: str, role: str, on_role: str, on_name: str) -> None:
        super().__init__()
        self._name, self._role = name, role
        self._on_name, self._on_role = on_name, on_role
        IconFont.current().glyph(name)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        on = state == QIcon.State.On
        name, role = (self._on_name, self._on_role) if on else (self._name, self._role)
        disabled = mode == QIcon.Mode.Disabled
        opacity = 0.45 if disabled and role != "on_accent" else 1.0
        if disabled and role == "on_accent":  # the accent is not there then, and white cannot be seen
            role = "text_faint"
        square = QRectF(rect)
        square.setWidth(min(square.width(), square.height()))
        IconFont.current().draw(painter, square, name, role, opacity)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if size.isEmpty():  # a button that a layout has not given any room yet
            return QPixmap()
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return GlyphEngine(self._name, self._role, self._on_role, self._on_name)


def icon(name: str, role: str = "text_muted", on_role: str = "", on_name: str = "") -> QIcon:
    """Return a Phosphor icon in a theme colour; `on_…` are for the checked state."""
    return QIcon(GlyphEngine(name, role, on_role or role, on_name or name))
