"""TRL's trainer with our loss, our order of rows, our measurements and our checkpoints."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import torch
from datasets import Dataset
from torch.utils.data import DataLoader
from transformers import TrainerCallback, TrainerControl, TrainerState, TrainingArguments
from trl import SFTConfig, SFTTrainer

from hone.domain.plan import Plan
from hone.errors import Stopped
from hone.workers.trainer.batches import collate
from hone.workers.trainer.course import Course
from hone.workers.trainer.failures import loss_is_not_finite
from hone.workers.trainer.loss import measure_held_out, token_loss
from hone.workers.trainer.machine import Machine

_SCHEDULES = {"cosine": "cosine", "linear": "linear", "constant": "constant_with_warmup"}


def trainer_settings(plan: Plan, folder: Path, machine: Machine, measured_steps: int) -> SFTConfig:
    """Return the library's settings for a plan; everything it would write or decide itself is off."""
    training = plan.training
    return SFTConfig(
        output_dir=str(folder / "checkpoints"),
        per_device_train_batch_size=training.micro_batch,
        gradient_accumulation_steps=training.gradient_accumulation,
        num_train_epochs=1,
        max_steps=measured_steps or -1,
        learning_rate=training.learning_rate,
        lr_scheduler_type=_SCHEDULES[training.schedule],
        warmup_steps=training.warmup_steps,
        weight_decay=training.weight_decay,
        max_grad_norm=training.max_gradient_norm,
        optim="adamw_torch",
        activation_checkpointing=training.gradient_checkpointing,
        gradient_checkpointing=False,
        activation_checkpointing_kwargs={"use_reentrant": False} if training.gradient_checkpointing else None,
        seed=training.seed,
        use_cpu=not machine.is_gpu,
        bf16=machine.is_gpu and machine.dtype is torch.bfloat16,
        fp16=machine.is_gpu and machine.dtype is torch.float16,
        logging_steps=1,
        logging_nan_inf_filter=False,
        eval_strategy="no",
        save_strategy="no",
        report_to="none",
        disable_tqdm=True,
        dataloader_num_workers=0,
        dataloader_pin_memory=machine.is_gpu,
        remove_unused_columns=False,
        dataset_kwargs={"skip_prepare_dataset": True},
        max_length=None,
    )


class Loop(SFTTrainer):
    """One run over a fixed list of micro-batches; `held_out_order` may be empty."""

    def __init__(
        self,
        *,
        course: Course,
        order: list[list[int]],
        held_out_rows: Dataset,
        held_out_order: list[list[int]],
        epochs: float,
        **kwargs: Any,
    ) -> None:
        self.course = course
        self._order = order
        self._held_out_rows = held_out_rows
        self._held_out_order = held_out_order
        self._epochs = epochs
        super().__init__(data_collator=collate, callbacks=[_Conductor(self)], **kwargs)
        self.loss_is_scaled_for_ga = True

    @property
    def measures(self) -> bool:
        """Whether there are rows to measure on."""
        return bool(self._held_out_order)

    def get_train_dataloader(self) -> DataLoader:
        """Give the rows in the order made beforehand."""
        return self.batches(self.train_dataset, self._order)

    def batches(self, rows: Dataset, order: list[list[int]]) -> DataLoader:
        """Give `rows` in micro-batches as `order` says.

        The generator is never looked at, but without one a loader draws from the global one, and whether
        the held-out rows were measured would change the dropout of the steps after.
        """
        return DataLoader(rows, batch_sampler=order, collate_fn=collate, generator=torch.Generator())

    def on_device(self, batch: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
        """Put a batch where the model is."""
        return self._prepare_inputs(batch)

    def compute_loss(
        self, model: Any, inputs: Any, return_outputs: bool = False, num_items_in_batch: Any = None
    ) -> Any:
        """Divide the summed loss by the trained tokens of the whole effective batch."""
        part = token_loss(model, inputs["input_ids"], inputs["labels"])
        self.course.count(inputs["input_ids"].numel())
        loss = part.total / num_items_in_batch
        if not torch.isfinite(loss):
            raise loss_is_not_finite(self.state.global_step + 1, self.args.learning_rate)
        return loss

    def _get_num_items_in_batch(self, batch_samples: list[Any], device: torch.device) -> torch.Tensor:
        return sum((batch["labels"][:, 1:] != -100).sum() for batch in batch_samples).to(device)

    def evaluate(self, *_args: Any, **_kwargs: Any) -> dict[str, float]:
        """Measure the held-out rows; a new best asks for a checkpoint, lost patience for the end."""
        self.control.should_evaluate = False
        try:
            batches = map(self.on_device, self.batches(self._held_out_rows, self._held_out_order))
            measured = measure_held_out(self.model, batches, self.state.global_step, self.course.wants_stop)
        except Stopped:
            return {}
        if self.course.held_out_measured(measured):
            self.control.should_save = True
        elif self.course.is_out_of_patience():
            self.control.should_save = True
            self.control.should_training_stop = True
        return {"eval_loss": measured.loss}

    def log(self, logs: dict[str, float], start_time: float | None = None) -> None:
        """Tell a step instead of printing it."""
        if "loss" not in logs:
            return
        step = self.state.global_step
        norm = float(logs.get("grad_norm", 0.0))
        if not math.isfinite(norm) and not self.args.fp16:
            raise loss_is_not_finite(step, self.args.learning_rate)
        epoch = self._epochs * step / max(1, self.course.steps)
        self.course.step_done(step, logs["loss"], logs["learning_rate"], norm, epoch)

    def _save_checkpoint(self, model: Any, trial: Any) -> None:
        self.course.save(self.state.global_step, self._write_state)

    def _write_state(self, folder: Path) -> None:
        """Write what an exact resume reads back, under the names that the library looks for."""
        self.model.save_pretrained(folder, safe_serialization=True)
        (folder / "README.md").unlink(missing_ok=True)
        self._save_optimizer_and_scheduler(str(folder))
        self._save_scaler(str(folder))
        self._save_rng_state(str(folder))
        self.state.log_history = []
        self.state.save_to_json(str(folder / "trainer_state.json"))


class _Conductor(TrainerCallback):
    """Sets the library's flags after each step as the course wants it."""

    def __init__(self, loop: Loop) -> None:
        self._loop = loop

    def on_train_begin(
        self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **kwargs: Any
    ) -> None:
        """Measure the untrained model first, or what a stop before this resume left unmeasured."""
        self._loop.course.begin()
        if self._loop.course.is_measurement_due() and self._loop.measures:
            self._loop.evaluate()

    def on_substep_end(
        self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **kwargs: Any
    ) -> None:
        """Leave a long step unfinished when the user waits for the end."""
        if self._loop.course.may_not_wait():
            raise Stopped("Training was stopped before the step was finished.")

    def on_step_end(
        self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **kwargs: Any
    ) -> None:
        """Ask for a measurement, a checkpoint or the end."""
        course, step = self._loop.course, state.global_step
        course.step_ended()
        control.should_log = True
        control.should_evaluate = self._loop.measures and course.should_evaluate(step)
        control.should_save = course.should_save(step)
        if course.wants_stop():
            control.should_training_stop = True
