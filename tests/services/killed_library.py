"""Makes versions of a data set for ever and prints the numbers of those that are kept; a test kills it."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.services.library_in_process import library_in

from hone.domain.data_changes import AddRows, DropRows

ROW = '{"prompt": "added", "completion": "row"}'


def main() -> None:
    home, source = Path(sys.argv[1]), Path(sys.argv[2])
    library = library_in(home)
    made = library.add(source)
    print(made.current, flush=True)
    while True:
        version = library.change(made.id, [DropRows(rows=(1,)), AddRows(contents=(ROW,))])
        print(version.number, flush=True)


if __name__ == "__main__":
    main()
