"""Every motif there is, by name."""

from ..motif import Motif
from . import (
    birds,
    buildings,
    food,
    furniture,
    household,
    people,
    pets,
    plants,
    playthings,
    sky,
    vehicles,
    vessels,
    wild,
)

FILES = (people, pets, wild, birds, vehicles, vessels, buildings, furniture, household, food, plants, playthings, sky)

MOTIFS: dict[str, Motif] = {
    thing.name: thing for file in FILES for thing in vars(file).values() if isinstance(thing, Motif)
}
