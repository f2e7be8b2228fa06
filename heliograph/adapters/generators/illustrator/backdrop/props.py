"""What stands about in a place besides what was asked for: a barn on a farm, a palm on a beach."""

from dataclasses import dataclass

from heliograph.adapters.generators.illustrator.motif import Layer
from heliograph.adapters.generators.illustrator.motifs import MOTIFS
from heliograph.adapters.generators.illustrator.palette import mix
from heliograph.adapters.generators.illustrator.pen import LinePen, Pen
from heliograph.adapters.generators.illustrator.stage import Stage

from .light import Light

CROWDED = 4  # with more things than this a place is left empty
SNOW = "#f3f7fb"
CAST = frozenset({"sea", "lake", "underwater", "sky", "space"})  # nothing there throws a shadow


@dataclass(frozen=True, slots=True)
class Prop:
    """`high` in shares of the shorter side; `foot` 0 at the horizon to 1 at the lower edge, less is above it."""

    name: str
    x: float
    high: float
    foot: float
    alone: bool = False  # only where nothing was asked for


def _p(*rows: tuple[str, float, float, float], alone: bool = False) -> tuple[Prop, ...]:
    return tuple(Prop(*row, alone=alone) for row in rows)


PROPS: dict[str, tuple[Prop, ...]] = {
    "farm": _p(("windmill", 0.86, 0.2, 0.1), ("barn", 0.17, 0.3, 0.16), ("tree", 0.97, 0.3, 0.16), ("fence", 0.9, 0.12, 0.34), ("hay bale", 0.08, 0.13, 0.55))
    + _p(("tractor", 0.72, 0.25, 0.55), ("cow", 0.36, 0.22, 0.6), ("chicken", 0.6, 0.11, 0.8), ("pig", 0.16, 0.15, 0.86), alone=True),
    "field": _p(("hay bale", 0.9, 0.1, 0.24), ("tree", 0.06, 0.28, 0.1)) + _p(("scarecrow", 0.34, 0.42, 0.5), ("hay bale", 0.66, 0.17, 0.56), ("crow", 0.5, 0.07, 0.66), alone=True),
    "beach": _p(("palm", 0.07, 0.56, 0.42), ("starfish", 0.9, 0.06, 0.82), ("shell", 0.14, 0.05, 0.9))
    + _p(("umbrella", 0.72, 0.42, 0.62), ("sandcastle", 0.44, 0.19, 0.6), ("crab", 0.26, 0.09, 0.8), ("seagull", 0.4, 0.09, -0.5), alone=True),
    "street": _p(("street lamp", 0.08, 0.44, 0.12), ("street lamp", 0.92, 0.44, 0.12)) + _p(("tree", 0.28, 0.36, 0.12), ("car", 0.6, 0.2, 0.66), ("postbox", 0.78, 0.2, 0.16), alone=True),
    "city": _p(("traffic light", 0.06, 0.32, 0.14), ("tree", 0.95, 0.26, 0.1)) + _p(("taxi", 0.32, 0.19, 0.66), ("bus", 0.74, 0.26, 0.4), alone=True),
    "village": _p(("church", 0.8, 0.34, 0.06), ("cabin", 0.12, 0.22, 0.1), ("house", 0.34, 0.26, 0.08), ("house", 0.62, 0.23, 0.04), ("tree", 0.97, 0.26, 0.14), ("well", 0.06, 0.14, 0.4)),
    "kitchen": _p(("fridge", 0.62, 0.46, 0.02)) + _p(("oven", 0.42, 0.28, 0.02), ("table", 0.46, 0.24, 0.7), ("stool", 0.2, 0.2, 0.72), alone=True),
    "bedroom": _p(("wardrobe", 0.93, 0.5, 0.04)) + _p(("bed", 0.44, 0.3, 0.42), ("lamp", 0.76, 0.22, 0.1), ("teddy bear", 0.82, 0.14, 0.7), alone=True),
    "room": _p(("sofa", 0.46, 0.27, 0.36), ("lamp", 0.8, 0.36, 0.06), ("cat", 0.78, 0.15, 0.66), alone=True),
    "library": _p(("armchair", 0.3, 0.27, 0.4), ("globe", 0.72, 0.26, 0.4), alone=True),
    "bathroom": _p(("kitchen sink", 0.86, 0.26, 0.04), ("mirror", 0.86, 0.22, -0.42)) + _p(("bathtub", 0.42, 0.26, 0.46), ("toilet", 0.12, 0.25, 0.2), alone=True),
    "office": _p(("bookshelf", 0.9, 0.44, 0.02)) + _p(("desk", 0.44, 0.26, 0.44), ("laptop", 0.42, 0.13, -0.12), ("chair", 0.68, 0.3, 0.5), ("bin", 0.14, 0.13, 0.5), alone=True),
    "classroom": _p(("globe", 0.92, 0.16, 0.02)) + _p(("desk", 0.26, 0.2, 0.5), ("desk", 0.72, 0.2, 0.5), ("teacher", 0.48, 0.34, 0.14), alone=True),
    "forest": _p(("log", 0.88, 0.1, 0.7), ("mushroom", 0.12, 0.07, 0.8), ("fern", 0.94, 0.1, 0.9)) + _p(("deer", 0.36, 0.26, 0.4), ("squirrel", 0.7, 0.11, 0.66), alone=True),
    "jungle": _p(("palm", 0.08, 0.66, 0.3), ("palm", 0.93, 0.58, 0.24), ("bamboo", 0.22, 0.4, 0.2), ("fern", 0.05, 0.2, 0.86), ("fern", 0.96, 0.22, 0.9))
    + _p(("parrot", 0.7, 0.15, -0.3), ("monkey", 0.42, 0.22, 0.5), ("tiger", 0.66, 0.24, 0.66), alone=True),
    "mountains": _p(("pine", 0.05, 0.3, 0.3), ("pine", 0.95, 0.24, 0.24)) + _p(("goat", 0.62, 0.16, 0.5), ("cabin", 0.28, 0.2, 0.3), ("eagle", 0.4, 0.1, -0.8), alone=True),
    "desert": _p(("cactus", 0.06, 0.28, 0.5), ("cactus", 0.93, 0.2, 0.34)) + _p(("pyramid", 0.66, 0.22, 0.02), ("camel", 0.36, 0.24, 0.5), alone=True),
    "savanna": _p(("giraffe", 0.7, 0.46, 0.4), ("elephant", 0.3, 0.26, 0.46), ("lion", 0.55, 0.17, 0.78), alone=True),
    "underwater": _p(("rock", 0.08, 0.12, 0.92), ("coral", 0.93, 0.2, 0.94), ("starfish", 0.2, 0.06, 0.94))
    + _p(("clownfish", 0.34, 0.1, 0.2), ("fish", 0.62, 0.09, -0.3), ("jellyfish", 0.8, 0.2, -0.2), ("tortoise", 0.5, 0.13, 0.5), alone=True),
    "garden": _p(("apple tree", 0.06, 0.5, 0.26)) + _p(("bench", 0.6, 0.2, 0.46), ("watering can", 0.3, 0.11, 0.56), ("butterfly", 0.46, 0.07, 0.1), alone=True),
    "park": _p(("bench", 0.2, 0.15, 0.3)) + _p(("fountain", 0.72, 0.26, 0.36), ("duck", 0.34, 0.08, 0.66), alone=True),
    "playground": _p(("tree", 0.05, 0.44, 0.2), ("tree", 0.96, 0.4, 0.16), ("swing", 0.22, 0.3, 0.28), ("slide", 0.8, 0.3, 0.3)),
    "castle": _p(("castle", 0.8, 0.4, 0.05), ("pine", 0.58, 0.16, 0.06), ("pine", 0.97, 0.2, 0.1)),
    "snow": _p(("pine", 0.06, 0.42, 0.3), ("pine", 0.94, 0.36, 0.24)) + _p(("snowman", 0.62, 0.34, 0.5), ("cabin", 0.3, 0.24, 0.3), alone=True),
    "lake": _p(("reeds", 0.04, 0.22, 0.9), ("reeds", 0.96, 0.2, 0.94)) + _p(("duck", 0.3, 0.1, 0.5), ("swan", 0.62, 0.16, 0.4), ("water lily", 0.8, 0.08, 0.7), alone=True),
    "lakeside": _p(("willow", 0.07, 0.5, 0.5), ("reeds", 0.95, 0.16, 0.6)),
    "sea": _p(("sailing boat", 0.66, 0.3, 0.24), ("seagull", 0.3, 0.08, -0.4), ("dolphin", 0.3, 0.14, 0.5), alone=True),
    "harbour": _p(("lighthouse", 0.9, 0.46, 0.06), ("sailing boat", 0.1, 0.24, 0.1)) + _p(("ship", 0.46, 0.24, 0.3), ("rowing boat", 0.62, 0.1, 0.66), ("seagull", 0.34, 0.08, -0.5), alone=True),
    "meadow": _p(("tree", 0.76, 0.46, 0.3), ("flower", 0.2, 0.12, 0.76), ("flower", 0.28, 0.1, 0.86), ("butterfly", 0.4, 0.06, 0.1), ("sheep", 0.46, 0.14, 0.4), alone=True),
    "space": _p(("rocket", 0.44, 0.3, 0.2), ("satellite", 0.22, 0.09, -0.7), alone=True),
    "moon": _p(("astronaut", 0.58, 0.34, 0.5), ("flag", 0.36, 0.26, 0.42), alone=True),
    "cave": _p(("bat", 0.66, 0.09, -0.5), ("treasure chest", 0.54, 0.2, 0.5), ("torch", 0.3, 0.06, 0.3), alone=True),
    "hall": _p(("king", 0.42, 0.42, 0.5), ("queen", 0.6, 0.4, 0.5), alone=True),
    "theatre": _p(("dancer", 0.5, 0.4, 0.4), alone=True),
    "sky": _p(("plane", 0.44, 0.14, 0.1), ("hot air balloon", 0.74, 0.3, 0.2), ("swallow", 0.26, 0.07, -0.4), alone=True),
}  # fmt: skip


def furnish(stage: Stage, pen: Pen, light: Light) -> None:
    """Draw the props of the place, from back to front."""
    things = stage.scene.things
    if len(things) > CROWDED:
        return
    shown = {thing.motif for thing in things}
    alone = all(MOTIFS[thing.motif].layer is Layer.SKY for thing in things) and not stage.scene.texts
    props = [p for p in PROPS.get(_place(stage), ()) if (alone or not p.alone) and _named(p) not in shown]
    for prop in sorted(props, key=lambda p: p.foot):
        _stand(stage, pen, light, prop)


def _place(stage: Stage) -> str:
    return "snow" if stage.snowy and stage.place == "meadow" else stage.place


def _named(prop: Prop) -> str:
    return ALIASES.get(prop.name, prop.name)


ALIASES = {"reeds": "grass"}


def _stand(stage: Stage, pen: Pen, light: Light, prop: Prop) -> None:
    motif = MOTIFS[_named(prop)]
    k = prop.high * min(stage.width, stage.height) / motif.box[1]
    colour = motif.colours[0]
    if stage.snowy and motif.family == "plant":
        colour = mix(colour, SNOW, 0.5)
    far = max(0.0, 0.3 - prop.foot * 0.6) if not stage.indoors else 0.0
    thing = type(pen)(light.far(colour, far), scale=k, lit=stage.dark)
    motif.draw(thing)
    x = stage.width * (1 - prop.x if stage.mirrored else prop.x)
    y = stage.horizon + prop.foot * (stage.height - stage.horizon)
    wide, high = motif.box[0] * k, motif.box[1] * k
    if motif.tall and stage.place not in CAST and motif.layer is Layer.GROUND and not isinstance(pen, LinePen):
        pen.gloss(f'ellipse cx="{x:.0f}" cy="{y:.0f}" rx="{wide * 0.46:.0f}" ry="{wide * 0.06:.0f}"', "contact")
    pen.place(thing.drawn(), f"translate({x - wide / 2:.0f} {y - high:.0f}) scale({k:.3f})")
