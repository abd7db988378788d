"""What a run remembers between checkpoints beside the weights: `progress.json` in each of them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec

from hone.domain.runs import HeldOut
from hone.errors import BadInput, HoneError

PROGRESS = "progress.json"


class Progressed(msgspec.Struct, frozen=True, kw_only=True):
    """Where a run stands: `rows_sha256` names the tokens it is trained on, `seconds` count training only.

    `moment` is the time that chat templates see, the same after a resume. `misses` counts the
    evaluations since the best one, `measured_step` is the step of the last.
    """

    moment: datetime
    rows_sha256: str = ""
    seconds: float = 0.0
    best: HeldOut | None = None
    misses: int = 0
    measured_step: int = -1

    def with_held_out(self, measured: HeldOut) -> Progressed:
        """Take a measurement in; the base model's, at step 0, is never the best."""
        noted = msgspec.structs.replace(self, measured_step=measured.step)
        if measured.step == 0:
            return noted
        if self.best is None or measured.loss < self.best.loss:
            return msgspec.structs.replace(noted, best=measured, misses=0)
        return msgspec.structs.replace(noted, misses=self.misses + 1)

    def write(self, folder: Path) -> None:
        """Write it into a checkpoint that is being made."""
        (folder / PROGRESS).write_bytes(msgspec.json.encode(self))


def read_progress(checkpoint: Path) -> Progressed:
    """Read it from the checkpoint a run resumes from."""
    try:
        return msgspec.json.decode((checkpoint / PROGRESS).read_bytes(), type=Progressed)
    except (OSError, msgspec.MsgspecError) as error:
        raise HoneError(
            f"{checkpoint / PROGRESS} cannot be read.",
            hint="Resume from an older checkpoint.",
            detail=str(error),
        ) from error


def check_same_rows(progressed: Progressed, rows_sha256: str, data: Path) -> Progressed:
    """Note which rows are trained on, or refuse to go on with others than the run was started with."""
    if progressed.rows_sha256 not in ("", rows_sha256):
        raise BadInput(
            f"{data}, the model's tokenizer or the plan has changed since this run was started, "
            "so it cannot go on exactly.",
            hint="Put the file back as it was, or start a new run.",
        )
    return msgspec.structs.replace(progressed, rows_sha256=rows_sha256)
