"""Write the licence texts of every library in this environment: `python licences.py TARGET.txt.gz`.

Run by the build inside the environment that is shipped; standard library only.
"""

from __future__ import annotations

import gzip
import sys
from importlib.metadata import Distribution, distributions
from pathlib import Path

WORDS = ("licen", "copying", "notice", "authors")


def licence_texts(distribution: Distribution) -> list[tuple[str, str]]:
    """Return the name and content of each licence file that came with `distribution`."""
    texts = []
    for file in distribution.files or ():
        in_metadata = ".dist-info" in str(file.parent)
        if in_metadata and any(word in file.name.lower() for word in WORDS):
            path = Path(str(distribution.locate_file(file)))
            if path.is_file():
                texts.append((file.name, path.read_text(encoding="utf-8", errors="replace")))
    return texts


def section(distribution: Distribution) -> str:
    """Return one library's name, version, declared licence and texts."""
    metadata = distribution.metadata
    fields = [str(metadata[name]) for name in ("License-Expression", "License") if name in metadata]
    declared = next((field.splitlines()[0] for field in fields if field.strip()), "see below")
    head = f"{'=' * 78}\n{metadata['Name']} {distribution.version}\nLicence: {declared}\n"
    return head + "".join(f"\n--- {name}\n{text}\n" for name, text in licence_texts(distribution))


def main(target: Path) -> None:
    """Write all sections, by name, without a time in the file: equal environments give equal files."""
    found = sorted(distributions(), key=lambda d: str(d.metadata["Name"]).lower())
    text = "\n".join(section(distribution) for distribution in found)
    python = Path(sys.base_prefix) / "lib" / f"python3.{sys.version_info.minor}" / "LICENSE.txt"
    if python.is_file():
        text += f"\n{'=' * 78}\nPython {sys.version.split()[0]}\n\n{python.read_text(encoding='utf-8')}"
    target.write_bytes(gzip.compress(text.encode(), mtime=0))
    print(f"{len(found)} libraries, {len(text) // 1024} KiB of licences")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
