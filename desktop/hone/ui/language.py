"""The window's language: catalogues are loaded once, before the first widget is built."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from hone.domain.settings import Language
from hone.errors import HoneError
from hone.storage.paths import resources


def language_of(choice: Language, system: QLocale | None = None) -> Language:
    """Return the language that is spoken for a choice: the desktop's where Hone knows it, else English."""
    if choice is not Language.SYSTEM:
        return choice
    wanted = (system or QLocale.system()).name().split("_")[0]
    known = {language.value: language for language in Language if language is not Language.SYSTEM}
    return known.get(wanted, Language.ENGLISH)


def locale_of(language: Language, system: QLocale | None = None) -> QLocale:
    """Return how numbers and dates are written: as the desktop does where it speaks this language."""
    desktop = system or QLocale.system()
    if desktop.name().split("_")[0] == language.value:
        return desktop
    return QLocale(language.value)


def use_language(application: QApplication, choice: Language) -> HoneError | None:
    """Speak a language from now on; returns what to tell the person where its catalogue is missing.

    Widgets that exist already keep their texts.
    """
    language = language_of(choice)
    QLocale.setDefault(locale_of(language))
    if language is Language.ENGLISH:
        return None
    folder = resources() / "translations"
    own = QTranslator(application)
    if not own.load(str(folder / f"hone_{language.value}.qm")):
        return HoneError(
            f"The {language.name.capitalize()} texts of the window are not in {folder}.",
            hint="In a clone, `python3 packaging/dev.py setup` makes them. Until then the window is English.",
        )
    application.installTranslator(own)
    base = QTranslator(application)
    if base.load(f"qtbase_{language.value}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(base)
    return None
