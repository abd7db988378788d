"""A GGUF file that is written tensor by tensor beside its target and renamed when whole."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import gguf
import msgspec
import numpy as np
import numpy.typing as npt
import psutil

from hone.domain.generation import Progress
from hone.errors import HoneError, Stopped
from hone.ipc.channel import Channel

FloatArray = npt.NDArray[np.float32]


class PlannedTensor(msgspec.Struct, frozen=True, kw_only=True):
    """A tensor to write: its name and shape, its type, and how to read it when its turn comes."""

    name: str
    shape: tuple[int, ...]
    kind: gguf.GGMLQuantizationType
    read: Callable[[], FloatArray]


@contextmanager
def written_whole(target: Path) -> Iterator[Path]:
    """Give a path beside `target` to write to, and rename it when the block ends well.

    What conversions left that were killed is removed.
    """
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        for left in target.parent.glob(f".{target.name}.*.part"):
            owner = left.name.split(".")[-2]
            if owner.isdigit() and not psutil.pid_exists(int(owner)):
                left.unlink()
        yield beside
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError as error:
        raise _cannot_write(target, error) from error
    finally:
        beside.unlink(missing_ok=True)


def write_tensors(
    writer: gguf.GGUFWriter, path: Path, tensors: list[PlannedTensor], channel: Channel, note: str
) -> None:
    """Write header, keys and `tensors` to `path`; raises Stopped between two tensors when asked to."""
    for tensor in tensors:
        _announce(writer, tensor)
    writer.write_header_to_file(path)
    writer.write_kv_data_to_file()
    writer.write_ti_data_to_file()
    try:
        for done, tensor in enumerate(tensors):
            if channel.stop_requested.is_set():
                raise Stopped("The conversion was stopped.")
            channel.send(Progress(note=note, done=done, total=len(tensors)))
            writer.write_tensor_data(_quantized(tensor))
        writer.flush()
    finally:
        writer.close()
    channel.send(Progress(note=note, done=len(tensors), total=len(tensors)))


def add_value(writer: gguf.GGUFWriter, key: str, value: Any) -> None:
    """Add one key with the GGUF type of its Python type; whole numbers are 32-bit unsigned."""
    match value:
        case bool():
            writer.add_bool(key, value)
        case int():
            writer.add_uint32(key, value)
        case float():
            writer.add_float32(key, value)
        case _:
            writer.add_string(key, str(value))


def _announce(writer: gguf.GGUFWriter, tensor: PlannedTensor) -> None:
    if tensor.kind is gguf.GGMLQuantizationType.Q8_0:
        shape = gguf.quants.quant_shape_to_byte_shape(tensor.shape, tensor.kind)
        dtype: Any = np.dtype(np.uint8)
    else:
        shape = tensor.shape
        dtype = np.dtype(np.float16 if tensor.kind is gguf.GGMLQuantizationType.F16 else np.float32)
    size = int(np.prod(shape)) * dtype.itemsize
    raw = tensor.kind if dtype == np.uint8 else None
    writer.add_tensor_info(tensor.name, shape, dtype, size, raw_dtype=raw)


def _quantized(tensor: PlannedTensor) -> npt.NDArray[Any]:
    values = tensor.read()
    if values.shape != tensor.shape:
        raise HoneError(f"{tensor.name} has the shape {values.shape}, {tensor.shape} was expected.")
    return gguf.quants.quantize(np.ascontiguousarray(values), tensor.kind)


def _cannot_write(target: Path, error: OSError) -> HoneError:
    if error.errno == errno.ENOSPC:
        return HoneError(
            f"The disk is full: {target} could not be written.",
            hint="Free some space and try again.",
            detail=str(error),
        )
    return HoneError(
        f"{target} could not be written: {error.strerror or error}.",
        hint="Check that the folder exists and that you may write to it.",
        detail=str(error),
    )
