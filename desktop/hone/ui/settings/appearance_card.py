"""How the window looks and what it speaks."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hone.domain.settings import TEXT_SCALES, Language, Settings
from hone.ui.kit.buttons import IconButton
from hone.ui.kit.card import Card, Line, row
from hone.ui.kit.picker import Option, Picker
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.text import CaptionLabel, HeadingLabel, Label
from hone.ui.kit.tokens import Space
from hone.ui.language import language_of

_OWN_NAMES = {Language.ENGLISH: "English", Language.GERMAN: "Deutsch", Language.SPANISH: "Español"}
_PICKER = 200


class AppearanceCard(Card):
    """Theme, text size and language. The language is taken at the next start."""

    theme_chosen = Signal(str)
    scale_chosen = Signal(float)
    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(spacing=Space.M, parent=parent)
        self._theme = Segmented(
            self.tr("Theme"),
            [("system", self.tr("System")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))],
        )
        self._theme.chosen.connect(self.theme_chosen)
        self._language = Picker(self.tr("Language"), width=_PICKER, list_width=240)
        self._language.picked.connect(self.language_chosen)
        self._language.set_options(self._languages(), "")
        self.body.addWidget(HeadingLabel(self.tr("Appearance")))
        self.body.addLayout(row(Label(self.tr("Theme")), None, self._theme))
        self.body.addWidget(Line())
        self.body.addLayout(self._scale_row())
        self.body.addWidget(Line())
        self.body.addLayout(
            _described(self.tr("Language"), self.tr("Taken at the next start."), self._language)
        )

    def set_settings(self, settings: Settings) -> None:
        """Show what is set."""
        self._theme.set_current(settings.theme.value)
        nearest = min(TEXT_SCALES, key=lambda scale: abs(scale - settings.text_scale))
        self._scale.set_current(f"{nearest:g}")
        self._show_ends()
        self._language.set_current(settings.language.value)

    def _scale_row(self) -> QHBoxLayout:
        self._scale = Picker(self.tr("Text size"), width=110, list_width=160)
        self._scale.set_options([Option(f"{scale:g}", _percent(scale)) for scale in TEXT_SCALES], "1")
        self._scale.picked.connect(self._on_scale_picked)
        self._smaller = IconButton("minus", self.tr("Smaller text"))
        self._smaller.clicked.connect(lambda: self._step(-1))
        self._larger = IconButton("plus", self.tr("Larger text"))
        self._larger.clicked.connect(lambda: self._step(1))
        return row(Label(self.tr("Text size")), None, self._smaller, self._scale, self._larger)

    def _languages(self) -> list[Option]:
        """List the languages in their own names; what the system's is now stands beside it."""
        said = _OWN_NAMES[language_of(Language.SYSTEM)]
        spoken = QLocale.system().nativeLanguageName()
        if spoken and QLocale.system().language() is not QLocale.Language.C:
            said = self.tr("{0}; the desktop speaks {1}").replace("{0}", said).replace("{1}", spoken)
        system = Option("", self.tr("System"), said)
        return [system, *(Option(known.value, name) for known, name in _OWN_NAMES.items())]

    def _step(self, by: int) -> None:
        keys = [f"{scale:g}" for scale in TEXT_SCALES]
        place = min(max(keys.index(self._scale.current()) + by, 0), len(keys) - 1)
        self._scale.set_current(keys[place])
        self._on_scale_picked(keys[place])

    def _show_ends(self) -> None:
        now = self._scale.current()
        self._smaller.setEnabled(now != f"{TEXT_SCALES[0]:g}")
        self._larger.setEnabled(now != f"{TEXT_SCALES[-1]:g}")

    @Slot(str)
    def _on_scale_picked(self, key: str) -> None:
        self._show_ends()
        self.scale_chosen.emit(float(key))


def _percent(scale: float) -> str:
    return f"{round(scale * 100)} %"


def _described(name: str, help_text: str, control: QWidget) -> QHBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(Label(name))
    words.addWidget(CaptionLabel(help_text))
    line = row(spacing=Space.L)
    line.addLayout(words, 1)
    line.addWidget(control)
    return line
