"""What a face may call: one use case each, plain Python, no window and no terminal in here."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hone.services.chat import ChatService
    from hone.services.data import DataService
    from hone.services.demo import DemoService
    from hone.services.doctor import DoctorService
    from hone.services.drafts import DraftService
    from hone.services.embedded_model import EmbeddedModelService
    from hone.services.endpoints import EndpointService
    from hone.services.engine_bench import EngineBenchService
    from hone.services.engines import EngineService
    from hone.services.evaluation import EvaluationService
    from hone.services.fitting import FittingService
    from hone.services.models import ModelService
    from hone.services.planning import PlanningService
    from hone.services.rendering import RenderingService
    from hone.services.runs import RunService
    from hone.storage.paths import Paths
    from hone.storage.settings import SettingsStore


@dataclass(frozen=True)
class Services:
    """All services of one user, built once by `hone.bootstrap.build_services`."""

    paths: Paths
    settings: SettingsStore
    models: ModelService
    engines: EngineService
    endpoints: EndpointService
    fitting: FittingService
    data: DataService
    planning: PlanningService
    runs: RunService
    evaluation: EvaluationService
    chat: ChatService
    demo: DemoService
    doctor: DoctorService
    embedded: EmbeddedModelService
    drafts: DraftService
    rendering: RenderingService
    bench: EngineBenchService

    def close(self) -> None:
        """End every worker process and close the database; may be called twice."""
        with contextlib.ExitStack() as stack:  # in reverse: each ends also when another fails to
            stack.callback(self.chat.close)
            stack.callback(self.data.close)
            stack.callback(self.engines.close)
            stack.callback(self.rendering.close)
