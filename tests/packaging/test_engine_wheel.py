"""A build of llama.cpp is found again for the same version, flags and machine only."""

from __future__ import annotations

from pathlib import Path

import pytest

from bootstrap import engine_wheel

REQUIREMENT = "llama-cpp-python>=0.3.36,<0.4"


def test_the_flags_are_portable_by_default() -> None:
    assert engine_wheel.cmake_arguments({}) == ("-DGGML_NATIVE=OFF", "-DLLAVA_BUILD=OFF")


def test_flags_of_the_person_come_last_so_that_they_win() -> None:
    arguments = engine_wheel.cmake_arguments({"CMAKE_ARGS": "-DGGML_CUDA=on -DCMAKE_CXX_FLAGS='-O2 -g'"})
    assert arguments[-2:] == ("-DGGML_CUDA=on", "-DCMAKE_CXX_FLAGS=-O2 -g")


def test_a_build_is_told_apart_by_version_flags_and_machine() -> None:
    flags = engine_wheel.PORTABLE_FLAGS
    keys = {
        engine_wheel.build_key(REQUIREMENT, flags, "cpython-311-linux-x86_64"),
        engine_wheel.build_key("llama-cpp-python==0.3.37", flags, "cpython-311-linux-x86_64"),
        engine_wheel.build_key(REQUIREMENT, (*flags, "-DGGML_CUDA=on"), "cpython-311-linux-x86_64"),
        engine_wheel.build_key(REQUIREMENT, flags, "cpython-311-linux-aarch64"),
    }
    assert len(keys) == 4


def test_a_wheel_in_the_cache_is_taken_without_a_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CMAKE_ARGS", raising=False)
    folder = engine_wheel.build_folder(REQUIREMENT, tmp_path)
    assert not engine_wheel.is_built(REQUIREMENT, tmp_path)
    folder.mkdir()
    wheel = folder / "llama_cpp_python-0.3.36-py3-none-linux_x86_64.whl"
    wheel.touch()
    assert engine_wheel.is_built(REQUIREMENT, tmp_path)
    python = tmp_path / "python-that-must-not-be-started"
    assert engine_wheel.provide_wheel(REQUIREMENT, python, tmp_path, tmp_path / "log") == wheel
