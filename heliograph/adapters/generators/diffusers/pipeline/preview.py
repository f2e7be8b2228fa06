"""Previews: what a picture looks like so far, as a small JPEG file."""

import io
from typing import Any

import torch
from PIL import Image

SIDE = 256
"""Pixels of the longer edge at most: to decode so few costs little beside a step."""
QUALITY = 85
PACKED_AXES, PLANE_AXES = 3, 4


def preview_of(pipeline: Any, latents: Any, *, width: int, height: int) -> bytes | None:
    """The latents made smaller and decoded; None for a pipeline whose latents are no plane, or that has no VAE."""
    vae = getattr(pipeline, "vae", None)
    plane = _plane_of(pipeline, latents, width, height)
    if vae is None or plane is None:
        return None
    per_latent = width / plane.shape[-1]
    scale = min(1.0, SIDE / per_latent / max(plane.shape[-2:]))
    size = [max(1, round(edge * scale)) for edge in plane.shape[-2:]]
    small = torch.nn.functional.interpolate(plane[:1].float(), size=size, mode="area")
    # At the first steps some schedulers have noise that is many times as strong as a picture.
    small = small / small.std().clamp(min=1.0)
    config = vae.config
    decodable = small / (config.get("scaling_factor") or 1.0) + (config.get("shift_factor") or 0.0)
    decoded = vae.decode(decodable.to(vae.dtype), return_dict=False)[0]
    colours = (decoded[0].float() / 2 + 0.5).clamp(0, 1)
    return _jpeg_of(colours) if bool(torch.isfinite(colours).all()) else None


def _plane_of(pipeline: Any, latents: Any, width: int, height: int) -> Any:
    """Channels by height by width, or None."""
    if latents.ndim == PACKED_AXES and hasattr(pipeline, "_unpack_latents"):
        latents = pipeline._unpack_latents(latents, height, width, pipeline.vae_scale_factor)  # noqa: SLF001
    return latents if latents.ndim == PLANE_AXES else None


def _jpeg_of(colours: Any) -> bytes:
    pixels = (colours.permute(1, 2, 0) * 255).round().to(torch.uint8).cpu().contiguous().numpy()
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, format="JPEG", quality=QUALITY)
    return file.getvalue()
