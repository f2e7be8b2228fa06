"""Every motif there is, by name."""

from heliograph.adapters.generators.illustrator.motif import Motif
from heliograph.adapters.generators.illustrator.motifs import (
    birds,
    buildings,
    figures,
    food,
    furniture,
    household,
    people,
    pets,
    plants,
    playthings,
    sky,
    streets,
    tableware,
    tools,
    vehicles,
    vessels,
    waterlife,
    wild,
)  # fmt: skip

FILES = (
    people, figures, pets, wild, waterlife, birds, vehicles, vessels, buildings, streets, furniture, household, tableware,
    tools, food, plants, playthings, sky,
)  # fmt: skip

MOTIFS: dict[str, Motif] = {
    thing.name: thing for file in FILES for thing in vars(file).values() if isinstance(thing, Motif)
}
