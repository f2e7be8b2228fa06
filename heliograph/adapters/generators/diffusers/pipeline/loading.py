"""Loading: the weights once, and the pipelines that draw with them."""

import gc
from typing import Any

import torch
from diffusers import AutoPipelineForImage2Image, AutoPipelineForInpainting, AutoPipelineForText2Image

from heliograph.adapters.generators.diffusers.messages import MODEL
from heliograph.adapters.generators.diffusers.pipeline.failing import Refusal
from heliograph.adapters.generators.diffusers.pipeline.finding import Plan
from heliograph.adapters.generators.diffusers.pipeline.studio import Studio


def load(plan: Plan) -> Studio:
    """Raises `Refusal` for weights that cannot draw from a prompt, and whatever the libraries raise."""
    options = plan.options
    text = AutoPipelineForText2Image.from_pretrained(
        options.model,
        dtype=plan.dtype,
        variant=options.variant or None,
        local_files_only=not options.download,
        use_safetensors=True,  # the other format can hold programs
    )
    _check(text, options.model)
    text.set_progress_bar_config(disable=True)
    if options.offload == "none":
        text.to(plan.device)
    image = AutoPipelineForImage2Image.from_pipe(text) if plan.takes_image else None
    mask = AutoPipelineForInpainting.from_pipe(text) if plan.takes_mask else None
    for other in filter(None, (image, mask)):
        other.set_progress_bar_config(disable=True)
    gc.collect()
    gc.freeze()
    return Studio(text=text, image=image, mask=mask, options=options, device=plan.device)


def _check(pipeline: Any, model: str) -> None:
    unet, vae = getattr(pipeline, "unet", None), getattr(pipeline, "vae", None)
    if not isinstance(unet, torch.nn.Module) or not isinstance(vae, torch.nn.Module):
        return
    takes, gets = unet.config.in_channels, vae.config.get("latent_channels")
    if gets and takes != gets:
        raise Refusal(
            f"{MODEL}: {model} was trained to change pictures only (it takes {takes} channels, a prompt alone has "
            f"{gets}): give a text-to-image model, which is used for inpainting too"
        )
