"""Checkpoints are whole or not there, and the trainer's agree with what the services accept."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from hone.domain.checkpoints import NEEDED
from hone.errors import HoneError
from hone.storage.checkpoints import checkpoints, fault, newest_valid_checkpoint, set_aside_damaged
from hone.workers.trainer.checkpoints import CheckpointStore, copy_adapter

PLENTY = 10**12


def fill(text: str = "weights") -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        for name in NEEDED:
            (folder / name).write_text(f"{text} {name}" * 50, encoding="utf-8")

    return write


@pytest.fixture
def store(tmp_path: Path) -> CheckpointStore:
    return CheckpointStore(tmp_path / "checkpoints", "test", 1000, free=lambda _: PLENTY)


def steps(run: Path) -> list[int]:
    return [int(path.name.removeprefix("step-")) for path in checkpoints(run)]


def test_saved_checkpoint_is_valid_when_it_is_untouched(store: CheckpointStore, tmp_path: Path) -> None:
    manifest = store.save(7, fill())
    assert fault(store.path(7)) is None
    assert newest_valid_checkpoint(tmp_path) == store.path(7)
    assert manifest.bytes == sum((store.path(7) / name).stat().st_size for name in NEEDED)


def _remove(path: Path) -> None:
    path.unlink()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


def _zero(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


@pytest.mark.parametrize("damage", [_remove, _cut, _flip, _zero])
@pytest.mark.parametrize("name", sorted(NEEDED | {"manifest.json"}))
def test_older_checkpoint_is_used_when_a_file_of_the_newest_is_damaged(
    name: str, damage: Callable[[Path], None], store: CheckpointStore, tmp_path: Path
) -> None:
    store.save(5, fill())
    store.save(9, fill())
    damage(store.path(9) / name)
    assert newest_valid_checkpoint(tmp_path) == store.path(5)
    sentences = set_aside_damaged(tmp_path)
    assert len(sentences) == 1 and "step-0000009" in sentences[0]
    assert steps(tmp_path) == [5]
    assert len(list((tmp_path / "checkpoints").glob("damaged-*"))) == 1


def test_nothing_is_valid_and_nothing_moved_when_all_are_damaged(
    store: CheckpointStore, tmp_path: Path
) -> None:
    store.save(5, fill())
    _flip(store.path(5) / "optimizer.pt")
    (tmp_path / "checkpoints" / "step-0000008").mkdir()
    assert newest_valid_checkpoint(tmp_path) is None
    assert set_aside_damaged(tmp_path) == []
    assert steps(tmp_path) == [8, 5]


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        RuntimeError("[enforce fail at inline_container.cc:671] . unexpected pos 64 vs 0"),
        RuntimeError("basic_ios::clear: iostream error"),
    ],
    ids=["write", "torch", "stream"],
)
def test_older_checkpoint_stays_when_the_disk_fills_while_one_is_written(
    error: Exception, store: CheckpointStore, tmp_path: Path
) -> None:
    store.save(5, fill())

    def break_off(folder: Path) -> None:
        (folder / "optimizer.pt").write_bytes(b"half")
        raise error

    with pytest.raises(HoneError, match="too full") as caught:
        store.save(9, break_off)
    assert "step 5 is unharmed" in caught.value.hint
    assert newest_valid_checkpoint(tmp_path) == store.path(5)
    assert [path.name for path in (tmp_path / "checkpoints").iterdir()] == ["step-0000005"]


def test_nothing_is_written_when_too_little_space_is_free(tmp_path: Path) -> None:
    free = iter([PLENTY, 10**6, 10**6])
    store = CheckpointStore(tmp_path / "checkpoints", "test", 1000, free=lambda _: next(free))
    store.save(5, fill())
    with pytest.raises(HoneError, match="1 MB are free"):
        store.save(9, fill())
    assert steps(tmp_path) == [5]


def test_unfinished_folder_is_removed_when_the_next_trainer_starts(tmp_path: Path) -> None:
    unfinished = tmp_path / "checkpoints" / ".step-0000004"
    unfinished.mkdir(parents=True)
    CheckpointStore(tmp_path / "checkpoints", "test", 1000)
    assert not unfinished.exists()


def test_best_and_two_newest_stay_when_checkpoints_are_pruned(store: CheckpointStore, tmp_path: Path) -> None:
    for step in (2, 4, 6, 8, 10):
        store.save(step, fill())
        store.prune(best_step=4)
    assert steps(tmp_path) == [10, 8, 4]


def test_adapter_is_refused_when_its_checkpoint_was_damaged(store: CheckpointStore, tmp_path: Path) -> None:
    store.save(3, fill())
    copy_adapter(store.path(3), tmp_path / "adapter", template="{{ messages }}")
    assert (tmp_path / "adapter" / "chat_template.jinja").read_text() == "{{ messages }}"
    assert {path.name for path in (tmp_path / "adapter").iterdir()} == {
        "adapter_model.safetensors",
        "adapter_config.json",
        "chat_template.jinja",
    }
    _flip(store.path(3) / "adapter_model.safetensors")
    with pytest.raises(HoneError, match="damaged"):
        copy_adapter(store.path(3), tmp_path / "other")
    assert not (tmp_path / "other").exists()


def test_adapter_that_cannot_be_written_is_named(store: CheckpointStore, tmp_path: Path) -> None:
    store.save(3, fill())
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(HoneError, match="could not be written") as caught:
        copy_adapter(store.path(3), tmp_path / "file" / "adapter")
    assert "resume" in caught.value.hint
