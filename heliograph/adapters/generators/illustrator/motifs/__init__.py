"""Every motif there is, by name."""

from types import ModuleType

from heliograph.adapters.generators.illustrator.motif import Motif
from heliograph.adapters.generators.illustrator.motifs import (
    accessories,
    appliances,
    birds,
    buildings,
    callings,
    clothes,
    devices,
    dishes,
    divers,
    farm,
    figures,
    food,
    fowl,
    furniture,
    games,
    gear,
    greenery,
    growth,
    homeware,
    household,
    insects,
    jungle,
    landforms,
    landmarks,
    legends,
    music,
    oddments,
    outbuildings,
    people,
    pets,
    plants,
    playthings,
    produce,
    rarer_vehicles,
    reptiles,
    savanna,
    seashore,
    signs,
    sky,
    sports,
    streets,
    sweets,
    tableware,
    tools,
    traffic,
    treasures,
    utensils,
    vehicles,
    vessels,
    waders,
    waterlife,
    woods,
)  # fmt: skip
from heliograph.adapters.generators.illustrator.scene import Thing

FILES = (
    people, callings, legends, figures, pets, farm, woods, savanna, jungle, reptiles, waterlife, birds, fowl, waders, seashore, divers, insects, vehicles, traffic, rarer_vehicles, vessels, buildings, landmarks, outbuildings, streets, furniture, homeware, appliances, household, clothes, accessories, tableware,
    tools, gear, treasures, devices, utensils, food, produce, dishes, sweets, plants, growth, greenery, landforms, playthings, music, sports, games, sky, signs, oddments,
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
