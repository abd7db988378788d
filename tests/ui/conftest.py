"""A window over the real chat service, a temporary store, and an engine that says what the test wants."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
pytest.importorskip("PySide6")

from hone.domain.chat import Usage
from hone.domain.checks import Check, Verdict
from hone.domain.generation import (
    Feature,
    Generate,
    GenerationEnded,
    Progress,
    Prompt,
    PromptRendered,
    Provenance,
    ReasoningChunk,
    TextChunk,
    ToolCalled,
)
from hone.domain.model_code import OwnCode
from hone.domain.models import Adapter, AdapterChoice, Model, ModelFormat, Shape
from hone.domain.runs import Opening
from hone.errors import BadInput, HoneError
from hone.ipc.messages import Event
from hone.services import Services
from hone.services.arranging import ArrangingService
from hone.services.chat import ChatService
from hone.services.comparing import ComparingService
from hone.services.conversation_files import ConversationFileService
from hone.services.examples import ExampleService
from hone.services.feedback import FeedbackService
from hone.services.fitting import FittingService
from hone.services.prompt_library import PromptLibrary
from hone.services.prompt_starters import Starters
from hone.services.search import SearchService
from hone.services.tools import ToolBox
from hone.services.tools.server_list import ServerList
from hone.services.tools.server_secrets import ServerSecrets
from hone.services.typed import TypedService
from hone.storage.comparisons import ComparisonStore
from hone.storage.conversations import ConversationStore
from hone.storage.database import Database
from hone.storage.drafts import DraftStore
from hone.storage.paths import Paths, resources
from hone.storage.prompts import PromptStore
from hone.storage.settings import SettingsStore
from hone.ui.kit.theme import Theme
from hone.ui.main_window import MainWindow
from hone.ui.page import Shell

SHAPE = Shape(
    architecture="llama", layers=2, hidden_size=8, intermediate_size=16, heads=2, kv_heads=2, vocabulary=32
)


def model(identity: str, name: str, **values: Any) -> Model:
    """Return a model that exists only in words."""
    known: dict[str, Any] = {
        "path": Path("/models") / identity,
        "format": ModelFormat.SAFETENSORS,
        "size_bytes": 10_000_000,
        "parameters": 5_200_000,
        "context_length": 1024,
        "fingerprint": f"print-{identity}",
        "shape": SHAPE,
    }
    return Model(id=identity, name=name, **(known | values))


class FakeModels:
    """Two usable models, a broken one, and an adapter that fits the first."""

    def __init__(self) -> None:
        self.code: OwnCode | None = None
        self.listed = [
            model("demo", "Hone demo", is_demo=True, format=ModelFormat.GGUF, quantization="Q8_0"),
            model("tiny", "Tiny Llama"),
            model("broken", "Broken", problem="The file ends before its last tensor."),
        ]
        self.found = [
            Adapter(
                id="tickets",
                name="Ticket tone",
                path=Path("/runs/tickets/adapter"),
                gguf_path=Path("/runs/tickets/adapter/adapter.gguf"),
                base_name="Hone demo",
                base_fingerprint="print-demo",
                base_shape=SHAPE,
                method="qlora",
                run_id="tickets",
                created_at=datetime(2026, 11, 20, tzinfo=UTC),
            )
        ]

    def models(self) -> list[Model]:
        return list(self.listed)

    def adapters(self) -> list[Adapter]:
        return list(self.found)

    def find_model(self, name_or_path: str) -> Model:
        for known in self.listed:
            if known.id == name_or_path and not known.problem:
                return known
        raise BadInput(f"There is no model {name_or_path!r}.", hint="Choose another one.")

    def find_adapter(self, name_or_path: str) -> Adapter:
        return next(known for known in self.found if known.id == name_or_path)

    def own_code(self, model: Model) -> OwnCode | None:
        return self.code if self.code is not None and self.code.model_id == model.id else None

    def allow_code(self, code: OwnCode) -> None:
        self.code = msgspec.structs.replace(code, allowed=True)
        self._change(code.model_id, problem="", runs_own_code=True)

    def revoke_code(self, folder: Path) -> bool:
        assert self.code is not None and self.code.folder == folder
        self.code = msgspec.structs.replace(self.code, allowed=False)
        self._change(self.code.model_id, problem="It asks to run program code.", runs_own_code=False)
        return True

    def _change(self, model_id: str, **values: Any) -> None:
        self.listed = [
            msgspec.structs.replace(known, **values) if known.id == model_id else known
            for known in self.listed
        ]

    def add(self, path: Path) -> Model:
        if path.suffix != ".gguf":
            raise BadInput(f"{path.name} is not a GGUF.", hint="Choose a file made for llama.cpp.")
        added = model(path.stem, path.stem, path=path)
        self.listed.append(added)
        return added

    def forget(self, model_id: str) -> None:
        self.listed = [known for known in self.listed if known.id != model_id]


class FakeEngine:
    """Thinks `thoughts`, says `pieces`, makes `calls`; waits at pieces while a test holds `gate`."""

    def __init__(self) -> None:
        self.pieces = ["Hello ", "there, ", "**friend**."]
        self.thoughts: list[str] = []
        self.calls: list[tuple[str, str]] = []
        self.reused = 0
        self.provenance = Provenance()
        self.pause = 0.0
        self.gate = threading.Event()
        self.gate.set()
        self.threads: set[int] = set()
        self.requests: list[Generate] = []
        self.problem: HoneError | None = None
        self.offers = frozenset(Feature)
        self._cancelled: set[str] = set()
        self._loaded: Model | None = None

    def reply(
        self, model: Model, request: Generate, adapters: Sequence[AdapterChoice] = (), quantization: str = ""
    ) -> Iterator[Event]:
        self.requests.append(request)
        self.threads.add(threading.get_ident())
        yield Progress(note=f"Starting {model.name}", done=1, total=4, request_id=request.request_id)
        if self.problem is not None:
            raise self.problem
        self._loaded = model
        said = 0
        for thought in self.thoughts:
            yield ReasoningChunk(request_id=request.request_id, text=thought, token_ids=(1,))
        for piece in self.pieces:
            while not self.gate.wait(0.01) and request.request_id not in self._cancelled:
                pass
            if request.request_id in self._cancelled:
                break
            said += 1
            time.sleep(self.pause)
            yield TextChunk(request_id=request.request_id, text=piece, token_ids=(said,))
        for name, arguments in self.calls:
            yield ToolCalled(request_id=request.request_id, name=name, arguments=arguments)
        cancelled = request.request_id in self._cancelled
        usage = Usage(
            prompt_tokens=12 + self.reused,
            reused_tokens=self.reused,
            reply_tokens=said,
            reply_seconds=0.5,
            context_length=1024,
        )
        yield GenerationEnded(
            request_id=request.request_id,
            reason="cancelled" if cancelled else "stop",
            usage=usage,
            seed=7,
            provenance=self.provenance,
        )

    def cancel(self, request_id: str) -> None:
        self._cancelled.add(request_id)

    def loaded(self) -> Model | None:
        return self._loaded

    def made_by(self, model: Model) -> Provenance:
        return Provenance()

    def features(self, model: Model) -> frozenset[Feature]:
        return self.offers

    def close(self) -> None:
        self._loaded = None


class Nothing:
    """Stands for a service that the shell's pages do not ask."""

    def close(self) -> None:
        """Nothing is open."""


class FakeExact:
    """Sees what a test wants to be seen, and notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Any] = []
        self.outlook: Any = None

    def look(self, situation: Any) -> Any:
        self.asked.append(situation)
        return self.outlook


class WordRendering:
    """A tokenizer whose tokens are words."""

    def render(self, model: Model, prompt: Prompt, template: str = "") -> PromptRendered:
        text = prompt.text or " ".join(turn.content for turn in prompt.turns)
        return PromptRendered(request_id="", text=text, token_ids=tuple(range(len(text.split()))))


class FakeRuns:
    """One finished run, told by the row that opens it."""

    def opening(self, run_id: str) -> Opening:
        return Opening(system_prompt="Sort tickets.", text=f"A ticket like those of {run_id}")


class FakeDoctor:
    """Two findings."""

    def checks(self) -> Iterator[Check]:
        yield Check(name="Python", verdict=Verdict.OK, found="3.11")
        yield Check(name="GPU", verdict=Verdict.WARNING, found="none", hint="Models run on the processor.")


@pytest.fixture(autouse=True)
def theme(qapp: Any) -> Iterator[Theme]:
    """Start each test with the theme as it is designed."""
    current = Theme.current()
    current.set_mode("light", 1.0)
    yield current
    current.set_mode("light", 1.0)


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def services(paths: Paths, engine: FakeEngine) -> Iterator[Services]:
    """Real chat, store and settings; fake models, engine and doctor."""
    models = FakeModels()
    database = Database(paths.database, paths.backups)
    chat = ChatService(ConversationStore(database), models, engine)
    others: Any = Nothing()
    parts: dict[str, Any] = dict.fromkeys(Services.__annotations__, others)
    parts |= {
        "paths": paths,
        "settings": SettingsStore(paths.settings),
        "models": models,
        "engines": engine,
        "runs": FakeRuns(),
        "chat": chat,
        "doctor": FakeDoctor(),
        "fitting": FittingService(),
        "tools": ToolBox(paths, ServerList(SettingsStore(paths.settings), ServerSecrets())),
        "exact": FakeExact(),
        "search": SearchService(database),
        "arranging": ArrangingService(database),
        "files": ConversationFileService(database),
        "feedback": FeedbackService(database, paths.data / "datasets"),
        "typed": TypedService(database),
        "prompts": PromptLibrary(
            PromptStore(database), DraftStore(database), Starters(resources() / "prompts")
        ),
        "examples": ExampleService(ConversationStore(database), WordRendering()),
        "comparing": ComparingService(chat, ComparisonStore(database)),
    }
    built = Services(**parts)
    yield built
    built.close()


@pytest.fixture
def make_window(services: Services, qtbot: Any) -> Iterator[Callable[[], MainWindow]]:
    """Return a function that opens a window at its chat page; windows are closed at the end."""
    windows: list[MainWindow] = []

    def make() -> MainWindow:
        shell = Shell(services)
        window = MainWindow(shell)
        shell.setParent(window)
        qtbot.addWidget(window)
        window.resize(1280, 820)
        window.open_page("chat")
        with qtbot.waitExposed(window):
            window.show()
        windows.append(window)
        page: Any = window.page("chat")
        qtbot.waitUntil(lambda: bool(page.desk.settings.model_id), timeout=5000)
        return window

    yield make
    for window in windows:
        window.close()


@pytest.fixture
def window(make_window: Callable[[], MainWindow]) -> MainWindow:
    """Return an open window."""
    return make_window()


@pytest.fixture
def page(window: MainWindow) -> Any:
    """Return the chat page of an open window."""
    return window.page("chat")


@pytest.fixture
def say(page: Any, qtbot: Any) -> Callable[[str], None]:
    """Return a function that says something and waits until the reply has ended."""

    def run(text: str) -> None:
        ended = len(page.desk.session.entries()) if page.desk.session else 0
        page.dialogue.say(text)
        qtbot.waitUntil(
            lambda: (
                page.desk.session is not None
                and not page.desk.session.busy
                and len(page.desk.session.entries()) >= ended + 2
            ),
            timeout=5000,
        )

    return run
