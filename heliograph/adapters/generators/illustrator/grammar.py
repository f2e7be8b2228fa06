"""What words mean beside each other: the longest phrase, which of two meanings, and how two things stand together."""

from dataclasses import replace

from .motif import LIVING, Motif
from .motifs import MOTIFS
from .scene import Kind, Pose, Relation, Thing
from .words.lexicon import LONGEST_PHRASE, Entry, Sort, lexicon

MOST_OF_ONE = 12
MOST_IN_ALL = 30
MOST_THINGS = 14
CARRIED_METRES = 1.5
HAVING_HANDS = frozenset({"person", "toy"})
LARGEST_IN = 4.0  # times as large as what it is in
ADJECTIVES = frozenset({Sort.COLOUR, Sort.TONE, Sort.SIZE, Sort.NUMBER, Sort.SNOWY})
NAMED_THINGS = frozenset({Sort.NOUN, Sort.PLACE, Sort.WALL, Sort.PART})
DESCRIBED = NAMED_THINGS | {Sort.COLOUR, Sort.TONE, Sort.SIZE}


def longest(words: tuple[str, ...], at: int) -> tuple[int, tuple[Entry, ...]]:
    """The longest known phrase that begins here: its length in words, and what it may mean."""
    known = lexicon()
    for length in range(min(LONGEST_PHRASE, len(words) - at), 0, -1):
        entries = known.get(words[at : at + length])
        if entries:
            return length, entries
    return 1, ()


def describes(words: tuple[str, ...], after: int) -> bool:
    """Whether a noun or an adjective follows."""
    _, following = longest(words, after) if after < len(words) else (1, ())
    return any(entry.sort in DESCRIBED for entry in following)


def meant(entries: tuple[Entry, ...], words: tuple[str, ...], after: int, owner: Motif | None) -> Entry:
    """A part when its owner was named; an adjective before a noun or another adjective; else the thing."""
    if owner is not None:
        part = next((entry for entry in entries if entry.sort is Sort.PART and entry.value in owner.parts), None)
        if part:
            return part
    things = tuple(entry for entry in entries if entry.sort is not Sort.PART) or entries
    for entry in things:
        if entry.sort is Sort.GROUP:
            return entry
    if len(things) == 1:
        return things[0]
    wanted = ADJECTIVES if describes(words, after) else frozenset(Sort) - ADJECTIVES
    return next((entry for entry in things if entry.sort in wanted), things[0])


def tied(owner: int, kind: Kind, thing: int, things: list[Thing]) -> Relation:
    """The relation that the words between two things stand for."""
    one, other = MOTIFS[things[owner].motif], MOTIFS[things[thing].motif]
    match kind:
        case Kind.HAS:
            return Relation(thing, Kind.ON if one.top and not one.rim else Kind.IN, owner)
        case Kind.ON if one.worn and other.family in LIVING:
            return Relation(thing, Kind.WEARING, owner)
        case Kind.WITH | Kind.WEARING:
            return _with(owner, thing, one, other)
        case _:
            return Relation(owner, kind, thing)


def holds_things(thing: Thing) -> bool:
    """Whether `of` can tell what is in or on a thing: a basket, a plate."""
    motif = MOTIFS[thing.motif]
    return motif.rim is not None or (motif.top is not None and motif.family == "household")


def goes_along(owner: int, thing: int, things: list[Thing]) -> bool:
    """Whether a thing after an `and` is held or worn like the one before it."""
    return _with(owner, thing, MOTIFS[things[owner].motif], MOTIFS[things[thing].motif]).kind in {
        Kind.HOLDING,
        Kind.WEARING,
    }


def _with(owner: int, thing: int, one: Motif, other: Motif) -> Relation:
    if other.worn and one.family in LIVING:
        return Relation(owner, Kind.WEARING, thing)
    carried = other.metres <= CARRIED_METRES and other.family not in LIVING - {"toy"}
    if one.hand is not None and one.family in HAVING_HANDS and carried:
        return Relation(owner, Kind.HOLDING, thing)
    small = other.metres <= one.metres * LARGEST_IN and other.family not in {"furniture", "building", "vehicle"}
    if small and (one.rim or (one.family == "plant" and one.gap and other.metres < one.metres)):
        return Relation(thing, Kind.IN, owner)
    if one.top and one.family in {"furniture", "household", "food"} and other.metres <= max(one.metres * 2, 0.5):
        return Relation(thing, Kind.ON, owner)
    return Relation(owner, Kind.BESIDE, thing)


def shared_support(relations: list[Relation]) -> list[Relation]:
    """A cup beside a book on a table stands on the table too."""
    found = list(relations)
    for beside in relations:
        for on in relations:
            neighbours = beside.kind in {Kind.BESIDE, Kind.NEAR} and beside.target == on.subject
            if neighbours and on.kind is Kind.ON and Relation(beside.subject, Kind.ON, on.target) not in found:
                found.append(Relation(beside.subject, Kind.ON, on.target))
    return found


def beside_after_all(relations: tuple[Relation, ...], things: list[Thing]) -> list[str]:
    """What can only be drawn beside what it is said to be in."""
    pairs = ((things[r.subject].motif, things[r.target].motif) for r in relations if r.kind is Kind.IN)
    solid = ((one, other) for one, other in pairs if not (MOTIFS[other].rim or MOTIFS[other].gap))
    return [f"in: drawn as side by side, {one} and {other}" for one, other in solid]


def capped(things: list[Thing], notes: list[str]) -> list[Thing]:
    room, kept = MOST_IN_ALL, []
    if len(things) > MOST_THINGS:
        notes.append(f"drew the first {MOST_THINGS} of {len(things)} things")
    for thing in things[:MOST_THINGS]:
        count = max(min(thing.count, MOST_OF_ONE, room), 1)
        if count < thing.count:
            notes.append(f"drew {count} of {thing.count}: {thing.motif}")
        if not MOTIFS[thing.motif].can(thing.pose):
            notes.append(f"not drawn {thing.pose.value}: {thing.motif}")
        room -= count
        kept.append(replace(thing, count=count))
    return kept


def once(words: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))[:200]


def pose_in(words: tuple[str, ...]) -> Pose | None:
    """The pose that the first word of a relation tells: `sitting` in `sitting on`."""
    entries = lexicon().get(words[:1], ()) if words != ("flying", "a") else ()
    return next((entry.value for entry in entries if isinstance(entry.value, Pose)), None)
