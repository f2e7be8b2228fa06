"""Draws things onto a picture that is there already: where, how large, and the pixels with their transparency."""

from dataclasses import replace
from random import Random

from PIL import Image

from heliograph.adapters.generators.illustrator import backdrop
from heliograph.adapters.generators.illustrator.cluster import Cluster, Sprite
from heliograph.adapters.generators.illustrator.compose import caption, draw_sprite, figures
from heliograph.adapters.generators.illustrator.layout import Placed, laid_out
from heliograph.adapters.generators.illustrator.paint import sized, within
from heliograph.adapters.generators.illustrator.pen import LinePen, Pen, svg
from heliograph.adapters.generators.illustrator.render import LARGEST_DRAWN, drawn
from heliograph.adapters.generators.illustrator.scene import Scene, Style
from heliograph.adapters.generators.illustrator.stage import Stage, on_a_picture

Box = tuple[int, int, int, int]

BESIDE_WHAT_IS_THERE = 0.62  # of the size that things have in a picture of their own
ACROSS = (0.71, 0.29, 0.5, 0.78)  # by variant, in shares of the width
FILLS = 0.94  # of a region


def overlay(scene: Scene, size: tuple[int, int], *, variant: int, random: Random, region: Box | None) -> Image.Image:
    """The things, the lettering and the weather of a scene on transparent ground; within a region when there is one."""
    stage = on_a_picture(scene, width=size[0], height=size[1], variant=variant, random=random)
    pen = LinePen("#cfcfcf", scale=stage.unit) if scene.setting.style is Style.LINE else Pen("#cfcfcf")
    if scene.things:
        placed = _placed(stage, laid_out(stage), None if region is None else _in_units(stage, region, size))
        for sprite in placed.sky:
            draw_sprite(pen, sprite)
        lettered = figures(stage, pen, placed)
    else:
        lettered = []
    backdrop.before(stage, pen)
    caption(stage, pen, [text for text in scene.texts if text not in lettered])
    whole = svg(stage.width, stage.height, pen.drawn(), stage.defs)
    pixels = drawn(whole, *within(*size, LARGEST_DRAWN)).convert("RGBA")
    return sized(pixels, *size)


def _in_units(stage: Stage, region: Box, size: tuple[int, int]) -> tuple[float, float, float, float]:
    x, y = stage.width / size[0], stage.height / size[1]
    return region[0] * x, region[1] * y, region[2] * x, region[3] * y


def _placed(stage: Stage, placed: Placed, region: tuple[float, float, float, float] | None) -> Placed:
    if region is not None:
        return Placed((), _filling((*placed.sky, *placed.sprites), region))
    standing = [s for s in placed.sprites if s.grounded or s.y > stage.horizon]
    if not standing:
        return placed
    flying = tuple(s for s in placed.sprites if s not in standing)
    group = Cluster(tuple(standing))
    at = stage.width * ACROSS[stage.variant % len(ACROSS)]
    smaller = group.centred().moved(0, -stage.foot).scaled(BESIDE_WHAT_IS_THERE)
    room = stage.width - smaller.width
    at = min(max(at, smaller.width / 2), stage.width - smaller.width / 2) if room > 0 else stage.width / 2
    return Placed(placed.sky, flying + smaller.moved(at, stage.height * 0.95).sprites)


def _filling(sprites: tuple[Sprite, ...], region: tuple[float, float, float, float]) -> tuple[Sprite, ...]:
    """As large as the region allows, standing on its lower edge."""
    left, top, right, bottom = region
    group = Cluster(sprites)
    low = max(s.y for s in sprites)
    wide, high = group.width, low - group.top
    scale = min((right - left) / wide, (bottom - top) / high) * FILLS
    moved = group.moved(-(group.left + group.right) / 2, -low).scaled(scale)
    slack = ((bottom - top) - high * scale) / 2
    return tuple(
        replace(s, grounded=False)
        for s in moved.moved((left + right) / 2, bottom - min(slack, (bottom - top) * 0.03)).sprites
    )
