"""Reads a prompt: the longest known phrase first; adjectives wait for their noun, relations link nouns."""

from dataclasses import dataclass, field, replace

from .motifs import MOTIFS
from .palette import MATERIALS, SAME, named
from .scene import Kind, Relation, Scene, Setting, Style, Thing, Understanding
from .words.lexicon import LONGEST_PHRASE, Entry, Sort, lexicon
from .words.settings import STOP_WORDS
from .words.tokens import PAUSES, Cut, cut

MOST_OF_ONE = 12
MOST_IN_ALL = 30
MOST_THINGS = 14
PLURAL_WITHOUT_NUMBER = 3
ADJECTIVES = frozenset({Sort.COLOUR, Sort.TONE, Sort.SIZE, Sort.NUMBER, Sort.SNOWY})
NAMED_THINGS = frozenset({Sort.NOUN, Sort.PLACE, Sort.WALL, Sort.CLOTHES})
CARRIED_METRES = 1.5
FIRST_SYMBOL = 0x2000  # emoji and other signs that mean something
LIVING = frozenset({"person", "animal", "toy"})
PARTS_OF_BUILDINGS = frozenset({"door", "window", "clock", "sign", "poster"})
NIGHTLY = frozenset({"full moon", "crescent moon", "star", "comet"})


def explain(prompt: str) -> Understanding:
    """What the illustrator makes of a prompt; it never fails, whatever the prompt is made of."""
    pieces = cut(prompt)
    reader = Reader(pieces)
    reader.read()
    return reader.understanding()


@dataclass(slots=True)
class Waiting:
    """Adjectives and counts that wait for their noun."""

    colour: str | None = None
    made_of: str | None = None
    tone: str | None = None
    size: float = 1.0
    count: int | None = None

    def shade(self) -> str | None:
        return named(self.colour, self.tone) if self.colour else None


@dataclass(slots=True)
class Reader:
    pieces: Cut
    things: list[Thing] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    setting: Setting = field(default_factory=Setting)
    waiting: Waiting = field(default_factory=Waiting)
    group: list[int] = field(default_factory=list)  # the nouns that the next relation is about
    joined: bool = False  # an `and` or a comma came since the last noun
    link: Kind | None = None
    between: bool = False
    understood: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def read(self) -> None:
        words, at = self.pieces.words, 0
        while at < len(words):
            at += self._step(words, at)
        self._colour_left_over()
        if self.pieces.shortened:
            self.notes.append("only the first 4000 characters were read")

    def understanding(self) -> Understanding:
        things = _capped(self.things, self.notes)
        relations = tuple(
            r for r in _shared_support(self.relations) if r.target < len(things) and r.subject < len(things)
        )
        scene = Scene(tuple(things), relations, self.setting, self.pieces.texts)
        quoted = [f'"{text}"' for text in self.pieces.texts]
        return Understanding(scene, _once(self.understood + quoted), _once(self.unknown), tuple(self.notes))

    def _step(self, words: tuple[str, ...], at: int) -> int:
        """Take one phrase, word or mark; gives how many words were taken."""
        length, entries = _longest(words, at)
        if not entries:
            self._loose(words[at])
            return 1
        entry = _meant(entries, words, at + length)
        if entry.sort is not Sort.RELATION or words[at] not in STOP_WORDS:
            self.understood.append(" ".join(words[at : at + length]))
        self._take(entry)
        return length

    def _loose(self, word: str) -> None:
        if word in PAUSES or word == "and":
            self._colour_left_over()
            self.joined = True
            if word in ".;!?":
                self.link, self.group = None, []
        elif word.isdecimal():
            self.waiting.count = int(word[:9])
        elif word in {"a", "an", "the", "another"}:
            self.waiting = Waiting()
        elif word not in STOP_WORDS and any(c.isalnum() or ord(c) > FIRST_SYMBOL for c in word):
            self.unknown.append(word)

    def _take(self, entry: Entry) -> None:
        match entry.sort, entry.value:
            case Sort.NOUN, str(name):
                self._noun(name, many=entry.many)
            case Sort.RELATION, Kind() as kind:
                self._relation(kind)
            case Sort.WALL, _:
                self._wall()
            case Sort.PLACE, str(name):
                self._place(name)
            case Sort.CLOTHES, _:
                self._clothes()
            case Sort.STYLE, Style() as style:
                self.setting = replace(self.setting, style=style)
            case _:
                self._adjective(entry)

    def _adjective(self, entry: Entry) -> None:
        match entry.sort, entry.value:
            case Sort.COLOUR, str(word):
                self.waiting.colour = word
                self.waiting.made_of = word if SAME.get(word, word) in MATERIALS else None
            case Sort.TONE, str(word):
                self.waiting.tone = word
            case Sort.SIZE, float(size) | int(size):
                self.waiting.size = size
            case Sort.NUMBER, int(number):
                self.waiting.count = number
            case Sort.MULTIPLE, int(number):
                self.waiting.count = number * (self.waiting.count or 1)
            case Sort.SNOWY, _:
                self.setting = replace(self.setting, snowy=True)
            case (Sort.TIME | Sort.WEATHER | Sort.SEASON) as sort, str(name):
                self.setting = self.setting.with_default(**{sort.value: name})

    def _noun(self, name: str, *, many: bool) -> None:
        waiting, self.waiting = self.waiting, Waiting()
        if self._only_a_part(name):
            return
        count = waiting.count if waiting.count is not None else PLURAL_WITHOUT_NUMBER if many else 1
        self.things.append(Thing(name, max(count, 1), waiting.shade(), waiting.size))
        here = len(self.things) - 1
        if name in NIGHTLY:
            self.setting = self.setting.with_default(time="night")
        if self.link is None:
            self.group = [*self.group, here] if self.joined else [here]
        else:
            self._linked(here)
        self.joined = False

    def _linked(self, here: int) -> None:
        kind = _with(self.things[self.group[-1]], self.things[here]) if self.link is Kind.WITH else self.link
        assert kind is not None  # noqa: S101  # only called while a relation is open
        self.relations += [Relation(subject, kind, here) for subject in self.group]
        if kind is Kind.BETWEEN and not self.between:
            self.between, self.joined = True, False
            return
        # Who holds something stays the one that the next relation is about.
        self.between, self.link = False, None
        self.group = self.group if kind is Kind.HOLDING else [here]

    def _only_a_part(self, name: str) -> bool:
        """A sign or a door that a building comes with is drawn on the building already."""
        if self.link is not Kind.WITH or not self.group or name not in PARTS_OF_BUILDINGS:
            return False
        owner = MOTIFS[self.things[self.group[-1]].motif]
        self.link = None if owner.family == "building" or owner.board else self.link
        return self.link is None

    def _relation(self, kind: Kind) -> None:
        self._colour_left_over()
        self.waiting, self.joined = Waiting(), False
        if self.group or self.things:
            self.group = self.group or [len(self.things) - 1]
            self.link = kind

    def _wall(self) -> None:
        made_of, colour, self.waiting = self.waiting.made_of, self.waiting.shade(), Waiting()
        self.setting = self.setting.with_default(wall=colour or "#efe6d6", wall_made_of=made_of or "plaster")
        for at in self.group if self.link else ():
            leaning, hanging = self.link is Kind.LEANING, self.link is Kind.ON
            self.things[at] = replace(self.things[at], leaning=leaning, hanging=hanging)
        self.link = None

    def _place(self, name: str) -> None:
        colour, self.waiting = self.waiting.shade(), Waiting()
        self.setting = self.setting.with_default(place=name)
        if colour:
            self.setting = self.setting.with_default(**{"sky" if name == "sky" else "ground": colour})
        if self.link is not Kind.BETWEEN:
            self.link = None
        if not self.things:
            self.joined = True

    def _clothes(self) -> None:
        colour, self.waiting = self.waiting.shade(), Waiting()
        if self.things and colour:
            self.things[-1] = replace(self.things[-1], colour=colour)
        self.link = None

    def _colour_left_over(self) -> None:
        """`A car that is red`: a colour whose noun came before it."""
        if self.waiting.colour and self.things and self.things[-1].colour is None:
            self.things[-1] = replace(self.things[-1], colour=self.waiting.shade())
        self.waiting = Waiting()


def _longest(words: tuple[str, ...], at: int) -> tuple[int, tuple[Entry, ...]]:
    known = lexicon()
    for length in range(min(LONGEST_PHRASE, len(words) - at), 0, -1):
        entries = known.get(words[at : at + length])
        if entries:
            return length, entries
    return 1, ()


def _meant(entries: tuple[Entry, ...], words: tuple[str, ...], after: int) -> Entry:
    """A word with two meanings is an adjective when it stands before a noun or another adjective."""
    if len(entries) == 1:
        return entries[0]
    _, following = _longest(words, after) if after < len(words) else (1, ())
    describes = any(entry.sort in NAMED_THINGS | {Sort.COLOUR, Sort.TONE, Sort.SIZE} for entry in following)
    wanted = ADJECTIVES if describes else frozenset(Sort) - ADJECTIVES
    return next((entry for entry in entries if entry.sort in wanted), entries[0])


def _with(owner: Thing, thing: Thing) -> Kind:
    person = MOTIFS[owner.motif].hand is not None
    carried = MOTIFS[thing.motif].metres <= CARRIED_METRES and MOTIFS[thing.motif].family not in LIVING - {"toy"}
    return Kind.HOLDING if person and carried else Kind.BESIDE


def _shared_support(relations: list[Relation]) -> list[Relation]:
    """A cup beside a book on a table stands on the table too."""
    found = list(relations)
    for beside in relations:
        for on in relations:
            neighbours = beside.kind in {Kind.BESIDE, Kind.NEAR} and beside.target == on.subject
            if neighbours and on.kind is Kind.ON and Relation(beside.subject, Kind.ON, on.target) not in found:
                found.append(Relation(beside.subject, Kind.ON, on.target))
    return found


def _capped(things: list[Thing], notes: list[str]) -> list[Thing]:
    room, kept = MOST_IN_ALL, []
    if len(things) > MOST_THINGS:
        notes.append(f"drew the first {MOST_THINGS} of {len(things)} things")
    for thing in things[:MOST_THINGS]:
        count = max(min(thing.count, MOST_OF_ONE, room), 1)
        if count < thing.count:
            notes.append(f"drew {count} of {thing.count}: {thing.motif}")
        room -= count
        kept.append(replace(thing, count=count))
    return kept


def _once(words: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))[:200]
