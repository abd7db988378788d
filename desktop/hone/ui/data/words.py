"""Shapes, origins and how sure a guess is, in words."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from hone.data.formats import FORMATS
from hone.domain.dataset_library import DataOrigin, DataSet, Version
from hone.ui.declared_texts import format_label
from hone.ui.kit.quantities import count_text

SURE, LIKELY = 0.95, 0.7
_LONGEST_NAME = 44

ORIGIN_ICONS = {
    DataOrigin.FILE: "file-text",
    DataOrigin.CHATS: "chats",
    DataOrigin.MODEL: "robot",
    DataOrigin.MADE: "shuffle",
}


_LANGUAGES = (
    QT_TRANSLATE_NOOP("Languages", "Arabic"),
    QT_TRANSLATE_NOOP("Languages", "Chinese"),
    QT_TRANSLATE_NOOP("Languages", "Czech"),
    QT_TRANSLATE_NOOP("Languages", "Danish"),
    QT_TRANSLATE_NOOP("Languages", "Dutch"),
    QT_TRANSLATE_NOOP("Languages", "English"),
    QT_TRANSLATE_NOOP("Languages", "Finnish"),
    QT_TRANSLATE_NOOP("Languages", "French"),
    QT_TRANSLATE_NOOP("Languages", "German"),
    QT_TRANSLATE_NOOP("Languages", "Greek"),
    QT_TRANSLATE_NOOP("Languages", "Hebrew"),
    QT_TRANSLATE_NOOP("Languages", "Hindi"),
    QT_TRANSLATE_NOOP("Languages", "Hungarian"),
    QT_TRANSLATE_NOOP("Languages", "Indonesian"),
    QT_TRANSLATE_NOOP("Languages", "Italian"),
    QT_TRANSLATE_NOOP("Languages", "Japanese"),
    QT_TRANSLATE_NOOP("Languages", "Korean"),
    QT_TRANSLATE_NOOP("Languages", "Latin"),
    QT_TRANSLATE_NOOP("Languages", "Persian"),
    QT_TRANSLATE_NOOP("Languages", "Polish"),
    QT_TRANSLATE_NOOP("Languages", "Portuguese"),
    QT_TRANSLATE_NOOP("Languages", "Romanian"),
    QT_TRANSLATE_NOOP("Languages", "Russian"),
    QT_TRANSLATE_NOOP("Languages", "Spanish"),
    QT_TRANSLATE_NOOP("Languages", "Swedish"),
    QT_TRANSLATE_NOOP("Languages", "Turkish"),
    QT_TRANSLATE_NOOP("Languages", "Ukrainian"),
    QT_TRANSLATE_NOOP("Languages", "Vietnamese"),
)  # marked for translation; others are shown in English


def shape_text(shape: str) -> str:
    """Name a shape of rows: "Chat messages"."""
    return next((format_label(known.label) for known in FORMATS if known.name == shape), shape)


def sure_text(confidence: float) -> str:
    """Say how sure a guess is."""
    if confidence >= SURE:
        return QCoreApplication.translate("DataWords", "sure")
    if confidence >= LIKELY:
        return QCoreApplication.translate("DataWords", "likely")
    return QCoreApplication.translate("DataWords", "a guess")


def origin_text(origin: DataOrigin) -> str:
    """Say where rows came from."""
    return {
        DataOrigin.FILE: QCoreApplication.translate("DataWords", "from a file"),
        DataOrigin.CHATS: QCoreApplication.translate("DataWords", "from your chats"),
        DataOrigin.MODEL: QCoreApplication.translate("DataWords", "written by a model"),
        DataOrigin.MADE: QCoreApplication.translate("DataWords", "made of other data sets"),
    }[origin]


def language_text(code: str) -> str:
    """Name a language by its code of ISO 639-1; one that Qt does not know stays as it is."""
    language = QLocale.codeToLanguage(code)
    if language is QLocale.Language.AnyLanguage:
        return code
    return QCoreApplication.translate("Languages", QLocale.languageToString(language))


def size_in_words(data_set: DataSet) -> str:
    """Count the rows of the version in use; a damaged data set has none."""
    if data_set.trouble:
        return QCoreApplication.translate("DataWords", "cannot be used")
    return version_rows_text(data_set.version)


def short_name(name: str) -> str:
    """Leave out the middle of a name that is too long for a notice."""
    return name if len(name) <= _LONGEST_NAME else f"{name[:28]}…{name[-12:]}"


def version_rows_text(version: Version) -> str:
    """Count the rows of a version, or say that nobody has yet."""
    if not version.counted:
        return QCoreApplication.translate("DataWords", "rows not counted yet")
    return rows_text(version.rows)


def rows_text(rows: int) -> str:
    """Count rows."""
    if rows == 1:
        return QCoreApplication.translate("DataWords", "1 row")
    return QCoreApplication.translate("DataWords", "{0} rows").replace("{0}", count_text(rows))


def fresh_text(data_set: DataSet) -> str:
    """Count the rows that are in no version yet; "" for none."""
    if not data_set.fresh_rows:
        return ""
    if data_set.fresh_rows == 1:
        return QCoreApplication.translate("DataWords", "1 new row")
    said = QCoreApplication.translate("DataWords", "{0} new rows")
    return said.replace("{0}", count_text(data_set.fresh_rows))
