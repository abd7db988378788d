"""Light and dark: palette, style sheet and fonts of the whole application, switched while it runs."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from hone.ui.kit.stylesheet import stylesheet
from hone.ui.kit.system_scheme import SystemScheme
from hone.ui.kit.tokens import DARK, LIGHT, Colours
from hone.ui.kit.typography import Type, font_of, scaled

MODES = ("system", "light", "dark")


class Theme(QObject):
    """The application's theme: a child of the QApplication, found with `Theme.current()`."""

    theme_changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._mode = "system"
        self._scale = 1.0
        self._system = SystemScheme(self)
        self._system.changed.connect(self._on_system_changed)
        self.colours: Colours = LIGHT
        style = QStyleFactory.create("Fusion")
        if style is not None:
            application.setStyle(style)
        self._apply()

    @classmethod
    def current(cls) -> Theme:
        """Return the theme of the running application, made on first use."""
        application = QApplication.instance()
        assert isinstance(application, QApplication), "a QApplication must exist first"
        found = application.findChild(Theme)
        return found if isinstance(found, Theme) else cls(application)

    @property
    def dark(self) -> bool:
        """Whether dark colours are shown now."""
        return self.colours.dark

    @property
    def moves(self) -> bool:
        """Whether things may move; False where the desktop wants none of it."""
        return self._system.moves

    @property
    def scale(self) -> float:
        """The text scale: 1.0 is the designed size."""
        return self._scale

    def set_mode(self, mode: str, scale: float | None = None) -> None:
        """Show `mode` ("system", "light" or "dark") at a text scale between 0.8 and 2."""
        assert mode in MODES, mode
        wanted = self._scale if scale is None else min(2.0, max(0.8, scale))
        if (mode, wanted) != (self._mode, self._scale):
            self._mode, self._scale = mode, wanted
            self._apply()

    def set_scale(self, scale: float) -> None:
        """Change the text scale only."""
        self.set_mode(self._mode, scale)

    def colour(self, role: str) -> QColor:
        """Return the colour of a role, a field name of `Colours`."""
        return QColor(getattr(self.colours, role))

    def font(self, style: Type) -> QFont:
        """Return the font of a style at the current scale."""
        return font_of(style, self._scale)

    def size(self, style: Type) -> int:
        """Return the size of a style in pixels at the current scale."""
        return scaled(style, self._scale)

    def length(self, pixels: int) -> int:
        """Return a length that grows with the text, and does not shrink with it."""
        return round(pixels * max(1.0, self._scale))

    def icon_length(self, pixels: int) -> int:
        """Return the side of an icon beside text: at twice the text size 1.7 times as large."""
        return round(pixels * (0.3 + 0.7 * self._scale))

    @Slot()
    def _on_system_changed(self) -> None:
        if self._mode == "system":
            self._apply()

    def _apply(self) -> None:
        dark = self._mode == "dark" or (self._mode == "system" and self._system.dark)
        self.colours = DARK if dark else LIGHT
        self._application.setPalette(palette_of(self.colours))
        self._application.setFont(self.font(Type.BODY))
        self._application.setStyleSheet(stylesheet(self.colours, self._scale))
        self.theme_changed.emit()


def palette_of(colours: Colours) -> QPalette:
    """Build the palette that Fusion draws with where no style sheet rule applies."""
    role = QPalette.ColorRole
    palette = QPalette()
    for kind, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.field,
        role.AlternateBase: colours.sidebar,
        role.Text: colours.text,
        role.PlaceholderText: colours.text_faint,
        role.Button: colours.card,
        role.ButtonText: colours.text,
        role.BrightText: colours.danger,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Link: colours.accent_text,
        role.LinkVisited: colours.accent_text,
        role.ToolTipBase: colours.toast,
        role.ToolTipText: colours.on_toast,
        role.Light: colours.raised,
        role.Midlight: colours.hover,
        role.Mid: colours.border,
        role.Dark: colours.border_strong,
        role.Shadow: colours.shadow,
        role.Accent: colours.accent,
    }.items():
        palette.setColor(kind, QColor(colour))
    for kind in (role.WindowText, role.Text, role.ButtonText):
        faded = QColor(colours.text_faint)
        faded.setAlpha(150)
        palette.setColor(QPalette.ColorGroup.Disabled, kind, faded)
    return palette


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """Return `first` with `share` (0 to 1) of `second` in it."""
    keep = 1.0 - share
    return QColor(
        round(first.red() * keep + second.red() * share),
        round(first.green() * keep + second.green() * share),
        round(first.blue() * keep + second.blue() * share),
    )


def set_pointer(widget: object) -> None:
    """Show the pointing hand over something that can be clicked."""
    if hasattr(widget, "setCursor"):
        widget.setCursor(Qt.CursorShape.PointingHandCursor)
