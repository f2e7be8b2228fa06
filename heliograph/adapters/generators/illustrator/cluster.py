"""Clusters: drawings that stand together, in display metres, their common ground at y = 0, up being negative."""

from dataclasses import dataclass, replace
from random import Random

from .motif import Motif
from .motifs import MOTIFS, motif_of
from .scene import Pose, Thing

FLATTENED = 0.49  # true heights are flattened so that a cat can be seen beside a house
IN_ONE_ROW = 4


@dataclass(frozen=True, slots=True)
class Sprite:
    """One drawing: where the middle of its foot is, how large one of its units is, and how it is turned."""

    motif: Motif
    thing: int
    x: float
    y: float
    k: float
    colour: str
    grain: int = 0
    asked: bool = False  # the colour was asked for
    flip: bool = False
    turn: float = 0.0
    shear: float = 0.0
    grounded: bool = True
    pose: Pose = Pose.PLAIN
    parts: tuple[tuple[str, str | None], ...] = ()
    front: bool = False  # only what is before its contents

    @property
    def width(self) -> float:
        return self.motif.box[0] * self.k

    @property
    def height(self) -> float:
        return self.motif.box[1] * self.k

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the drawing lies in the cluster."""
        wide, high = self.motif.box
        return self.x + (x - wide / 2) * self.k * (-1 if self.flip else 1), self.y + (y - high) * self.k


@dataclass(frozen=True, slots=True)
class Cluster:
    sprites: tuple[Sprite, ...]  # in the order of drawing

    @property
    def left(self) -> float:
        return min(s.x - s.width / 2 for s in self.sprites)

    @property
    def right(self) -> float:
        return max(s.x + s.width / 2 for s in self.sprites)

    @property
    def top(self) -> float:
        return min(s.y - s.height for s in self.sprites)

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return -self.top

    def find(self, thing: int) -> Sprite:
        return next(s for s in self.sprites if s.thing == thing)

    def moved(self, dx: float, dy: float) -> "Cluster":
        return Cluster(tuple(replace(s, x=s.x + dx, y=s.y + dy) for s in self.sprites))

    def scaled(self, by: float) -> "Cluster":
        return Cluster(tuple(replace(s, x=s.x * by, y=s.y * by, k=s.k * by) for s in self.sprites))

    def lifted(self) -> "Cluster":
        return Cluster(tuple(replace(s, grounded=False) for s in self.sprites))

    def mirrored(self) -> "Cluster":
        return Cluster(
            tuple(
                replace(
                    s, x=-s.x, turn=-s.turn, shear=-s.shear, flip=s.flip ^ s.motif.faces if s.motif.faces else s.flip
                )
                for s in self.sprites
            )
        )

    def centred(self) -> "Cluster":
        return self.moved(-(self.left + self.right) / 2, 0)


def display_metres(motif: Motif, size: float) -> float:
    return float(motif.metres**FLATTENED) * size


def copies(thing: Thing, index: int, random: Random, variant: int) -> Cluster:
    """A thing as often as it was asked for, in one row or in several."""
    plain, motif = MOTIFS[thing.motif], motif_of(thing)
    k = display_metres(plain, thing.size) / plain.box[1]
    first = random.randrange(len(motif.colours)) if variant else 0
    sprites = []
    for i, (x, y) in enumerate(_spots(thing.count, motif.box[0] * k, motif.box[1] * k, random)):
        grain = first + i
        size = k * (random.uniform(0.92, 1.06) if thing.count > 1 else 1) * (1 + y * 0.12 / (k * motif.box[1]))
        flip = thing.count > 1 and motif.faces and random.random() < 0.35  # noqa: PLR2004
        sprites.append(replace(_one(thing, motif, index, grain), x=x, y=y, k=size, flip=flip))
    return Cluster(tuple(sorted(sprites, key=lambda s: s.y))).centred()


def _one(thing: Thing, motif: Motif, index: int, grain: int) -> Sprite:
    colour = thing.colour or motif.colours[grain % len(motif.colours)]
    asked, turn = thing.colour is not None, _lean(motif, thing.pose)
    return Sprite(motif, index, 0, 0, 1, colour, grain, asked=asked, turn=turn, pose=thing.pose, parts=thing.parts)


def _lean(motif: Motif, pose: Pose) -> float:
    """What has no drawing for a pose of haste or joy is turned a little."""
    if pose in motif.poses or not motif.can(pose):
        return 0.0
    return {Pose.RUNNING: -7.0, Pose.JUMPING: -9.0, Pose.DANCING: 9.0}.get(pose, 0.0)


def in_pose(sprite: Sprite, pose: Pose) -> Sprite:
    """The sprite in another pose, if it has a drawing for it."""
    plain = MOTIFS[sprite.motif.name]
    return replace(sprite, motif=plain.posed(pose), pose=pose) if pose in plain.poses else sprite


def _spots(count: int, wide: float, high: float, random: Random) -> list[tuple[float, float]]:
    if count <= IN_ONE_ROW:
        return [(i * wide * 1.12, 0.0) for i in range(count)]
    rows = 2 if count <= 2 * IN_ONE_ROW else 3
    across = -(-count // rows)
    deep = min(high * 0.42, wide * 0.9)
    spots = []
    for i in range(count):
        row, column = divmod(i, across)
        shift = (row % 2) * 0.55 + random.uniform(-0.08, 0.08)
        spots.append(((column + shift) * wide * 1.15, -row * deep))
    return spots


def joined(*clusters: Cluster) -> Cluster:
    return Cluster(tuple(s for cluster in clusters for s in cluster.sprites))


def in_a_row(clusters: list[Cluster], gap: float) -> Cluster:
    """Side by side without overlap, the gap in shares of the mean width."""
    space = gap * sum(c.width for c in clusters) / len(clusters)
    x, placed = 0.0, []
    for cluster in clusters:
        placed.append(cluster.moved(x - cluster.left, 0))
        x += cluster.width + space
    return joined(*placed).centred()
