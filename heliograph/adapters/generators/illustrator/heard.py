"""What has been heard of a prompt so far, and how parts, poses and relations change it."""

from dataclasses import dataclass, field, replace

from .grammar import tied
from .motif import LIVING, Motif
from .motifs import MOTIFS
from .scene import Kind, Pose, Relation, Setting, Thing
from .waiting import Waiting
from .words.lexicon import Entry
from .words.parts import GARMENTS
from .words.tokens import Cut

OWNING = frozenset({Kind.WITH, Kind.WEARING, Kind.IN})  # `in a red hat`


@dataclass(slots=True)
class Heard:
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
    keeps: list[int] = field(default_factory=list)  # who holds or wears what came last
    last_part: str = ""  # `the roof is red`
    understood: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)  # `without a car`
    takes_away: bool = False
    notes: list[str] = field(default_factory=list)

    def actors(self) -> list[int]:
        """Who a verb is about: of `a mermaid on a rock reading`, the mermaid."""
        if any(MOTIFS[self.things[at].motif].family in LIVING for at in self.group):
            return self.group
        living = [at for at, thing in enumerate(self.things) if MOTIFS[thing.motif].family in LIVING]
        return living[-1:] or self.group

    def _owner(self) -> Motif | None:
        """Whose part the next word may be."""
        if not self.things:
            return None
        return MOTIFS[self.things[self.group[-1] if self.group else -1].motif]

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
        for at in self.actors() or range(len(self.things))[-1:]:
            self.things[at] = replace(self.things[at], pose=pose)

    def _linked(self, here: int) -> None:
        assert self.link is not None  # noqa: S101  # only called while a relation is open
        found = [tied(subject, self.link, here, self.things) for subject in self.group]
        if len(found) > 1 and found[-1].kind is Kind.HOLDING:
            found = [found[-1]]  # one of them holds it
        self.relations += found
        if self.link is Kind.BETWEEN and not self.between:
            self.between, self.joined = True, False
            return
        # Who holds something stays the one that the next relation is about.
        self.between = False
        self.keeps = self.group if found[0].kind in {Kind.HOLDING, Kind.WEARING} else []
        stays = found[0].kind in {Kind.HOLDING, Kind.WEARING} or found[0].target != here
        self.link = None
        self.group = self.group if stays else [here]

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
