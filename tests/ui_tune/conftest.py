"""Small services of the page's tests: they keep their promises, without files of models or workers."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

pytest.importorskip("PySide6")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QThreadPool

from hone.domain.dataset_library import DataOrigin, DataSet, Version
from hone.domain.datasets import AS_FOUND, Guess, Problem, Reading, RenderedRow, Report, Token, TokenCounts
from hone.domain.forecast import Change, Forecast, Part, Place
from hone.domain.generation import Progress
from hone.domain.memory import MemoryProspect
from hone.domain.models import Adapter, Model, ModelFormat
from hone.domain.plan import Base, Data, Method, Plan, Training
from hone.domain.recommendation import Reason, Recommendation
from hone.domain.runs import HeldOut, Run, RunState, Step
from hone.errors import BadInput, HoneError, WorkerLost
from hone.ipc.messages import Event, Finished, WasStopped
from hone.ipc.training_messages import CheckpointSaved, HeldOutMeasured, Measured, StepDone, TrainingFacts
from hone.services.drafts import DraftService
from hone.storage.paths import Paths
from hone.storage.settings import SettingsStore
from hone.tuning.checks import check_plan

MB = 2**20


class ModelShop:
    """Two models: one to train, one that cannot be."""

    def __init__(self, folder: Path) -> None:
        self.demo = Model(
            id="demo",
            name="Hone demo",
            path=model_folder(folder / "demo"),
            format=ModelFormat.SAFETENSORS,
            size_bytes=10 * MB,
            parameters=5_000_000,
            context_length=1024,
            chat_template="{{ messages }}",
            is_demo=True,
        )
        self.gguf = Model(
            id="gguf",
            name="Demo (GGUF)",
            path=folder / "demo.gguf",
            format=ModelFormat.GGUF,
            size_bytes=5 * MB,
        )
        self.added: list[Path] = []

    def models(self) -> list[Model]:
        return [self.demo, self.gguf]

    def add(self, path: Path) -> Model:
        raise BadInput(f"{path} has no config.json.", hint="Choose a complete model folder.")

    def inspect(self, path: Path) -> Model:
        return self.demo

    def find_adapter(self, name_or_path: str) -> Adapter:
        return Adapter(
            id=name_or_path,
            name="Tickets",
            path=Path("/adapter"),
            gguf_path=None,
            base_name="Hone demo",
            base_fingerprint="f",
            base_shape=None,
            method="qlora",
            run_id=name_or_path,
            created_at=datetime.now(UTC),
        )


class DataShop:
    """Knows one good file; any other is refused with a sentence."""

    def __init__(self) -> None:
        self.rendered: list[int] = []

    def inspect(self, path: Path, reading: Reading = AS_FOUND) -> Report:
        if path.name.startswith("bad"):
            raise BadInput(f"{path.name} is empty.", hint="Choose a file with rows.")
        return Report(
            path=path,
            format=reading.format or "messages",
            reading=Reading(format=reading.format or "messages"),
            trainable=not (path.name.startswith("pairs") and not reading.format),
            format_label="Messages",
            alternatives=(Guess(shape="alpaca", confidence=0.3),),
            columns=("messages",),
            encoding="utf-8",
            rows=200,
            usable_rows=198,
            size_bytes=20_000,
            sha256="0" * 64,
            problem_count=2,
            problems=(
                Problem(
                    row=7,
                    line=7,
                    kind="empty_reply",
                    message="The reply is empty.",
                    hint="Write one.",
                    fatal=True,
                ),
                Problem(
                    row=9,
                    line=9,
                    kind="empty_reply",
                    message="The reply is empty.",
                    hint="Write one.",
                    fatal=True,
                ),
            ),
        )

    def preview(
        self,
        path: Path,
        reading: Reading,
        model: Path,
        rows: Sequence[int],
        context_length: int,
    ) -> tuple[RenderedRow, ...]:
        self.rendered += rows
        return tuple(rendered_row(row) for row in rows if row != 7)

    def measure(self, path: Path, reading: Reading, model: Path, context_length: int) -> TokenCounts:
        return TokenCounts(
            rows=198,
            tokens=9_000,
            trained_tokens=3_000,
            longest=90,
            median=44,
            cut_rows=0,
            stop_token_trained=True,
            histogram=(1, 5, 30, 60, 50, 30, 15, 5, 1, 1),
        )


class PlanningShop:
    """Recommends and forecasts; memory does not suffice above a micro-batch of 8."""

    def __init__(self) -> None:
        self.warnings: tuple[str, ...] = ()

    def recommend(self, model: Model, report: Report, counts: TokenCounts | None) -> Recommendation:
        return Recommendation(
            data=Data(train=report.path, format=report.format, held_out_share=0.08),
            method=Method(name="qlora", settings={"rank": 16, "alpha": 32.0}),
            training=Training(learning_rate=2e-3, context_length=128, epochs=2.0, micro_batch=8),
            reasons=(Reason(path="training.learning_rate", value=2e-3, source="Measured on small models."),),
            warnings=self.warnings,
        )

    def forecast(self, plan: Plan, model: Model, counts: TokenCounts) -> Forecast:
        need = plan.training.micro_batch * 100 * MB
        fits = need <= 800 * MB
        change = Change(path="training.micro_batch", value=4, label="4 rows at once", peak_bytes=400 * MB)
        return Forecast(
            parts=(
                Part(name="Model", bytes=need // 2, place=Place.MEMORY),
                Part(name="Activations", bytes=need - need // 2, place=Place.MEMORY),
            ),
            place=Place.MEMORY,
            peak_bytes=need,
            free_bytes=800 * MB,
            disk_bytes=10 * MB,
            disk_free_bytes=10_000 * MB,
            steps=40,
            changes=() if fits else (change,),
        )

    def device_sentence(self) -> str:
        return "CPU, 2 cores; no GPU found"


class RunShop:
    """Trains in memory. `hold` keeps a run at its tenth step, `crash` ends it there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.kept: dict[str, Run] = {}
        self.trash: dict[str, Run] = {}
        self.curves: dict[str, list[Step]] = {}
        self.measured: dict[str, list[HeldOut]] = {}
        self.hold: threading.Event | None = None
        self.crash = False
        self.stops = 0
        self.resumed: list[bool] = []
        self.unloads = ""
        self.asked_in: set[int] = set()
        self._stop = threading.Event()

    def create(self, plan: Plan) -> Run:
        run = Run(
            id=f"run-{len(self.kept) + 1}",
            name=plan.name,
            state=RunState.CREATED,
            folder=self.folder / "run",
            created_at=datetime.now(UTC),
            plan=plan,
        )
        self.keep(run)
        return run

    def keep(self, run: Run) -> None:
        self.kept[run.id] = run
        self.curves.setdefault(run.id, [])
        self.measured.setdefault(run.id, [])

    def runs(self) -> list[Run]:
        return list(reversed(self.kept.values()))

    def get(self, run_id: str) -> Run:
        return self.kept[run_id]

    def steps(self, run_id: str) -> list[Step]:
        return self.curves[run_id]

    def held_out(self, run_id: str) -> list[HeldOut]:
        return self.measured[run_id]

    def log(self, run_id: str) -> str:
        return "the trainer's log"

    def rename(self, run_id: str, name: str) -> Run:
        self.change(run_id, name=name)
        return self.kept[run_id]

    def delete(self, run_id: str) -> None:
        self.trash[run_id] = self.kept.pop(run_id)

    def restore(self, run_id: str) -> Run:
        self.keep(self.trash.pop(run_id))
        return self.kept[run_id]

    def change(self, run_id: str, **values: object) -> None:
        self.kept[run_id] = msgspec.structs.replace(self.kept[run_id], **values)

    def stop(self, run_id: str) -> None:
        self.stops += 1
        self._stop.set()

    def train(self, run_id: str, resume: bool = False) -> Iterator[Event]:
        self.resumed.append(resume)
        self._stop.clear()
        self.change(run_id, state=RunState.RUNNING, steps=40)
        yield Progress(note="Loading the model")
        yield facts()
        yield from self._measure(run_id, 0, 3.0)
        for number in range(len(self.curves[run_id]) + 1, 41):
            if self._stop.is_set():
                yield CheckpointSaved(step=number - 1, folder=self.folder, bytes=1000)
                self.change(run_id, state=RunState.STOPPED, step=number - 1, seconds=4.0)
                yield WasStopped()
                return
            if number == 10:
                self._wait_or_crash(run_id)
            self.curves[run_id].append(a_step(number))
            yield StepDone(step=a_step(number))
            if number % 10 == 0:
                yield from self._measure(run_id, number, 3.0 - number * 0.03)
        self.change(
            run_id,
            state=RunState.FINISHED,
            step=40,
            seconds=8.0,
            best=HeldOut(step=40, loss=1.8, token_accuracy=0.6),
            base=HeldOut(step=0, loss=3.0, token_accuracy=0.3),
            adapter=self.folder / "adapter",
        )
        yield Finished(result=self.folder / "adapter")

    def _wait_or_crash(self, run_id: str) -> None:
        while self.hold is not None and not self.hold.is_set() and not self._stop.is_set():
            self.hold.wait(0.01)
        if self.crash:
            self.crash = False
            hint = "Resume it."
            self.change(run_id, state=RunState.INTERRUPTED, step=9, problem="The trainer ended.", hint=hint)
            raise WorkerLost("The trainer worker ended unexpectedly (killed).", hint, "the end of its log")

    def _measure(self, run_id: str, step: int, loss: float) -> Iterator[Event]:
        measured = HeldOut(step=step, loss=loss, token_accuracy=0.5)
        self.measured[run_id].append(measured)
        yield HeldOutMeasured(held_out=measured)

    def measure(self, plan: Plan, steps: int = 3) -> Iterator[Event]:
        check_plan(plan)
        yield Progress(note="Loading the model")
        yield Measured(seconds_per_step=0.5, peak_memory_bytes=300 * MB, load_seconds=2.0, steps=steps)

    def stop_measuring(self) -> None:
        return None

    def memory_prospect(self, plan: Plan, counts: TokenCounts | None = None) -> MemoryProspect:
        self.asked_in.add(threading.get_ident())
        return MemoryProspect(
            place=Place.MEMORY,
            needed_bytes=300 * MB,
            free_bytes=200 * MB,
            unloads=self.unloads,
            unloaded_bytes=1200 * MB if self.unloads else 0,
        )


class DemoShop:
    """Plans the sample."""

    def __init__(self, model: Model, file: Path) -> None:
        self._model, self._file = model, file

    def plan(self) -> Plan:
        return Plan(
            name="Demo: support tickets", base=Base(model=self._model.path), data=Data(train=self._file)
        )


class DataSetShop:
    """A library in memory: every file that is added is a data set of one version."""

    def __init__(self) -> None:
        self.made: list[DataSet] = []

    def all(self, trashed: bool = False) -> list[DataSet]:
        return list(self.made)

    def get(self, data_set_id: str) -> DataSet:
        return next(each for each in self.made if each.id == data_set_id)

    def add(self, path: Path) -> DataSet:
        if path.name.startswith("bad"):
            raise BadInput(f"{path.name} is empty.", hint="Choose a file with rows.")
        made = data_set(path.stem, path)
        self.made = [made, *(each for each in self.made if each.id != made.id)]
        return made

    def read_as(self, data_set_id: str, reading: Reading) -> DataSet:
        return self._with(data_set_id, reading)

    def convert(self, data_set_id: str, shape: str, note: str = "") -> None:
        self._with(data_set_id, Reading(format=shape))

    def _with(self, data_set_id: str, reading: Reading) -> DataSet:
        before = self.get(data_set_id)
        version = msgspec.structs.replace(before.version, number=before.current + 1, reading=reading)
        versions = (*before.versions, version)
        now = msgspec.structs.replace(before, versions=versions, current=version.number)
        self.made = [now if each.id == data_set_id else each for each in self.made]
        return now


def data_set(name: str, path: Path, rows: int = 200) -> DataSet:
    """Return a data set of one version."""
    now = datetime.now(UTC)
    version = Version(number=1, made_at=now, path=path, reading=AS_FOUND, rows=rows, sha256="0" * 64)
    return DataSet(
        id=name, name=name, made_at=now, origin=DataOrigin.FILE, versions=(version,), current=1, source=path
    )


@dataclass
class Shops:
    """What the page sees as the services."""

    models: ModelShop
    data: DataShop
    planning: PlanningShop
    runs: RunShop
    drafts: DraftService
    demo: DemoShop
    paths: Paths
    settings: SettingsStore
    data_sets: DataSetShop = field(default_factory=DataSetShop)
    chats: list[tuple[str, str]] = field(default_factory=list)
    notices: list[tuple[str, Callable[[], object] | None]] = field(default_factory=list)


def model_folder(folder: Path) -> Path:
    """Make a folder that passes for a model's."""
    folder.mkdir(parents=True)
    for name in ("config.json", "tokenizer.json", "model.safetensors"):
        (folder / name).write_text("{}")
    return folder


def a_step(number: int) -> Step:
    """Return step `number` of forty."""
    return Step(
        step=number,
        steps=40,
        epoch=number / 20,
        loss=3.0 - number * 0.04,
        learning_rate=1e-3,
        gradient_norm=1.0,
        tokens_per_second=500.0,
        seconds=number * 0.2,
        seconds_left=(40 - number) * 0.2,
        memory_bytes=300 * MB,
    )


def facts() -> TrainingFacts:
    """Return what the trainer tells before the first step."""
    return TrainingFacts(
        rows=180,
        held_out_rows=18,
        tokens=9_000,
        trained_tokens=3_000,
        steps=40,
        trainable_parameters=100_000,
        all_parameters=5_000_000,
        device="CPU",
    )


def rendered_row(row: int) -> RenderedRow:
    """Return a row whose reply and stop token are trained."""
    tokens = (
        Token(id=1, text="<|im_start|>", trained=False, special=True),
        Token(id=2, text="Hello", trained=False),
        Token(id=3, text=f" {row}", trained=True),
        Token(id=4, text="<|im_end|>", trained=True, special=True),
    )
    return RenderedRow(
        row=row, tokens=tokens, full_length=4, trained_tokens=2, stop_token_trained=True, prefix_stable=True
    )


@pytest.fixture
def data_file(tmp_path: Path) -> Path:
    """Return a file of rows."""
    file = tmp_path / "rows.jsonl"
    file.write_text('{"prompt": "a", "completion": "b"}\n')
    return file


@pytest.fixture
def make_data_set() -> Callable[..., DataSet]:
    """Return a function that makes a data set of one version."""
    return data_set


@pytest.fixture
def shops(tmp_path: Path, paths: Paths, data_file: Path) -> Shops:
    """Return the services of the page."""
    models = ModelShop(tmp_path / "models")
    return Shops(
        models=models,
        data=DataShop(),
        planning=PlanningShop(),
        runs=RunShop(tmp_path),
        drafts=DraftService(paths),
        demo=DemoShop(models.demo, data_file),
        paths=paths,
        settings=SettingsStore(paths.settings),
    )


@pytest.fixture
def make_page(qtbot, shops):
    """Return a function that opens the page; a page stands for one start of the program."""
    from hone.ui.kit.theme import Theme
    from hone.ui.page import Shell
    from hone.ui.tune.page import TunePage

    Theme.current().set_mode("light")
    opened = []

    def make() -> TunePage:
        shell = Shell(shops)
        shell.chat_requested.connect(lambda model, adapter: shops.chats.append((model, adapter)))
        shell.notice_requested.connect(lambda text, _action, call: shops.notices.append((text, call)))
        page = TunePage(shell)
        page.kept_shell = shell
        qtbot.addWidget(page)
        page.resize(1200, 800)
        page.show()
        page.shown()
        qtbot.waitUntil(lambda: page.session.models.loaded)
        opened.append(page)
        return page

    yield make
    if shops.runs.hold is not None:
        shops.runs.hold.set()
    for page in opened:
        page.closing()
        page.finish()
    QThreadPool.globalInstance().waitForDone(3000)


@pytest.fixture
def page(make_page):
    """Return the page, opened."""
    return make_page()


def fail_with(error: HoneError) -> Callable[..., object]:
    """Return a function that raises."""

    def fail(*_: object, **__: object) -> object:
        raise error

    return fail
