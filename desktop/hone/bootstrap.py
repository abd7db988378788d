"""Build every part once and hand it to the face that was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from hone.services import Services
from hone.storage.paths import Paths


def build_services(paths: Paths) -> Services:
    """Build all services; cheap: no worker is started and the database is not opened."""
    from hone.domain.models import ModelFormat
    from hone.inference.endpoint.engine import EndpointEngine
    from hone.services.chat import ChatService
    from hone.services.data import DataService
    from hone.services.demo import DemoService
    from hone.services.doctor import DoctorService
    from hone.services.drafts import DraftService
    from hone.services.embedded_model import EmbeddedModelService
    from hone.services.endpoint_keys import EndpointKeys
    from hone.services.endpoints import EndpointService
    from hone.services.engine_bench import EngineBenchService
    from hone.services.engines import EngineService
    from hone.services.engines.loading import Loading
    from hone.services.evaluation import EvaluationService
    from hone.services.fitting import FittingService
    from hone.services.memory_ledger import MemoryLedger
    from hone.services.models import ModelService
    from hone.services.planning import PlanningService
    from hone.services.rendering import RenderingService
    from hone.services.runs import RunService
    from hone.services.state_files import StateFiles
    from hone.services.training_room import TrainingRoom
    from hone.storage.conversations import ConversationStore
    from hone.storage.database import Database
    from hone.storage.settings import SettingsStore

    paths.make()
    settings = SettingsStore(paths.settings)
    database = Database(paths.database, paths.backups)
    models = ModelService(paths, settings)
    keys = EndpointKeys()
    remote = EndpointEngine(keys.key_of)
    ledger = MemoryLedger()
    fitting = FittingService()
    loading = Loading(ledger, fitting)
    engines = EngineService(paths, settings, loading, remote=((ModelFormat.ENDPOINT, remote),))
    data = DataService(paths)
    rendering = RenderingService(paths)
    runs = RunService(paths, models, TrainingRoom(engines, ledger), rendering)
    evaluation = EvaluationService(engines, data)
    embedded = EmbeddedModelService(paths, models, rendering)
    return Services(
        paths=paths,
        settings=settings,
        models=models,
        engines=engines,
        endpoints=EndpointService(settings, remote, keys),
        fitting=fitting,
        data=data,
        planning=PlanningService(paths, models, data),
        runs=runs,
        evaluation=evaluation,
        chat=ChatService(
            ConversationStore(database), models, engines, StateFiles(paths.cache / "states", settings)
        ),
        demo=DemoService(models, runs, evaluation, embedded),
        doctor=DoctorService(paths, models, engines, database),
        embedded=embedded,
        drafts=DraftService(paths),
        rendering=rendering,
        bench=EngineBenchService(paths, engines, rendering),
    )


def run_window(argv: Sequence[str]) -> int:
    """Open the window and return its exit code when it closes."""
    from hone.ui.application import run

    services = build_services(Paths.of_user())
    try:
        return run(services, list(argv))
    finally:
        services.close()


def run_command(arguments: Sequence[str]) -> int:
    """Run a command of the command line and return its exit code."""
    from hone.cli import run
    from hone.storage.log import start_log

    def build() -> Services:
        paths = Paths.of_user()
        start_log(paths.logs / "command.log")
        return build_services(paths)

    return run(list(arguments), build)
