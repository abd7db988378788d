"""`metrics.jsonl`: one line per step, per held-out measurement, and per resume.

Lines are appended as the events come. A line torn by a crash is skipped when read. A resume from step k
makes the lines after step k obsolete: they are dropped when read, not from the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from hone.domain.runs import HeldOut, Step
from hone.storage.atomic import cannot_write


class _Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    step: Step | None = None
    held_out: HeldOut | None = None
    resumed_from: int | None = None


class Metrics(msgspec.Struct, frozen=True, kw_only=True):
    """What was measured in a run, in order of steps."""

    steps: tuple[Step, ...] = ()
    held_out: tuple[HeldOut, ...] = ()

    @property
    def base(self) -> HeldOut | None:
        """The measurement before the first step: the untrained model."""
        return next((measured for measured in self.held_out if measured.step == 0), None)

    @property
    def best(self) -> HeldOut | None:
        """The measurement with the lowest loss after at least one step."""
        trained = [measured for measured in self.held_out if measured.step > 0]
        return min(trained, key=lambda measured: measured.loss, default=None)


class MetricsFile:
    """The metrics of one run on disk."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, measured: Step | HeldOut) -> None:
        """Append one measurement."""
        if isinstance(measured, Step):
            self._append(_Line(step=measured))
        else:
            self._append(_Line(held_out=measured))

    def mark_resume(self, step: int) -> None:
        """Note that the run goes on from `step`; 0 means from the start."""
        self._append(_Line(resumed_from=step))

    def read(self) -> Metrics:
        """Read what still counts; empty for a run that never started."""
        steps: dict[int, Step] = {}
        held_out: dict[int, HeldOut] = {}
        for line in self._lines():
            if line.step is not None:
                steps[line.step.step] = line.step
            elif line.held_out is not None:
                held_out[line.held_out.step] = line.held_out
            elif line.resumed_from is not None:
                kept = line.resumed_from
                steps = {step: value for step, value in steps.items() if step <= kept}
                # The base is measured before any step, so a fresh start measures it anew.
                held_out = {step: value for step, value in held_out.items() if step <= kept and kept > 0}
        return Metrics(
            steps=tuple(steps[step] for step in sorted(steps)),
            held_out=tuple(held_out[step] for step in sorted(held_out)),
        )

    def _lines(self) -> Iterator[_Line]:
        if not self._path.is_file():
            return
        decoder = msgspec.json.Decoder(_Line)
        with self._path.open("rb") as file:
            for raw in file:
                try:
                    yield decoder.decode(raw)
                except msgspec.MsgspecError:
                    continue

    def _append(self, line: _Line) -> None:
        try:
            with self._path.open("ab+") as file:
                if file.tell() > 0:
                    file.seek(-1, 2)
                    torn = file.read(1) != b"\n"
                    file.write(b"\n" if torn else b"")
                file.write(msgspec.json.encode(line) + b"\n")
        except OSError as error:
            raise cannot_write(self._path, error) from error
