"""One table of every phrase the illustrator knows, and what each means."""

from dataclasses import dataclass
from enum import Enum
from functools import cache

from heliograph.adapters.generators.illustrator.motifs import MOTIFS
from heliograph.adapters.generators.illustrator.palette import MATERIALS, NAMED, SAME, TONES
from heliograph.adapters.generators.illustrator.scene import Kind, Look, Pose, Style

from . import emoji, groups, looks, numbers, parts, poses, relations, settings
from .plurals import plural
from .stand_ins import STAND_INS

LONGEST_PHRASE = 5


class Sort(Enum):
    NOUN = "noun"
    COLOUR = "colour"
    TONE = "tone"
    SIZE = "size"
    NUMBER = "number"
    MULTIPLE = "multiple"
    PLACE = "place"
    TIME = "time"
    WEATHER = "weather"
    SEASON = "season"
    SNOWY = "snowy"
    WALL = "wall"
    STYLE = "style"
    LOOK = "look"
    RELATION = "relation"
    PART = "part"
    POSE = "pose"
    GROUP = "group"
    ACT = "act"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase means; `value` is the motif's name, the number, the place and so on by sort."""

    sort: Sort
    value: str | int | float | Kind | Look | Pose | Style
    many: bool = False
    near: bool = False  # drawn as the nearest thing that there is a drawing of


Lexicon = dict[tuple[str, ...], tuple[Entry, ...]]


@cache
def lexicon() -> Lexicon:
    known: dict[tuple[str, ...], list[Entry]] = {}
    for phrase, entry in _entries():
        meanings = known.setdefault(tuple(phrase.replace("-", " ").split()), [])
        if all(entry.sort is not other.sort for other in meanings):
            meanings.append(entry)
    return {phrase: tuple(entries) for phrase, entries in known.items()}


def nouns() -> dict[str, tuple[str, ...]]:
    """Every motif's name with its synonyms."""
    return {name: motif.words for name, motif in MOTIFS.items()}


def _entries() -> list[tuple[str, Entry]]:
    return [*_noun_entries(), *_adjective_entries(), *_setting_entries(), *_relation_entries(), *_part_entries()]


def _noun_entries() -> list[tuple[str, Entry]]:
    found = [
        (word, Entry(Sort.NOUN, motif.name, near=word in STAND_INS))
        for motif in MOTIFS.values()
        for word in motif.words
    ]
    found += [(plural(word), Entry(Sort.NOUN, entry.value, plural(word) != word, entry.near)) for word, entry in found]
    found += [(sign, Entry(Sort.NOUN, name)) for name, signs in emoji.EMOJI.items() for sign in signs]
    return [*found, ("wall", Entry(Sort.WALL, "wall")), ("walls", Entry(Sort.WALL, "wall"))]


def _adjective_entries() -> list[tuple[str, Entry]]:
    colours = [*NAMED, *MATERIALS, *SAME]
    return [
        *((word, Entry(Sort.COLOUR, word)) for word in colours),
        *((word, Entry(Sort.TONE, word)) for word in TONES),
        *((word, Entry(Sort.SIZE, size)) for word, size in settings.SIZES.items()),
        *((word, Entry(Sort.NUMBER, number)) for word, number in numbers.EXACT.items()),
        *((word, Entry(Sort.MULTIPLE, number)) for word, number in numbers.MULTIPLES.items()),
    ]


def _setting_entries() -> list[tuple[str, Entry]]:
    tables = ((Sort.TIME, settings.TIMES), (Sort.WEATHER, settings.WEATHERS), (Sort.SEASON, settings.SEASONS))
    found = [(word.strip(), Entry(sort, name)) for sort, table in tables for name, words in table.items()
             for word in words.split(",")]  # fmt: skip
    for name, words in settings.PLACES.items():
        for word in words.split(","):
            found += [
                (word.strip(), Entry(Sort.PLACE, name)),
                (plural(word.strip()), Entry(Sort.PLACE, name, many=True)),
            ]
    return [*found, *((word, Entry(Sort.SNOWY, word)) for word in settings.SNOWY)]


def _relation_entries() -> list[tuple[str, Entry]]:
    found = [(word.strip(), Entry(Sort.RELATION, kind)) for kind, words in relations.RELATIONS.items()
             for word in words.split(",")]  # fmt: skip
    for style, words in settings.STYLES.items():
        found += [(word.strip(), Entry(Sort.STYLE, style)) for word in words.split(",")]
    found += [(word.strip(), Entry(Sort.RELATION, Kind.BESIDE, near=True)) for word in groups.SIDE_BY_SIDE.split(",")]
    for look, words in looks.LOOKS.items():
        found += [(word.strip(), Entry(Sort.LOOK, look)) for word in words.split(",")]
    return found


def _part_entries() -> list[tuple[str, Entry]]:
    found = [(word, Entry(Sort.GROUP, word)) for word in groups.GROUPS]
    found += [(word, Entry(Sort.ACT, word)) for word in groups.ACTS]
    found += [
        (word.strip(), Entry(Sort.POSE, pose)) for pose, words in poses.POSES.items() for word in words.split(",")
    ]
    for name, words in (*parts.PARTS.items(), *parts.GARMENTS.items()):
        for word in words.split(","):
            found += [(word.strip(), Entry(Sort.PART, name)), (plural(word.strip()), Entry(Sort.PART, name))]
    return found
