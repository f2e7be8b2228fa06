"""Images: what goes into a pipeline and comes out, as PNG files."""

import io
import json

from PIL import Image, ImageOps, UnidentifiedImageError
from PIL.Image import Resampling
from PIL.PngImagePlugin import PngInfo

COMPRESSION = 4
"""The usual 6 takes twice as long, for a file that is a hundredth smaller."""
LONGEST_PROMPT = 2000


class Unreadable(Exception):
    """An input picture or a mask is no picture that can be opened."""


def opened(path: str) -> Image.Image:
    """In colours, whatever was transparent on white. Raises `Unreadable`."""
    with _opened(path) as image:
        if not image.has_transparency_data:
            return image.convert("RGB")
        upper = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", upper.size, "white"), upper).convert("RGB")


def opened_mask(path: str) -> Image.Image:
    """As pipelines want it: white is changed. Black is changed on the wire. Raises `Unreadable`."""
    with _opened(path) as image:
        return ImageOps.invert(image.convert("L"))


def fitted(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Scaled so that it fills the size; what is too much at two of the edges is cut off."""
    return image if image.size == size else ImageOps.fit(image, size, Resampling.LANCZOS)


def kept_outside(drawn: Image.Image, original: Image.Image, mask: Image.Image) -> Image.Image:
    """What is drawn where the mask is white, and the original everywhere else, pixel by pixel."""
    return Image.composite(drawn, fitted(original, drawn.size), fitted(mask, drawn.size))


def png_of(image: Image.Image, *, pipeline: str, prompt: str, seed: int) -> bytes:
    """The file, which says what it is: `Software` for people, `heliograph` as JSON for programs."""
    info = PngInfo()
    info.add_itxt("Software", "heliograph diffusers")
    record = {"generator": "diffusers", "pipeline": pipeline, "prompt": prompt[:LONGEST_PROMPT], "seed": seed}
    info.add_itxt("heliograph", json.dumps(record))
    file = io.BytesIO()
    image.save(file, format="PNG", compress_level=COMPRESSION, pnginfo=info)
    return file.getvalue()


def _opened(path: str) -> Image.Image:
    try:
        image = Image.open(path, formats=["PNG"])
        image.load()
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise Unreadable(f"an input picture cannot be opened: {error}") from error
    return image
