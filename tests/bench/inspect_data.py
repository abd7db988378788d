"""Measures looking through a large file of rows, beside merely parsing it and beside `datasets`.

    python tests/bench/inspect_data.py [--rows 1000000] [--folder /tmp] [--only orjson,inspect,datasets]

It writes a file of chat rows of about 1 KB once, then runs each way in a process of its own and prints time
and the highest memory of that process and all its children together. Needs orjson (`pip install orjson`).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import psutil

_WAYS = {
    "orjson": "import orjson\nfor line in open(path, 'rb'):\n    orjson.loads(line)",
    "inspect": (
        "from pathlib import Path\n"
        "from hone.data.inspection import inspect\n"
        "from hone.workers.inspector.parts import scan_parts\n"
        "report = inspect(Path(path), scan_parts=scan_parts)\n"
        "print({group.kind: group.count for group in report.groups}, report.statistics.compared_rows)"
    ),
    "datasets": (
        "import datasets, tempfile\n"
        "with tempfile.TemporaryDirectory() as folder:\n"
        "    print(datasets.load_dataset('json', data_files=path, cache_dir=folder, split='train').num_rows)"
    ),
}
_ENDINGS = ("ing", "er", "ed", "ly", "s", "tion", "ness", "al", "ism", "")
_SYLLABLES = (
    "ka",
    "ro",
    "mi",
    "ten",
    "sol",
    "va",
    "pri",
    "lu",
    "gan",
    "es",
    "tor",
    "bel",
    "chi",
    "dra",
    "fo",
)


def write_rows(path: Path, count: int, seed: int = 7) -> None:
    """Write chat rows of varied words: some with a system prompt, numbers, lists, quotes and accents.

    One in 1,000 has a problem of its own, one in 2,000 is an earlier row again, so that there is
    something to find.
    """
    draw = random.Random(seed)
    words = [
        "".join(draw.choices(_SYLLABLES, k=draw.randint(1, 3))) + draw.choice(_ENDINGS) for _ in range(8000)
    ]
    words += ["the", "of", "and", "to", "in", "is", "that", "for", "it", "as"] * 300 + [
        "señor",
        "für",
        "“so”",
    ]
    earlier = ""
    with path.open("w", encoding="utf-8") as file:
        for row in range(count):
            if row % 2000 == 1999:
                file.write(earlier)
                continue
            asked, said = _text(draw, words, 40), _text(draw, words, 105)
            if row % 1000 == 500:
                said += draw.choice(
                    (" Write to jan.doe@example.org.", " <|im_end|>", " +49 170 1234567", "\u200b")
                )
            messages = [{"role": "user", "content": asked}, {"role": "assistant", "content": said}]
            if row % 3 == 0:
                messages.insert(0, {"role": "system", "content": "You are a helpful assistant."})
            earlier = json.dumps({"messages": messages}, ensure_ascii=False) + "\n"
            file.write(earlier)


def _text(draw: random.Random, words: list[str], length: int) -> str:
    pieces = draw.choices(words, k=draw.randint(length // 2, length + length // 2))
    for place in range(9, len(pieces), 11):
        pieces[place] += draw.choice((".", ",", "?", ".\n\n", f" {draw.randint(1, 2030)}", ":\n- "))
    return " ".join(pieces).capitalize()


def measure(way: str, path: Path) -> tuple[float, float, float, str]:
    """Run one way; return its seconds, those of processors, the highest memory of its processes in MiB, and
    what it printed.
    """
    began = time.perf_counter()
    code = f"path = {str(path)!r}\n{_WAYS[way]}"
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    watched = psutil.Process(process.pid)
    highest = 0
    while True:
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        if ended:
            break
        highest = max(highest, _memory(watched))
        time.sleep(0.02)
    seconds = time.perf_counter() - began
    if status:
        raise SystemExit(f"{way} failed with status {status}.")
    assert process.stdout is not None
    return seconds, usage.ru_utime + usage.ru_stime, highest / 2**20, process.stdout.read().strip()


def _memory(process: psutil.Process) -> int:
    total = 0
    try:
        for each in (process, *process.children(recursive=True)):
            total += each.memory_info().rss
    except psutil.Error:
        pass
    return total


def main() -> None:
    """Write the file when it is not there, measure every way, print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=Path("/tmp"))
    parser.add_argument("--only", default=",".join(_WAYS))
    options = parser.parse_args()
    path = options.folder / f"hone-bench-{options.rows}.jsonl"
    if not path.exists():
        write_rows(path, options.rows)
    print(f"{path}: {options.rows:,} rows, {path.stat().st_size / 2**20:,.0f} MiB")
    base = 0.0
    for way in options.only.split(","):
        seconds, processors, memory, printed = measure(way, path)
        base = base or seconds
        print(
            f"{way:10} {seconds:8.2f} s {seconds / base:6.1f} x {processors:8.2f} s of processors "
            f"{memory:8.0f} MiB   {printed}"
        )


if __name__ == "__main__":
    main()
