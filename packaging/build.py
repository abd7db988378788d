#!/usr/bin/env python3
"""Build what is given to users: `python3 packaging/build.py deb [--pack-only]`.

deb           a Debian package (dist/hone_VERSION_ARCH.deb) with the whole program: the window, llama.cpp,
              torch for the CPU, transformers, the trainer and the embedded model. It needs no download at
              the first start. About 15 minutes and 6 GB of disk; the result has about 400 MB.
--pack-only   do not freeze the program again, only make the package from the last frozen folder

The build works in .venv-build, build/ and dist/ only and can be repeated. Build on the oldest system that
the package has to run on: it asks for that system's C library or a newer one.
`exe` (Windows) and `dmg` (macOS) are not offered yet.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bootstrap.console import SetupError, say
from bootstrap.layout import Layout
from debian_package.archive import build_deb

LAYOUT = Layout(Path(__file__).resolve().parents[1])


def main(arguments: list[str]) -> int:
    """Run the target in `arguments` and return the exit code."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(__doc__)
        return 0
    target, *options = arguments
    if target in ("exe", "dmg"):
        say(f"`{target}` is not offered yet; today there is `deb`.")
        return 2
    if target != "deb" or set(options) - {"--pack-only"}:
        print(__doc__)
        return 2
    try:
        build_deb(LAYOUT, reuse_frozen="--pack-only" in options)
    except SetupError as error:
        say(f"\n{error.message}\n{error.hint}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
