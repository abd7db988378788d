"""The weights of the embedded model travel packed and are unpacked by the set-up."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bootstrap.console import SetupError
from bootstrap.demo_weights import PACKED, UNPACKED, pack_weights, unpack_weights
from bootstrap.stamp import Stamp

ROOT = Path(__file__).resolve().parents[2]
WEIGHTS = os.urandom(1000) * 50


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    (tmp_path / UNPACKED).parent.mkdir(parents=True)
    (tmp_path / "weights").write_bytes(WEIGHTS)
    pack_weights(tmp_path / "weights", tmp_path)
    return tmp_path


def test_weights_are_unpacked_when_they_are_missing_or_newer(clone: Path) -> None:
    stamp = Stamp(clone)
    unpack_weights(clone, stamp)
    assert (clone / UNPACKED).read_bytes() == WEIGHTS
    first = (clone / UNPACKED).stat().st_mtime_ns
    unpack_weights(clone, stamp)
    assert (clone / UNPACKED).stat().st_mtime_ns == first
    (clone / "weights").write_bytes(b"trained anew")
    pack_weights(clone / "weights", clone)
    unpack_weights(clone, stamp)
    assert (clone / UNPACKED).read_bytes() == b"trained anew"


def test_a_damaged_packing_is_said_and_leaves_nothing(clone: Path) -> None:
    (clone / PACKED).write_bytes((clone / PACKED).read_bytes()[:100])
    with pytest.raises(SetupError, match="could not be unpacked"):
        unpack_weights(clone, Stamp(clone))
    assert list((clone / UNPACKED).parent.iterdir()) == []


def test_the_packed_weights_are_those_of_the_model() -> None:
    import lzma

    assert lzma.decompress((ROOT / PACKED).read_bytes()) == (ROOT / UNPACKED).read_bytes()
