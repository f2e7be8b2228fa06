"""The stage: the canvas, its horizon and its light, chosen from the scene and from the variant."""

from dataclasses import dataclass, field, replace
from random import Random

from .motif import LIVING, Layer
from .motifs import MOTIFS, motif_of
from .palette import WOOD
from .scene import Kind, Pose, Relation, Scene, Thing

SHORT_SIDE = 1000.0
SMALL_METRES = 0.62
SMALL_ANIMAL_METRES = 0.4
CARRIED_METRES = 0.4
RIDDEN = frozenset({"animal", "vehicle"})
SEATS = frozenset({"furniture", "nature"})
INDOORS = frozenset(
    {"room", "bedroom", "kitchen", "library", "table", "bathroom", "classroom", "office", "hall", "cave", "theatre"}
)
WATERS = frozenset({"sea", "lake", "harbour"})
FLOATING = frozenset({"space", "underwater", "sky"})
OUTDOOR_WEATHERS = frozenset({"rain", "snow", "storm", "fog", "wind"})
SAME_AS = {"coast": "sea"}

HORIZONS = {"room": 0.7, "bedroom": 0.7, "kitchen": 0.7, "library": 0.7, "bathroom": 0.7, "classroom": 0.7,
            "office": 0.7, "hall": 0.68, "cave": 0.64, "theatre": 0.7, "moon": 0.56, "harbour": 0.5, "wall": 0.72,
            "table": 0.42, "street": 0.66, "city": 0.66, "sea": 0.5, "lake": 0.48, "beach": 0.5}  # fmt: skip
FEET = {"harbour": 0.74, "table": 0.76, "sea": 0.74, "lake": 0.72, "street": 0.84, "wall": 0.85}


@dataclass(frozen=True, slots=True)
class Stage:
    width: float
    height: float
    place: str
    time: str
    weather: str
    variant: int
    random: Random
    scene: Scene
    surface: str = WOOD  # of the table
    defs: list[str] = field(default_factory=list)

    @property
    def unit(self) -> float:
        return min(self.width, self.height) / SHORT_SIDE

    @property
    def mirrored(self) -> bool:
        return self.variant % 2 == 1

    @property
    def zoom(self) -> float:
        return (0.9, 1.0, 0.74, 0.84)[self.variant % 4]

    @property
    def horizon(self) -> float:
        shift = (0, 0.03, -0.06, -0.02)[self.variant % 4]
        return self.height * (HORIZONS.get(self.place, 0.6) + shift)

    @property
    def foot(self) -> float:
        shift = (0, 0.02, -0.03, 0.0)[self.variant % 4]
        at = 0.79 if self.against_wall else FEET.get(self.place, 0.85)
        return self.height * (at + shift)

    @property
    def against_wall(self) -> bool:
        return any(thing.leaning for thing in self.scene.things)

    @property
    def dark(self) -> bool:
        return self.time == "night"

    @property
    def indoors(self) -> bool:
        return self.place in INDOORS

    @property
    def snowy(self) -> bool:
        setting = self.scene.setting
        return setting.snowy or setting.season == "winter" or self.place == "snow" or self.weather == "snow"


def staged(scene: Scene, *, width: int, height: int, variant: int, random: Random) -> Stage:
    """The stage for a scene; a table that only carries small things becomes the ground of a close view."""
    scene, surface = _closer(replace(scene, things=_taking_seats(scene)))
    scale = SHORT_SIDE / min(width, height)
    setting = scene.setting
    return Stage(
        width=width * scale,
        height=height * scale,
        place=_place(scene),
        time=setting.time or _time(scene, variant),
        weather=setting.weather or "",
        variant=variant,
        random=random,
        scene=scene,
        surface=surface or WOOD,
    )


def on_a_picture(scene: Scene, *, width: int, height: int, variant: int, random: Random) -> Stage:
    """The stage for what is drawn onto a picture that is there already: it has no place and no hour of its own."""
    scale = SHORT_SIDE / min(width, height)
    return Stage(
        width=width * scale,
        height=height * scale,
        place="picture",
        time="day",
        weather=scene.setting.weather or "",
        variant=variant,
        random=random,
        scene=replace(scene, things=_taking_seats(scene)),
    )


def _taking_seats(scene: Scene) -> tuple[Thing, ...]:
    """Who is on a horse rides it, and who is on a bench sits, unless the prompt says what else they do."""
    things = list(scene.things)
    for relation in scene.relations:
        subject, under = things[relation.subject], MOTIFS[things[relation.target].motif]
        if relation.kind is not Kind.ON:
            continue
        rides = under.family in RIDDEN and under.top is not None
        pose = Pose.RIDING if rides else Pose.SEATED if under.family in SEATS and under.name != "table" else None
        if subject.pose in {Pose.PLAIN, Pose.SITTING} and pose and pose in MOTIFS[subject.motif].poses:
            things[relation.subject] = replace(subject, pose=pose)
        if Pose.LYING in under.poses and under.family == "toy":
            things[relation.target] = replace(things[relation.target], pose=Pose.LYING)  # a surfboard
    return tuple(things)


def _time(scene: Scene, variant: int) -> str:
    if any(thing.motif == "sun" for thing in scene.things) or scene.setting.weather:
        return "day"
    return ("day", "dawn", "noon", "sunset")[variant % 4]


def _place(scene: Scene) -> str:
    setting = scene.setting
    if setting.place:
        return _dry(SAME_AS.get(setting.place, setting.place), scene)
    if setting.wall:
        return "wall"
    if any(thing.pose is Pose.SWIMMING for thing in scene.things):
        return _dry("lake", scene)
    solid = [MOTIFS[t.motif] for t in scene.things if MOTIFS[t.motif].layer is not Layer.SKY]
    if not solid:
        return _empty_place(scene)
    large = [motif for motif in solid if motif.family not in LIVING and motif.metres > CARRIED_METRES] or solid
    inside = [motif for motif in large if motif.home in INDOORS]
    home = max(large, key=lambda motif: motif.metres).home
    if home == "wall" and inside:
        home = inside[0].home
    home = SAME_AS.get(home, home)
    outside = setting.weather in OUTDOOR_WEATHERS or len(solid) < len(scene.things) or setting.snowy or setting.season
    if home in INDOORS and outside:
        return "street" if setting.weather == "rain" else "meadow"
    return home


def _empty_place(scene: Scene) -> str:
    motifs = [MOTIFS[thing.motif] for thing in scene.things]
    if any(motif.home == "space" for motif in motifs):
        return "space"
    return "meadow"


def _dry(place: str, scene: Scene) -> str:
    """On the open sea only what floats has a place; with anything else it is the beach."""
    if place not in WATERS:
        return place
    floats = {Layer.WATER, Layer.AIR, Layer.SKY}
    standing = _standing(scene)
    dry = [
        t
        for t in standing
        if motif_of(t).layer not in floats and MOTIFS[t.motif].home != "coast" and t.motif != "bridge"
    ]
    return place if not dry else "lakeside" if place == "lake" else "beach"


def _standing(scene: Scene) -> list[Thing]:
    carried = {r.subject for r in scene.relations if r.kind in {Kind.ON, Kind.IN}}
    carried |= {r.target for r in scene.relations if r.kind in {Kind.HOLDING, Kind.WEARING}}
    return [thing for at, thing in enumerate(scene.things) if at not in carried]


def _closer(scene: Scene) -> tuple[Scene, str | None]:
    tables = [at for at, thing in enumerate(scene.things) if thing.motif == "table" and thing.count == 1]
    others = [t for t in scene.things if t.motif != "table" and MOTIFS[t.motif].layer is not Layer.SKY]
    beneath = any(r.kind is Kind.UNDER and r.target in tables for r in scene.relations)
    small = others and all(MOTIFS[t.motif].metres * t.size <= SMALL_METRES and _lies_about(t.motif) for t in others)
    if len(tables) != 1 or not small or beneath:
        return scene, None
    (table,) = tables
    things = tuple(t for at, t in enumerate(scene.things) if at != table)
    kept = tuple(_without(r, table) for r in scene.relations if table not in {r.subject, r.target})
    setting = replace(scene.setting, place="table")
    return replace(scene, things=things, relations=kept, setting=setting), scene.things[table].colour


def _lies_about(name: str) -> bool:
    return MOTIFS[name].family != "animal" or MOTIFS[name].metres < SMALL_ANIMAL_METRES


def _without(relation: Relation, gone: int) -> Relation:
    return Relation(
        relation.subject - (relation.subject > gone), relation.kind, relation.target - (relation.target > gone)
    )
