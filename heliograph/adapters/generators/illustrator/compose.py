"""Composes the SVG of a scene: backdrop, sky, things from back to front, lettering, weather."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from . import backdrop
from .backdrop.light import Light
from .backdrop.water import front_water
from .cluster import Sprite
from .layout import Placed, laid_out
from .lettering import fitted, written
from .motif import Layer, Round
from .motifs.kits.beast import snore
from .palette import INK, PAPER, lightness, mix
from .pen import LinePen, Pen, ShadowPen, svg
from .scene import Pose, Scene, Style
from .stage import FLOATING, WATERS, Stage, staged

CAPTION_SHARE = 0.11
LETTERED_FIRST = ("sign", "shop", "poster", "flag")
GLOOM = 0.5
DUSKY = 0.05
RIM_BENDS = 0.09  # of the width of a vessel
LIGHT_GROUND = 0.62  # dark lettering above this lightness


def composed(scene: Scene, *, width: int, height: int, variant: int, random: Random) -> str:
    """The whole picture as SVG; everything that came from the prompt is escaped."""
    stage = staged(scene, width=width, height=height, variant=variant, random=random)
    pen = LinePen("#cfcfcf", scale=stage.unit) if scene.setting.style is Style.LINE else Pen("#cfcfcf")
    light = backdrop.behind(stage, pen)
    placed = laid_out(stage)
    for sprite in placed.sky:
        draw_sprite(pen, sprite)
    backdrop.ground(stage, pen, light)
    lettered = figures(stage, pen, placed)
    _finish(stage, pen, light, placed)
    caption(stage, pen, [text for text in stage.scene.texts if text not in lettered])
    return svg(stage.width, stage.height, pen.drawn(), stage.defs)


def figures(stage: Stage, pen: Pen, placed: Placed) -> list[str]:
    """Draw what stands and flies, from back to front; gives the texts that are lettered on it."""
    lettered = dict(_boards(stage, placed))
    for sprite in placed.sprites:
        _shadow(stage, pen, sprite)
        draw_sprite(pen, sprite, lit=stage.dark)
        if sprite in lettered:
            _letter(pen, sprite, lettered[sprite])
    return list(lettered.values())


def draw_sprite(pen: Pen, sprite: Sprite, *, lit: bool = False) -> None:
    thing = type(pen)(
        sprite.colour,
        grain=sprite.grain,
        scale=sprite.k,
        spot=sprite.asked,
        lit=lit,
        pose=sprite.pose,
        asked=dict(sprite.parts),
    )
    sprite.motif.draw(thing)
    if sprite.pose is Pose.SLEEPING and sprite.pose not in sprite.motif.poses and sprite.motif.can(sprite.pose):
        head = sprite.motif.head or Round(
            sprite.motif.box[0] * 0.7, sprite.motif.box[1] * 0.2, sprite.motif.box[1] * 0.16
        )
        snore(thing, head.x + head.r * 0.7, head.y - head.r, head.r / 14)
    pen.place(_front(sprite, thing.drawn()) if sprite.front else thing.drawn(), _transform(sprite))


def _front(sprite: Sprite, drawn: str) -> str:
    """The part of a vessel that is before its contents."""
    (wide, high), rim = sprite.motif.box, sprite.motif.rim
    y, name = (rim.y if rim else 0), f"front-{sprite.thing}-{sprite.grain}"
    return (
        f'<clipPath id="{name}"><path d="M-60 {y} H0 Q{wide / 2} {y + wide * RIM_BENDS:.1f} {wide} {y} H{wide + 60}'
        f' V{high + 40} H-60Z"/></clipPath><g clip-path="url(#{name})">{drawn}</g>'
    )


def _transform(sprite: Sprite) -> str:
    wide, high = sprite.motif.box
    turn = f" rotate({sprite.turn:.1f}) skewX({sprite.shear:.1f})" if sprite.turn else ""
    size = f"scale({sprite.k * (-1 if sprite.flip else 1):.4f} {sprite.k:.4f})"
    return f"translate({sprite.x:.1f} {sprite.y:.1f}){turn} {size} translate({-wide / 2:.1f} {-high:.1f})"


def _shadow(stage: Stage, pen: Pen, sprite: Sprite) -> None:
    if not (sprite.grounded and sprite.motif.tall) or stage.place in FLOATING | WATERS:
        return
    wide = sprite.width * (0.36 if sprite.motif.family == "plant" else 0.5)
    x, deep = sprite.x + sprite.width * 0.03, min(wide * 0.13, 26 * stage.unit)
    shape = f'ellipse cx="{x:.0f}" cy="{sprite.y:.0f}" rx="{wide:.0f}" ry="{deep:.0f}"'
    pen.gloss(shape, "contact")
    if sprite.turn and stage.scene.setting.wall:
        _shadow_on_wall(stage, pen, sprite)


def _shadow_on_wall(stage: Stage, pen: Pen, sprite: Sprite) -> None:
    """What leans on the wall throws its outline on it."""
    if isinstance(pen, LinePen):
        return
    dark = ShadowPen(mix(stage.scene.setting.wall or PAPER, "#15163a", 0.18), scale=sprite.k)
    sprite.motif.draw(dark)
    side = -1 if stage.mirrored else 1
    x, y = sprite.x + side * sprite.width * 0.06, sprite.y - sprite.height * 0.05
    pen.place(dark.drawn(), _transform(replace(sprite, x=x, y=y, shear=sprite.shear - side * 6)))


def _boards(stage: Stage, placed: Placed) -> Iterator[tuple[Sprite, str]]:
    """Which drawing carries which text."""
    boards = [s for s in placed.sprites if s.motif.board]
    boards.sort(key=lambda s: LETTERED_FIRST.index(s.motif.name) if s.motif.name in LETTERED_FIRST else 9)
    yield from zip(boards, stage.scene.texts, strict=False)


def _letter(pen: Pen, sprite: Sprite, text: str) -> None:
    board = sprite.motif.board
    if board is None:
        return
    x, y, wide, high = board
    fit = fitted(text, wide * 0.94 * sprite.k, high * 0.92 * sprite.k)
    middle, centre = sprite.at(x + wide / 2, y + high / 2)
    pale = isinstance(pen, LinePen) and not sprite.asked
    ground = mix(sprite.colour, INK, 0.5) if sprite.motif.name in {"shop", "poster"} else sprite.colour
    dark = (
        pale
        or (lightness(ground) > LIGHT_GROUND and sprite.motif.board_ink == "#ffffff")
        or sprite.motif.board_ink != "#ffffff"
    )
    pen.parts.append(written(fit, middle, centre, INK if dark else "#fffaf0"))


def _finish(stage: Stage, pen: Pen, light: Light, placed: Placed) -> None:
    """What lies over the things: water at their feet, the dark of the hour, rain."""
    if stage.place in WATERS:
        feet = [s for s in placed.sprites if s.grounded and s.motif.layer is not Layer.AIR and s.y > stage.horizon]
        front_water(stage, pen, light, [(s.x, s.width * _waterline(s)) for s in feet])
    dim = light.share * GLOOM
    if not isinstance(pen, LinePen) and dim > DUSKY and not stage.indoors:
        stops = (
            f'<stop offset="{at}" stop-color="{light.tint}" stop-opacity="{opacity:.2f}"/>'
            for at, opacity in ((0, 0), (1, dim))
        )
        stage.defs.append(f'<linearGradient id="dim" x1="0" y1="0" x2="0" y2="1">{"".join(stops)}</linearGradient>')
        pen.gloss(f'rect x="0" y="0" width="{stage.width:.0f}" height="{stage.height:.0f}"', "dim")
    backdrop.before(stage, pen)


def _waterline(sprite: Sprite) -> float:
    return 0.8 if sprite.motif.layer is Layer.WATER else 1.0


def caption(stage: Stage, pen: Pen, texts: list[str]) -> None:
    """Texts that nothing in the picture carries stand on a label at its foot."""
    if not texts:
        return
    high = stage.height * CAPTION_SHARE
    fit = fitted(" · ".join(texts), stage.width * 0.86, high * 0.78)
    wide = min(stage.width * 0.94, max(map(len, fit.lines)) * fit.size * 0.62 + high * 0.6)
    y = stage.height - high * 1.25
    pen.shade(f"M{(stage.width - wide) / 2 + 6:.0f} {y + 8:.0f} h{wide:.0f} v{high:.0f} h{-wide:.0f}Z", 0.25)
    pen.box((stage.width - wide) / 2, y, wide, high, PAPER, high * 0.16)
    pen.parts.append(written(fit, stage.width / 2, y + high / 2, INK))
