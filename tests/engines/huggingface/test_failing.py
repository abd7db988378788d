"""What a failing evaluation does to the requests in it, and to the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from hone.domain.generation import RequestFailed
from hone.errors import HoneError

if TYPE_CHECKING:
    from conftest import Bench

pytestmark = pytest.mark.worker


@pytest.fixture
def failing(fresh: Bench, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Make the model's next calls, from the n-th on, raise an error; as a GPU's driver would."""

    def arrange(error: BaseException, after: int) -> None:
        count = 0
        caller = fresh.engine._adapters.caller

        def call(blends: Any) -> Any:
            nonlocal count
            count += 1
            if count > after:
                raise error
            return caller(blends)

        monkeypatch.setattr(fresh.engine._adapters, "caller", call)

    return arrange


@pytest.mark.parametrize("after", [0, 3], ids=["reading", "writing"])
def test_request_fails_and_the_engine_goes_on_when_memory_is_not_enough(
    fresh: Bench, failing: Any, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    expected = fresh.one(fresh.request()).tokens
    fresh.engine._room.prefixes.clear()
    with monkeypatch.context():
        failing(torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB"), after)
        requests = [fresh.request(), fresh.request("Sea")]
        events = fresh.run(*requests)
    failed = [event for event in events if isinstance(event, RequestFailed)]
    assert {event.request_id for event in failed} == {request.request_id for request in requests}
    assert all("memory" in event.message and event.hint for event in failed)
    monkeypatch.undo()
    assert fresh.one(fresh.request()).tokens == expected


def test_worker_ends_when_the_graphics_card_fails(
    fresh: Bench, failing: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    from hone.workers.serving import Broken

    failing(torch.AcceleratorError("CUDA error: an illegal memory access was encountered"), 2)
    with pytest.raises(Broken, match="graphics card"):
        fresh.run(fresh.request())
    monkeypatch.undo()
    fresh.engine._groups.clear()


def test_error_of_the_model_fails_only_its_request(
    fresh: Bench, failing: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(ValueError("shapes do not fit"), 1)
    with pytest.raises(HoneError, match="shapes do not fit"):
        fresh.one(fresh.request())
    monkeypatch.undo()
    assert fresh.one(fresh.request()).tokens
