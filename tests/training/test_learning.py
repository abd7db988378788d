"""What is computed in a step: which rows, which loss, which gradients."""

from __future__ import annotations

import io
import random
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from hone.domain.plan import Plan
from hone.errors import BadInput, HoneError
from hone.ipc.channel import Channel
from hone.ipc.messages import Event, Finished, WasStopped, decode_event
from hone.ipc.training_messages import HeldOutMeasured, StepDone, Train

torch = pytest.importorskip("torch")
pytestmark = [pytest.mark.worker, pytest.mark.filterwarnings("ignore")]


@pytest.fixture(autouse=True)
def one_thread() -> Any:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def load(folder: Path, quantization: str = "") -> Any:
    from hone.workers.trainer.base_model import add_adapter, keep_adapter_in_full_precision, load_base
    from hone.workers.trainer.machine import this_machine

    machine = this_machine(0)
    torch.set_num_threads(1)
    torch.manual_seed(1)
    model = load_base(folder, machine, quantization)
    adapted = add_adapter(model, {"r": 4, "lora_alpha": 8, "target_modules": "all-linear"})
    for name, parameter in adapted.named_parameters():
        if "lora_B" in name:
            parameter.data = 0.05 * torch.randn_like(parameter)
    keep_adapter_in_full_precision(adapted)
    return adapted


def batch(rows: int = 3, length: int = 24) -> dict[str, Any]:
    from hone.workers.trainer.batches import collate

    draw = random.Random(2)
    made = []
    for row in range(rows):
        ids = [draw.randrange(3, 320) for _ in range(length - 5 * row)]
        labels = [token if place > 8 + row else -100 for place, token in enumerate(ids)]
        made.append({"input_ids": ids, "labels": labels})
    return collate(made)


def gradients(model: Any, inputs: dict[str, Any]) -> Any:
    from hone.workers.trainer.loss import token_loss

    model.train()
    model.zero_grad()
    token_loss(model, inputs["input_ids"], inputs["labels"]).total.backward()
    return torch.cat([p.grad.flatten() for p in model.parameters() if p.requires_grad])


def test_gradients_stay_right_when_a_4_bit_model_was_evaluated(tiny_model: Path) -> None:
    from hone.workers.trainer.loss import measure_held_out

    model, inputs = load(tiny_model, "nf4"), batch()
    before = gradients(model, inputs)
    measure_held_out(model, [inputs], 0, lambda: False)
    after = gradients(model, inputs)
    assert before.norm() > 0
    assert torch.equal(before, after)


def test_loss_is_that_of_all_logits_when_only_trained_places_are_computed(tiny_model: Path) -> None:
    from hone.workers.trainer.loss import token_loss

    model, inputs = load(tiny_model), batch()
    ids, labels = inputs["input_ids"], inputs["labels"]
    logits = model(input_ids=ids, attention_mask=(ids != 0).long()).logits[:, :-1].float()
    expected = torch.nn.functional.cross_entropy(
        logits.flatten(0, 1), labels[:, 1:].flatten(), ignore_index=-100, reduction="sum"
    )
    found = token_loss(model, ids, labels)
    assert found.tokens == int((labels[:, 1:] != -100).sum())
    assert float(found.total) == pytest.approx(float(expected), rel=1e-5)


def test_every_row_is_trained_once_an_epoch_when_batches_are_ordered() -> None:
    from hone.workers.trainer.batches import optimizer_steps, training_order

    lengths = [5 + number % 17 for number in range(101)]
    order = training_order(lengths, 202, micro_batch=4, accumulation=2, seed=3)
    assert Counter(row for rows in order for row in rows) == dict.fromkeys(range(101), 2)
    assert [len(rows) for rows in order[:-1]] == [4] * (len(order) - 1)
    assert -(-len(order) // 2) == optimizer_steps(202, 4, 2) == 26
    padded = sum(max(lengths[row] for row in rows) * len(rows) for rows in order)
    assert padded < 1.15 * 2 * sum(lengths)


def test_order_depends_on_the_seed_alone_when_it_is_made_again() -> None:
    from hone.workers.trainer.batches import training_order

    lengths = list(range(1, 60))
    first = training_order(lengths, 120, 4, 1, seed=1)
    random.seed(99)
    torch.manual_seed(99)
    state = random.getstate()
    assert training_order(lengths, 120, 4, 1, seed=1) == first
    assert random.getstate() == state
    assert training_order(lengths, 120, 4, 1, seed=2) != first


def _events(plan: Plan, folder: Path, stopped: bool = False) -> list[Event]:
    """Train a plan in this process and return what is told, the last message included."""
    from hone.workers.trainer.recipe import run

    sink = io.BytesIO()
    channel = Channel(io.BytesIO(), sink)
    if stopped:
        channel.stop_requested.set()
    last = run(Train(plan=plan, folder=folder), channel)
    channel.send(last)
    return [decode_event(line) for line in sink.getvalue().splitlines()]


def _losses(plan: Plan, folder: Path) -> list[float]:
    return [event.step.loss for event in _events(plan, folder) if isinstance(event, StepDone)]


def test_best_adapter_is_kept_when_patience_runs_out(make_plan: Callable[..., Plan], tmp_path: Path) -> None:
    plan = make_plan(method="lora", epochs=6.0, evaluations=14, patience=2, learning_rate=0.1, checkpoints=1)
    events = _events(plan, tmp_path)
    measured = [event.held_out for event in events if isinstance(event, HeldOutMeasured)]
    best = min(measured[1:], key=lambda held_out: held_out.loss)
    assert isinstance(events[-1], Finished)
    assert measured[-1].step < 27 and len(measured) - 1 - measured.index(best) == 2
    kept = tmp_path / "checkpoints" / f"step-{best.step:07d}" / "adapter_model.safetensors"
    assert (tmp_path / "adapter" / "adapter_model.safetensors").read_bytes() == kept.read_bytes()


def test_nothing_is_made_when_a_run_is_stopped_before_its_first_step(
    make_plan: Callable[..., Plan], tmp_path: Path
) -> None:
    events = _events(make_plan(), tmp_path, stopped=True)
    assert isinstance(events[-1], WasStopped)
    assert not list(tmp_path.rglob("*.safetensors"))


def test_resume_is_refused_when_the_rows_have_changed() -> None:
    from hone.workers.trainer.progress import Progressed, check_same_rows

    started = check_same_rows(Progressed(moment=datetime.now(UTC)), "one", Path("rows.jsonl"))
    assert check_same_rows(started, "one", Path("rows.jsonl")) == started
    with pytest.raises(BadInput, match=r"rows\.jsonl.*changed"):
        check_same_rows(started, "other", Path("rows.jsonl"))


def test_accumulated_steps_equal_one_large_batch_when_rows_differ_in_length(
    make_plan: Callable[..., Plan], tmp_path: Path
) -> None:
    shape = {"method": "lora", "epochs": 1.0, "evaluations": 0, "checkpoints": 1, "dropout": 0.0}
    large = _losses(make_plan(micro_batch=36, gradient_accumulation=1, **shape), tmp_path / "large")
    small = _losses(make_plan(micro_batch=5, gradient_accumulation=8, **shape), tmp_path / "small")
    assert len(large) == len(small) == 1
    assert small == pytest.approx(large, rel=1e-4)


def test_losses_are_the_same_when_activations_are_computed_again(
    make_plan: Callable[..., Plan], tmp_path: Path
) -> None:
    shape = {"epochs": 1.0, "evaluations": 0, "checkpoints": 1, "dropout": 0.0}
    kept = _losses(make_plan(**shape), tmp_path / "kept")
    again = _losses(make_plan(gradient_checkpointing=True, **shape), tmp_path / "again")
    assert again == pytest.approx(kept, rel=1e-5)
    assert kept[-1] < kept[0]


def test_training_ends_in_a_sentence_when_the_loss_is_no_number(
    make_plan: Callable[..., Plan], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hone.workers.trainer import loop

    def no_number(*_: Any) -> Any:
        return SimpleNamespace(total=torch.tensor(float("nan"), requires_grad=True))

    monkeypatch.setattr(loop, "token_loss", no_number)
    with pytest.raises(HoneError, match="diverged") as caught:
        _losses(make_plan(evaluations=0), tmp_path)
    assert not list(tmp_path.rglob("step-*"))
    assert "smaller learning rate" in caught.value.hint


def test_rows_are_refused_when_none_has_a_trained_token(
    make_plan: Callable[..., Plan], write_rows: Callable[..., Path]
) -> None:
    from hone.workers.trainer.rows import read_rows

    plan = make_plan(train=write_rows([("long question " * 20, "a"), ("longer question " * 20, "b")]))
    with pytest.raises(BadInput, match="has a token to train on"):
        read_rows(plan, datetime.now(UTC), lambda *_: None, lambda: False)


def test_rows_are_counted_when_they_are_cut_or_left_out(
    make_plan: Callable[..., Plan], write_rows: Callable[..., Path]
) -> None:
    from hone.workers.trainer.rows import read_rows

    pairs = [(f"Question {number}?", "Yes.") for number in range(20)]
    pairs += [("Long answer?", "word " * 200), ("no answer is visible " * 40, "Yes.")]
    plan = make_plan(train=write_rows(pairs))
    rows, held_out = read_rows(plan, datetime.now(UTC), lambda *_: None, lambda: False)
    assert len(rows.ids) + len(held_out.ids) == 21
    assert (rows.cut + held_out.cut, rows.dropped + held_out.dropped) == (1, 1)
    assert max(rows.lengths) <= 128 and rows.stop_token_trained
    for ids, labels in zip(rows.ids, rows.labels, strict=True):
        assert any(label == token for token, label in zip(ids, labels, strict=True))
        assert labels[0] == -100


@pytest.mark.parametrize(
    "error",
    [
        RuntimeError("[enforce fail at alloc_cpu.cpp:117] . DefaultCPUAllocator: can't allocate memory"),
        RuntimeError("CUDA out of memory. Tried to allocate 2.00 GiB"),
        MemoryError(),
    ],
    ids=["cpu", "cuda", "python"],
)
def test_hint_makes_the_plan_smaller_when_memory_ran_out(
    error: Exception, make_plan: Callable[..., Plan]
) -> None:
    from hone.workers.trainer.failures import is_out_of_memory, out_of_memory
    from hone.workers.trainer.machine import this_machine

    assert is_out_of_memory(error) and not is_out_of_memory(RuntimeError("shape mismatch"))
    told = out_of_memory(error, make_plan(gradient_checkpointing=True), this_machine(0))
    assert " GB " in told.message
    assert "micro_batch = 2 and gradient_accumulation = 4" in told.hint
