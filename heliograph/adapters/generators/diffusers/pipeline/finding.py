"""Finding: which pipeline it is, what it can do, and on which device in which precision; no weights are read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch
from diffusers import DiffusionPipeline
from diffusers.pipelines.auto_pipeline import (
    AUTO_IMAGE2IMAGE_PIPELINES_MAPPING,
    AUTO_INPAINT_PIPELINES_MAPPING,
    AUTO_TEXT2IMAGE_PIPELINES_MAPPING,
)

from heliograph.adapters.generators.diffusers.messages import MODEL, Found, Open
from heliograph.adapters.generators.diffusers.pipeline.failing import Refusal

DEVICE, OFFLOAD = "HELIOGRAPH_DIFFUSERS_DEVICE", "HELIOGRAPH_DIFFUSERS_OFFLOAD"
FIRST_WITH_BFLOAT16 = (8, 0)
"""The first compute capability of CUDA that has it in hardware; before it is emulated, and slow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be loaded, and where to."""

    options: Open
    pipeline: str
    device: str
    dtype: Any
    takes_image: bool
    takes_mask: bool

    @property
    def found(self) -> Found:
        return Found(
            pipeline=self.pipeline,
            device=self.device,
            precision=str(self.dtype).removeprefix("torch."),
            takes_image=self.takes_image,
            takes_mask=self.takes_mask,
        )


def find(options: Open) -> Plan:
    """Raises `Refusal` with a sentence that names the setting."""
    pipeline = _pipeline_of(options)
    family = _family_of(pipeline)
    if family not in AUTO_TEXT2IMAGE_PIPELINES_MAPPING:
        raise Refusal(
            f"{MODEL}: {options.model} is a {pipeline}, which draws no picture from a prompt: give a text-to-image one"
        )
    device = _device_of(options.device)
    if options.offload != "none" and device.startswith("cpu"):
        raise Refusal(f"{OFFLOAD}: weights are offloaded from an accelerator, and this is {device}: set it to none")
    return Plan(
        options=options,
        pipeline=pipeline,
        device=device,
        dtype=_dtype_of(options.precision, device),
        takes_image=family in AUTO_IMAGE2IMAGE_PIPELINES_MAPPING,
        takes_mask=family in AUTO_INPAINT_PIPELINES_MAPPING,
    )


def _pipeline_of(options: Open) -> str:
    """The name of the pipeline's class."""
    try:
        index: dict[str, Any] = DiffusionPipeline.load_config(options.model, local_files_only=not options.download)
    except (OSError, ValueError) as error:
        raise Refusal(_missing(options, error)) from error
    return str(index.get("_class_name"))


def _missing(options: Open, error: Exception) -> str:
    if options.download:
        return f"{MODEL}: {options.model} is no folder here, and could not be downloaded: {error}"
    return (
        f"{MODEL}: {options.model} is no folder here and is not in the cache of Hugging Face, and nothing is "
        "downloaded unless you say so: give the path of a pipeline's folder, or set HELIOGRAPH_DIFFUSERS_DOWNLOAD=true"
    )


def _family_of(pipeline: str) -> str:
    """By which name the tables know a pipeline; "" where they do not."""
    tables: tuple[Mapping[str, Any], ...] = (
        AUTO_TEXT2IMAGE_PIPELINES_MAPPING,
        AUTO_IMAGE2IMAGE_PIPELINES_MAPPING,
        AUTO_INPAINT_PIPELINES_MAPPING,
    )
    families = (name for table in tables for name, known in table.items() if known.__name__ == pipeline)
    return next(families, "")


def _device_of(wanted: str) -> str:
    if wanted == "auto":
        return "cuda:0" if torch.cuda.is_available() else "mps" if torch.backends.mps.is_available() else "cpu"
    kind, _, index = wanted.partition(":")
    count = {
        "cpu": lambda: 1,
        "mps": lambda: int(torch.backends.mps.is_available()),
        "cuda": torch.cuda.device_count,
        "xpu": torch.xpu.device_count,
    }[kind]()
    if int(index or 0) >= count:
        raise Refusal(f"{DEVICE}: {wanted} is not here, PyTorch sees {count} {kind} devices: choose another, or auto")
    return wanted


def _dtype_of(precision: str, device: str) -> Any:
    if precision != "auto":
        return getattr(torch, precision)
    match device.partition(":")[0]:
        case "cpu":
            return torch.float32
        case "cuda" if torch.cuda.get_device_capability(device) < FIRST_WITH_BFLOAT16:
            return torch.float16
        case "mps":
            return torch.float16
        case _:
            return torch.bfloat16
