"""A motif: one thing that can be drawn, with its words, its true height and the places where others sit on it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TypedDict, Unpack

from .pen import Draw
from .scene import Pose

LIVING = frozenset({"person", "animal", "toy"})
LEAP, HOP = 1.3, 1.12  # of its height, with the air below


class Layer(Enum):
    GROUND = "ground"  # stands on the ground, the floor or the table
    AIR = "air"  # flies unless it is put on something
    WATER = "water"  # floats on or swims in water where there is any
    SKY = "sky"  # hangs in the sky: sun, moon, clouds


@dataclass(frozen=True, slots=True)
class Span:
    """A level stretch of a drawing, from `left` to `right` at height `y`, in the drawing's own units."""

    left: float
    right: float
    y: float


@dataclass(frozen=True, slots=True)
class Round:
    """A head: its middle and half its width, in the drawing's own units."""

    x: float
    y: float
    r: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What is different about a motif in one pose."""

    box: tuple[float, float]
    head: Round | None = None
    hand: tuple[float, float] | None = None
    layer: Layer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Motif:
    name: str
    words: tuple[str, ...]
    metres: float
    box: tuple[float, float]
    colours: tuple[str, ...]
    draw: Draw
    home: str = "meadow"
    layer: Layer = Layer.GROUND
    top: Span | None = None  # what stands on it stands here
    rim: Span | None = None  # what is in it is hidden below this line
    gap: Span | None = None  # what is under it must fit below this line
    hand: tuple[float, float] | None = None
    board: tuple[float, float, float, float] | None = None  # x, y, width, height for lettering
    board_ink: str = "#ffffff"
    faces: bool = True  # may be mirrored
    family: str = ""
    tall: bool = True  # casts a shadow on the ground
    worn: str = ""  # on the `head`, before the `eyes` or round the `neck` of who wears it
    head: Round | None = None  # where hats and glasses go
    parts: tuple[str, ...] = ()  # what can have a colour of its own
    poses: Mapping[Pose, Frame] = field(default_factory=dict, compare=False)

    def posed(self, pose: Pose) -> "Motif":
        """The motif in a pose: as it is drawn for it, or lifted, turned or floated as any thing can be."""
        frame = self.poses.get(pose)
        if frame is None:
            return self._as_any_thing(pose)
        return replace(self, box=frame.box, head=frame.head, hand=frame.hand, layer=frame.layer or self.layer)

    def _as_any_thing(self, pose: Pose) -> "Motif":
        wide, high = self.box
        match pose:
            case Pose.JUMPING:
                return replace(self, box=(wide, high * LEAP))
            case Pose.RUNNING if self.family in LIVING:
                return replace(self, box=(wide, high * HOP))
            case Pose.FLYING:
                return replace(self, layer=Layer.AIR)
            case Pose.SWIMMING:
                return replace(self, layer=Layer.WATER)
            case _:
                return self

    def can(self, pose: Pose) -> bool:
        """Whether a pose makes any difference to the picture."""
        if pose in self.poses or pose in {Pose.PLAIN, Pose.STANDING, Pose.JUMPING, Pose.FLYING, Pose.SWIMMING}:
            return True
        return self.family in LIVING and pose in {Pose.RUNNING, Pose.SLEEPING, Pose.DANCING}

    @property
    def aspect(self) -> float:
        return self.box[0] / self.box[1]

    @property
    def surface(self) -> Span:
        width, _ = self.box
        return self.top or Span(width * 0.2, width * 0.8, 2)


class Traits(TypedDict, total=False):
    home: str
    layer: Layer
    top: Span
    rim: Span
    gap: Span
    hand: tuple[float, float]
    board: tuple[float, float, float, float]
    board_ink: str
    faces: bool
    family: str
    tall: bool
    worn: str
    head: Round
    parts: tuple[str, ...]
    poses: Mapping[Pose, Frame]


def motif(
    words: str, *, metres: float, box: tuple[float, float], colours: str, **traits: Unpack[Traits]
) -> Callable[[Draw], Motif]:
    """Turn a drawing function into a motif; `words` is a comma-separated list, the first is its name."""
    names = tuple(word.strip() for word in words.split(","))

    def made(draw: Draw) -> Motif:
        choices = tuple(colours.split())
        return Motif(name=names[0], words=names, metres=metres, box=box, colours=choices, draw=draw, **traits)

    return made
