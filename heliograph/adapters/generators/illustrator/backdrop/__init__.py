"""Backdrops: everything in a picture that is not one of its things."""

from collections.abc import Callable

from heliograph.adapters.generators.illustrator.pen import Pen
from heliograph.adapters.generators.illustrator.stage import Stage

from . import weather
from .heavens import sky, space
from .indoors import room, table
from .light import Light, light_of
from .outdoors import land
from .props import furnish
from .special import cave, hall, high_clouds, moon, theatre
from .town import street, wall
from .water import beach, lake, sea, underwater

Painter = Callable[[Stage, Pen, Light], None]

WITHOUT_SKY: dict[str, Painter] = {
    "room": room, "bedroom": room, "kitchen": room, "library": room, "table": table, "space": space, "underwater": underwater,
    "wall": wall, "bathroom": room, "classroom": room, "office": room, "hall": hall, "cave": cave, "moon": moon, "theatre": theatre,
}  # fmt: skip
UNDER_THE_SKY: dict[str, Painter] = {
    "street": street, "city": street, "sea": sea, "lake": lake, "lakeside": lake, "beach": beach, "harbour": sea,
}  # fmt: skip


def behind(stage: Stage, pen: Pen) -> Light:
    """Draw what lies behind the things; gives the light that falls on them."""
    light = light_of(stage)
    if stage.place in WITHOUT_SKY:
        WITHOUT_SKY[stage.place](stage, pen, light)
        return light
    sky(stage, pen, light)
    return light


def ground(stage: Stage, pen: Pen, light: Light) -> None:
    """Draw the land or the water under the sky; sun and moon are already there."""
    weather.behind(stage, pen)
    if stage.place == "sky":
        high_clouds(stage, pen, light)
    elif stage.place not in WITHOUT_SKY:
        UNDER_THE_SKY.get(stage.place, land)(stage, pen, light)
    furnish(stage, pen, light)


def before(stage: Stage, pen: Pen) -> None:
    weather.before(stage, pen)
