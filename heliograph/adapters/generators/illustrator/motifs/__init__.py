"""Every motif there is, by name."""

from types import ModuleType

from heliograph.adapters.generators.illustrator.motif import Motif
from heliograph.adapters.generators.illustrator.motifs import (
    birds,
    buildings,
    callings,
    clothes,
    dishes,
    farm,
    figures,
    food,
    fowl,
    furniture,
    gear,
    growth,
    homeware,
    household,
    insects,
    jungle,
    landmarks,
    legends,
    music,
    people,
    pets,
    plants,
    playthings,
    produce,
    reptiles,
    savanna,
    seashore,
    signs,
    sky,
    sports,
    streets,
    tableware,
    tools,
    traffic,
    vehicles,
    vessels,
    waterlife,
    woods,
)  # fmt: skip
from heliograph.adapters.generators.illustrator.scene import Thing

FILES = (
    people, callings, legends, figures, pets, farm, woods, savanna, jungle, reptiles, waterlife, birds, fowl, seashore, insects, vehicles, traffic, vessels, buildings, landmarks, streets, furniture, homeware, household, clothes, tableware,
    tools, gear, food, produce, dishes, plants, growth, playthings, music, sports, sky, signs,
)  # fmt: skip


def motifs_of(file: ModuleType) -> list[Motif]:
    """The motifs of one file in its order; a name with an underscore is a piece of another drawing."""
    found: list[Motif] = []
    for name, thing in vars(file).items():
        several = thing if isinstance(thing, tuple) else (thing,)
        found += [one for one in several if isinstance(one, Motif) and not name.startswith("_")]
    return found


MOTIFS: dict[str, Motif] = {motif.name: motif for file in FILES for motif in motifs_of(file)}


def motif_of(thing: Thing) -> Motif:
    """The motif of a thing in its pose."""
    return MOTIFS[thing.motif].posed(thing.pose)
