"""Training speed on this machine: Hone's trainer beside a plain TRL script, same model, rows and settings.

Run it as `python tests/bench/training_speed.py [--steps 40] [--rounds 2]`. Both train NF4 QLoRA in a process
of their own with the same threads; what is compared is the median time of a step, without loading.
"""

from __future__ import annotations

import argparse
import itertools
import json
import statistics
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

from hone.data.reading import read_examples
from hone.domain.plan import Base, Data, Plan, Training
from hone.ipc.messages import Finished
from hone.ipc.process import WorkerProcess
from hone.ipc.training_messages import StepDone, Train
from hone.storage.paths import resources

BATCH, CONTEXT = 8, 128

PLAIN = """
    import json, os, sys, time
    os.environ["OMP_WAIT_POLICY"] = "PASSIVE"
    import torch
    from datasets import Dataset
    from peft import LoraConfig
    from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig, TrainerCallback
    from trl import SFTConfig, SFTTrainer

    model_folder, rows_file, steps, batch, context = sys.argv[1:6]
    torch.set_num_threads(int(sys.argv[6]))
    rows = [json.loads(line) for line in open(rows_file)]
    quantised = BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_quant_type="nf4",
                                   bnb_4bit_use_double_quant=True, bnb_4bit_compute_dtype=torch.float32)
    model = AutoModelForCausalLM.from_pretrained(model_folder, dtype=torch.float32,
                                                 quantization_config=quantised)

    class Clock(TrainerCallback):
        def on_step_begin(self, *_, **__):
            self.begun = time.perf_counter()
        def on_step_end(self, *_, **__):
            print("STEP", time.perf_counter() - self.begun, flush=True)

    settings = SFTConfig(output_dir=sys.argv[7], max_steps=int(steps), use_cpu=True, report_to="none",
                         per_device_train_batch_size=int(batch), max_length=int(context), save_strategy="no",
                         gradient_checkpointing=False, disable_tqdm=True, bf16=False, learning_rate=2e-3)
    lora = LoraConfig(r=16, lora_alpha=32, target_modules="all-linear", task_type="CAUSAL_LM")
    SFTTrainer(model=model, args=settings, train_dataset=Dataset.from_list(rows), peft_config=lora,
               processing_class=AutoTokenizer.from_pretrained(model_folder), callbacks=[Clock()]).train()
"""


def hone_steps(model: Path, rows: Path, steps: int, folder: Path) -> list[float]:
    """Return the seconds of each step of Hone's trainer."""
    count = sum(1 for _ in read_examples(rows))
    training = Training(
        epochs=steps * BATCH / count,
        micro_batch=BATCH,
        gradient_accumulation=1,
        context_length=CONTEXT,
        evaluations=0,
        checkpoints=1,
        learning_rate=2e-3,
    )
    plan = Plan(
        name="speed",
        base=Base(model=model),
        data=Data(train=rows, held_out_share=0.0),
        training=training,
    )
    worker = WorkerProcess("trainer", folder / "trainer.log", nice=0)
    worker.send(Train(plan=plan, folder=folder))
    seconds = [0.0]
    for event in worker.events():
        if isinstance(event, StepDone):
            seconds.append(event.step.seconds)
        if isinstance(event, Finished):
            break
    worker.close()
    return [after - before for before, after in itertools.pairwise(seconds)]


def plain_steps(model: Path, rows: Path, steps: int, folder: Path, threads: int) -> list[float]:
    """Return the seconds of each step of the plain script, over the same dialogues."""
    prepared = folder / "rows.jsonl"
    lines = []
    for example in read_examples(rows):
        turns = [{"role": turn.role, "content": turn.content} for turn in example.turns]
        lines.append(json.dumps({"prompt": turns[:-1], "completion": turns[-1:]}))
    prepared.write_text("\n".join(lines), encoding="utf-8")
    script = folder / "plain.py"
    script.write_text(textwrap.dedent(PLAIN), encoding="utf-8")
    arguments = [model, prepared, steps, BATCH, CONTEXT, threads, folder / "out"]
    done = subprocess.run(
        [sys.executable, script, *map(str, arguments)], capture_output=True, text=True, check=True
    )
    return [float(line.split()[1]) for line in done.stdout.splitlines() if line.startswith("STEP ")]


def main() -> None:
    """Measure in turns and print medians and their ratio."""
    import torch

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    model = resources() / "demo_model"
    rows = resources() / "samples" / "support_tickets.jsonl"
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(options.rounds):
        with tempfile.TemporaryDirectory() as folder:
            ours += hone_steps(model, rows, options.steps, Path(folder))[3:]
        with tempfile.TemporaryDirectory() as folder:
            threads = torch.get_num_threads()
            theirs += plain_steps(model, rows, options.steps, Path(folder), threads)[3:]
    mine, plain = statistics.median(ours), statistics.median(theirs)
    print(f"Hone's trainer   {mine:.3f} s a step, {1 / mine:.2f} steps/s (median of {len(ours)})")
    print(f"Plain TRL script {plain:.3f} s a step, {1 / plain:.2f} steps/s (median of {len(theirs)})")
    print(f"Hone is {plain / mine:.2f} times as fast")


if __name__ == "__main__":
    main()
