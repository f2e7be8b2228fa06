"""A prompt to a PNG: read it, compose it or edit what was given, render it, say what was understood and done."""

from collections.abc import Sequence
from hashlib import sha256
from io import BytesIO
from random import Random

from PIL import Image

from .abstract import abstract
from .compose import composed
from .edit.edited import edited
from .lettering import unwritable
from .looks import looked
from .metadata import Given, picture_notes
from .prompt import explain
from .render import rendered
from .scene import Look, Scene, Understanding

LARGEST_SIDE = 8192
QUICK = 4  # zlib: level 6 takes longer and saves little


def illustrate(
    prompt: str,
    *,
    width: int,
    height: int,
    seed: int,
    variant: int,
    inputs: Sequence[bytes] = (),
    mask: bytes | None = None,
) -> bytes:
    """Draw the prompt, or do with the given pictures what it says; the same arguments give the same bytes.

    Gives a PNG of exactly this width and height in pixels, 1 to 8192.  `variant` 0 to 3 are four different pictures
    of one subject.  Raises ValueError for a size outside that range, never because of what the prompt says.
    `inputs` and `mask` are files of pictures; outside the black of a mask no pixel of an input of this size changes.
    """
    if not (1 <= width <= LARGEST_SIDE and 1 <= height <= LARGEST_SIDE):
        raise ValueError(f"A picture of {width} by {height} pixels cannot be drawn: each side is 1 to {LARGEST_SIDE}.")
    understanding = explain(prompt)
    notes, given = _notes(understanding.scene), Given(len(inputs), mask is not None)
    if inputs:
        random = _random("edit", prompt, width, height, seed, variant)
        edit = edited(understanding, tuple(inputs), mask, width=width, height=height, variant=variant, random=random)
        image, given, notes = edit.image, Given(len(inputs), mask is not None, edit.done), (*notes, *edit.notes)
    else:
        image = _drawn(prompt, understanding, width=width, height=height, seed=seed, variant=variant)
    png = BytesIO()
    info = picture_notes(understanding, given, prompt=prompt, seed=seed, variant=variant, notes=notes)
    image.save(png, "PNG", pnginfo=info, compress_level=QUICK)
    return png.getvalue()


def _drawn(
    prompt: str, understanding: Understanding, *, width: int, height: int, seed: int, variant: int
) -> Image.Image:
    scene = understanding.scene
    image = rendered(
        drawing(prompt, scene, width=width, height=height, seed=seed, variant=variant),
        width=width,
        height=height,
        style=scene.setting.style,
        random=_random("paint", prompt, width, height, seed, variant),
    )
    # A drawing is a cartoon already.
    return looked(image, [look for look in scene.setting.looks if look is not Look.CARTOON])


def drawing(prompt: str, scene: Scene, *, width: int, height: int, seed: int, variant: int) -> str:
    """The SVG that a picture is rendered from."""
    random = _random("draw", prompt, width, height, seed, variant)
    if scene.empty:
        return abstract(prompt, width=width, height=height, variant=variant, random=random)
    return composed(scene, width=width, height=height, variant=variant, random=random)


def _notes(scene: Scene) -> tuple[str, ...]:
    missing = unwritable("".join(scene.texts))
    return (f"no glyph for: {' '.join(missing[:40])}",) if missing else ()


def _random(use: str, prompt: str, *numbers: int) -> Random:
    """The same chance for the same picture on every machine."""
    told = "\0".join((use, prompt, *map(str, numbers)))
    return Random(int.from_bytes(sha256(told.encode("utf-8", "surrogatepass")).digest(), "big"))
