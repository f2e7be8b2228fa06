"""Pictures on their way to the API and back: what it takes, and what we keep. All of it for a worker process."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

IMAGE_LIMIT_BYTES = 50_000_000
MASK_LIMIT_BYTES = 4_000_000
SHRUNK_EDGE = 2048
"""What is over a limit is made smaller, input and mask alike: no model looks at more than this."""
PREVIEW_EDGE = 384
CHANGE_BELOW = 128
"""Of a mask's 256 greys: what is nearer to black is to be changed."""
READABLE = ("PNG", "JPEG", "WEBP", "GIF")

_HEAD, _TAIL = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"


@dataclass(frozen=True, slots=True)
class Parts:
    """What is sent: PNG files."""

    inputs: tuple[bytes, ...]
    mask: bytes | None


def prepared(inputs: tuple[bytes, ...], mask: bytes | None) -> Parts:
    """Inputs within the API's limits, and a mask whose transparent parts are those that were black."""
    alpha = _alpha_of(mask) if mask else None
    encoded = _encoded_mask(alpha) if alpha else None
    fits = encoded is None or len(encoded) < MASK_LIMIT_BYTES
    kept = tuple(each if fits and len(each) < IMAGE_LIMIT_BYTES else _shrunk(each) for each in inputs)
    if alpha and (not fits or kept[:1] != inputs[:1]):
        # The mask belongs to the first input and has to be as large as that is now.
        with Image.open(BytesIO(kept[0]), formats=["PNG"]) as first:
            encoded = _encoded_mask(alpha.resize(first.size, Image.Resampling.NEAREST))
    return Parts(kept, encoded)


def prepared_files(inputs: Sequence[str], mask: str | None) -> Parts:
    """As `prepared`, of files by their paths; b"" stands for an input that is sent as it is."""
    given = tuple(Path(path).read_bytes() for path in inputs)
    parts = prepared(given, Path(mask).read_bytes() if mask else None)
    return Parts(tuple(b"" if new is old else new for new, old in zip(parts.inputs, given, strict=True)), parts.mask)


def is_png(data: bytes) -> bool:
    """Whether it is a PNG file with nothing missing at its end."""
    return data.startswith(_HEAD) and data.endswith(_TAIL)


def as_png(data: bytes) -> bytes:
    """The same picture as a PNG file. Raises `OSError` or `ValueError` where it is no whole picture."""
    with Image.open(BytesIO(data), formats=READABLE) as image:
        return _encoded(image if image.mode in ("RGB", "RGBA", "L", "LA") else image.convert("RGBA"))


def preview_of(data: bytes) -> bytes:
    """A small JPEG of it. Raises `OSError` or `ValueError` where it is no picture."""
    with Image.open(BytesIO(data), formats=READABLE) as image:
        small = image.convert("RGB")
        small.thumbnail((PREVIEW_EDGE, PREVIEW_EDGE), reducing_gap=2.0)
        return _encoded(small, "JPEG")


def _alpha_of(mask: bytes) -> Image.Image:
    with Image.open(BytesIO(mask), formats=["PNG"]) as image:
        if image.mode.startswith("I"):  # 16 bits a pixel
            grey = image.convert("I").point(lambda value: value / 256).convert("L")
        else:
            grey = image.convert("RGBA").convert("L")
    return grey.point([0] * CHANGE_BELOW + [255] * (256 - CHANGE_BELOW))


def _encoded_mask(alpha: Image.Image) -> bytes:
    image = Image.new("RGBA", alpha.size)
    image.putalpha(alpha)
    return _encoded(image)


def _shrunk(data: bytes) -> bytes:
    with Image.open(BytesIO(data), formats=["PNG"]) as image:
        image.thumbnail((SHRUNK_EDGE, SHRUNK_EDGE))
        return _encoded(image)


def _encoded(image: Image.Image, kind: str = "PNG") -> bytes:
    file = BytesIO()
    image.save(file, kind)
    return file.getvalue()
