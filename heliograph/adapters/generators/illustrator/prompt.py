"""Reads a prompt: the longest known phrase first; adjectives wait for their noun, relations link nouns."""

from dataclasses import dataclass, replace

from .grammar import (
    ADJECTIVES,
    beside_after_all,
    capped,
    describes,
    goes_along,
    holds_things,
    longest,
    meant,
    once,
    pose_in,
    shared_support,
)
from .heard import Heard
from .palette import MATERIALS, SAME
from .scene import Kind, Look, Scene, Style, Thing, Understanding
from .waiting import Waiting
from .words.groups import ACTS, GROUPS
from .words.lexicon import Entry, Sort
from .words.settings import STOP_WORDS
from .words.tokens import PAUSES, cut

PLURAL_WITHOUT_NUMBER = 3
MOST_IN_A_GROUP = 12
FIRST_SYMBOL = 0x2000  # emoji and other signs that mean something
INDEFINITE = frozenset({"a", "an", "another", "some"})
DETERMINERS = INDEFINITE | {"the", "this", "that", "these", "those", "my", "his", "her", "its", "their", "our", "your"}
ENDING_OF = STOP_WORDS - {"a", "an", "the"}
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
class Reader(Heard):
    """Goes through a prompt phrase by phrase."""

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
        self.notes += beside_after_all(relations, things)
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
            nearest = "side by side" if isinstance(entry.value, Kind) else f"its nearest, {entry.value}"
            self.notes.append(f"{' '.join(phrase)}: drawn as {nearest}")
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

    def _loose(self, word: str) -> None:
        self.of = word == "of" or (self.of and word not in PAUSES and word not in ENDING_OF)
        if word in PAUSES or word == "and":
            self._colour_left_over()
            self.joined = True
            if word in ".;!?":
                self.link, self.group, self.keeps = None, [], []
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
            case Sort.GROUP, str(word):
                self._several(GROUPS[word].split(", "))
            case Sort.ACT, str(word):
                self._act(*ACTS[word])
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
        count = waiting.count if waiting.count is not None else self._as_many() if many else 1
        parts = self._parts_named_before(name)
        thing = Thing(name, max(count, 1), waiting.shade(), waiting.size, pose=waiting.pose, parts=parts)
        self.things.append(replace(thing, definite=waiting.definite))
        here = len(self.things) - 1
        if name in NIGHTLY:
            self.setting = self.setting.with_default(time="night")
        if self.of and self.link is None and here and not self.joined and holds_things(self.things[-2]):
            self.link, self.group, self.holder = Kind.HAS, [here - 1], here - 1  # `a basket of apples`
        elif self.joined and self.holder is not None and self.link is None:
            self.link, self.group = Kind.HAS, [self.holder]
        elif self.joined and self.keeps and self.link is None and goes_along(self.keeps[-1], here, self.things):
            self.link, self.group = Kind.WITH, self.keeps  # `with a sword and a shield`
        if self.link is None:
            self.group = [*self.group, here] if self.joined else [here]
        else:
            self._linked(here)
        self.joined = False

    def _as_many(self) -> int:
        """`Two friends on bicycles` have two of them."""
        if self.link in {Kind.ON, Kind.HOLDING, Kind.WEARING} and self.group:
            return sum(self.things[at].count for at in self.group)
        return PLURAL_WITHOUT_NUMBER

    def _several(self, names: list[str]) -> None:
        """`A family` is four things; `two friends` are the first two of theirs."""
        count, self.waiting.count = self.waiting.count or len(names), None
        waiting, link, subjects = self.waiting, self.link, self.group
        link = Kind.BESIDE if link in {Kind.WITH, Kind.WEARING, Kind.HOLDING} else link
        chosen = [names[i % len(names)] for i in range(min(count, MOST_IN_A_GROUP))]
        for at, name in enumerate(dict.fromkeys(chosen)):
            self.waiting = replace(waiting, count=chosen.count(name))
            self.joined, self.link = self.joined or at > 0, link if at == 0 else None
            self.group = subjects if link and at == 0 else self.group
            self._noun(name, many=False)

    def _act(self, kind: Kind, name: str) -> None:
        """`A bear fishing` holds a rod, unless a noun says what with."""
        if not self.things:
            return
        self.group = self.group or [len(self.things) - 1]
        subjects, self.link = self.group, kind
        self._noun(name, many=False)
        self.group = subjects

    def _relation(self, kind: Kind) -> None:
        self._colour_left_over()
        self.waiting, self.joined, self.holder, self.keeps = Waiting(), False, None, []
        if self.group or self.things:
            self.group = self.group or [len(self.things) - 1]
            self.group = self.actors() if kind in {Kind.HOLDING, Kind.WEARING} else self.group
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
