"""What goes wrong with a pipeline, sorted."""

import torch

from heliograph.adapters.generators.diffusers.messages import Reason
from heliograph.adapters.generators.diffusers.pipeline.images import Unreadable

NO_MEMORY = ("out of memory", "can't allocate memory", "not enough memory", "alloc_failed", "std::bad_alloc")
LONGEST = 2000


class Refusal(Exception):
    """There will be no pipeline; the message says what is missing, and what to change."""

    def __init__(self, message: str, reason: Reason = Reason.PIPELINE_UNAVAILABLE) -> None:
        super().__init__(message)
        self.reason = reason


def reason_of(error: Exception) -> Reason:
    if isinstance(error, Unreadable):
        return Reason.UNREADABLE_INPUT
    if is_out_of_memory(error):
        return Reason.OUT_OF_MEMORY
    return Reason.PIPELINE_FAILED


def is_out_of_memory(error: Exception) -> bool:
    # Only CUDA has a class of its own for it: the processor's allocator, cuBLAS and Metal say it in words.
    words = str(error).lower() if isinstance(error, RuntimeError) else ""
    return isinstance(error, MemoryError | torch.OutOfMemoryError) or any(sign in words for sign in NO_MEMORY)


def is_fatal(error: Exception) -> bool:
    """Whether the device takes nothing more from this process, as after an illegal access."""
    return isinstance(error, torch.AcceleratorError) and not is_out_of_memory(error)


def told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:LONGEST]
