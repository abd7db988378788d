"""What the frozen program starts with."""

from __future__ import annotations

import multiprocessing
import sys

if __name__ == "__main__":
    # Before anything else: a frozen child of multiprocessing starts here too.
    multiprocessing.freeze_support()
    from hone.__main__ import main

    sys.exit(main())
