"""What goes into a generator and what comes out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_SIGNATURES = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))


def media_type_of(data: bytes) -> str | None:
    """What kind of image file it begins as: PNG, JPEG or WebP; None for anything else."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class InputImage:
    """A picture that a task starts from, checked and upright: a PNG file of `width` by `height` pixels."""

    data: bytes = field(repr=False)
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What to make: `width` and `height` in pixels, `variants` pictures; the same seed gives the same pictures.

    The variant of index n has the seed `seed + n`. Black in a `mask`, which is as large as the one input, is what may
    be changed, and white what is kept (wire contract, section 2).
    """

    prompt: str
    width: int
    height: int
    variants: int
    seed: int
    inputs: Sequence[InputImage] = ()
    mask: InputImage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Abilities:
    """What a generator can do besides a prompt: start from at most so many `inputs`, keep to a mask, repeat a seed."""

    inputs: int = 0
    mask: bool = False
    seed: bool = False

    def lacking(self, needs: "Abilities") -> str:
        """What is missing of `needs`, to follow a generator's name; "" where nothing is."""
        if needs.inputs > self.inputs:
            return f"takes {f'at most {self.inputs}' if self.inputs else 'no'} input images"
        if needs.mask and not self.mask:
            return "takes no mask"
        return "repeats no seed" if needs.seed and not self.seed else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """The finished pictures, one PNG file's bytes each.

    `callback_repeats` asks for the callback to be sent that many times more: rehearsed duplicates. `model` is what drew
    them, where a generator has several; `usage` is what they cost, in the provider's own terms; `seeds` are those that
    were used, one for each image, where the generator has any.
    """

    images: Sequence[bytes] = field(repr=False)
    callback_repeats: int = 0
    model: str = ""
    seeds: Sequence[int] = ()
    usage: Mapping[str, int] = field(default_factory=dict)
