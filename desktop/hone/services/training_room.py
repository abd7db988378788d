"""Room for a training: the chat model stays when both fit, else it is unloaded and comes back afterwards."""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from hone.domain.datasets import TokenCounts
from hone.domain.forecast import Place
from hone.domain.memory import MemoryProspect, free_at
from hone.domain.models import Model
from hone.domain.plan import Plan
from hone.errors import HoneError
from hone.services.engines import EngineService, Loaded
from hone.services.hardware import Machine, this_machine
from hone.services.memory_ledger import MemoryLedger
from hone.services.planning import device_for
from hone.tuning.forecast import forecast

_LOG = logging.getLogger(__name__)
_UNKNOWN = TokenCounts(
    rows=1,
    tokens=0,
    trained_tokens=0,
    longest=0,
    median=0,
    cut_rows=0,
    stop_token_trained=True,
    histogram=(),
)


class TrainingRoom:
    """Asks the ledger before a training takes memory. Safe from any thread."""

    def __init__(
        self, engines: EngineService, ledger: MemoryLedger, look: Callable[[], Machine] = this_machine
    ) -> None:
        self._engines = engines
        self._ledger = ledger
        self._look = look

    def prospect(self, plan: Plan, base: Model, counts: TokenCounts | None = None) -> MemoryProspect:
        """Tell what a start of `plan` would do; without `counts` every row is reckoned as long as can be."""
        place, needed = self._need(plan, base, counts)
        return self._ledger.prospect(place, needed)

    @contextmanager
    def made_for(self, plan: Plan, base: Model) -> Iterator[Callable[[], None]]:
        """Hold the memory for a training; the function given says that the training has taken it.

        The chat model is unloaded when both do not fit, and loaded again in the background at the end.
        """
        place, needed = self._need(plan, base, None)
        prospect = self._ledger.prospect(place, needed)
        key = secrets.token_hex(8)
        # Held before the model is unloaded: a chat that is asked meanwhile must not load it again.
        self._ledger.hold_training(key, plan.name, place, needed)
        unloaded: Loaded | None = None
        try:
            if not prospect.fits_beside:
                unloaded = self._unload(prospect)
            yield lambda: self._ledger.settle_training(key)
        finally:
            self._ledger.release_training(key)
            if unloaded is not None:
                self._load_again(unloaded)

    def _unload(self, prospect: MemoryProspect) -> Loaded | None:
        unloaded = self._engines.release()
        back = prospect.free_bytes + round(0.8 * prospect.unloaded_bytes)
        if not self._ledger.wait_for(prospect.place, min(prospect.needed_bytes, back)):
            free = free_at(self._ledger.free(), prospect.place)
            _LOG.info("memory of the unloaded model is not all back: %d bytes free", free)
        return unloaded

    def _load_again(self, unloaded: Loaded) -> None:
        if self._engines.loaded() is None:
            threading.Thread(
                target=self._warm, args=(unloaded,), name="load the chat model again", daemon=True
            ).start()

    def _warm(self, unloaded: Loaded) -> None:
        try:
            self._engines.warm(unloaded)
        except HoneError as error:
            _LOG.warning("%s was not loaded again: %s", unloaded.model.name, error)

    def _need(self, plan: Plan, base: Model, counts: TokenCounts | None) -> tuple[Place, int]:
        device = device_for(base, self._look())
        return device.place, forecast(plan, base, counts or _UNKNOWN, device, disk_free=0).peak_bytes
