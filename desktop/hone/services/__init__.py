"""What a face may call: one use case each, plain Python, no window and no terminal in here."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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
    from hone.services.endpoints import EndpointService
    from hone.services.engine_bench import EngineBenchService
    from hone.services.engines import EngineService
    from hone.services.evaluation import EvaluationService
    from hone.services.exact_view import ExactViewService
    from hone.services.examples import ExampleService
    from hone.services.feedback import FeedbackService
    from hone.services.fitting import FittingService
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
    from hone.storage.paths import Paths
    from hone.storage.settings import SettingsStore


class Services:
    """All services of one user; each is built when it is first asked for, once. Safe from any thread.

    `builders` make a service of the others; `ready` are services that exist already.
    """

    paths: Paths
    settings: SettingsStore
    models: ModelService
    engines: EngineService
    endpoints: EndpointService
    fitting: FittingService
    data: DataService
    data_sets: DataSetService
    row_edits: RowEditService
    planning: PlanningService
    runs: RunService
    run_table: RunTable
    evaluation: EvaluationService
    chat: ChatService
    demo: DemoService
    doctor: DoctorService
    embedded: EmbeddedModelService
    drafts: DraftService
    rendering: RenderingService
    bench: EngineBenchService
    prompts: PromptLibrary
    examples: ExampleService
    comparing: ComparingService
    preferences: PreferenceService
    tools: ToolBox
    attaching: AttachingService
    window: ContextWindow
    exact: ExactViewService
    search: SearchService
    arranging: ArrangingService
    files: ConversationFileService
    feedback: FeedbackService
    typed: TypedService
    tokens: TokenReportService
    row_drafts: RowDraftService

    def __init__(
        self, builders: Mapping[str, Callable[[Services], object]] | None = None, **ready: object
    ) -> None:
        self._builders = dict(builders or {})
        self._lock = threading.RLock()
        vars(self).update(ready)

    def __getattr__(self, name: str) -> Any:
        """Build a service; called only while it does not exist."""
        if name.startswith("_") or name not in self._builders:
            raise AttributeError(f"there is no service {name!r}")
        with self._lock:
            if name not in vars(self):
                vars(self)[name] = self._builders[name](self)
            return vars(self)[name]

    def close(self) -> None:
        """End every worker process and close the database; may be called twice."""
        with self._lock, contextlib.ExitStack() as stack:  # in reverse: each ends also when another fails to
            for name in (
                "chat",
                "data",
                "endpoints",
                "engines",
                "rendering",
                "tools",
                "attaching",
                "row_drafts",
            ):
                if name in vars(self):
                    stack.callback(vars(self)[name].close)
