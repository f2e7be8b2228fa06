"""Sizes: what a pipeline is asked to draw, so that a picture of another size can be made of it."""

from math import sqrt
from typing import Any

USUAL_SIDE = 1024
SMALLEST_MULTIPLE = 16


def drawn_size(width: int, height: int, *, side: int, multiple: int) -> tuple[int, int]:
    """In the proportions that are asked for, about `side` squared pixels, no larger than asked; in whole multiples."""
    scale = min(1.0, side / sqrt(width * height))
    across, down = (max(multiple, round(edge * scale / multiple) * multiple) for edge in (width, height))
    return across, down


def own_side(pipeline: Any) -> int:
    """The side in pixels of the square that a pipeline was trained on, as far as it tells."""
    model = getattr(pipeline, "unet", None) or getattr(pipeline, "transformer", None)
    latents = getattr(pipeline, "default_sample_size", None) or getattr(
        getattr(model, "config", None), "sample_size", None
    )
    if isinstance(latents, list | tuple):
        latents = max(latents)
    return int(latents) * scale_factor(pipeline) if isinstance(latents, int) and latents > 0 else USUAL_SIDE


def multiple_of(pipeline: Any) -> int:
    """What widths and heights have to be multiples of."""
    return max(SMALLEST_MULTIPLE, 2 * scale_factor(pipeline))


def scale_factor(pipeline: Any) -> int:
    """Pixels per latent, along one edge."""
    return int(getattr(pipeline, "vae_scale_factor", 8))
