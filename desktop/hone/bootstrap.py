"""Build every part once and hand it to the face that was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from hone.services import Services
from hone.storage.paths import Paths

if TYPE_CHECKING:
    from hone.inference.endpoint.engine import EndpointEngine
    from hone.services.arranging import ArrangingService
    from hone.services.attaching import AttachingService
    from hone.services.chat import ChatService
    from hone.services.comparing import ComparingService
    from hone.services.context_window import ContextWindow
    from hone.services.conversation_files import ConversationFileService
    from hone.services.data import DataService
    from hone.services.data_sets import DataSetService
    from hone.services.demo import DemoService
    from hone.services.doctor import DoctorService
    from hone.services.drafts import DraftService
    from hone.services.embedded_model import EmbeddedModelService
    from hone.services.endpoint_keys import EndpointKeys
    from hone.services.endpoints import EndpointService
    from hone.services.engine_bench import EngineBenchService
    from hone.services.engines import EngineService
    from hone.services.evaluation import EvaluationService
    from hone.services.exact_view import ExactViewService
    from hone.services.examples import ExampleService
    from hone.services.feedback import FeedbackService
    from hone.services.fitting import FittingService
    from hone.services.memory_ledger import MemoryLedger
    from hone.services.models import ModelService
    from hone.services.planning import PlanningService
    from hone.services.preferences import PreferenceService
    from hone.services.prompt_library import PromptLibrary
    from hone.services.rendering import RenderingService
    from hone.services.row_drafting import RowDraftService
    from hone.services.row_edits import RowEditService
    from hone.services.run_table import RunTable
    from hone.services.runs import RunService
    from hone.services.search import SearchService
    from hone.services.token_reports import TokenReportService
    from hone.services.tools import ToolBox
    from hone.services.typed import TypedService
    from hone.storage.comparisons import ComparisonStore
    from hone.storage.database import Database
    from hone.storage.settings import SettingsStore


def build_services(paths: Paths) -> Services:
    """Hand over all services; cheap: each is imported and built when it is first asked for."""
    paths.make()
    parts = _Parts(paths)
    return Services({name: getattr(parts, name) for name in Services.__annotations__}, paths=paths)


class _Parts:
    """How each service is built: one method per service, named as in Services, and what several share.

    Imports stand inside, so that the window's first paint waits for no service that it does not need.
    """

    def __init__(self, paths: Paths) -> None:
        self._paths = paths

    def paths(self, of: Services) -> Paths:
        return self._paths

    @cached_property
    def _database(self) -> Database:
        from hone.storage.database import Database

        return Database(self._paths.database, self._paths.backups)

    @cached_property
    def _ledger(self) -> MemoryLedger:
        from hone.services.memory_ledger import MemoryLedger

        return MemoryLedger()

    @cached_property
    def _keys(self) -> EndpointKeys:
        from hone.services.endpoint_keys import EndpointKeys

        return EndpointKeys()

    @cached_property
    def _remote(self) -> EndpointEngine:
        from hone.inference.endpoint.engine import EndpointEngine

        return EndpointEngine(self._keys.key_of)

    def settings(self, of: Services) -> SettingsStore:
        from hone.storage.settings import SettingsStore

        return SettingsStore(self._paths.settings)

    def models(self, of: Services) -> ModelService:
        from hone.services.models import ModelService

        return ModelService(self._paths, of.settings)

    def engines(self, of: Services) -> EngineService:
        from hone.domain.models import ModelFormat
        from hone.services.engines import EngineService
        from hone.services.engines.loading import Loading

        loading = Loading(self._ledger, of.fitting)
        remote = ((ModelFormat.ENDPOINT, self._remote),)
        return EngineService(self._paths, of.settings, loading, remote=remote)

    def endpoints(self, of: Services) -> EndpointService:
        from hone.services.endpoints import EndpointService

        return EndpointService(of.settings, self._remote, self._keys)

    def fitting(self, of: Services) -> FittingService:
        from hone.services.fitting import FittingService

        return FittingService()

    def data(self, of: Services) -> DataService:
        from hone.services.data import DataService

        return DataService(self._paths)

    def data_sets(self, of: Services) -> DataSetService:
        from hone.services.data_sets import DataSetService

        return DataSetService(self._paths, of.data)

    def planning(self, of: Services) -> PlanningService:
        from hone.services.planning import PlanningService

        return PlanningService(self._paths, of.models, of.data)

    def rendering(self, of: Services) -> RenderingService:
        from hone.services.rendering import RenderingService

        return RenderingService(self._paths)

    def runs(self, of: Services) -> RunService:
        from hone.services.runs import RunService
        from hone.services.training_room import TrainingRoom

        return RunService(self._paths, of.models, TrainingRoom(of.engines, self._ledger), of.rendering)

    def run_table(self, of: Services) -> RunTable:
        from hone.services.run_table import RunTable

        return RunTable(self._paths, lambda: of.data_sets.all())

    def evaluation(self, of: Services) -> EvaluationService:
        from hone.services.evaluation import EvaluationService

        return EvaluationService(of.engines, of.data)

    def chat(self, of: Services) -> ChatService:
        from hone.services.chat import ChatService
        from hone.services.state_files import StateFiles
        from hone.storage.conversations import ConversationStore

        states = StateFiles(self._paths.cache / "states", of.settings)
        store = ConversationStore(self._database)
        return ChatService(store, of.models, of.engines, states, window=of.window, tools=of.tools)

    def tools(self, of: Services) -> ToolBox:
        from hone.services.tools import ToolBox
        from hone.services.tools.server_list import ServerList
        from hone.services.tools.server_secrets import ServerSecrets

        return ToolBox(self._paths, ServerList(of.settings, ServerSecrets()))

    def attaching(self, of: Services) -> AttachingService:
        from hone.services.attaching import AttachingService

        return AttachingService(self._paths, of.rendering, of.window)

    def embedded(self, of: Services) -> EmbeddedModelService:
        from hone.services.embedded_model import EmbeddedModelService

        return EmbeddedModelService(self._paths, of.models, of.rendering)

    def demo(self, of: Services) -> DemoService:
        from hone.services.demo import DemoService

        return DemoService(of.models, of.runs, of.evaluation, of.embedded)

    def doctor(self, of: Services) -> DoctorService:
        from hone.services.doctor import DoctorService

        return DoctorService(self._paths, of.models, of.engines, self._database)

    def drafts(self, of: Services) -> DraftService:
        from hone.services.drafts import DraftService

        return DraftService(self._paths)

    def bench(self, of: Services) -> EngineBenchService:
        from hone.services.engine_bench import EngineBenchService

        return EngineBenchService(self._paths, of.engines, of.rendering)

    def prompts(self, of: Services) -> PromptLibrary:
        from hone.services.prompt_library import PromptLibrary
        from hone.services.prompt_starters import Starters
        from hone.storage.drafts import DraftStore
        from hone.storage.paths import resources
        from hone.storage.prompts import PromptStore

        starters = Starters(resources() / "prompts")
        return PromptLibrary(PromptStore(self._database), DraftStore(self._database), starters)

    def examples(self, of: Services) -> ExampleService:
        from hone.services.examples import ExampleService
        from hone.storage.conversations import ConversationStore

        return ExampleService(ConversationStore(self._database), of.rendering)

    def tokens(self, of: Services) -> TokenReportService:
        from hone.services.token_reports import TokenReportService
        from hone.storage.prompt_snapshots import PromptSnapshotStore

        snapshots = PromptSnapshotStore(self._database)
        return TokenReportService(of.chat, of.models, of.engines, of.window, of.tools, snapshots)

    def window(self, of: Services) -> ContextWindow:
        from hone.services.context_window import ContextWindow

        return ContextWindow(of.engines, of.rendering)

    def exact(self, of: Services) -> ExactViewService:
        from hone.services.exact_view import ExactViewService

        return ExactViewService(of.rendering, of.window, of.tools)

    @cached_property
    def _comparisons(self) -> ComparisonStore:
        from hone.storage.comparisons import ComparisonStore

        return ComparisonStore(self._database)

    def comparing(self, of: Services) -> ComparingService:
        from hone.services.comparing import ComparingService

        return ComparingService(of.chat, self._comparisons)

    def preferences(self, of: Services) -> PreferenceService:
        from hone.services.preferences import PreferenceService
        from hone.storage.picks import PickStore
        from hone.storage.prompt_snapshots import PromptSnapshotStore

        snapshots = PromptSnapshotStore(self._database)
        return PreferenceService(of.chat, PickStore(self._database), self._comparisons, snapshots)

    def search(self, of: Services) -> SearchService:
        from hone.services.search import SearchService

        return SearchService(self._database)

    def arranging(self, of: Services) -> ArrangingService:
        from hone.services.arranging import ArrangingService

        return ArrangingService(self._database)

    def files(self, of: Services) -> ConversationFileService:
        from hone.services.conversation_files import ConversationFileService

        return ConversationFileService(self._database)

    def feedback(self, of: Services) -> FeedbackService:
        from hone.services.feedback import FeedbackService

        return FeedbackService(self._database, self._paths.data / "datasets")

    def row_edits(self, of: Services) -> RowEditService:
        from hone.services.row_edits import RowEditService

        return RowEditService(self._database)

    def typed(self, of: Services) -> TypedService:
        from hone.services.typed import TypedService

        return TypedService(self._database)

    def row_drafts(self, of: Services) -> RowDraftService:
        from hone.services.row_drafting import RowDraftService

        return RowDraftService(self._database, of.models, of.engines, of.data, of.data_sets, of.attaching)


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
