"""What goes into a generator and what comes out."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What to make: `width` and `height` in pixels, `variants` pictures; the same seed gives the same pictures."""

    prompt: str
    width: int
    height: int
    variants: int
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """The finished pictures, one PNG file's bytes each.

    `callback_repeats` asks for the callback to be sent that many times more: rehearsed duplicates.
    """

    images: Sequence[bytes] = field(repr=False)
    callback_repeats: int = 0
