"""What a prompt asks to be done with a picture that was given."""

from dataclasses import dataclass, replace

from heliograph.adapters.generators.illustrator.motif import Layer
from heliograph.adapters.generators.illustrator.motifs import MOTIFS
from heliograph.adapters.generators.illustrator.scene import Look, Relation, Scene, Setting, Style, Thing, Understanding

MOODS = {
    "night": (Look.NIGHT,),
    "sunset": (Look.WARM,),
    "dawn": (Look.WARM,),
    "autumn": (Look.WARM,),
    "winter": (Look.COOL,),
}
FALLING = frozenset({"rain", "snow", "storm"})


@dataclass(frozen=True, slots=True)
class Order:
    """`added` is what is to be drawn; `referred` is spoken of as being in the picture already."""

    added: Scene
    looks: tuple[Look, ...]
    style: Style
    tint: str | None
    backdrop: bool  # a place is asked for, so a region is filled with a scene
    weather: str | None
    referred: tuple[str, ...]
    place: str | None

    @property
    def empty(self) -> bool:
        return not (
            self.added.things or self.added.texts or self.looks or self.tint or self.weather
            or self.style is not Style.PLAIN or self.backdrop
        )  # fmt: skip


def order_of(understanding: Understanding, *, masked: bool) -> Order:
    """With a mask, a thing that is spoken of is to be drawn there, unless its colour is all that is asked for."""
    scene, setting = understanding.scene, understanding.scene.setting
    new = [at for at, thing in enumerate(scene.things) if not thing.definite or MOTIFS[thing.motif].layer is Layer.SKY]
    spoken_of = [thing for thing in scene.things if thing.definite and MOTIFS[thing.motif].layer is not Layer.SKY]
    tint = setting.tint
    if masked and not new and spoken_of:
        tint = tint or spoken_of[0].colour
        if not tint and not understanding.takes_away:
            new, spoken_of = list(range(len(scene.things))), []
    looks = list(setting.looks)
    told = " ".join(understanding.understood)
    for mood in (setting.time, setting.season):
        # A moon alone makes it night where all is drawn, and changes nothing about what is there already.
        looks += MOODS.get(mood or "", ()) if mood != "night" or "night" in told else ()
    backdrop = masked and bool(setting.place)
    return Order(
        added=_only(scene, new),
        looks=tuple(looks) if not backdrop else setting.looks,
        style=setting.style,
        tint=tint,
        backdrop=backdrop,
        weather=setting.weather if setting.weather in FALLING and not backdrop else None,
        referred=tuple(dict.fromkeys(thing.motif for thing in spoken_of)),
        place=setting.place,
    )


def _only(scene: Scene, kept: list[int]) -> Scene:
    """The scene with only these things; what stands on something in the picture stands for itself."""
    places = {at: i for i, at in enumerate(kept)}
    things: tuple[Thing, ...] = tuple(scene.things[at] for at in kept)
    relations = tuple(
        Relation(places[r.subject], r.kind, places[r.target])
        for r in scene.relations
        if r.subject in places and r.target in places
    )
    setting: Setting = scene.setting
    return replace(scene, things=things, relations=relations, setting=setting)
