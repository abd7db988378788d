#!/usr/bin/env python3
"""Keep the window's translations: `.venv/bin/python packaging/translations.py COMMAND`.

update                     bring resources/translations/hone_*.ts up to the program's texts
missing [--json] LANGUAGE  list the texts that wait for a translation; as JSON, to be filled in
fill LANGUAGE FILE         take translations from such a JSON file (entries: context, source, translation), or
                           from an object {source: translation}, for whatever waits in any context
check                      fail on anything missing, outdated, or unlike the English text in its placeholders
build                      compile the catalogues to .qm, which the program reads

A round of translation: `update`, `missing --json de > de.json`, write the translations into de.json,
`fill de de.json`, `check`. Terms are in resources/translations/README.md.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bootstrap.console import SetupError, say
from translation.calls import texts_and_problems
from translation.catalogue import Key, fill, missing, read
from translation.extraction import entries_today, update
from translation.places import LANGUAGES, catalogue_of, compiled_of, python_sources, run_tool
from translation.rules import problems, warnings


def update_all() -> int:
    """Bring every catalogue up to the program."""
    for language in LANGUAGES:
        update(catalogue_of(language), language)
        left = len(missing(read(catalogue_of(language))))
        say(f"{catalogue_of(language).name}: {left} texts wait for a translation.")
    return 0


def list_missing(language: str, *, as_json: bool) -> int:
    """List what waits for a translation in the catalogue as it is."""
    entries = missing(read(catalogue_of(language)))
    if as_json:
        rows = [{"context": e.context, "source": e.source, "translation": ""} for e in entries]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for entry in entries:
            print(f"{entry.context}: {entry.source}")
    return 0


def fill_from(language: str, file: Path) -> int:
    """Take the translations of a JSON file; those with an empty translation are left out."""
    content = json.loads(file.read_text(encoding="utf-8"))
    if isinstance(content, dict):
        waiting = missing(read(catalogue_of(language)))
        texts: dict[Key, str] = {e.key: content[e.source] for e in waiting if content.get(e.source)}
    else:
        texts = {(row["context"], row["source"]): row["translation"] for row in content if row["translation"]}
    taken = fill(catalogue_of(language), texts)
    update(catalogue_of(language), language)
    left = len(missing(read(catalogue_of(language))))
    say(f"{taken} of {len(texts)} translations taken; {left} texts wait for one.")
    return 0 if taken >= len(texts) else 1


def check() -> int:
    """Say everything that is wrong with the catalogues and with how the program asks for its texts."""
    asked, wrong = texts_and_problems(python_sources())
    for language in LANGUAGES:
        entries = entries_today(catalogue_of(language), language)
        known = {entry.key for entry in entries if not entry.gone}
        wrong += [f"{context}: {text!r} is not extracted." for context, text in sorted(asked - known)]
        found = problems(entries)
        wrong += [f"{language}: {problem}" for problem in found]
        for warning in warnings(entries):
            say(f"Note: {language}: {warning}")
        say(f"{language}: {len(known)} texts, {len(found)} problems.")
    for problem in wrong:
        say(problem)
    if wrong:
        say(f"{len(wrong)} problems. What to do is in resources/translations/README.md.")
    return 1 if wrong else 0


def build() -> int:
    """Compile every catalogue; a text without a translation stays English."""
    for language in LANGUAGES:
        catalogue = catalogue_of(language)
        run_tool("lrelease", ["-silent", str(catalogue), "-qm", str(compiled_of(catalogue))])
    return 0


def main(arguments: list[str]) -> int:
    """Run the command in `arguments` and return the exit code."""
    try:
        match arguments:
            case ["update"]:
                return update_all()
            case ["missing", "--json", language] if language in LANGUAGES:
                return list_missing(language, as_json=True)
            case ["missing", language] if language in LANGUAGES:
                return list_missing(language, as_json=False)
            case ["fill", language, file] if language in LANGUAGES:
                return fill_from(language, Path(file))
            case ["check"]:
                return check()
            case ["build"]:
                return build()
    except SetupError as error:
        say(f"\n{error.message}\n{error.hint}")
        return 1
    print(__doc__)
    return 0 if not arguments or arguments[0] in ("-h", "--help", "help") else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
