"""Reads a prompt: the longest known phrase first; adjectives wait for their noun, relations link nouns."""

from dataclasses import dataclass, field, replace

from .grammar import ADJECTIVES, capped, describes, longest, meant, once, pose_in, shared_support, tied
from .motif import Motif
from .motifs import MOTIFS
from .palette import MATERIALS, SAME
from .scene import Kind, Look, Pose, Relation, Scene, Setting, Style, Thing, Understanding
from .waiting import Waiting
from .words.lexicon import Entry, Sort
from .words.parts import GARMENTS
from .words.settings import STOP_WORDS
from .words.tokens import PAUSES, Cut, cut

PLURAL_WITHOUT_NUMBER = 3
FIRST_SYMBOL = 0x2000  # emoji and other signs that mean something
OWNING = frozenset({Kind.WITH, Kind.WEARING, Kind.IN})  # `in a red hat`
INDEFINITE = frozenset({"a", "an", "another", "some"})
DETERMINERS = INDEFINITE | {"the", "this", "that", "these", "those", "my", "his", "her", "its", "their", "our", "your"}
PICTURE = "picture"
LEFT_OUT = frozenset({"without", "no"})
TAKEN_AWAY = LEFT_OUT | {"remove", "erase", "delete", "replace", "swap"}  # of a given picture
NIGHTLY = frozenset({"full moon", "crescent moon", "star", "comet"})


def explain(prompt: str) -> Understanding:
    """What the illustrator makes of a prompt; it never fails, whatever the prompt is made of."""
    pieces = cut(prompt)
    reader = Reader(pieces)
    reader.read()
    return reader.understanding()


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
    of: bool = False  # the word before was `of`
    part: tuple[str, str | None, str] | None = None  # a part whose owner comes after it, with its own word
    holder: int | None = None  # `a bowl of oranges and bananas`
    last_part: str = ""  # `the roof is red`
    understood: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)  # `without a car`
    takes_away: bool = False
    notes: list[str] = field(default_factory=list)

    def read(self) -> None:
        words, at = self.pieces.words, 0
        while at < len(words):
            at += self._step(words, at)
        self._colour_left_over()
        if self.pieces.shortened:
            self.notes.append("only the first 4000 characters were read")

    def understanding(self) -> Understanding:
        if self.part:
            self.unknown.append(self.part[2])
            self.understood = [word for word in self.understood if word != self.part[2]]
        self.notes += [f"left out: {name}" for name in self.left_out]
        things = capped(self.things, self.notes)
        relations = tuple(
            r for r in shared_support(self.relations) if r.target < len(things) and r.subject < len(things)
        )
        scene = Scene(tuple(things), relations, self.setting, self.pieces.texts)
        quoted = [f'"{text}"' for text in self.pieces.texts]
        understood, unknown = once(self.understood + quoted), once(self.unknown)
        return Understanding(scene, understood, unknown, tuple(self.notes), takes_away=self.takes_away)

    def _step(self, words: tuple[str, ...], at: int) -> int:
        """Take one phrase, word or mark; gives how many words were taken."""
        length, entries = longest(words, at)
        if not entries:
            self._loose(words[at])
            return 1
        if entries[0].sort is Sort.LOOK and words[at] == "black" and describes(words, at + length):
            length, entries = longest(words[: at + 1], at)  # `a black and white cow` is no photograph
        after, phrase = at + length, words[at : at + length]
        entry = meant(entries, words, after, self._owner())
        if self._unmeant(entry, words, after):
            return length
        if entry.sort is not Sort.RELATION or words[at] not in STOP_WORDS:
            self.understood.append(" ".join(phrase))
        if entry.near:
            self.notes.append(f"{' '.join(phrase)}: drawn as its nearest, {entry.value}")
        if entry.sort is Sort.POSE:
            self._pose(entry, waits=describes(words, after))
        elif entry.sort is Sort.PART:
            self._part(str(entry.value), " ".join(phrase))
        else:
            pose = pose_in(phrase) if entry.sort is Sort.RELATION else None
            if pose:
                self._posed(pose)
            self._take(entry)
        self.of = self.of and entry.sort in ADJECTIVES
        return length

    def _unmeant(self, entry: Entry, words: tuple[str, ...], after: int) -> bool:
        """`A painting of a cat` is a cat, and `a vintage car` no old photograph."""
        if entry.value == PICTURE:
            return not self.things and words[after : after + 1] == ("of",)
        return entry.sort is Sort.LOOK and describes(words, after)

    def _owner(self) -> Motif | None:
        """Whose part the next word may be."""
        if not self.things:
            return None
        return MOTIFS[self.things[self.group[-1] if self.group else -1].motif]

    def _loose(self, word: str) -> None:
        self.of = word == "of" or (self.of and word in {"a", "an", "the"})
        if word in PAUSES or word == "and":
            self._colour_left_over()
            self.joined = True
            if word in ".;!?":
                self.link, self.group = None, []
        elif word.isdecimal():
            self.waiting.count = int(word[:9])
        elif word in DETERMINERS:
            self.waiting = Waiting(definite=word not in INDEFINITE, absent=self.waiting.absent)
        elif word in TAKEN_AWAY:
            self.waiting = Waiting(definite=True, absent=word in LEFT_OUT)
            self.takes_away = True
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
            case Sort.LOOK, Look() as look:
                self.setting = replace(self.setting, looks=(*self.setting.looks, look))
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
        if self._worn_or_part(name):
            return
        waiting, self.waiting, self.last_part = self.waiting, Waiting(), ""
        if waiting.absent:
            self.left_out.append(name)
            return
        count = waiting.count if waiting.count is not None else PLURAL_WITHOUT_NUMBER if many else 1
        parts = self._parts_named_before(name)
        thing = Thing(name, max(count, 1), waiting.shade(), waiting.size, pose=waiting.pose, parts=parts)
        self.things.append(replace(thing, definite=waiting.definite))
        here = len(self.things) - 1
        if name in NIGHTLY:
            self.setting = self.setting.with_default(time="night")
        if self.of and self.link is None and here and not self.joined and MOTIFS[self.things[-2].motif].rim:
            self.link, self.group, self.holder = Kind.HAS, [here - 1], here - 1  # `a basket of apples`
        elif self.joined and self.holder is not None and self.link is None:
            self.link, self.group = Kind.HAS, [self.holder]
        if self.link is None:
            self.group = [*self.group, here] if self.joined else [here]
        else:
            self._linked(here)
        self.joined = False

    def _parts_named_before(self, name: str) -> tuple[tuple[str, str | None], ...]:
        """`The red door of a house`: the door is no thing of its own."""
        parts = MOTIFS[name].parts
        if self.part and self.part[0] in parts:
            (part, colour, _), self.part = self.part, None
            self.last_part = "" if colour else part
            return ((part, colour),)
        if self.of and self.things and self.things[-1].motif in parts and not self.relations:
            before = self.things.pop()
            self.group = [at for at in self.group if at < len(self.things)]
            return ((before.motif, before.colour),)
        return ()

    def _worn_or_part(self, name: str) -> bool:
        """A hat on a person and a door in a house are drawn as part of them."""
        owner = self._owner()
        if owner is None or name not in owner.parts or self.link not in OWNING:
            return False
        self._part(name, name)
        return True

    def _part(self, name: str, phrase: str) -> None:
        colour, self.waiting = self.waiting.shade(), Waiting()
        owner = self._owner()
        if owner is None or name not in owner.parts:
            self.part = (name, colour, phrase)
            return
        for at in self.group or [len(self.things) - 1]:
            thing = self.things[at]
            parts = (*(part for part in thing.parts if part[0] != name), (name, colour))
            whole = colour if name in GARMENTS and thing.colour is None else thing.colour
            self.things[at] = replace(thing, parts=parts, colour=whole)
        self.last_part = name
        if self.link is not Kind.WITH and self.link is not Kind.WEARING:
            self.link = None

    def _pose(self, entry: Entry, *, waits: bool) -> None:
        assert isinstance(entry.value, Pose)  # noqa: S101  # the lexicon pairs them
        if waits and (self.joined or not self.things or self.link):
            self.waiting.pose = entry.value
        else:
            self._posed(entry.value)

    def _posed(self, pose: Pose) -> None:
        if not self.things:
            self.waiting.pose = pose
        for at in self.group or range(len(self.things))[-1:]:
            self.things[at] = replace(self.things[at], pose=pose)

    def _linked(self, here: int) -> None:
        assert self.link is not None  # noqa: S101  # only called while a relation is open
        found = [tied(subject, self.link, here, self.things) for subject in self.group]
        self.relations += found
        if self.link is Kind.BETWEEN and not self.between:
            self.between, self.joined = True, False
            return
        # Who holds something stays the one that the next relation is about.
        self.between = False
        stays = found[0].kind in {Kind.HOLDING, Kind.WEARING} or found[0].target != here
        self.link = None
        self.group = self.group if stays else [here]

    def _relation(self, kind: Kind) -> None:
        self._colour_left_over()
        self.waiting, self.joined, self.holder = Waiting(), False, None
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

    def _colour_left_over(self) -> None:
        """`A car that is red`: a colour whose noun came before it."""
        if self.waiting.colour and self.things:
            last, shade = self.things[-1], self.waiting.shade()
            if self.last_part:
                parts = tuple((n, c or shade) if n == self.last_part else (n, c) for n, c in last.parts)
                self.things[-1] = replace(last, parts=parts)
            elif last.colour is None:
                self.things[-1] = replace(last, colour=shade)
        elif self.waiting.colour and not self.setting.tint:
            self.setting = replace(self.setting, tint=self.waiting.shade())
        self.waiting = Waiting()
