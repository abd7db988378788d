"""Catalogues are checked: nothing missing, nothing that does not fit the English text."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("PySide6")

from translation.calls import texts_and_problems
from translation.catalogue import Entry, fill, missing, read
from translation.declared import as_source, declared_texts
from translation.extraction import entries_today, update
from translation.places import LANGUAGES, catalogue_of, run_tool
from translation.rules import problems, warnings

CATALOGUE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Card</name>
    <message><source>Close</source><translation type="unfinished"></translation></message>
    <message><source>{0} &lt;b&gt; left</source><translation>noch {0} &lt;b&gt;</translation></message>
    <message><source>Gone</source><translation type="vanished">Weg</translation></message>
</context>
</TS>
"""


def wrong(source: str, translation: str) -> list[str]:
    """Return what is wrong with one translation."""
    return problems([Entry("Card", source, translation, finished=True)])


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("{0} of {1} left", "noch {1}"),
        ("{n} rows", "{m} Zeilen"),
        ("Read as ", "Gelesen als"),
        ("Done.", "Fertig"),
        ("Done", "Fertig."),
        ("Choose a file…", "Datei wählen"),
        ("&File", "&Da&tei"),
        ("Two\nlines", "Zwei Zeilen"),
        ("Data (*.csv *.txt);;All files (*)", "Daten (*.csv);;Alle Dateien (*)"),
    ],
)
def test_a_translation_that_does_not_fit_is_told(source: str, translation: str) -> None:
    assert len(wrong(source, translation)) == 1


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("{0} of {1} left", "{1}: noch {0}"),
        ("What is LoRA?", "¿Qué es LoRA?"),
        (" Resumed.", " Fortgesetzt."),
        ("Data (*.csv);;All files (*)", "Daten (*.csv);;Alle Dateien (*)"),
        ("Train & test", "Training & Test"),
    ],
)
def test_a_translation_that_fits_is_not(source: str, translation: str) -> None:
    assert wrong(source, translation) == []


def test_missing_and_gone_texts_are_told() -> None:
    entries = [Entry("Card", "Close"), Entry("Card", "Old", "Alt", gone=True)]
    assert len(problems(entries)) == 2
    assert missing(entries) == [entries[0]]


def test_one_text_with_two_translations_is_noted() -> None:
    entries = [Entry("A", "Run", "Lauf", finished=True), Entry("B", "Run", "Ausführen", finished=True)]
    assert len(warnings(entries)) == 1


def test_a_catalogue_is_read_and_filled(tmp_path: Path) -> None:
    path = tmp_path / "hone_de.ts"
    path.write_text(CATALOGUE, encoding="utf-8")
    assert [(entry.source, entry.gone) for entry in read(path)] == [
        ("Close", False),
        ("{0} <b> left", False),
        ("Gone", True),
    ]
    assert fill(path, {("Card", "Close"): "Schließen", ("Card", "Nowhere"): "Nirgends"}) == 1
    assert read(path)[0].translation == "Schließen"
    assert "<!DOCTYPE TS>" in path.read_text(encoding="utf-8")


def test_texts_that_would_be_lost_are_told(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        "class Card:\n"
        "    def build(self, other, text):\n"
        "        self.tr('Good')\n"
        "        self.tr(text)\n"
        "        other.tr('Filed under another class')\n"
        "        self.tr('a' if other else 'b')\n"
        "def words(tr):\n"
        "    tr('No class')\n"
        "    translate('Words', 'Also good')\n",
        encoding="utf-8",
    )
    texts, wrong_calls = texts_and_problems([module])
    assert texts == {("Card", "Good"), ("Words", "Also good")}
    assert [call.split(":")[1] for call in wrong_calls] == ["4", "5", "6", "8"]


def test_texts_declared_below_the_window_are_extracted(tmp_path: Path) -> None:
    texts = declared_texts()
    assert ("Fields", "Temperature") in texts
    assert ("Methods", "QLoRA (4 bits)") in texts
    source = tmp_path / "declared.py"
    source.write_text(as_source(texts), encoding="utf-8")
    run_tool("lupdate", [str(source), "-locations", "none", "-ts", str(tmp_path / "out.ts")])
    assert {entry.key for entry in read(tmp_path / "out.ts")} == set(texts)


def test_an_update_takes_gone_texts_out_and_keeps_translations(tmp_path: Path) -> None:
    path = tmp_path / "hone_de.ts"
    path.write_text(CATALOGUE, encoding="utf-8")
    assert any(entry.gone for entry in entries_today(path, "de"))
    update(path, "de")
    entries = read(path)
    assert not any(entry.gone or entry.context == "Card" for entry in entries)
    assert ("Pages", "Chat") in {entry.key for entry in entries}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogues_fit_the_program(language: str) -> None:
    assert problems(entries_today(catalogue_of(language), language)) == []
