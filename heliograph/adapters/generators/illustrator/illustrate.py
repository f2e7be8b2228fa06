"""A prompt to a PNG: read it, compose it, render it, say what was understood."""

from hashlib import sha256
from io import BytesIO
from random import Random

from .abstract import abstract
from .compose import composed
from .lettering import unwritable
from .metadata import picture_notes
from .prompt import explain
from .render import rendered
from .scene import Scene

LARGEST_SIDE = 8192
QUICK = 4  # zlib: level 6 takes longer and saves little


def illustrate(prompt: str, *, width: int, height: int, seed: int, variant: int) -> bytes:
    """Draw the prompt; the same arguments give the same bytes.

    Gives a PNG of exactly this width and height in pixels, 1 to 8192.  `variant` 0 to 3 are four different pictures
    of one subject.  Raises ValueError for a size outside that range, never because of what the prompt says.
    """
    if not (1 <= width <= LARGEST_SIDE and 1 <= height <= LARGEST_SIDE):
        raise ValueError(f"A picture of {width} by {height} pixels cannot be drawn: each side is 1 to {LARGEST_SIDE}.")
    understanding = explain(prompt)
    scene = understanding.scene
    svg = drawing(prompt, scene, width=width, height=height, seed=seed, variant=variant)
    image = rendered(
        svg,
        width=width,
        height=height,
        style=scene.setting.style,
        random=_random("paint", prompt, width, height, seed, variant),
    )
    png = BytesIO()
    notes = picture_notes(understanding, prompt=prompt, seed=seed, variant=variant, notes=_notes(scene))
    image.save(png, "PNG", pnginfo=notes, compress_level=QUICK)
    return png.getvalue()


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
