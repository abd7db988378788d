"""The real library and the real inspector on a temporary home, in a real window."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
pytest.importorskip("PySide6")

from PySide6.QtCore import QThreadPool

from hone.domain.models import Model, ModelFormat
from hone.services import Services
from hone.services.data import DataService
from hone.services.data_sets import DataSetService
from hone.services.row_edits import RowEditService
from hone.storage.database import Database
from hone.storage.paths import Paths, resources
from hone.storage.settings import SettingsStore
from hone.ui.kit.theme import Theme
from hone.ui.main_window import MainWindow
from hone.ui.page import Shell


def row(question: str, reply: str) -> str:
    """Return a line of a file of chat messages."""
    turns = [{"role": "user", "content": question}, {"role": "assistant", "content": reply}]
    return json.dumps({"messages": turns})


GOOD = [
    ("Which is the largest planet of our solar system?", "Jupiter, by far: all others fit into it."),
    ("How do I boil an egg so that it stays soft?", "Six minutes in boiling water, then cold water."),
    ("Why does bread rise in the oven?", "Yeast makes gas, and heat lets the gas grow."),
    ("Name a river that flows through Paris.", "The Seine flows through the middle of Paris."),
    ("What is the square root of one hundred and forty-four?", "It is twelve, as twelve times twelve is it."),
]


class FakeModels:
    """The embedded model, which can be trained, and one that cannot."""

    def __init__(self) -> None:
        known: dict[str, Any] = {"size_bytes": 10_000_000, "context_length": 1024}
        folder = resources() / "demo_model"
        self.listed = [
            Model(id="gguf", name="Chat only", path=Path("/m.gguf"), format=ModelFormat.GGUF, **known),
            Model(id="demo", name="Hone demo", path=folder, format=ModelFormat.SAFETENSORS, **known),
            Model(id="twin", name="Twin", path=folder, format=ModelFormat.SAFETENSORS, **known),
        ]

    def models(self) -> list[Model]:
        return list(self.listed)


@pytest.fixture(scope="session")
def inspector(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DataService]:
    """Start the inspector once; it keeps nothing of a home but its log."""
    home = tmp_path_factory.mktemp("inspector")
    places = Paths(home / "data", home / "cache")
    places.make()
    service = DataService(places)
    yield service
    service.close()


@pytest.fixture(autouse=True)
def theme(qapp: Any) -> Iterator[Theme]:
    """Start each test with the theme as it is designed."""
    current = Theme.current()
    current.set_mode("light", 1.0)
    yield current
    current.set_mode("light", 1.0)


@pytest.fixture
def services(paths: Paths, inspector: DataService) -> Services:
    """Return the services that the page asks."""
    return Services(
        paths=paths,
        settings=SettingsStore(paths.settings),
        models=FakeModels(),
        data=inspector,
        data_sets=DataSetService(paths, inspector),
        row_edits=RowEditService(Database(paths.database, paths.backups)),
    )


@pytest.fixture
def make_window(services: Services, qtbot: Any) -> Iterator[Callable[[], MainWindow]]:
    """Return a function that opens a window at the page Data."""
    windows: list[MainWindow] = []

    def make() -> MainWindow:
        shell = Shell(services)
        window = MainWindow(shell)
        shell.setParent(window)
        qtbot.addWidget(window)
        window.resize(1280, 820)
        window.open_page("data")
        with qtbot.waitExposed(window):
            window.show()
        windows.append(window)
        page: Any = window.page("data")
        qtbot.waitUntil(lambda: bool(page.desk.models), timeout=10_000)
        return window

    yield make
    for window in windows:
        window.close()
    QThreadPool.globalInstance().waitForDone(5000)


@pytest.fixture
def window(make_window: Callable[[], MainWindow]) -> MainWindow:
    return make_window()


@pytest.fixture
def page(window: MainWindow) -> Any:
    return window.page("data")


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    """Return a file of which one reply is empty, one row stands twice, and one cannot be read."""
    path = tmp_path / "messy.jsonl"
    lines = [row(*each) for each in GOOD]
    lines += [row("And what is this?", ""), lines[0], '{"messages": [']
    path.write_text("\n".join(lines) + "\n")
    return path


@pytest.fixture
def opened(page: Any, messy: Path, qtbot: Any) -> Any:
    """Return the page with the messy file open and looked at."""
    page.desk.add((messy,))
    qtbot.waitUntil(lambda: page.context.report is not None, timeout=30_000)
    return page
