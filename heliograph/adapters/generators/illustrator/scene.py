"""What a prompt says, as data: things, how they stand to each other, and where and when it is."""

from dataclasses import dataclass, field, replace
from enum import Enum


class Kind(Enum):
    ON = "on"
    IN = "in"
    UNDER = "under"
    ABOVE = "above"
    BESIDE = "beside"
    NEAR = "near"
    FRONT = "in front of"
    BEHIND = "behind"
    LEANING = "leaning on"
    BETWEEN = "between"
    WITH = "with"
    HAS = "full of"
    HOLDING = "holding"
    WEARING = "wearing"


class Pose(Enum):
    PLAIN = "as it is"
    STANDING = "standing"
    WALKING = "walking"
    RUNNING = "running"
    SITTING = "sitting"
    SEATED = "seated"  # on something, where the shins hang down
    RIDING = "riding"
    LYING = "lying"
    SLEEPING = "sleeping"
    JUMPING = "jumping"
    FLYING = "flying"
    SWIMMING = "swimming"
    DANCING = "dancing"
    WAVING = "waving"


class Look(Enum):
    """What is done to the pixels of a whole picture."""

    CARTOON = "cartoon"
    OIL = "oil painting"
    POSTER = "poster"
    GREY = "black and white"
    SEPIA = "sepia"
    WARM = "warmer"
    COOL = "cooler"
    BRIGHT = "brighter"
    DARK = "darker"
    NIGHT = "darkened as at night"
    VIVID = "more colourful"
    PALE = "paler"
    CONTRAST = "more contrast"
    BLURRED = "blurred"
    SHARP = "sharper"
    INVERTED = "colours inverted"
    MIRRORED = "mirrored"
    UPSIDE_DOWN = "upside down"
    FADED = "old photograph"


class Style(Enum):
    PLAIN = "plain"
    WATERCOLOUR = "watercolour"
    PIXEL = "pixel art"
    LINE = "line art"


@dataclass(frozen=True, slots=True)
class Thing:
    motif: str
    count: int = 1
    colour: str | None = None
    size: float = 1.0
    leaning: bool = False  # against the wall of the backdrop
    hanging: bool = False  # on the wall of the backdrop
    pose: Pose = Pose.PLAIN
    definite: bool = False  # `the cat`, not `a cat`
    parts: tuple[tuple[str, str | None], ...] = ()  # what it has or wears, with the colour that was asked for


@dataclass(frozen=True, slots=True)
class Relation:
    """`subject` and `target` are positions in the list of things."""

    subject: int
    kind: Kind
    target: int


@dataclass(frozen=True, slots=True)
class Setting:
    place: str | None = None
    time: str | None = None
    weather: str | None = None
    snowy: bool = False
    season: str | None = None
    wall: str | None = None  # its colour
    wall_made_of: str | None = None
    ground: str | None = None  # a colour asked for
    sky: str | None = None
    style: Style = Style.PLAIN
    looks: tuple[Look, ...] = ()
    tint: str | None = None  # a colour that belongs to no thing: `make it blue`

    def with_default(self, **values: str) -> "Setting":
        """Fill in what the prompt left open."""
        missing = {name: value for name, value in values.items() if getattr(self, name) is None}
        return replace(self, **missing)  # type: ignore[arg-type]  # only text fields are named


@dataclass(frozen=True, slots=True)
class Scene:
    things: tuple[Thing, ...] = ()
    relations: tuple[Relation, ...] = ()
    setting: Setting = field(default_factory=Setting)
    texts: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        setting = self.setting
        told = (setting.place, setting.time, setting.weather, setting.wall, setting.sky, setting.ground, setting.season)
        return not self.things and not self.texts and not setting.snowy and not any(told)


@dataclass(frozen=True, slots=True)
class Understanding:
    """The scene, the words that made it, the words that did not, and what was changed on the way."""

    scene: Scene
    understood: tuple[str, ...]
    not_understood: tuple[str, ...]
    notes: tuple[str, ...] = ()
    takes_away: bool = False  # something is to be removed

    @property
    def abstract(self) -> bool:
        return self.scene.empty
