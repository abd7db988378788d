"""The table of runs: made from their folders alone, with notes, sizes, a comparison and a file for others."""

from __future__ import annotations

import csv
import io
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from hone.domain.dataset_library import DataSet
from hone.domain.plan import Plan
from hone.domain.run_comparison import PlanEntry, RunComparison, curve_of
from hone.domain.run_table import RunRow, RunSize
from hone.errors import BadInput, HoneError
from hone.storage.atomic import write_whole
from hone.storage.metrics import MetricsFile
from hone.storage.paths import Paths
from hone.storage.run_folders import RunFolders
from hone.storage.run_index import RunIndex, size_of
from hone.tuning.plan_entries import plan_entries

MOST_COMPARED = 4
_log = logging.getLogger(__name__)


class RunTable:
    """Rows of all runs of one user. Safe from any thread.

    `data_sets` lists the library, for the names of data sets; it is asked only when a run was trained on
    one of its files.
    """

    def __init__(self, paths: Paths, data_sets: Callable[[], Sequence[DataSet]]) -> None:
        self._paths = paths
        self._data_sets = data_sets
        self._folders = RunFolders(paths.runs, paths.data / "trash" / "runs")
        self._index = RunIndex(self._folders, paths.runs, paths.cache / "runs.index")

    def rows(self) -> list[RunRow]:
        """Return a row for every run, the newest first; sizes are not counted."""
        rows = self._index.rows()
        names = self._names(rows)
        return [
            msgspec.structs.replace(row, data=names[row.data_path]) if row.data_path in names else row
            for row in rows
        ]

    def sizes(self, run_ids: Sequence[str], stop: threading.Event) -> Iterator[RunSize]:
        """Count what each run takes on the disk, one after another, until `stop` is set."""
        for run_id in run_ids:
            if stop.is_set():
                return
            folder = self._paths.runs / run_id
            if folder.is_dir():
                yield size_of(folder)

    def find(self, wanted: str) -> RunRow:
        """Return the run of an id, the beginning of one, or a name; raises BadInput when none or many are."""
        rows = self.rows()
        exact = [row for row in rows if row.id == wanted]
        found = exact or [row for row in rows if row.id.startswith(wanted) or row.name == wanted]
        if len(found) == 1:
            return found[0]
        if not found:
            raise BadInput(f"There is no run {wanted!r}.", hint="`hone runs list` shows all runs.")
        ids = ", ".join(row.id for row in found[:5])
        raise BadInput(f"{len(found)} runs are called {wanted!r}: {ids}.", hint="Give the id of one.")

    def set_note(self, run_id: str, note: str) -> None:
        """Keep a note in a run's folder; an empty one is taken away."""
        self._folders.set_note(run_id, note)

    def plan_like(self, run_id: str) -> Plan:
        """Return a run's plan under a name that no run has yet: `Tickets 2` after `Tickets`."""
        plan = self._folders.read(run_id).plan
        taken = {row.name for row in self._index.rows()}
        stem, _, last = plan.name.rpartition(" ")
        number, stem = (int(last), stem) if stem and last.isdecimal() else (1, plan.name)
        while True:
            number += 1
            if f"{stem} {number}" not in taken:
                return msgspec.structs.replace(plan, name=f"{stem} {number}")

    def compare(self, rows: Sequence[RunRow]) -> RunComparison:
        """Read plans and curves of one run, or of up to four beside each other; raises BadInput for more."""
        if not 1 <= len(rows) <= MOST_COMPARED:
            raise BadInput(
                f"{len(rows)} runs cannot be compared.", hint=f"Choose two to {MOST_COMPARED} of them."
            )
        plans = [self._folders.read(row.id).plan for row in rows]
        metrics = [MetricsFile(self._folders.folder(row.id) / "metrics.jsonl").read() for row in rows]
        return RunComparison(
            rows=tuple(rows),
            entries=self._named(plan_entries(plans), rows),
            curves=tuple(
                curve_of(row.id, each.steps, each.held_out) for row, each in zip(rows, metrics, strict=True)
            ),
        )

    def export(self, rows: Sequence[RunRow], target: Path) -> int:
        """Write rows as CSV, in their order; returns how many. Sizes that were not counted are counted."""
        write_whole(target, self.csv(rows))
        return len(rows)

    def csv(self, rows: Sequence[RunRow]) -> str:
        """Return rows as CSV: plain numbers (bytes, seconds, nats per token), times in UTC."""
        text = io.StringIO()
        writer = csv.DictWriter(text, list(_CSV_COLUMNS), lineterminator="\r\n")
        writer.writeheader()
        for row in rows:
            sized = row if row.disk_bytes is not None else self._sized(row)
            writer.writerow({name: _plain(value(sized)) for name, value in _CSV_COLUMNS.items()})
        return text.getvalue()

    def _sized(self, row: RunRow) -> RunRow:
        size = size_of(row.folder)
        return msgspec.structs.replace(row, disk_bytes=size.disk_bytes, adapter_bytes=size.adapter_bytes)

    def _names(self, rows: Sequence[RunRow]) -> dict[Path, str]:
        """Return the names of the data sets whose files runs were trained on."""
        if not any(row.data_path.is_relative_to(self._paths.data) for row in rows):
            return {}
        try:
            listed = self._data_sets()
        except HoneError as error:  # a library that cannot be read must not hide the runs
            _log.warning("%s %s", error.message, error.detail)
            return {}
        inside = self._paths.data
        return {
            version.path: data_set.name
            for data_set in listed
            for version in data_set.versions
            if version.path.is_relative_to(inside)
        }

    def _named(self, entries: Sequence[PlanEntry], rows: Sequence[RunRow]) -> tuple[PlanEntry, ...]:
        """Say base and data as the table does; where two of one name are not the same, by their places."""
        names = {
            "base.model": [(row.base, str(row.base_path)) for row in rows],
            "data.train": [(row.data, str(row.data_path)) for row in rows],
        }
        return tuple(
            msgspec.structs.replace(entry, values=_told_apart(names[entry.path]))
            if entry.path in names
            else entry
            for entry in entries
        )


def _told_apart(named: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    places: dict[str, set[str]] = {}
    for name, place in named:
        places.setdefault(name, set()).add(place)
    return tuple(name if len(places[name]) == 1 else place for name, place in named)


_CSV_COLUMNS: dict[str, Callable[[RunRow], object]] = {
    "id": lambda row: row.id,
    "name": lambda row: row.name,
    "state": lambda row: row.state,
    "base": lambda row: row.base,
    "data": lambda row: row.data,
    "method": lambda row: row.method,
    "held_out_loss": lambda row: row.best.loss if row.best else None,
    "held_out_loss_before": lambda row: row.untrained.loss if row.untrained else None,
    "token_accuracy": lambda row: row.best.token_accuracy if row.best else None,
    "best_step": lambda row: row.best.step if row.best else None,
    "step": lambda row: row.step,
    "steps": lambda row: row.steps,
    "seconds": lambda row: round(row.seconds, 3),
    "adapter_bytes": lambda row: row.adapter_bytes,
    "disk_bytes": lambda row: row.disk_bytes,
    "created_at": lambda row: row.created_at.isoformat(timespec="seconds"),
    "note": lambda row: row.note,
    "folder": lambda row: row.folder,
}


def _plain(value: object) -> str:
    """Write a value; what a spreadsheet would take for a formula is written as text."""
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text[:1] in ("=", "+", "-", "@") else text
