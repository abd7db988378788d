"""Settings of the engine are shown and kept; models' cards say what they need of memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from hone.domain.fit import Fit, FlashAttention, FreeMemory, KvType, LoadForecast, LoadSetting, Need
from hone.domain.models import ModelFormat
from hone.services import Services
from hone.services.fitting import Outlook
from hone.ui.models.fit_words import outlook_sentence
from hone.ui.models.model_card import ModelCard
from hone.ui.settings.engine_card import ENGINE_FIELDS, EngineCard

GB = 10**9
FREE = FreeMemory(memory=GB)


def fit(gpu_layers: int = -1, gpu: int | None = None) -> Fit:
    """Return a fit of 33 layers; with a GPU most of it is there."""
    memory = Need(weights=GB, kv_cache=GB // 10, compute=GB // 20, overhead=GB // 20)
    return Fit(
        setting=LoadSetting(context_length=8192, kv_type=KvType.F16, gpu_layers=gpu_layers),
        forecast=LoadForecast(memory=memory, gpu=Need(weights=5 * GB) if gpu else Need()),
        free=FreeMemory(memory=20 * GB, gpu=gpu),
        layers=33,
        format=ModelFormat.GGUF,
    )


class FakeFitting:
    """Knows that the first model fits and the second does not."""

    def outlooks(self, models: Any, settings: Any) -> Iterator[Outlook]:
        for model in models:
            if model.id == "demo":
                yield Outlook(model_id="demo", fit=fit(), free=FREE)
            elif not model.problem:
                yield Outlook(model_id=model.id, needed=fit().forecast, largest=fit(), free=FREE)


@pytest.fixture
def services(services: Services) -> Services:
    """The usual services, with a fitting that is told and not measured."""
    changed: Any = FakeFitting()
    services.fitting = changed
    return services


@pytest.fixture
def card(make_window: Any) -> EngineCard:
    """The engine's card on a settings page that shows what is set."""
    window = make_window()
    window.open_page("settings")
    return window.page("settings").findChildren(EngineCard)[0]


def test_every_engine_setting_has_a_row_with_a_line_of_help(card: EngineCard) -> None:
    wanted = {"context_length", "kv_type", "flash_attention", "gpu_layers", "threads", "unload_minutes"}
    assert set(card.rows()) == wanted
    assert all(field.help for field in ENGINE_FIELDS)


def test_defaults_of_the_rows_are_those_of_the_settings(card: EngineCard, services: Services) -> None:
    settings = services.settings.get()
    for field in ENGINE_FIELDS:
        assert field.default == getattr(settings, field.name)
        assert card.rows()[field.name].value() == field.default


@pytest.mark.parametrize(
    ("name", "given", "kept"),
    [
        ("kv_type", "q8_0", KvType.Q8_0),
        ("flash_attention", "off", FlashAttention.OFF),
        ("context_length", 4096, 4096),
        ("gpu_layers", 12, 12),
        ("unload_minutes", 0.0, 0.0),
    ],
)
def test_setting_is_kept_when_it_is_changed(
    card: EngineCard, services: Services, qtbot: Any, name: str, given: object, kept: object
) -> None:
    row = card.rows()[name]
    row.set_value(given)  # type: ignore[arg-type]
    row.value_changed.emit(name, row.value())
    qtbot.waitUntil(lambda: getattr(services.settings.get(), name) == kept, timeout=5000)


def test_segment_tells_its_setting_when_it_is_clicked(card: EngineCard, qtbot: Any) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QPushButton

    row = card.rows()["kv_type"]
    button = next(button for button in row.findChildren(QPushButton) if button.text() == "q4_0")
    with qtbot.waitSignal(card.value_changed) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == ["kv_type", "q4_0"]


def test_cards_say_what_models_need_when_the_page_is_shown(make_window: Any, qtbot: Any) -> None:
    window = make_window()
    window.open_page("models")
    page = window.page("models")

    def said() -> dict[str, str]:
        return {card.model.id: card.outlook() for card in page.findChildren(ModelCard)}

    qtbot.waitUntil(lambda: len(said()) == 3 and all(said()[name] for name in ("demo", "tiny")), timeout=5000)
    assert said()["demo"] == "Needs about 1.2 GB with a window of 8,192 tokens; 20 GB free"
    assert said()["tiny"].startswith(
        "Does not fit as set: needs about 1.2 GB, and 1 GB are free. A window of"
    )
    assert said()["broken"] == ""


def test_sentence_names_the_gpu_when_layers_are_there() -> None:
    whole = outlook_sentence(Outlook(model_id="m", fit=fit(gpu=24 * GB), free=FREE))
    assert whole == "Needs about 5 GB of the GPU with a window of 8,192 tokens; 24 GB free there"
    part = outlook_sentence(Outlook(model_id="m", fit=fit(gpu_layers=20, gpu=6 * GB), free=FREE))
    assert part.endswith("(20 of 33 layers fit)")


def test_sentence_says_why_when_nothing_can_be_told() -> None:
    assert outlook_sentence(Outlook(model_id="m", free=FREE, problem="m is damaged.")) == "m is damaged."
    nothing = outlook_sentence(Outlook(model_id="m", free=FREE, needed=fit().forecast))
    assert nothing == "Does not fit: needs about 1.2 GB, and 1 GB are free"
