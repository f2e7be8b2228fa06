"""What the server and a pipeline's process say to each other: MessagePack behind its length, and no pickles."""

import struct
from enum import StrEnum
from typing import Literal

import msgspec

HEAD = struct.Struct(">I")
"""The number of bytes that follow; at most 4 GiB, which no picture of ours comes near."""

MODEL = "HELIOGRAPH_DIFFUSERS_MODEL"
"""What a refusal of the model names."""

Precision = Literal["auto", "float32", "float16", "bfloat16"]
Offload = Literal["none", "model", "sequential"]


class Reason(StrEnum):
    """Why there is no picture, or no pipeline."""

    OUT_OF_MEMORY = "out_of_memory"
    PROCESS_ENDED = "process_ended"
    PIPELINE_UNAVAILABLE = "pipeline_unavailable"
    PIPELINE_FAILED = "pipeline_failed"
    SAFETY_CHECKER = "safety_checker"
    UNREADABLE_INPUT = "unreadable_input"


class Open(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The first message: which pipeline on which device, and how it draws. 0 and -1 leave it to the pipeline."""

    model: str
    device: str = "auto"
    precision: Precision = "auto"
    offload: Offload = "none"
    variant: str = ""
    download: bool = False
    side: int = 0
    steps: int = 0
    guidance: float = -1
    strength: float = 0.7
    negative_prompt: str = ""
    preview_steps: int = 5


class Draw(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """One picture of `width` by `height` pixels. `image` and `mask` are paths of PNG files; black may change."""

    number: int
    prompt: str
    width: int
    height: int
    seed: int
    image: str | None = None
    mask: str | None = None


class Cancel(msgspec.Struct, frozen=True, tag=True):
    """Nobody waits for the picture of that number any more."""

    number: int


class Found(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The pipeline and the device are there; the weights are still to be loaded."""

    pipeline: str
    device: str
    precision: str
    takes_image: bool
    takes_mask: bool


class Ready(msgspec.Struct, frozen=True, tag=True):
    """The weights are loaded."""


class Refused(msgspec.Struct, frozen=True, tag=True):
    """There will be no pipeline: the process ends."""

    reason: Reason
    message: str


class Step(msgspec.Struct, frozen=True, tag=True):
    """So much of the picture is done, 0 to 1, and what it looks like so far, where that was worth a look."""

    share: float
    preview: bytes | None = None


class Drawn(msgspec.Struct, frozen=True, tag=True):
    """The picture, a PNG file."""

    picture: bytes


class Failed(msgspec.Struct, frozen=True, tag=True):
    """No picture; `detail` is for the log. After a `fatal` failure the process can draw no other one either."""

    reason: Reason
    detail: str = ""
    fatal: bool = False


class Cancelled(msgspec.Struct, frozen=True, tag=True):
    """No picture, since nobody waits for it."""


ToProcess = Open | Draw | Cancel
FromProcess = Found | Ready | Refused | Step | Drawn | Failed | Cancelled
Outcome = Drawn | Failed | Cancelled

_encoder = msgspec.msgpack.Encoder()
_to_process: msgspec.msgpack.Decoder[ToProcess] = msgspec.msgpack.Decoder(ToProcess)
_from_process: msgspec.msgpack.Decoder[FromProcess] = msgspec.msgpack.Decoder(FromProcess)


def frame(message: ToProcess | FromProcess) -> bytes:
    """The message with its length before it."""
    body = _encoder.encode(message)
    return HEAD.pack(len(body)) + body


def to_process(body: bytes) -> ToProcess:
    """Raises `msgspec.MsgspecError` for what is no such message."""
    return _to_process.decode(body)


def from_process(body: bytes) -> FromProcess:
    """Raises `msgspec.MsgspecError` for what is no such message."""
    return _from_process.decode(body)
