"""The client of the engines: which worker or server answers, and everything that may go wrong on the way.

`service.py` is what the other services call. Below it: `local.py` holds one model in one worker of this
machine, `turnstile.py` decides whose model that is, `stay.py` follows one caller's requests,
`engine_process.py` brings a worker's events to those who asked; `backend.py` is for engines elsewhere.
"""

from __future__ import annotations

from hone.services.engines.local import Loaded
from hone.services.engines.service import EngineService

__all__ = ["EngineService", "Loaded"]
