"""The window speaks German and Spanish, numbers and keys included; without a catalogue it says so."""

from __future__ import annotations

import importlib.util
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QAbstractButton, QLabel

from hone.domain.sampling_fields import FIELDS
from hone.domain.settings import Language
from hone.services import Services
from hone.storage.paths import resources
from hone.ui import language as language_module
from hone.ui.declared_texts import field_words
from hone.ui.kit import quantities
from hone.ui.language import language_of, locale_of, use_language

pytestmark = pytest.mark.window


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile the catalogues as the set-up does, into a folder of the tests' own."""
    folder = tmp_path_factory.mktemp("resources")
    (folder / "translations").mkdir()
    spec = importlib.util.find_spec("PySide6")
    assert spec is not None and spec.submodule_search_locations
    tool = Path(spec.submodule_search_locations[0]) / "lrelease"
    for source in (resources() / "translations").glob("*.ts"):
        target = folder / "translations" / f"{source.stem}.qm"
        subprocess.run([tool, "-silent", source, "-qm", target], check=True)
    return folder


@pytest.fixture
def speak(qapp: Any, compiled: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Language], Any]]:
    """Return a function that makes the program speak a language, until the test ends."""
    monkeypatch.setattr(language_module, "resources", lambda: compiled)
    before = QLocale()
    known = set(qapp.findChildren(QTranslator))
    yield lambda language: use_language(qapp, language)
    for translator in set(qapp.findChildren(QTranslator)) - known:
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("language", "new", "page"),
    [(Language.GERMAN, "Neue Unterhaltung", "Modelle"), (Language.SPANISH, "Nueva conversación", "Modelos")],
)
def test_the_window_speaks_the_chosen_language(
    speak: Any, make_window: Any, language: Language, new: str, page: str
) -> None:
    assert speak(language) is None
    window = make_window()
    titles = {command.key: command.title for command in window._shell.commands.all()}
    assert titles["chat.new"] == new
    assert window.rail.button("models").text() == page


@pytest.mark.parametrize("language", [Language.GERMAN, Language.SPANISH])
def test_no_english_is_left_on_the_pages(
    speak: Any, make_window: Any, qtbot: Any, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every text of a label or button that an English window has and this one too must be a name."""
    english = _texts_of(make_window())
    speak(language)
    same = _texts_of(make_window()) & english
    assert {text for text in same if not _may_stay(text)} == set()


def _texts_of(window: Any) -> set[str]:
    window.page("chat").start_with("tiny", "")
    texts: set[str] = set()
    for key in ("chat", "models"):
        window.open_page(key)
        for widget in window.findChildren(QLabel) + window.findChildren(QAbstractButton):
            texts |= {widget.text(), widget.accessibleName(), widget.toolTip()}
    return {text for text in texts if any(letter.isalpha() for letter in text)}


_NAMES = (
    "Chat", "Adapter", "Tags", "Name", "System", "Auto", "Sampling", "Prompts", "Details", "Hone demo",
    "Tiny Llama", "Broken", "Ticket tone", "Prompt", "Token", "Tokens", "Text", "JSON", "Top-k", "Top-p",
    "Min-p", "Mirostat", "Dropout", "Seed", "Rank", "DRY", "XTC", "Version",
)  # fmt: skip


def _may_stay(text: str) -> bool:
    """Whether a text is a name, a path, or of services, which speak English."""
    return text.startswith(("/", "~")) or "/" in text or any(name in text for name in _NAMES) or len(text) < 3


def test_the_demo_model_is_asked_in_english_which_it_knows(speak: Any, make_window: Any) -> None:
    speak(Language.GERMAN)
    page = make_window().page("chat")
    chips = [chip.text() for chip in page.dialogue.welcome._buttons]
    assert chips[0] == "What is LoRA?"
    page.start_with("tiny", "")
    assert page.dialogue.welcome._buttons[0].text() == "Was ist LoRA?"


def test_declared_texts_are_spoken(speak: Any) -> None:
    temperature = next(field for field in FIELDS if field.name == "temperature")
    speak(Language.GERMAN)
    spoken = field_words(temperature)
    assert spoken.label == "Temperatur"
    assert spoken.help != temperature.help
    assert spoken.name == "temperature"


def test_numbers_and_days_are_written_as_the_language_does(speak: Any) -> None:
    moment = datetime(2026, 11, 20, 12, 5, tzinfo=UTC)
    speak(Language.GERMAN)
    assert quantities.count_text(8192) == "8.192"
    assert quantities.share_text(0.9988) == "99,8\u00a0%"
    assert quantities.size_text(1_250_000_000) == "1,2 GB"
    assert quantities.value_text(0.7) == "0,7"
    assert quantities.day_text(moment) == "20.11.26"
    speak(Language.ENGLISH)
    assert quantities.count_text(8192) == "8,192"
    assert quantities.day_text(moment) == "20 Nov 2026"


def test_a_number_box_takes_the_comma_of_the_language(speak: Any, make_window: Any) -> None:
    from hone.ui.kit.field_editors import NumberEditor

    speak(Language.GERMAN)
    temperature = next(field for field in FIELDS if field.name == "temperature")
    editor = NumberEditor(temperature)
    editor._spin.lineEdit().setText("1,25")
    editor._spin.interpretText()
    assert editor.value() == 1.25
    assert editor._spin.text() == "1,25"
    editor.deleteLater()


@pytest.mark.parametrize(
    ("system", "language"), [("de_AT", "de"), ("es_MX", "es"), ("fr_FR", "en"), ("C", "en"), ("en_GB", "en")]
)
def test_the_system_language_is_taken_where_it_is_known(system: str, language: str) -> None:
    assert language_of(Language.SYSTEM, QLocale(system)).value == language
    assert language_of(Language.SPANISH, QLocale(system)) is Language.SPANISH


def test_the_desktops_own_way_of_numbers_is_kept() -> None:
    assert locale_of(Language.GERMAN, QLocale("de_AT")).name() == "de_AT"
    assert locale_of(Language.GERMAN, QLocale("en_GB")).name() == "de_DE"


def test_a_missing_catalogue_is_told(qapp: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = QLocale()
    monkeypatch.setattr(language_module, "resources", lambda: tmp_path)
    problem = use_language(qapp, Language.GERMAN)
    QLocale.setDefault(before)
    assert problem is not None
    assert "dev.py setup" in problem.hint


def test_the_language_is_kept_when_it_is_chosen(window: Any, services: Services, qtbot: Any) -> None:
    window.open_page("settings")
    window.page("settings")._appearance.language_chosen.emit("de")
    qtbot.waitUntil(lambda: services.settings.get().language is Language.GERMAN)
