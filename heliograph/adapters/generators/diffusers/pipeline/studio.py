"""The studio: pipelines that share one set of weights, and how a picture is drawn with them."""

import gc
import inspect
import sys
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import Any

import torch
from PIL import Image

from heliograph.adapters.generators.diffusers.messages import (
    Cancelled,
    Draw,
    Drawn,
    Failed,
    Open,
    Outcome,
    Reason,
    Step,
)
from heliograph.adapters.generators.diffusers.pipeline.failing import is_fatal, reason_of, told
from heliograph.adapters.generators.diffusers.pipeline.images import fitted, kept_outside, opened, opened_mask, png_of
from heliograph.adapters.generators.diffusers.pipeline.preview import preview_of
from heliograph.adapters.generators.diffusers.pipeline.sizes import drawn_size, multiple_of, own_side

Tell = Callable[[Step], None]
IsCancelled = Callable[[], bool]


class _Cancelled(Exception):
    """Nobody waits for this picture any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """A picture on its way: what is drawn, by which pipeline, in which size."""

    draw: Draw
    pipeline: Any
    image: Image.Image | None
    mask: Image.Image | None
    width: int
    height: int


class Studio:
    """`image` and `mask` are the pipelines that start from a picture and keep to a mask, where there are such."""

    def __init__(self, *, text: Any, image: Any, mask: Any, options: Open, device: str) -> None:
        self._text = text
        self._image = image
        self._mask = mask
        self._options = options
        self._device = device
        self._offloaded: Any = None
        # To decode a preview, weights would have to be fetched.
        self._preview_steps = options.preview_steps if options.offload == "none" else 0

    def draw(self, draw: Draw, *, tell: Tell, is_cancelled: IsCancelled) -> Outcome:
        """One picture, or why there is none; never raises."""
        try:
            return self._drawn(self._sheet(draw), tell, is_cancelled)
        except _Cancelled:
            outcome: Outcome = Cancelled()
        except Exception as error:  # noqa: BLE001  # whatever a library raises, the next picture may be drawn
            outcome = Failed(reason_of(error), told(error), is_fatal(error))
        # Not above: the trace of the error still holds what was in memory.
        self._tidy()
        return outcome

    def _sheet(self, draw: Draw) -> _Sheet:
        pipeline = self._mask if draw.mask else self._image if draw.image else self._text
        side = self._options.side or own_side(self._text)
        width, height = drawn_size(draw.width, draw.height, side=side, multiple=multiple_of(self._text))
        image = opened(draw.image) if draw.image else None
        mask = opened_mask(draw.mask) if draw.mask else None
        return _Sheet(draw=draw, pipeline=pipeline, image=image, mask=mask, width=width, height=height)

    def _drawn(self, sheet: _Sheet, tell: Tell, is_cancelled: IsCancelled) -> Outcome:
        if is_cancelled():
            raise _Cancelled
        self._offload(sheet.pipeline)
        result = sheet.pipeline(**self._arguments(sheet, tell, is_cancelled))
        if any(getattr(result, "nsfw_content_detected", None) or ()):
            return Failed(Reason.SAFETY_CHECKER, "the model's safety checker has blackened the picture")
        picture = fitted(result.images[0], (sheet.draw.width, sheet.draw.height))
        if sheet.image and sheet.mask:
            picture = kept_outside(picture, sheet.image, sheet.mask)
        name = type(sheet.pipeline).__name__
        return Drawn(png_of(picture, pipeline=name, prompt=sheet.draw.prompt, seed=sheet.draw.seed))

    def _arguments(self, sheet: _Sheet, tell: Tell, is_cancelled: IsCancelled) -> dict[str, Any]:
        """What this pipeline takes of what is wanted."""
        takes = inspect.signature(sheet.pipeline.__call__).parameters
        options, size = self._options, (sheet.width, sheet.height)
        strength = (1.0 if sheet.mask else options.strength) if "strength" in takes and sheet.image else None
        default = takes["num_inference_steps"].default if "num_inference_steps" in takes else 0
        steps = options.steps or (default if isinstance(default, int) else 0)
        if strength:
            # So many of them are left out that at least one remains.
            steps = max(steps, ceil(1 / strength))
        wanted = {
            "prompt": sheet.draw.prompt,
            "negative_prompt": options.negative_prompt or None,
            "image": fitted(sheet.image, size) if sheet.image else None,
            "mask_image": fitted(sheet.mask, size) if sheet.mask else None,
            "width": sheet.width,
            "height": sheet.height,
            "num_inference_steps": steps or None,
            "guidance_scale": options.guidance if options.guidance >= 0 else None,
            "strength": strength,
            # Made on the processor: the same seed is the same picture on any device.
            "generator": torch.Generator("cpu").manual_seed(sheet.draw.seed),
            "callback_on_step_end": self._watching(sheet, steps, tell, is_cancelled),
        }
        return {name: value for name, value in wanted.items() if name in takes and value is not None}

    def _watching(self, sheet: _Sheet, steps: int, tell: Tell, is_cancelled: IsCancelled) -> Any:
        def watch(pipeline: Any, step: int, _: Any, tensors: dict[str, Any]) -> dict[str, Any]:
            if is_cancelled():
                raise _Cancelled
            count = getattr(pipeline, "num_timesteps", steps) or steps
            is_shown = self._preview_steps and (step + 1) % self._preview_steps == 0 and step + 1 < count
            preview = self._preview(pipeline, tensors, sheet) if is_shown else None
            # One more than there are steps: the picture is still to be decoded.
            tell(Step(min((step + 1) / (count + 1), 1.0), preview))
            return {}

        return watch

    def _preview(self, pipeline: Any, tensors: dict[str, Any], sheet: _Sheet) -> bytes | None:
        try:
            return preview_of(pipeline, tensors["latents"], width=sheet.width, height=sheet.height)
        except Exception as error:  # noqa: BLE001  # of a pipeline of another kind: that costs previews, not pictures
            sys.stderr.write(f"there will be no previews: {told(error)}\n")
            self._preview_steps = 0
            return None

    def _offload(self, pipeline: Any) -> None:
        """The hooks that move weights belong to one pipeline at a time."""
        if self._options.offload == "none" or pipeline is self._offloaded:
            return
        if self._options.offload == "model":
            pipeline.enable_model_cpu_offload(device=self._device)
        else:
            pipeline.enable_sequential_cpu_offload(device=self._device)
        self._offloaded = pipeline

    def _tidy(self) -> None:
        if self._offloaded:
            self._offloaded.maybe_free_model_hooks()
        gc.collect()
        if self._device.startswith("cuda"):
            torch.cuda.empty_cache()
