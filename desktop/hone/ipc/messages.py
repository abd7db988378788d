"""Every message between Hone and its workers, as typed structs; one JSON object per line.

Commands go to a worker's stdin, events come from its stdout. The field `type` tells them apart.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from hone.domain.codec import decode_path
from hone.domain.generation import (
    Embed,
    Embedded,
    Generate,
    GenerationEnded,
    MeasureText,
    ModelLoaded,
    Progress,
    PromptRendered,
    ReasoningChunk,
    RenderPrompt,
    RequestFailed,
    Score,
    Scored,
    Tagged,
    TextChunk,
    TextMeasured,
    ToolCalled,
)
from hone.domain.tools import Tool
from hone.errors import BadInput
from hone.ipc.data_messages import (
    ColumnsFound,
    DataInspected,
    DataMeasured,
    DataRewritten,
    InspectData,
    InspectPart,
    ListRows,
    LookAtColumns,
    MeasureData,
    PartInspected,
    PreviewRows,
    RewriteData,
    RowsListed,
    RowsRendered,
)
from hone.ipc.row_messages import FindRows, RenderContents, RowsFound
from hone.ipc.training_messages import (
    CheckpointSaved,
    HeldOutMeasured,
    Measured,
    StepDone,
    Train,
    TrainingFacts,
)

LONGEST_LINE = 64 * 2**20
"""Bytes that one message may have, so that no worker can fill the window's memory with one."""

# ---- commands -------------------------------------------------------------------------------------


class Stop(Tagged, frozen=True):
    """End the work with what is done so far (a trainer writes a checkpoint first)."""


class LoadModel(Tagged, frozen=True):
    """Load a model in an engine; a model loaded before is dropped.

    `context_length` 0 means: what the model was trained for, at most 8192; `gpu_layers` -1 means all;
    `threads` 0 means one per physical core. `sequences` is how many requests may run at once (0: the
    engine's own choice). llama.cpp: `kv_type` is f16, q8_0 or q4_0, `flash_attention` auto, on or off.
    transformers: `quantization` is "" (as stored), nf4, int8, bf16, fp16 or fp32. `allow_code` lets the
    model's own Python code run; only a user may decide that.
    """

    path: Path
    context_length: int = 0
    gpu_layers: int = -1
    threads: int = 0
    sequences: int = 0
    kv_type: str = "f16"
    flash_attention: str = "auto"
    quantization: str = ""
    allow_code: bool = False


class Cancel(Tagged, frozen=True):
    """End one request, also while its prompt is processed."""

    request_id: str


class ConvertModel(Tagged, frozen=True):
    """Write the model folder `source` as a GGUF at `target`; `kind` is f32, f16 or q8_0.

    `base_fingerprint` is `source`'s, from hone.inference.fingerprint; the GGUF keeps it under the key
    `hone.base_fingerprint`.
    """

    source: Path
    target: Path
    kind: str = "q8_0"
    base_fingerprint: str = ""


class ConvertAdapter(Tagged, frozen=True):
    """Write the PEFT LoRA in `source` as a GGUF LoRA at `target`, for base `base` (its model folder)."""

    source: Path
    base: Path
    target: Path


class BaselineKind(StrEnum):
    """Which of the library's own loops: the bare decode loop, or `create_completion` one by one."""

    DECODE = "decode"
    COMPLETIONS = "completions"


class MeasureBaseline(Tagged, frozen=True):
    """Run the library's own loop greedily over raw `prompts`, `tokens` new ones for each."""

    path: Path
    kind: BaselineKind
    prompts: tuple[str, ...]
    tokens: tuple[int, ...]
    context_length: int
    threads: int = 0


class DescribeTools(Tagged, frozen=True):
    """Tell the built-in tools."""

    request_id: str


class RunTool(Tagged, frozen=True):
    """Run a built-in tool; `arguments` is JSON as the model wrote it, `folder` what file tools may read."""

    request_id: str
    name: str
    arguments: str
    folder: str = ""


class ReadDocument(Tagged, frozen=True):
    """Read a file as text, to attach it to a message."""

    request_id: str
    path: Path


class OpenServer(Tagged, frozen=True):
    """Start the MCP server `command`, or ask the one at `url`, and tell its tools within `seconds`.

    `environment` is all that the child gets besides what finding programs needs; with a `url` it is headers.
    """

    request_id: str
    name: str
    command: tuple[str, ...] = ()
    url: str = ""
    environment: dict[str, str] = {}
    seconds: float = 30.0


class ListServerTools(Tagged, frozen=True):
    """Tell the tools of the open server again."""

    request_id: str
    seconds: float = 30.0


class CallServerTool(Tagged, frozen=True):
    """Call a tool of the open server and wait for `seconds` at most."""

    request_id: str
    tool: str
    arguments: str
    parameters: dict[str, Any]
    seconds: float = 60.0


Command = (
    Stop
    | LoadModel
    | Generate
    | Score
    | MeasureText
    | Embed
    | RenderPrompt
    | Cancel
    | Train
    | ConvertModel
    | ConvertAdapter
    | InspectData
    | InspectPart
    | PreviewRows
    | MeasureData
    | LookAtColumns
    | ListRows
    | FindRows
    | RenderContents
    | RewriteData
    | MeasureBaseline
    | DescribeTools
    | RunTool
    | ReadDocument
    | OpenServer
    | ListServerTools
    | CallServerTool
)

# ---- events ---------------------------------------------------------------------------------------


class Ready(Tagged, frozen=True):
    """The worker has started; `build` names its libraries and their versions."""

    worker: str
    pid: int
    build: str = ""


class Heartbeat(Tagged, frozen=True):
    """An engine that has work is alive; it has been at its present step for `step_seconds`.

    It comes from a thread of its own: none comes from a process that is suspended, and a growing
    `step_seconds` tells of a call that does not return.
    """

    step_seconds: float = 0.0


class BaselineMeasured(Tagged, frozen=True):
    """What the library's own loop took: DECODE counts from each first token to the last, else all of it."""

    tokens: int
    seconds: float
    threads: int


class ToolsTold(Tagged, frozen=True):
    """Tools: the built-in ones, or those of a server that calls itself `title` in `version`."""

    request_id: str
    tools: tuple[Tool, ...]
    title: str = ""
    version: str = ""


class ToolRan(Tagged, frozen=True):
    """What a tool gave back, cut to what a model may be given; `failed` where it says so itself."""

    request_id: str
    text: str
    failed: bool = False


class DocumentRead(Tagged, frozen=True):
    """The text of a file; `note` says what of it could not be read."""

    request_id: str
    text: str
    note: str = ""


class ServerToolsChanged(Tagged, frozen=True):
    """The open server says that it has other tools now."""


class Finished(Tagged, frozen=True):
    """The worker did what it was asked; `result` names the file or folder that came of it."""

    result: Path | None = None


class WasStopped(Tagged, frozen=True):
    """The worker ended early because it was asked to; `result` is what was saved on the way."""

    result: Path | None = None


class Failed(Tagged, frozen=True):
    """The worker gives up, with a sentence, the next step, and the detail for the log."""

    message: str
    hint: str = ""
    detail: str = ""
    bad_input: bool = False


Event = (
    Ready
    | Heartbeat
    | Progress
    | ModelLoaded
    | TextChunk
    | ReasoningChunk
    | ToolCalled
    | GenerationEnded
    | Scored
    | TextMeasured
    | Embedded
    | PromptRendered
    | RequestFailed
    | StepDone
    | HeldOutMeasured
    | CheckpointSaved
    | TrainingFacts
    | Measured
    | DataInspected
    | PartInspected
    | RowsRendered
    | DataMeasured
    | ColumnsFound
    | RowsListed
    | RowsFound
    | DataRewritten
    | BaselineMeasured
    | ToolsTold
    | ToolRan
    | DocumentRead
    | ServerToolsChanged
    | Finished
    | WasStopped
    | Failed
)


_encoder = msgspec.json.Encoder(enc_hook=str)
_commands: msgspec.json.Decoder[Command] = msgspec.json.Decoder(Command, dec_hook=decode_path)
_events: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event, dec_hook=decode_path)


def encode(message: Tagged) -> bytes:
    """Return the message as one JSON line, newline included.

    Raises BadInput for a text with a lone surrogate, which has no form in UTF-8.
    """
    try:
        return _encoder.encode(message) + b"\n"
    except UnicodeEncodeError as error:
        raise BadInput(
            "A text or a path has broken characters (lone surrogates).",
            hint="Write or paste it again; rename a file whose name is in another encoding.",
            detail=ascii(error.object[max(0, error.start - 40) : error.end + 40]),
        ) from error


def decode_command(line: bytes) -> Command:
    """Read a command; raises msgspec.MsgspecError for a line that is none."""
    return _commands.decode(line)


def decode_event(line: bytes) -> Event:
    """Read an event; raises msgspec.MsgspecError for a line that is none."""
    return _events.decode(line)
