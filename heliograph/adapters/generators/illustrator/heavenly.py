"""Where sun, moon, stars and clouds hang."""

from .cluster import Sprite
from .motif import Layer
from .motifs import MOTIFS
from .stage import Stage

SKY_SPOTS = ((0.8, 0.17), (0.2, 0.15), (0.5, 0.1), (0.64, 0.26), (0.36, 0.24), (0.9, 0.32), (0.1, 0.3), (0.28, 0.08),
             (0.72, 0.07), (0.55, 0.3), (0.05, 0.12), (0.95, 0.1))  # fmt: skip


def in_the_sky(stage: Stage) -> tuple[Sprite, ...]:
    found: list[Sprite] = []
    spots = iter((SKY_SPOTS * 4)[stage.place == "space" :])
    for at, thing in enumerate(stage.scene.things):
        motif = MOTIFS[thing.motif]
        if motif.layer is not Layer.SKY:
            continue
        for grain in range(thing.count):
            x, y = next(spots)
            high = stage.height * sky_share(motif.name) * thing.size
            across = 1 - x if stage.mirrored else x
            if motif.name == "rainbow":
                across, y, high = 0.5, stage.horizon / stage.height - 0.22, min(stage.height * 0.5, stage.width * 0.42)
            colour = thing.colour or motif.colours[grain % len(motif.colours)]
            middle, foot, k = across * stage.width, y * stage.height + high / 2, high / motif.box[1]
            asked = thing.colour is not None
            found.append(Sprite(motif, at, middle, foot, k, colour, grain, asked=asked, grounded=False))
    return tuple(found)


def sky_share(name: str) -> float:
    return {"star": 0.055, "cloud": 0.12, "lightning": 0.3, "comet": 0.14, "planet": 0.2, "earth": 0.24}.get(name, 0.17)
