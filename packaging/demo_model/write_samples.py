"""Write the sample data that Hone ships into resources/samples."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

from demo_model import preferences, tickets

TRAINING_ROWS = 600
HELD_OUT_ROWS = 100
PREFERENCE_ROWS = 300
TICKET_SEED = 41
PREFERENCE_SEED = 43
SAMPLES_DIR = Path(__file__).parents[2] / "resources" / "samples"


def files() -> dict[str, list[dict[str, str]]]:
    """Return the rows of every file; training and held-out texts differ."""
    made = [ticket.row() for ticket in tickets.tickets(TICKET_SEED, TRAINING_ROWS + HELD_OUT_ROWS)]
    return {
        "support_tickets.jsonl": made[:TRAINING_ROWS],
        "support_tickets_heldout.jsonl": made[TRAINING_ROWS:],
        "preferences.jsonl": preferences.pairs(PREFERENCE_SEED, PREFERENCE_ROWS),
    }


def text_of(rows: Iterable[dict[str, str]]) -> str:
    """Return rows as JSON lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def main() -> None:
    """Write all files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=SAMPLES_DIR)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in files().items():
        (folder / name).write_text(text_of(rows), encoding="utf-8")
        print(f"{name}: {len(rows)} rows")


if __name__ == "__main__":
    main()
